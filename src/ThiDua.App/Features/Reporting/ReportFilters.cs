using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Lists;
using ThiDua.App.Security;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Features.Reporting;

/// <summary>What the queue of reports is narrowed by beside the unit: the campaign and the period.</summary>
internal static class ReportFilters
{
    private const int MostCampaigns = 30,
        MostPeriods = 60;

    public static async Task<IReadOnlyList<ListFilter<CaseRow>>> Of(
        AppDb db,
        Viewer viewer,
        IStringLocalizer<Text> text,
        CancellationToken cancellationToken
    )
    {
        var scopes = viewer.Scopes(Permission.ReviewReport);
        var (above, reports) = (scopes.SelectMany(UnitVersion.PathIds).Distinct().ToList(), db.Reports);
        var within = scopes.Select(s => db.UnitVersions.Below(s).Select(v => v.UnitId)).Aggregate((a, b) => a.Union(b));
        var campaigns = await db
            .StandingCampaigns.AsNoTracking()
            .Where(c => above.Contains(c.UnitId) || within.Contains(c.UnitId))
            .OrderByDescending(c => c.From)
            .Take(MostCampaigns)
            .Select(c => new
            {
                c.Id,
                c.PublicId,
                c.Name,
            })
            .ToListAsync(cancellationToken);
        var ids = campaigns.ConvertAll(c => c.Id);
        var periods = await reports
            .Where(r => ids.Contains(r.CampaignId))
            .Select(r => r.PeriodId)
            .Distinct()
            .OrderByDescending(p => p)
            .Take(MostPeriods)
            .ToListAsync(cancellationToken);
        return
        [
            new ChoiceFilter<CaseRow>(
                "campaign",
                text["Campaign"],
                [.. campaigns.Select(c => new ListOption(c.PublicId, c.Name))],
                (rows, id) =>
                    campaigns.Find(c => c.PublicId == id)?.Id is { } campaign
                        ? rows.Where(r => reports.Any(x => x.Id == r.Id && x.CampaignId == campaign))
                        : rows
            ),
            new ChoiceFilter<CaseRow>(
                "period",
                text["Period"],
                [.. periods.Select(Period.FromId).OrderByDescending(p => p.Last).Select(p => new ListOption($"{p}", text.Name(p)))],
                (rows, code) =>
                    PeriodCode.TryParse(code, out var period, out _) && period.Id is var asked
                        ? rows.Where(r => reports.Any(x => x.Id == r.Id && x.PeriodId == asked))
                        : rows
            ),
        ];
    }
}
