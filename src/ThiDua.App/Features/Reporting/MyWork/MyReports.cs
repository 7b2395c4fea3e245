using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Reporting.MyWork;

/// <summary>What one person reports.</summary>
/// <param name="Campaigns">With their targets, the newest first.</param>
/// <param name="Owed">Reports of their units still to be sent; what came back first, then the most urgent.</param>
/// <param name="Sent">Their reports that wait for approval.</param>
/// <param name="Next">The report of each unit that opens next.</param>
public sealed record Waiting(
    IReadOnlyList<UnitRow> Units,
    IReadOnlyList<Campaign> Campaigns,
    IReadOnlyList<OwedReport> Owed,
    IReadOnlyList<OwedReport> Sent,
    IReadOnlyList<OwedReport> Next
);

/// <summary>The reports that I answer for: owed, sent, next.</summary>
public sealed class MyReports(
    AppDb db,
    Viewer viewer,
    ReportingQueries reporting,
    CampaignAsks asks,
    EntryOnBehalf behalf,
    TimeProvider clock
)
{
    public async Task<Waiting> Mine(CancellationToken cancellationToken)
    {
        var units = await Units(cancellationToken);
        var today = clock.Today();
        var above = units.SelectMany(u => UnitVersion.PathIds(u.Path)).Distinct().ToList();
        var standing = await db
            .StandingCampaigns.AsNoTracking()
            .Include(c => c.Case)
            .Include(c => c.Targets)
            .AsSingleQuery()
            .Where(c => above.Contains(c.UnitId))
            .OrderByDescending(c => c.From)
            .ToListAsync(cancellationToken);
        asks.Know(standing, units.Select(u => u.Path));
        var campaigns = standing.Where(c => c.State != CampaignCase.Closed).ToList();
        var owed = await reporting.Owed(campaigns, units, cancellationToken);
        return new(
            units,
            campaigns,
            [
                .. owed.Where(o => o.Status.IsOwed())
                    .OrderBy(o => o.Status is ReportStatus.Returned or ReportStatus.Reopened ? 0 : 1)
                    .ThenBy(o => o.Due.Day),
            ],
            [.. owed.Where(o => o.Status == ReportStatus.Sent)],
            [
                .. owed.Where(o => o.Status == ReportStatus.NotYetOpen && o.OpensOn > today)
                    .GroupBy(o => (o.Unit.Id, o.Campaign.Id))
                    .Select(g => g.First())
                    .Take(3),
            ]
        );
    }

    /// <summary>
    /// The units for which this person reports: those where they hold the right, and below them those that nobody else
    /// reports for. The office of a commune is not asked for what each hamlet's head sends.
    /// </summary>
    private async Task<IReadOnlyList<UnitRow>> Units(CancellationToken cancellationToken)
    {
        var (today, own, theirs) = (clock.Today(), viewer.UnitIds.ToList(), behalf.Theirs);
        var found = new List<UnitRow>();
        foreach (var path in viewer.Scopes(Permission.FillReport))
            found.AddRange(
                await db
                    .UnitVersions.AsNoTracking()
                    .ValidOn(today)
                    .Below(path)
                    .Where(v => own.Contains(v.UnitId) || !theirs.Contains(v.UnitId))
                    .Rows()
                    .ToListAsync(cancellationToken)
            );
        return [.. found.DistinctBy(u => u.Id)];
    }
}
