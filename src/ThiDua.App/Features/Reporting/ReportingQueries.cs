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
public sealed class ReportingQueries(AppDb db, PackShelf packs, TimeProvider clock)
{
    /// <summary>Every report that these units owe to these campaigns, in the order of their due days.</summary>
    public async Task<IReadOnlyList<OwedReport>> Owed(
        IReadOnlyList<Campaign> campaigns,
        IReadOnlyList<UnitRow> units,
        CancellationToken stop
    )
    {
        var (campaignIds, unitIds) = (campaigns.Select(c => c.Id).ToList(), units.Select(u => u.Id).ToList());
        var targets = campaigns.Any(c => c.Targets.Count > 0)
            ? [.. campaigns.SelectMany(c => c.Targets.Where(t => t.Indicator is not null).Select(t => new { t.CampaignId, t.Indicator }))]
            : await db
                .Targets.Where(t => campaignIds.Contains(t.CampaignId) && t.Indicator != null)
                .Select(t => new { t.CampaignId, t.Indicator })
                .Distinct()
                .ToListAsync(stop);
        var reports = (
            await db
                .Reports.AsNoTracking()
                .Include(r => r.Case)
                .Where(r => campaignIds.Contains(r.CampaignId) && unitIds.Contains(r.UnitId))
                .ToListAsync(stop)
        ).ToDictionary(r => (r.CampaignId, r.UnitId, r.PeriodId));
        var owed = new List<OwedReport>();
        foreach (var campaign in campaigns)
        {
            var pack = packs[campaign.Pack];
            var needed = ReportingRules.Needed(
                pack,
                packs.Definitions,
                targets.Where(t => t.CampaignId == campaign.Id).Select(t => t.Indicator)
            );
            var (range, deadlines) = (new DateRange(campaign.From, campaign.To), new DeadlineBook(pack));
            foreach (var kind in units.Where(u => u.Path.Contains($"/{campaign.UnitId}/", StringComparison.Ordinal)).GroupBy(u => u.Kind))
            foreach (var period in ReportingRules.Periods(pack, needed, kind.Key, range))
            {
                var (due, opens) = (
                    deadlines.Of(period),
                    ReportingRules.OpensOn(period, ReportingRules.Figures(pack, needed, kind.Key, range, period))
                );
                owed.AddRange(
                    kind.Select(unit => (unit, report: reports.GetValueOrDefault((campaign.Id, unit.Id, period.Id))))
                        .Select(x => new OwedReport(
                            campaign,
                            x.unit,
                            period,
                            due,
                            opens,
                            ReportingRules.Status(x.report?.Case.State, opens, due, clock.Today()),
                            x.report
                        ))
                );
            }
        }
        return [.. owed.OrderBy(o => o.Due.Day).ThenBy(o => o.Period).ThenBy(o => o.Unit.Id)];
    }

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
