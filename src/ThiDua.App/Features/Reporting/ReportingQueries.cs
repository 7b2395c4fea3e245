using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Deadlines;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Units;
using ThiDua.App.Packs;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Features.Reporting;

/// <summary>One report that a unit owes, sent or not.</summary>
public sealed record OwedReport(
    Campaign Campaign,
    UnitRow Unit,
    Period Period,
    Due Due,
    DateOnly OpensOn,
    ReportStatus Status,
    Report? Report
)
{
    public string Href => $"/reports/{Unit.PublicId}/{Campaign.PublicId}/{Period}";
}

/// <summary>Which reports some units owe and how they stand; shared with the inbox and the pages of progress.</summary>
public sealed class ReportingQueries(AppDb db, CampaignAsks asks, TimeProvider clock)
{
    /// <summary>Every report that these units owe to these campaigns, in the order of their due days.</summary>
    public async Task<IReadOnlyList<OwedReport>> Owed(
        IReadOnlyList<Campaign> campaigns,
        IReadOnlyList<UnitRow> units,
        CancellationToken cancellationToken
    )
    {
        var (campaignIds, unitIds) = (campaigns.Select(c => c.Id).ToList(), units.Select(u => u.Id).ToList());
        var reports = (
            await db
                .Reports.AsNoTracking()
                .Include(r => r.Case)
                .Where(r => campaignIds.Contains(r.CampaignId) && unitIds.Contains(r.UnitId))
                .ToListAsync(cancellationToken)
        ).ToDictionary(r => (r.CampaignId, r.UnitId, r.PeriodId));
        var firsts = await FirstDays(db, unitIds, cancellationToken);
        var owed = new List<OwedReport>();
        foreach (var ask in await asks.Of(campaigns, cancellationToken))
        {
            var deadlines = new DeadlineBook(ask.Pack);
            foreach (var kind in units.Where(u => u.Path.StartsWith(ask.Path, StringComparison.Ordinal)).GroupBy(u => u.Kind))
            foreach (var period in ask.Periods(kind.Key))
            {
                var (due, opens) = (deadlines.Of(period), ReportingRules.OpensOn(period, ask.Figures(kind.Key, period)));
                owed.AddRange(
                    kind.Select(unit => (Unit: unit, Report: reports.GetValueOrDefault((ask.Campaign.Id, unit.Id, period.Id))))
                        .Where(x => IsToBeSeen(ask, period, firsts[x.Unit.Id], x.Report))
                        .Select(x => new OwedReport(
                            ask.Campaign,
                            x.Unit,
                            period,
                            ReportingRules.DueOf(x.Report?.Case, due),
                            opens,
                            ReportingRules.Status(x.Report?.Case.State, opens, due, clock.Today()),
                            x.Report
                        ))
                );
            }
        }
        return [.. owed.OrderBy(o => o.Due.Day).ThenBy(o => o.Period).ThenBy(o => o.Unit.Id)];
    }

    /// <summary>
    /// What was over before the launch, or before the unit was there, is owed by nobody; what came in all the same is followed.
    /// </summary>
    private static bool IsToBeSeen(CampaignAsk ask, Period period, DateOnly first, Report? report) =>
        (ask.IsOwed(period) && period.Last >= first) || report is { Case.State: not ReportingRules.Draft };

    /// <summary>The first day of each of these units.</summary>
    public static Task<Dictionary<int, DateOnly>> FirstDays(AppDb db, List<int> units, CancellationToken cancellationToken) =>
        db
            .UnitVersions.AsNoTracking()
            .Where(v => units.Contains(v.UnitId))
            .GroupBy(v => v.UnitId)
            .Select(g => new { g.Key, First = g.Min(v => v.From) })
            .ToDictionaryAsync(g => g.Key, g => g.First, cancellationToken);

    /// <summary>Units and periods on which an approved report stands: their figures change by reopening it.</summary>
    public static async Task<HashSet<(int Unit, int Period)>> Locked(AppDb db, IEnumerable<int> units, CancellationToken cancellationToken)
    {
        var ids = units.Distinct().ToList();
        var found = await db
            .Reports.AsNoTracking()
            .Where(r => r.Case.State == ReportingRules.Approved && ids.Contains(r.UnitId))
            .Select(r => new { r.UnitId, r.PeriodId })
            .ToListAsync(cancellationToken);
        return [.. found.Select(f => (f.UnitId, f.PeriodId))];
    }
}
