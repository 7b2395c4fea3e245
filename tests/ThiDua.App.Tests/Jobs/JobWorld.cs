using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using ThiDua.App.Data;
using ThiDua.App.Jobs;
using ThiDua.App.Security;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Jobs;

/// <summary>What a test tells its jobs to do, and what they did.</summary>
internal sealed class JobLog
{
    private readonly ConcurrentDictionary<int, int> now = [];

    public ConcurrentQueue<int> Begun { get; } = [];
    public ConcurrentBag<int> SideBySide { get; } = [];
    public Func<JobContext, CancellationToken, Task> Work { get; set; } = (_, _) => Task.CompletedTask;

    public async Task Run(JobContext job, CancellationToken cancellationToken)
    {
        if (now.AddOrUpdate(job.Job.Id, 1, (_, n) => n + 1) > 1)
            SideBySide.Add(job.Job.Id);
        Begun.Enqueue(job.Job.Id);
        try
        {
            await Work(job, cancellationToken);
        }
        finally
        {
            now.AddOrUpdate(job.Job.Id, 0, (_, n) => n - 1);
        }
    }
}

internal sealed class TestKind(JobLog log, Viewer viewer) : IJobKind
{
    public const string Code = "test";

    public async Task Run(JobContext job, CancellationToken cancellationToken)
    {
        if (job.Job.Kind != Code)
            return;
        await log.Run(job, cancellationToken);
        if (job.Ended)
            return;
        viewer.Record("test.done", "job", job.Job.PublicId, job.Job.UnitId);
        await job.End(new { Done = true });
    }
}

/// <summary>A wall clock that may be set apart from the steady one; both stand still until a test moves them.</summary>
internal sealed class JumpingClock(TimeProvider steady) : TimeProvider
{
    public TimeSpan Jump { get; set; }

    public override long TimestampFrequency => steady.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => steady.GetUtcNow() + Jump;

    public override long GetTimestamp() => steady.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        steady.CreateTimer(callback, state, dueTime, period);
}

internal static class JobWorld
{
    private const int Nodes = 3;

    /// <summary>A system whose jobs nobody runs but the nodes that the test starts.</summary>
    public static Task<TestSystem> Start(Engine engine, JobLog log) =>
        TestSystem.Start(
            engine,
            also: s =>
            {
                TestSystem.WithoutLoops(s);
                s.AddSingleton(log).AddJobKind<TestKind>(TestKind.Code);
                for (var node = 0; node < Nodes; node++)
                    s.AddJobKind<TestKind>(Look(node));
            }
        );

    /// <summary>One node: a runner of its own, as another process would have it.</summary>
    public static async Task<JobRunner> Node(this TestSystem system, TimeProvider? clock = null, int number = 0)
    {
        var services = system.Services;
        var node = new JobRunner(
            services.GetRequiredService<IServiceScopeFactory>(),
            services.GetRequiredService<JobBell>(),
            clock ?? system.Clock,
            [new JobKindCode(TestKind.Code), new JobKindCode(Look(number))],
            NullLogger<JobRunner>.Instance
        );
        await node.StartAsync(CancellationToken.None);
        return node;
    }

    public static Task<Job> Enqueue(
        this TestSystem system,
        string? key = null,
        DateTimeOffset? notBefore = null,
        string kind = TestKind.Code
    ) =>
        system.As(
            system.World.OfficeHead,
            async s =>
            {
                var db = s.GetRequiredService<AppDb>();
                var act = s.GetRequiredService<Viewer>().Record("test.cause", "test", "x", system.World.Commune.Id);
                var job = await db.Enqueue(kind, new { }, act, CancellationToken.None, key, notBefore);
                await db.SaveChangesAsync();
                return job;
            }
        );

    public static Task<Job> Row(this TestSystem system, Job job) =>
        system.Db(db => db.Jobs.AsNoTracking().SingleAsync(j => j.Id == job.Id));

    public static Task<int> Done(this TestSystem system, Job job) =>
        system.Db(db => db.Acts.CountAsync(a => a.Verb == "test.done" && a.SubjectId == job.PublicId));

    /// <summary>Asks until the job is so; whoever runs it, here or in another process.</summary>
    public static async Task<Job> Until(this TestSystem system, Job job, Func<Job, bool> so, int seconds = 30)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var rung = system.Services.GetRequiredService<JobBell>().Next;
            var row = await system.Row(job);
            if (so(row))
                return row;
            if (TimeProvider.System.GetElapsedTime(begun) > TimeSpan.FromSeconds(seconds))
                Assert.Fail($"{row.State}, try {row.Attempts}, {row.ErrorCode}: {row.Error}");
            try
            {
                await rung.WaitAsync(TimeSpan.FromMilliseconds(50));
            }
            catch (TimeoutException)
            {
                // Nothing rang here: another process may have done it.
            }
        }
    }

    /// <summary>Has every one of the first nodes look at the table twice: what each alone can do was enqueued now and is done.</summary>
    public static async Task Look(this TestSystem system, int nodes = 1)
    {
        for (var time = 0; time < 2; time++)
        for (var node = 0; node < nodes; node++)
            await system.Until(await system.Enqueue(kind: Look(node)), j => j.IsOver);
    }

    /// <summary>Lets the nodes look again now.</summary>
    public static void Ring(this TestSystem system) => system.Services.GetRequiredService<JobBell>().Ring();

    private static string Look(int node) => $"look.{node}";
}
