using Microsoft.EntityFrameworkCore;
using ThiDua.App.Audit;
using ThiDua.App.Data;

namespace ThiDua.App.Jobs;

/// <summary>A kind of job that is to be done once each day; its payload is a <see cref="WorkOfDay"/>.</summary>
public sealed record DailyJob(string Code);

/// <param name="Day">The day it is done for.</param>
public sealed record WorkOfDay(DateOnly Day);

/// <summary>
/// Enqueues the work of each day once, whichever node sees the day first; a day on which no node ran is caught up by the work
/// itself.
/// </summary>
public sealed class DayRound(IEnumerable<DailyJob> daily, IServiceScopeFactory scopes, TimeProvider clock, ILogger<DayRound> logger)
    : LeasedLoop("day", scopes, clock, logger)
{
    private readonly TimeProvider clock = clock;
    private DateOnly? done;

    protected override Task<bool> HasWork(AppDb db, CancellationToken cancellationToken) =>
        Task.FromResult(done != clock.Today() && daily.Any());

    protected override async Task<int> Step(AppDb db, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var enqueued = await db.Apply(() => Enqueue(db, today, cancellationToken), cancellationToken);
        done = today;
        return enqueued;
    }

    private async Task<int> Enqueue(AppDb db, DateOnly today, CancellationToken cancellationToken)
    {
        var keys = daily.ToDictionary(d => d.Code, d => $"{d.Code}:{today:yyyyMMdd}");
        var known = await db.Jobs.Where(j => keys.Values.Contains(j.Key)).Select(j => j.Key).ToListAsync(cancellationToken);
        var fresh = keys.Where(k => !known.Contains(k.Value)).ToList();
        if (fresh.Count == 0)
            return 0;
        var act = new Act
        {
            At = clock.GetUtcNow(),
            Verb = "system.day",
            SubjectKind = "system",
            SubjectId = $"{today:yyyy-MM-dd}",
        };
        db.Acts.Add(act);
        foreach (var (code, key) in fresh)
            await db.Enqueue(code, new WorkOfDay(today), act, cancellationToken, key);
        await db.SaveChangesAsync(cancellationToken);
        return fresh.Count;
    }
}
