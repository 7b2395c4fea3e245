using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Jobs;

/// <summary>What people see of jobs and do to them, each where the asked permission holds.</summary>
public sealed class JobDesk(AppDb db, Viewer viewer, JobBell bell, IServiceProvider services, TimeProvider clock)
{
    private static readonly TimeSpan AskAgain = TimeSpan.FromMilliseconds(250);

    /// <summary>Jobs of the units below which the permission is held; those of no unit belong to the top of the tree.</summary>
    public IQueryable<Job> Seen(string permission)
    {
        var paths = viewer.Scopes(permission);
        if (paths.Count == 0)
            return db.Jobs.AsNoTracking().Where(j => false);
        var units = paths.Select(p => db.UnitVersions.Below(p).Select(v => v.UnitId)).Aggregate((a, b) => a.Union(b));
        var top = paths.Any(p => p.Count(c => c == '/') == 2);
        return db.Jobs.AsNoTracking().Where(j => j.UnitId == null ? top : units.Contains(j.UnitId.Value));
    }

    public Task<Job?> Find(string publicId, string permission, CancellationToken cancellationToken) =>
        Seen(permission).FirstOrDefaultAsync(j => j.PublicId == publicId, cancellationToken);

    /// <summary>Tries a job again that has failed, as often as a new one.</summary>
    /// <returns>False when it is not, or no longer, a failed one.</returns>
    public async Task<bool> Retry(Job job, CancellationToken cancellationToken)
    {
        var done = await Change(
            "job.retry",
            job,
            j => j.State == JobState.Failed,
            s =>
                s.SetProperty(j => j.State, JobState.Waiting)
                    .SetProperty(j => j.Attempts, 0)
                    .SetProperty(j => j.RunAt, (DateTimeOffset?)null)
                    .SetProperty(j => j.EndedAt, (DateTimeOffset?)null),
            cancellationToken
        );
        bell.Ring();
        return done;
    }

    /// <summary>Gives a job up for good; one that runs is stopped by its next beat, and can write nothing from now on.</summary>
    public async Task<bool> Drop(Job job, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var done = await Change(
            "job.drop",
            job,
            j => j.State == JobState.Waiting || j.State == JobState.Running || j.State == JobState.Failed,
            s => s.SetProperty(j => j.State, JobState.Dropped).SetProperty(j => j.Owner, (string?)null).SetProperty(j => j.EndedAt, now),
            cancellationToken
        );
        if (done && services.GetKeyedService<IJobKind>(job.Kind) is { } kind)
            await kind.Dropped(job);
        bell.Ring();
        return done;
    }

    /// <summary>Somebody has seen how it ended, and it need not be shown any more.</summary>
    public Task Dismiss(Job job, CancellationToken cancellationToken) =>
        db.Apply(
            () =>
                db
                    .Jobs.Where(j => j.Id == job.Id && j.State == JobState.Done)
                    .ExecuteUpdateAsync(s => s.SetProperty(j => j.State, JobState.Dropped), cancellationToken),
            cancellationToken
        );

    /// <summary>The job as it stands when it is over, or when patience is.</summary>
    public async Task<Job> Wait(Job job, TimeSpan patience, CancellationToken cancellationToken)
    {
        // What a person waits for goes by real seconds, also where the day is assumed.
        var begun = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var rung = bell.Next;
            var now = await db.Jobs.AsNoTracking().FirstAsync(j => j.Id == job.Id, cancellationToken);
            if (now.IsOver || TimeProvider.System.GetElapsedTime(begun) >= patience)
                return now;
            await Task.WhenAny(rung, Task.Delay(AskAgain, cancellationToken));
        }
    }

    private Task<bool> Change(
        string verb,
        Job job,
        System.Linq.Expressions.Expression<Func<Job, bool>> from,
        Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<Job>> to,
        CancellationToken cancellationToken
    ) =>
        db.Apply(
            async () =>
            {
                if (await db.Jobs.Where(j => j.Id == job.Id).Where(from).ExecuteUpdateAsync(to, cancellationToken) == 0)
                    return false;
                viewer.Record(verb, "job", job.PublicId, job.UnitId);
                await db.SaveChangesAsync(cancellationToken);
                return true;
            },
            cancellationToken,
            kept => kept
        );
}
