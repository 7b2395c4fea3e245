using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Features.Reporting;
using ThiDua.App.Features.Tasks;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Campaigns.Overview;

/// <summary>Where the doing of a task stands at the unit that leads it.</summary>
public sealed record TaskStanding(int TaskId, int UnitId, string PublicId, string State);

/// <param name="Lead">Tasks that it leads; <paramref name="With"/>: that it supports.</param>
public sealed record UnitWork(
    UnitRow Unit,
    IReadOnlyList<CampaignTarget> Targets,
    IReadOnlyList<CampaignTask> Lead,
    IReadOnlyList<CampaignTask> With
);

/// <summary>How a unit's registration stands.</summary>
public sealed record RegistrationRow(string PublicId, string Unit, FlowState State, string? Reason, DateOnly? Due, bool IsMine)
{
    public bool IsFiled => !State.Editable;
}

/// <param name="Owed">Reports that are owed and not late; null where there are too many units to count them on a page.</param>
public sealed record ReportCounts(int? Owed, int Late, int Waiting);

/// <summary>Who does what in a campaign, and how far they are: what its page shows of them.</summary>
public sealed class CampaignPeople(AppDb db, Viewer viewer, TimeProvider clock, PackShelf packs, ReportingQueries reporting)
{
    private const int MostUnits = 400;

    public static IReadOnlyList<UnitWork> Work(Campaign campaign, IEnumerable<UnitRow> tree) =>
        [
            .. tree.Select(u => new UnitWork(
                    u,
                    [.. campaign.Current.Where(t => t.Units.Any(x => x.UnitId == u.Id))],
                    [.. Tasks(campaign).Where(t => t.Units.Any(x => x.UnitId == u.Id && x.Lead))],
                    [.. Tasks(campaign).Where(t => t.Units.Any(x => x.UnitId == u.Id && !x.Lead))]
                ))
                .Where(w => w.Targets.Count + w.Lead.Count + w.With.Count > 0),
        ];

    public static IEnumerable<CampaignTask> Tasks(Campaign campaign) => campaign.Tasks.Where(t => t.Until is null);

    /// <summary>What is done once, and of what recurs the span of the day; of the units that the reader sees.</summary>
    public async Task<IReadOnlyList<TaskStanding>> Standings(
        Campaign campaign,
        IEnumerable<UnitRow> tree,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var (tasks, seen) = (campaign.Tasks.ConvertAll(t => t.Id), Seen(tree).Select(u => u.Id).ToList());
        return await db.Set<TaskItem>()
            .AsNoTracking()
            .Where(i => tasks.Contains(i.TaskId) && seen.Contains(i.Case.UnitId) && (i.Task!.Every == null || i.To >= day))
            .Select(i => new TaskStanding(i.TaskId, i.UnitId, i.Case.PublicId, i.Case.State))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Those that are not filed stand first.</summary>
    public async Task<IReadOnlyList<RegistrationRow>> Registrations(
        Campaign campaign,
        IReadOnlyList<UnitRow> tree,
        CancellationToken cancellationToken
    )
    {
        var (seen, flow) = (Seen(tree).ToDictionary(u => u.Id), packs[campaign.Pack].Flow(RegistrationCase.Kind)!);
        var ids = seen.Keys.ToList();
        var rows = await db
            .Registrations.AsNoTracking()
            .Include(r => r.Case)
            .Where(r => r.CampaignId == campaign.Id && ids.Contains(r.UnitId))
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => new RegistrationRow(
                    r.Case.PublicId,
                    seen[r.UnitId].Name,
                    flow.State(r.Case.State)!,
                    r.Case.Reason,
                    r.Case.Due,
                    viewer.UnitIds.Contains(r.UnitId)
                ))
                .OrderBy(r => r.IsFiled)
                .ThenBy(r => NameText.SortKey(r.Unit), StringComparer.Ordinal),
        ];
    }

    public async Task<ReportCounts> Reports(Campaign campaign, IReadOnlyList<UnitRow> tree, CancellationToken cancellationToken)
    {
        var seen = Seen(tree).ToList();
        var ids = seen.ConvertAll(u => u.Id);
        var waiting = await db.Reports.CountAsync(
            r => r.CampaignId == campaign.Id && ids.Contains(r.UnitId) && r.Case.State == ReportingRules.Submitted,
            cancellationToken
        );
        if (seen.Count > MostUnits || campaign.State is CampaignCase.Closed or CampaignCase.Recalled)
            return new(seen.Count > MostUnits ? null : 0, 0, waiting);
        var owed = await reporting.Owed([campaign], seen, cancellationToken);
        var late = owed.Count(o => o.Status == ReportStatus.Overdue);
        return new(owed.Count(o => o.Status.IsOwed()) - late, late, waiting);
    }

    /// <summary>The day on which its tree is looked at: the names and places that the units had in the campaign's own time.</summary>
    public DateOnly DayOf(Campaign campaign) => campaign.To < clock.Today() ? campaign.To : clock.Today();

    private IEnumerable<UnitRow> Seen(IEnumerable<UnitRow> tree) => tree.Where(u => viewer.Can(Permission.ViewProgress, u.Path));
}
