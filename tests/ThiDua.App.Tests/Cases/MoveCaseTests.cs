using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Cases;
using ThiDua.App.Shared;
using ThiDua.App.Tests.Facts;
using ThiDua.App.Tests.Reporting;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Cases;

public sealed class MoveCaseTests
{
    private static Task<Outcome> Move(TestSystem system, TestAccount who, MoveInput input) =>
        system.As(who, s => s.GetRequiredService<MoveCase>().Handle(input, CancellationToken.None));

    [Theory, BothEngines]
    public async Task Of_eight_windows_one_wins_and_the_others_are_told(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var report = await system.SentApril();
        var eight = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(n =>
                    n % 2 == 0
                        ? Move(system, system.World.Reviewer, new(report.PublicId, "approve", Version: 1))
                        : Move(system, system.World.OfficeHead, new(report.PublicId, "return", "Xem lại", Version: 1))
                )
        );
        Assert.Single(eight, o => o.Ok);
        Assert.All(eight.Where(o => !o.Ok), o => Assert.True(o is { Conflict: true, Missing: false } && o.Errors.Count == 1));
        var steps = await system.Db(db => db.CaseSteps.Where(s => s.From == "submitted").CountAsync());
        Assert.Equal(
            (1, 2),
            (steps, await system.Db(db => db.Cases.Where(c => c.PublicId == report.PublicId).Select(c => c.Version).SingleAsync()))
        );
        Assert.Equal(await system.Rebuilt(), await system.Stored());
    }

    [Theory, BothEngines]
    public async Task Each_step_is_kept_with_its_act(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var report = await system.SentApril();
        Assert.True((await Move(system, system.World.Reviewer, new(report.PublicId, "return", "Thiếu ấp 2"))).Ok);
        var steps = await system.Db(db =>
            db.CaseSteps.Where(s => s.CaseId == db.Cases.Single(c => c.PublicId == report.PublicId).Id)
                .Include(s => s.Record)
                .OrderBy(s => s.Id)
                .ToListAsync()
        );
        Assert.Equal(
            ["begin →draft", "submit draft→submitted", "return submitted→returned"],
            steps.Select(s => $"{s.Act} {s.From}→{s.To}")
        );
        Assert.Equal(["report.begin", "report.submit", "report.return"], steps.Select(s => s.Record!.Verb));
        Assert.Equal((system.World.Reviewer.Id, "Thiếu ấp 2"), (steps[2].AccountId, steps[2].Reason));
        await Assert.ThrowsAnyAsync<Exception>(() =>
            system.Db(db => db.Database.ExecuteSqlRawAsync("UPDATE case_step SET \"Act\" = 'approve'"))
        );
    }

    [Theory, BothEngines]
    public async Task A_state_with_a_clock_counts_working_days_and_a_final_one_awaits_nothing(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var report = await system.SentApril();
        var today = DateOnly.FromDateTime(TestSystem.Now.ToOffset(TimeSpan.FromHours(7)).DateTime);
        var due = await system.Db(db => db.Cases.Where(c => c.PublicId == report.PublicId).Select(c => c.Due).SingleAsync());
        var expected = today;
        for (var left = 5; left > 0; )
        {
            expected = expected.AddDays(1);
            if (expected.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
                left--;
        }
        Assert.Equal(expected, due);
        Assert.True((await Move(system, system.World.Reviewer, new(report.PublicId, "approve"))).Ok);
        Assert.Null(await system.Db(db => db.Cases.Where(c => c.PublicId == report.PublicId).Select(c => c.Due).SingleAsync()));
    }

    [Theory, BothEngines]
    public async Task A_batch_moves_what_it_can_and_names_the_rest(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var first = await system.SentApril();
        var own = await system.Submit(system.World.Reviewer, system.Input(system.World.Hamlets[1], "202404", ReportDesk.April));
        var moved = await system.As(
            system.World.Reviewer,
            s =>
                s.GetRequiredService<MoveCase>()
                    .Batch([first.PublicId, own.Value!.PublicId, "nosuchcase", first.PublicId], "approve", null, CancellationToken.None)
        );
        Assert.Equal([true, false, false], moved.Select(m => m.Outcome.Ok));
        Assert.Contains("không tự làm bước", Assert.Single(moved[1].Outcome.Errors).Message, StringComparison.Ordinal);
        Assert.Equal(
            ["approved", "submitted"],
            await system.Db(db => db.Cases.Where(c => c.Kind == "report").OrderBy(c => c.Id).Select(c => c.State).ToListAsync())
        );
    }

    [Theory, BothEngines]
    public async Task What_one_may_not_do_is_not_there(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var report = await system.SentApril();
        foreach (
            var who in new[]
            {
                system.World.HamletHeads[0],
                system.World.HamletHeads[1],
                system.World.PoliceOfficer,
                system.World.Administrator,
            }
        )
            Assert.True((await Move(system, who, new(report.PublicId, "approve"))).Missing);
        Assert.True((await Move(system, system.World.Reviewer, new(report.PublicId, "launch"))).Missing);
        Assert.Equal(
            "reason",
            Assert.Single((await Move(system, system.World.Reviewer, new(report.PublicId, "return", new string('x', 2001)))).Errors).Field
        );
        Assert.Equal("submitted", await system.State());
    }

    [Theory, BothEngines]
    public async Task Sending_without_the_form_is_refused(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var saved = await system.Save(system.World.HamletHeads[0], system.Input(system.World.Hamlets[0], "202404", ReportDesk.April));
        var outcome = await Move(system, system.World.HamletHeads[0], new(saved.Value!.PublicId, "submit"));
        Assert.Contains("biểu nhập", Assert.Single(outcome.Errors).Message, StringComparison.Ordinal);
        Assert.Equal("draft", await system.State());
    }
}
