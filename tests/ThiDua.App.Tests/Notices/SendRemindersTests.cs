using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Audit;
using ThiDua.App.Jobs;
using ThiDua.App.Notices;
using ThiDua.App.Tests.Reporting;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Notices;

public sealed class SendRemindersTests
{
    /// <summary>The job of a day, as the day's round enqueues it.</summary>
    private static Task Send(TestSystem system, DateOnly day) =>
        system.As(
            null,
            async s =>
            {
                var db = s.GetRequiredService<Data.AppDb>();
                var act = new Act
                {
                    At = TestSystem.Now,
                    Verb = "system.day",
                    SubjectKind = "system",
                    SubjectId = $"{day:yyyy-MM-dd}",
                };
                db.Acts.Add(act);
                var job = await db.Enqueue(
                    SendReminders.Code,
                    new WorkOfDay(day),
                    act,
                    CancellationToken.None,
                    $"test:{day:yyyyMMdd}:{Guid.NewGuid():N}",
                    TestSystem.Now.AddYears(9)
                );
                await db.SaveChangesAsync();
                var owner = Guid.NewGuid().ToString("N");
                await db.Apply(
                    () =>
                        db
                            .Jobs.Where(j => j.Id == job.Id)
                            .ExecuteUpdateAsync(x => x.SetProperty(j => j.State, JobState.Running).SetProperty(j => j.Owner, owner)),
                    CancellationToken.None
                );
                await db.Entry(job).ReloadAsync();
                await s.GetRequiredKeyedService<IJobKind>(SendReminders.Code)
                    .Run(new(db, job, s.GetRequiredService<TimeProvider>()), CancellationToken.None);
                return true;
            }
        );

    private static Task<List<string>> Of(TestSystem system, TestAccount who) =>
        system.Db(db =>
            db.Notices.Where(n => n.AccountId == who.Id).OrderBy(n => n.Id).Select(n => $"{n.Kind} {n.Title} {n.Unit}").ToListAsync()
        );

    [Theory, BothEngines]
    public async Task A_report_that_nobody_began_reminds_its_unit_and_tells_those_above_once(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        // May's report is due on 5 June: reminded three days and one day before, told above three days after.
        await Send(system, new(2024, 6, 2));
        Assert.Equal(["Remind Báo cáo tháng 5/2024 Ấp 1"], await Of(system, system.World.HamletHeads[0]));
        Assert.DoesNotContain(await Of(system, system.World.OfficeHead), n => n.Contains("Ấp", StringComparison.Ordinal));
        await Send(system, new(2024, 6, 2));
        Assert.Single(await Of(system, system.World.HamletHeads[0]));
        await Send(system, new(2024, 6, 8));
        Assert.Contains("Escalate Báo cáo tháng 5/2024 Ấp 1", await Of(system, system.World.OfficeHead));
    }

    [Theory, BothEngines]
    public async Task What_was_sent_reminds_whoever_decides_and_no_longer_its_unit(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var sent = await system.SentApril();
        var due = await system.Db(db => db.Cases.Where(c => c.PublicId == sent.PublicId).Select(c => c.Due!.Value).SingleAsync());
        await Send(system, due.AddDays(-1));
        Assert.Contains("Remind Báo cáo tháng 4/2024 – Ấp 1 Ấp 1", await Of(system, system.World.Reviewer));
        Assert.DoesNotContain(await Of(system, system.World.HamletHeads[0]), n => n.Contains("4/2024", StringComparison.Ordinal));
    }

    [Fact]
    public async Task They_are_read_on_a_page_and_counted_in_the_menu()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        await Send(system, new(2024, 6, 2));
        using var head = await system.Browser(system.World.HamletHeads[0]);
        await head.Open("/notices");
        Assert.Contains("Nhắc việc (1)", head.Page.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Kính đề nghị Ấp 1", head.Text, StringComparison.Ordinal);
        await head.Send(".actions form");
        Assert.DoesNotContain("Nhắc việc (1)", head.Page.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
        using var other = await system.Browser(system.World.HamletHeads[1]);
        await other.Open("/notices");
        Assert.DoesNotContain("Ấp 1", other.Text, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task The_work_of_a_day_is_enqueued_once_by_whichever_node_is_first(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        DayRound Node() => ActivatorUtilities.CreateInstance<DayRound>(system.Services);
        await Task.WhenAll(Node().Drain(CancellationToken.None), Node().Drain(CancellationToken.None));
        await Node().Drain(CancellationToken.None);
        var keys = await system.Db(db => db.Jobs.Where(j => j.Key != null).Select(j => j.Key).ToListAsync());
        Assert.Equal(
            [
                "files.sweep:20240515",
                "import.forget:20240515",
                "registrations.begin:20240515",
                "reminders.send:20240515",
                "row.drop:20240515",
                "tasks.begin:20240515",
            ],
            keys.Order(StringComparer.Ordinal)
        );
        Assert.Equal(1, await system.Db(db => db.Acts.CountAsync(a => a.Verb == "system.day")));
    }
}
