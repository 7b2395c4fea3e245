using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Data;
using ThiDua.App.Jobs;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Jobs;

/// <summary>Leases, pauses and clocks: what is not held writes nothing, what fails comes again later, and no jump of a clock
/// matters.</summary>
public sealed class JobLeaseTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Theory, BothEngines]
    public async Task A_run_that_lost_its_lease_writes_nothing(Engine engine)
    {
        var (log, begun, go) = (new JobLog(), new TaskCompletionSource<int>(), new TaskCompletionSource());
        log.Work = async (job, _) =>
        {
            begun.TrySetResult(job.Job.Id);
            await go.Task;
        };
        await using var system = await JobWorld.Start(engine, log);
        using var node = await system.Node();
        var job = await system.Enqueue();
        await begun.Task;
        await system.Db(db =>
            db.Apply(() => db.Jobs.ExecuteUpdateAsync(s => s.SetProperty(j => j.Owner, "another")), CancellationToken.None)
        );
        go.SetResult();
        await node.StopAsync(CancellationToken.None);
        Assert.Equal(0, await system.Done(job));
        var row = await system.Row(job);
        Assert.Equal((JobState.Running, "another", (string?)null), (row.State, row.Owner, row.Result));
    }

    [Theory, BothEngines]
    public async Task A_job_that_fails_comes_again_later_and_later_and_then_has_failed(Engine engine)
    {
        var log = new JobLog { Work = (_, _) => throw new IOException("No space left on device") };
        await using var system = await JobWorld.Start(engine, log);
        using var node = await system.Node();
        var job = await system.Enqueue();
        for (var n = 0; n < JobTries.Pauses.Count; n++)
        {
            var row = await system.Until(job, j => j.State == JobState.Waiting && j.Attempts == n + 1);
            Assert.Equal((nameof(IOException), "No space left on device"), (row.ErrorCode, row.Error));
            Assert.Equal(system.Clock.GetUtcNow() + JobTries.Pauses[n], row.RunAt);
            system.Clock.Advance(JobTries.Pauses[n] - TimeSpan.FromMilliseconds(1));
            Assert.Equal(n + 1, log.Begun.Count);
            system.Clock.Advance(TimeSpan.FromMilliseconds(1));
            system.Ring();
        }
        var failed = await system.Until(job, j => j.IsOver);
        Assert.Equal((JobState.Failed, 5), (failed.State, failed.Attempts));
        await node.StopAsync(CancellationToken.None);
        Assert.Equal(5, log.Begun.Count);
        Assert.Equal(0, await system.Done(job));
    }

    [Theory, BothEngines]
    public async Task A_job_whose_node_is_gone_is_taken_over_and_ends_once(Engine engine)
    {
        await using var system = await JobWorld.Start(engine, new());
        var job = await Left(system, attempts: 1);
        using var node = await system.Node();
        await Steady(system, JobRunner.Hold - TimeSpan.FromSeconds(1), job, JobState.Running);
        system.Clock.Advance(TimeSpan.FromSeconds(2));
        system.Ring();
        var left = await system.Until(job, j => j.State == JobState.Waiting);
        Assert.Equal(JobTries.Left, left.ErrorCode);
        system.Clock.Advance(JobTries.Pauses[0]);
        system.Ring();
        await system.Until(job, j => j.State == JobState.Done);
        await node.StopAsync(CancellationToken.None);
        Assert.Equal(1, await system.Done(job));
    }

    [Theory, BothEngines]
    public async Task A_job_that_kills_its_process_each_time_is_given_up(Engine engine)
    {
        var log = new JobLog();
        await using var system = await JobWorld.Start(engine, log);
        var job = await Left(system, attempts: JobTries.Pauses.Count + 1);
        using var node = await system.Node();
        await Steady(system, TimeSpan.Zero, job, JobState.Running);
        system.Clock.Advance(JobRunner.Hold);
        system.Ring();
        var failed = await system.Until(job, j => j.IsOver);
        await node.StopAsync(CancellationToken.None);
        Assert.Equal((JobState.Failed, JobTries.Left), (failed.State, failed.ErrorCode));
        Assert.Empty(log.Begun);
    }

    [Theory, BothEngines]
    public async Task Clocks_that_jump_a_day_neither_run_a_job_twice_nor_leave_it_for_ever(Engine engine)
    {
        var (log, begun, go) = (new JobLog(), new TaskCompletionSource(), new TaskCompletionSource());
        log.Work = async (_, _) =>
        {
            begun.TrySetResult();
            await go.Task;
        };
        await using var system = await JobWorld.Start(engine, log);
        var (mine, other) = (new JumpingClock(system.Clock), new JumpingClock(system.Clock));
        var nodes = new[] { await system.Node(mine, 0), await system.Node(other, 1) };
        var job = await system.Enqueue();
        await begun.Task;
        foreach (var jump in new[] { (Day, TimeSpan.Zero), (-Day, Day), (TimeSpan.Zero, -Day), (Day, Day), (-Day, -Day) })
        {
            (mine.Jump, other.Jump) = jump;
            await system.Look(nodes.Length);
            Assert.Equal(JobState.Running, (await system.Row(job)).State);
        }
        go.SetResult();
        await system.Until(job, j => j.State == JobState.Done);
        foreach (var node in nodes)
            await node.StopAsync(CancellationToken.None);
        Assert.Single(log.Begun, job.Id);
        Assert.Empty(log.SideBySide);
        Assert.Equal(1, await system.Done(job));
    }

    [Theory, BothEngines]
    public async Task A_clock_set_back_a_day_delays_neither_new_jobs_nor_those_to_be_tried_again(Engine engine)
    {
        var log = new JobLog();
        await using var system = await JobWorld.Start(engine, log);
        var clock = new JumpingClock(system.Clock);
        using var node = await system.Node(clock);
        log.Work = (_, _) => throw new IOException("once");
        var again = await system.Enqueue();
        await system.Until(again, j => j.State == JobState.Waiting && j.Attempts == 1);
        log.Work = (_, _) => Task.CompletedTask;
        clock.Jump = -Day;
        await system.Until(await system.Enqueue(), j => j.State == JobState.Done);
        await system.Until(again, j => j.State == JobState.Done);
        var planned = await system.Enqueue(notBefore: system.Clock.GetUtcNow());
        await system.Look();
        Assert.Equal(JobState.Waiting, (await system.Row(planned)).State);
        await node.StopAsync(CancellationToken.None);
    }

    [Theory, BothEngines]
    public async Task A_program_that_ends_puts_its_job_back_as_if_not_begun(Engine engine)
    {
        var (log, begun) = (new JobLog(), new TaskCompletionSource());
        log.Work = (_, cancellationToken) =>
        {
            begun.TrySetResult();
            return Ended(cancellationToken);
        };
        await using var system = await JobWorld.Start(engine, log);
        var job = await system.Enqueue();
        using (var node = await system.Node())
        {
            await begun.Task;
            await node.StopAsync(CancellationToken.None);
        }
        var row = await system.Row(job);
        Assert.Equal((JobState.Waiting, 0, (DateTimeOffset?)null), (row.State, row.Attempts, row.RunAt));
        log.Work = (_, _) => Task.CompletedTask;
        using var next = await system.Node();
        await system.Until(job, j => j.State == JobState.Done);
        await next.StopAsync(CancellationToken.None);
    }

    [Theory, BothEngines]
    public async Task A_dropped_job_is_stopped_and_writes_nothing(Engine engine)
    {
        var (log, begun, stopped) = (new JobLog(), new TaskCompletionSource(), new TaskCompletionSource());
        log.Work = async (_, cancellationToken) =>
        {
            begun.TrySetResult();
            using var told = cancellationToken.Register(() => stopped.TrySetResult());
            await stopped.Task;
        };
        await using var system = await JobWorld.Start(engine, log);
        using var node = await system.Node();
        var job = await system.Enqueue();
        await begun.Task;
        Assert.True(await system.As(system.World.OfficeHead, s => s.GetRequiredService<JobDesk>().Drop(job, CancellationToken.None)));
        system.Clock.Advance(TimeSpan.FromSeconds(3));
        system.Ring();
        await stopped.Task;
        await node.StopAsync(CancellationToken.None);
        Assert.Equal(JobState.Dropped, (await system.Row(job)).State);
        Assert.Equal(0, await system.Done(job));
        Assert.Equal(1, await system.Db(db => db.Acts.CountAsync(a => a.Verb == "job.drop" && a.SubjectId == job.PublicId)));
    }

    private static async Task Ended(CancellationToken cancellationToken)
    {
        var stopped = new TaskCompletionSource();
        await using var told = cancellationToken.Register(() => stopped.TrySetCanceled(cancellationToken));
        await stopped.Task;
    }

    /// <summary>A job that runs on a node which is not there any more.</summary>
    private static async Task<Job> Left(TestSystem system, int attempts)
    {
        var job = await system.Enqueue();
        await system.Db(db =>
            db.Apply(
                () =>
                    db.Jobs.ExecuteUpdateAsync(s =>
                        s.SetProperty(j => j.State, JobState.Running)
                            .SetProperty(j => j.Owner, "gone")
                            .SetProperty(j => j.Attempts, attempts)
                    ),
                CancellationToken.None
            )
        );
        return job;
    }

    private static async Task Steady(TestSystem system, TimeSpan time, Job job, JobState state)
    {
        await system.Look();
        system.Clock.Advance(time);
        await system.Look();
        Assert.Equal(state, (await system.Row(job)).State);
    }
}
