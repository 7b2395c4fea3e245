using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Cases;
using ThiDua.App.Features.Tasks;
using ThiDua.App.Shared;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Tasks;

public sealed class TaskCaseTests
{
    private static Task<int> Begin(TestSystem system) =>
        system.As(null, s => s.GetRequiredService<BeginTasks>().Handle(CancellationToken.None));

    private static Task<Outcome> Move(
        TestSystem system,
        TestAccount who,
        string task,
        string act,
        string? reason = null,
        object? content = null
    ) =>
        system.As(
            who,
            s => s.GetRequiredService<MoveCase>().Handle(new MoveInput(task, act, reason, Content: content), CancellationToken.None)
        );

    /// <summary>One task that the first hamlet leads, month by month.</summary>
    private static async Task<string> Monthly(TestSystem system)
    {
        await system.As(
            system.World.OfficeHead,
            async s =>
            {
                var db = s.GetRequiredService<Data.AppDb>();
                await db.Set<Features.Campaigns.TaskUnit>().ExecuteDeleteAsync();
                await db.Set<Features.Campaigns.CampaignTask>().ExecuteUpdateAsync(t => t.SetProperty(x => x.Every, "month"));
                var task = await db.Set<Features.Campaigns.CampaignTask>().OrderBy(t => t.Id).FirstAsync();
                db.Add(
                    new Features.Campaigns.TaskUnit
                    {
                        TaskId = task.Id,
                        UnitId = system.World.Hamlets[0].Id,
                        Lead = true,
                    }
                );
                s.GetRequiredService<Security.Viewer>().Record("test.task", "task", "test", null);
                return await db.SaveChangesAsync();
            }
        );
        Assert.Equal(5, await Begin(system));
        return await system.Db(db => db.TaskItems.OrderByDescending(t => t.From).Select(t => t.Case.PublicId).FirstAsync());
    }

    [Theory, BothEngines]
    public async Task Each_span_begins_once_however_often_one_looks(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        await Monthly(system);
        Assert.Equal(0, await Begin(system));
        var spans = await system.Db(db =>
            db.TaskItems.OrderBy(t => t.From)
                .Select(t => new
                {
                    t.From,
                    t.Case.Due,
                    t.Case.State,
                })
                .ToListAsync()
        );
        Assert.Equal(5, spans.Count);
        Assert.Equal(
            (new DateOnly(2024, 5, 1), new DateOnly(2024, 5, 31), "open"),
            (spans[^1].From, spans[^1].Due!.Value, spans[^1].State)
        );
    }

    [Theory, BothEngines]
    public async Task A_task_is_begun_reported_sent_back_and_confirmed_by_another(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var (task, head) = (await Monthly(system), system.World.HamletHeads[0]);
        Assert.True((await Move(system, system.World.HamletHeads[1], task, "start")).Missing);
        Assert.True((await Move(system, head, task, "start")).Ok);
        Assert.True((await Move(system, head, task, "report")).Ok);
        Assert.True((await Move(system, head, task, "withdraw")).Ok);
        // Taken back, its day is its own again, not the office's.
        Assert.Equal(
            new DateOnly(2024, 5, 31),
            await system.Db(db => db.Cases.Where(c => c.PublicId == task).Select(c => c.Due!.Value).SingleAsync())
        );
        Assert.True((await Move(system, head, task, "report")).Ok);
        Assert.True((await Move(system, head, task, "confirm")).Missing);
        Assert.True((await Move(system, system.World.OfficeHead, task, "return", "Chưa có biên bản")).Ok);
        Assert.True((await Move(system, head, task, "report", "Đã bổ sung biên bản")).Ok);
        Assert.True((await Move(system, system.World.OfficeHead, task, "confirm")).Ok);
        Assert.Equal("done", await system.Db(db => db.Cases.Where(c => c.PublicId == task).Select(c => c.State).SingleAsync()));
        Assert.Null(await system.Db(db => db.Cases.Where(c => c.PublicId == task).Select(c => c.Due).SingleAsync()));
        // Open again, its day is the plan's.
        Assert.True((await Move(system, system.World.OfficeHead, task, "reopen", "Còn thiếu một ấp")).Ok);
        Assert.Equal(
            new DateOnly(2024, 5, 31),
            await system.Db(db => db.Cases.Where(c => c.PublicId == task).Select(c => c.Due!.Value).SingleAsync())
        );
    }

    [Theory, BothEngines]
    public async Task Who_reported_it_done_does_not_confirm_it(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var task = await Monthly(system);
        Assert.True((await Move(system, system.World.OfficeHead, task, "report")).Ok);
        Assert.Contains(
            "không tự làm bước",
            Assert.Single((await Move(system, system.World.OfficeHead, task, "confirm")).Errors).Message,
            StringComparison.Ordinal
        );
        Assert.True((await Move(system, system.World.Reviewer, task, "confirm")).Ok);
    }

    [Theory, BothEngines]
    public async Task Handed_over_it_is_another_units(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var (task, next) = (await Monthly(system), system.World.Hamlets[1]);
        Assert.Equal(
            "unit",
            Assert
                .Single((await Move(system, system.World.OfficeHead, task, "hand-over", "Ấp 1 bận", new HandOver("nosuchunit"))).Errors)
                .Field
        );
        Assert.Equal(
            "unit",
            Assert
                .Single(
                    (
                        await Move(
                            system,
                            system.World.OfficeHead,
                            task,
                            "hand-over",
                            "Ấp 1 bận",
                            new HandOver(system.World.Hamlets[0].PublicId)
                        )
                    ).Errors
                )
                .Field
        );
        Assert.True((await Move(system, system.World.OfficeHead, task, "hand-over", "Ấp 1 bận", new HandOver(next.PublicId))).Ok);
        Assert.True((await Move(system, system.World.HamletHeads[0], task, "start")).Missing);
        Assert.True((await Move(system, system.World.HamletHeads[1], task, "start")).Ok);
        var act = await system.Db(db => db.Acts.SingleAsync(a => a.Verb == "task.hand-over"));
        Assert.Contains(next.PublicId, act.Detail, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task Notes_are_kept_with_who_wrote_them(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var (task, head) = (await Monthly(system), system.World.HamletHeads[0]);
        Task<Outcome> Note(TestAccount who, NoteTaskInput input) =>
            system.As(who, s => s.GetRequiredService<NoteTask>().Handle(input, CancellationToken.None));
        Assert.Equal("text", Assert.Single((await Note(head, new(task, "  "))).Errors).Field);
        Assert.Equal("text", Assert.Single((await Note(head, new(task, new string('x', 4001)))).Errors).Field);
        Assert.True((await Note(system.World.HamletHeads[1], new(task, "Không phải việc tôi"))).Missing);
        Assert.True((await Note(head, new(task, "Đã họp dân ngày 12"))).Ok);
        using var browser = await system.Browser(head);
        await browser.Open($"/tasks/{task}");
        Assert.Contains("Đã họp dân ngày 12", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_page_offers_what_can_be_done_now()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        var task = await Monthly(system);
        using var head = await system.Browser(system.World.HamletHeads[0]);
        await head.Open($"/tasks/{task}");
        await head.Send("form.actions", "Bắt đầu làm");
        Assert.Contains("Đang làm", head.Text, StringComparison.Ordinal);
        Assert.Empty(head.Page.QuerySelectorAll("select[name=unit]"));
        Assert.Contains("Văn phòng sẽ xem và xác nhận", head.Text, StringComparison.Ordinal);
        using var office = await system.Browser(system.World.OfficeHead);
        await office.Open($"/tasks/{task}");
        // What the unit does is not the office's first button.
        Assert.DoesNotContain("Văn phòng sẽ xem và xác nhận", office.Text, StringComparison.Ordinal);
        Assert.Null(office.Page.QuerySelector(".acts button.main"));
        Assert.Contains("Làm thay đơn vị", office.Text, StringComparison.Ordinal);
        await office.Send("details:has(select) form", ("unit", system.World.Hamlets[1].PublicId), ("reason", "Ấp 1 thiếu người"));
        Assert.Contains("Ấp 2", office.Text, StringComparison.Ordinal);
        Assert.Contains("Ấp 1 thiếu người", office.Text, StringComparison.Ordinal);
    }
}
