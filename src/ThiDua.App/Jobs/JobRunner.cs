using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;

namespace ThiDua.App.Jobs;

/// <summary>
/// Runs jobs, a few at a time, on every node. A lease is a beat that its owner raises; whoever has seen the same beat for
/// <see cref="Hold"/> by a steady clock takes the job away. No node trusts a wall clock, another's or its own, to be right.
/// </summary>
public sealed class JobRunner(
    IServiceScopeFactory scopes,
    JobBell bell,
    TimeProvider clock,
    IEnumerable<JobKindCode> kinds,
    ILogger<JobRunner> logger
) : BackgroundService
{
    public static readonly TimeSpan Hold = TimeSpan.FromSeconds(15);
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1),
        BeatEvery = TimeSpan.FromSeconds(3),
        TidyEvery = TimeSpan.FromHours(1);
    private const int Workers = 2,
        MostTidied = 200;

    private sealed record Seen(string? Owner, long Beat, long Since);

    private readonly string node = $"{Environment.MachineName}/{Environment.ProcessId}";
    private readonly string[] known = [.. kinds.Select(k => k.Code)];
    private readonly Dictionary<int, Seen> watched = [];
    private readonly List<JobRun> running = [];
    private long? beaten,
        tidied;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var rung = bell.Next;
            try
            {
                await Turn(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // The database was away or busy: the jobs are still there.
                logger.LogError(e, "The table of jobs cannot be looked at and will be again");
            }
            catch (Exception)
            {
                break;
            }
            await Task.WhenAny(rung, Task.Delay(Look, stoppingToken));
        }
        await Task.WhenAll(running.Select(r => r.Work));
    }

    private async Task Turn(CancellationToken cancellationToken)
    {
        foreach (var over in running.Where(r => r.Work.IsCompleted).ToList())
        {
            running.Remove(over);
            over.Dispose();
        }
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        if (IsTime(ref beaten, BeatEvery))
            foreach (var run in running)
                await run.Beat(db, cancellationToken);
        await Watch(db, cancellationToken);
        while (running.Count < Workers && await Take(db, cancellationToken) is { } job)
            running.Add(new JobRun(job, scopes, bell, clock, logger, cancellationToken));
        if (IsTime(ref tidied, TidyEvery))
            await Tidy(db, cancellationToken);
    }

    private bool IsTime(ref long? last, TimeSpan every)
    {
        if (last is { } before && clock.GetElapsedTime(before) < every)
            return false;
        last = clock.GetTimestamp();
        return true;
    }

    /// <summary>The first job that is due, if no other node was quicker.</summary>
    private async Task<Job?> Take(AppDb db, CancellationToken cancellationToken)
    {
        // A pause that seems longer than any is one that has passed: the clock was set back meanwhile.
        var (now, far) = (clock.GetUtcNow(), clock.GetUtcNow() + JobTries.Pauses[^1]);
        while (true)
        {
            var job = await db
                .Jobs.AsNoTracking()
                .Where(j => j.State == JobState.Waiting && known.Contains(j.Kind))
                .Where(j => j.RunAt == null || j.RunAt <= now || (j.Attempts > 0 && j.RunAt > far))
                .OrderBy(j => j.Id)
                .FirstOrDefaultAsync(cancellationToken);
            if (job is null)
                return null;
            (job.State, job.Owner, job.Attempts) = (JobState.Running, $"{node}/{PublicId.New()}", job.Attempts + 1);
            var taken = await db.Apply(
                () =>
                    db
                        .Jobs.Where(j => j.Id == job.Id && j.State == JobState.Waiting && j.Attempts == job.Attempts - 1)
                        .ExecuteUpdateAsync(
                            s =>
                                s.SetProperty(j => j.State, job.State)
                                    .SetProperty(j => j.Owner, job.Owner)
                                    .SetProperty(j => j.Attempts, job.Attempts)
                                    .SetProperty(j => j.Step, (int?)null)
                                    .SetProperty(j => j.Steps, (int?)null),
                            cancellationToken
                        ),
                cancellationToken
            );
            if (taken == 1)
                return job;
        }
    }

    /// <summary>Ends the leases whose beat stands still: their process was killed, hangs or cannot reach the database.</summary>
    private async Task Watch(AppDb db, CancellationToken cancellationToken)
    {
        var now = clock.GetTimestamp();
        var held = await db.Jobs.AsNoTracking().Where(j => j.State == JobState.Running).ToListAsync(cancellationToken);
        foreach (var gone in watched.Keys.Except(held.Select(j => j.Id)).ToList())
            watched.Remove(gone);
        foreach (var job in held)
            if (!watched.TryGetValue(job.Id, out var seen) || (seen.Owner, seen.Beat) != (job.Owner, job.Beat))
                watched[job.Id] = new(job.Owner, job.Beat, now);
            else if (clock.GetElapsedTime(seen.Since, now) >= Hold)
            {
                logger.LogWarning("Job {Job} of kind {Kind} was left by {Owner}", job.PublicId, job.Kind, job.Owner);
                await db.Failed(
                    db.Jobs.HeldBy(job).Where(j => j.Beat == job.Beat),
                    job,
                    JobTries.Left,
                    "",
                    clock.GetUtcNow(),
                    cancellationToken
                );
            }
    }

    private async Task Tidy(AppDb db, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - Kept;
        var old = db
            .Jobs.Where(j => (j.State == JobState.Done || j.State == JobState.Dropped) && j.EndedAt < before)
            .OrderBy(j => j.Id)
            .Take(MostTidied);
        while (await db.Apply(() => old.ExecuteDeleteAsync(cancellationToken), cancellationToken) == MostTidied) { }
    }
}
