using Microsoft.EntityFrameworkCore;
using ThiDua.App.Audit;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Packs;

namespace ThiDua.App.Features.Tasks;

/// <summary>
/// Lays each task before the units that lead it once its span has begun: at the launch, and day by day after it. Looking twice
/// begins nothing twice.
/// </summary>
public sealed class BeginTasks(AppDb db, BeginCase begin, PackShelf packs, TimeProvider clock)
{
    private const int MostAtOnce = 500;

    /// <summary>Of every campaign that runs.</summary>
    /// <returns>How many were begun.</returns>
    public async Task<int> Handle(CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var running = await db
            .Campaigns.AsNoTracking()
            .Where(c => c.Case!.State == CampaignCase.Running && c.From <= today && c.To >= today)
            .OrderBy(c => c.Id)
            .Select(c => c.Id)
            .ToListAsync(cancellationToken);
        var begun = 0;
        foreach (var id in running)
        {
            db.ChangeTracker.Clear();
            begun += await Of(await Read(id, cancellationToken), cancellationToken);
        }
        return begun;
    }

    public Task<Campaign> Read(int campaign, CancellationToken cancellationToken) =>
        db.Campaigns.Include(c => c.Tasks).ThenInclude(t => t.Units).AsSplitQuery().SingleAsync(c => c.Id == campaign, cancellationToken);

    /// <summary>Of one campaign; within the transaction that there is.</summary>
    /// <param name="record">The act that explains it; left out: one for each.</param>
    /// <param name="only">Ids of the tasks to begin; left out: all.</param>
    public async Task<int> Of(Campaign campaign, CancellationToken cancellationToken, Act? record = null, IReadOnlySet<int>? only = null)
    {
        var today = clock.Today();
        var ids = campaign.Tasks.Select(t => t.Id).ToList();
        // What ended before the launch nobody was asked for.
        var launched = DateOnly.FromDateTime(campaign.LaunchedAt.Local().DateTime);
        var there = (
            await db
                .TaskItems.AsNoTracking()
                .Where(i => ids.Contains(i.TaskId))
                .Select(i => new
                {
                    i.TaskId,
                    i.UnitId,
                    i.From,
                })
                .ToListAsync(cancellationToken)
        ).Select(i => (i.TaskId, i.UnitId, i.From)).ToHashSet();
        var missing = (
            from task in campaign.Tasks.Where(t => t.Until is null).Where(t => only?.Contains(t.Id) ?? true)
            from span in TaskRules.Begun(task.Every, task.DueDate, campaign.From, campaign.To, today)
            where span.To >= (task.Since ?? launched)
            from unit in task.Units.Where(u => u.Lead && (u.From is null || span.To >= u.From))
            where !there.Contains((task.Id, unit.UnitId, span.From))
            select (Task: task, Span: span, unit.UnitId)
        ).ToList();
        foreach (var part in missing.Chunk(MostAtOnce))
        {
            foreach (var (task, span, unit) in part)
                db.Add(Begin(campaign, task, span, unit, record));
            await db.SaveChangesAsync(cancellationToken);
        }
        return missing.Count;
    }

    private TaskItem Begin(Campaign campaign, CampaignTask task, TaskSpan span, int unitId, Act? record)
    {
        // Without a day in the plan, and done once, it is due when the campaign ends: nobody is pressed before.
        var soon = span.To.AddDays(-7);
        return new()
        {
            Case = begin.Handle(
                new(
                    TaskCase.Kind,
                    packs[campaign.Pack],
                    task.Text,
                    unitId,
                    new(span.To, soon < span.From ? span.From : soon),
                    $"{task.Order:00000}",
                    Record: record
                )
            ),
            TaskId = task.Id,
            UnitId = unitId,
            From = span.From,
            To = span.To,
        };
    }
}
