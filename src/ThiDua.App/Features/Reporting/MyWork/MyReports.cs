using Microsoft.EntityFrameworkCore;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Units;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Reporting.MyWork;

/// <summary>What one person reports, and what waits for them beside it.</summary>
/// <param name="Owed">Reports of their units still to be sent; what came back first, then the most urgent.</param>
/// <param name="Sent">Their reports that wait for approval.</param>
/// <param name="Next">The report of each unit that opens next.</param>
/// <param name="ToDecide">Cases that wait for their decision.</param>
public sealed record Waiting(
    IReadOnlyList<UnitRow> Units,
    IReadOnlyList<Campaign> Campaigns,
    IReadOnlyList<OwedReport> Owed,
    IReadOnlyList<OwedReport> Sent,
    IReadOnlyList<OwedReport> Next,
    int ToDecide
);

/// <summary>The reports that I answer for: owed, sent, next.</summary>
public sealed class MyReports(AppDb db, Viewer viewer, ReportingQueries reporting, CaseRows cases, EntryOnBehalf behalf, TimeProvider clock)
{
    public async Task<Waiting> Mine(CancellationToken stop)
    {
        var units = await Units(stop);
        var today = clock.Today();
        var above = units
            .SelectMany(u => u.Path.Split('/', StringSplitOptions.RemoveEmptyEntries))
            .Distinct()
            .Select(id => int.Parse(id, System.Globalization.CultureInfo.InvariantCulture))
            .ToList();
        var campaigns = await db
            .Campaigns.AsNoTracking()
            .Where(c => above.Contains(c.UnitId))
            .OrderByDescending(c => c.From)
            .ToListAsync(stop);
        var owed = await reporting.Owed(campaigns, units, stop);
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
            ],
            await cases.Count(decisions: true).CountAsync(stop)
        );
    }

    /// <summary>
    /// The units for which this person reports: those where they hold the right, and below them those that nobody else
    /// reports for. The office of a commune is not asked for what each hamlet's head sends.
    /// </summary>
    private async Task<IReadOnlyList<UnitRow>> Units(CancellationToken stop)
    {
        var today = clock.Today();
        var found = new List<UnitRow>();
        foreach (var path in viewer.Scopes(Permission.FillReport))
            found.AddRange(await UnitQueries.Subtree(db, path, today, stop));
        var theirs = await behalf.Theirs.Distinct().ToListAsync(stop);
        return [.. found.DistinctBy(u => u.Id).Where(u => viewer.UnitIds.Contains(u.Id) || !theirs.Contains(u.Id))];
    }
}
