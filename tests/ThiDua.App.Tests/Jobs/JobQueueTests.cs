using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Data;
using ThiDua.App.Jobs;
using ThiDua.App.Security;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Jobs;

/// <summary>A job is there when its cause is, once; it acts as whoever caused it.</summary>
public sealed class JobQueueTests
{
    [Theory, BothEngines]
    public async Task A_job_is_there_with_its_cause_or_not_at_all(Engine engine)
    {
        await using var system = await JobWorld.Start(engine, new());
        await system.As(
            system.World.OfficeHead,
            async s =>
            {
                var (db, viewer) = (s.GetRequiredService<AppDb>(), s.GetRequiredService<Viewer>());
                await db.Apply(
                    async () =>
                    {
                        await db.Enqueue(
                            TestKind.Code,
                            new { },
                            viewer.Record("test.cause", "test", "x", system.World.Commune.Id),
                            CancellationToken.None
                        );
                        await db.SaveChangesAsync();
                        return false;
                    },
                    CancellationToken.None,
                    kept => kept
                );
            }
        );
        Assert.Equal(0, await system.Db(db => db.Jobs.CountAsync()));
        Assert.Equal(0, await system.Db(db => db.Acts.CountAsync(a => a.Verb == "test.cause")));

        var job = await system.Row(await system.Enqueue());
        Assert.Equal((system.World.Commune.Id, system.World.OfficeHead.Id), (job.UnitId, job.AccountId));
        Assert.Equal("test.cause", await system.Db(db => db.Acts.Where(a => a.Id == job.CauseId).Select(a => a.Verb).SingleAsync()));
    }

    [Theory, BothEngines]
    public async Task A_job_without_an_act_that_causes_it_is_refused(Engine engine)
    {
        await using var system = await JobWorld.Start(engine, new());
        var cause = await system.Row(await system.Enqueue());
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            system.As(
                null,
                async s =>
                {
                    var db = s.GetRequiredService<AppDb>();
                    db.Jobs.Add(
                        new()
                        {
                            Kind = TestKind.Code,
                            Payload = "{}",
                            CauseId = cause.CauseId,
                        }
                    );
                    await db.SaveChangesAsync();
                }
            )
        );
    }

    [Theory, BothEngines]
    public async Task The_same_key_is_enqueued_once(Engine engine)
    {
        await using var system = await JobWorld.Start(engine, new());
        var first = await system.Enqueue("remind-2024-05");
        Assert.Equal(first.Id, (await system.Enqueue("remind-2024-05")).Id);
        Assert.NotEqual(first.Id, (await system.Enqueue("remind-2024-06")).Id);
        Assert.Equal(2, await system.Db(db => db.Jobs.CountAsync()));
    }

    [Theory, BothEngines]
    public async Task What_it_changes_is_an_act_of_whoever_caused_it(Engine engine)
    {
        await using var system = await JobWorld.Start(engine, new());
        using var node = await system.Node();
        var job = await system.Until(await system.Enqueue(), j => j.IsOver);
        Assert.Equal((JobState.Done, 1, """{"done":true}"""), (job.State, job.Attempts, job.Result));
        Assert.Equal(
            system.World.OfficeHead.Id,
            await system.Db(db => db.Acts.Where(a => a.Verb == "test.done").Select(a => a.AccountId).SingleAsync())
        );
        await node.StopAsync(CancellationToken.None);
    }

    [Theory, BothEngines]
    public async Task Three_nodes_run_many_jobs_each_once(Engine engine)
    {
        var log = new JobLog();
        await using var system = await JobWorld.Start(engine, log);
        var nodes = await Task.WhenAll(system.Node(), system.Node(), system.Node());
        var jobs = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => system.Enqueue()));
        foreach (var job in jobs)
            await system.Until(job, j => j.State == JobState.Done, 60);
        foreach (var node in nodes)
            await node.StopAsync(CancellationToken.None);
        Assert.Empty(log.SideBySide);
        Assert.Equal(jobs.Select(j => j.Id).Order(), log.Begun.Order());
        Assert.Equal(60, await system.Db(db => db.Acts.CountAsync(a => a.Verb == "test.done")));
        Assert.Equal(60, await system.Db(db => db.Acts.Where(a => a.Verb == "test.done").Select(a => a.SubjectId).Distinct().CountAsync()));
    }

    [Theory, BothEngines]
    public async Task A_kind_that_no_node_knows_waits(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var job = await system.Enqueue();
        system.Ring();
        var other = await system.As(
            system.World.OfficeHead,
            s => s.GetRequiredService<JobDesk>().Wait(job, TimeSpan.Zero, CancellationToken.None)
        );
        Assert.Equal((JobState.Waiting, 0), (other.State, other.Attempts));
    }

    [Theory, BothEngines]
    public async Task Old_jobs_that_are_done_are_removed_and_failed_ones_stay(Engine engine)
    {
        var log = new JobLog();
        await using var system = await JobWorld.Start(engine, log);
        using var node = await system.Node();
        var done = await system.Until(await system.Enqueue(), j => j.IsOver);
        var failed = await system.Enqueue(notBefore: TestSystem.Now.AddYears(1));
        await system.Db(db =>
            db.Apply(
                () =>
                    db
                        .Jobs.Where(j => j.Id == failed.Id)
                        .ExecuteUpdateAsync(s => s.SetProperty(j => j.State, JobState.Failed).SetProperty(j => j.EndedAt, TestSystem.Now)),
                CancellationToken.None
            )
        );
        system.Clock.Advance(JobRunner.Kept + TimeSpan.FromHours(2));
        system.Ring();
        await system.Look();
        await node.StopAsync(CancellationToken.None);
        Assert.False(await system.Db(db => db.Jobs.AnyAsync(j => j.Id == done.Id)));
        Assert.True(await system.Db(db => db.Jobs.AnyAsync(j => j.Id == failed.Id)));
    }
}
