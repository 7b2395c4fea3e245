using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Features.Reporting.ImportFigures;

/// <summary>One line of the form: a figure that a unit owes for the period.</summary>
/// <param name="Value">What holds now, scaled.</param>
public sealed record FormLine(UnitRow Unit, AskedFigure Figure, long? Value);

/// <summary>What a unit and all below it owe to a campaign for a period, as a table to be filled in and brought back.</summary>
public sealed class FigureForm(AppDb db, CampaignAsks asks, FactStore facts, Viewer viewer)
{
    public const int MostLines = 20_000;

    /// <returns>Null when there is no such report to make, or the viewer may not.</returns>
    public async Task<IReadOnlyList<FormLine>?> Lines(string unit, string campaign, string period, CancellationToken cancellationToken)
    {
        if (!PeriodCode.TryParse(period, out var asked, out _))
            return null;
        var found = await db.OpenCampaigns.AsNoTracking().FirstOrDefaultAsync(c => c.PublicId == campaign, cancellationToken);
        var top = await UnitQueries.Find(db, unit, asked.Last, cancellationToken);
        if (found is null || top is null || !viewer.Can(Permission.FillReport, top.Path) || !TakesPart(top, found))
            return null;
        var ask = await asks.Of(found, cancellationToken);
        var figures = new Dictionary<string, IReadOnlyList<AskedFigure>>();
        var lines = new List<FormLine>();
        foreach (var row in await UnitQueries.Subtree(db, top.Path, asked.Last, cancellationToken))
        {
            if (!figures.TryGetValue(row.Kind, out var owed))
                // What registers count nobody types.
                figures[row.Kind] = owed = [.. ask.Figures(row.Kind, asked).Where(f => f.CountedBy is null)];
            lines.AddRange(owed.Select(f => new FormLine(row, f, null)).Take(MostLines - lines.Count));
        }
        var book = await facts.Open(lines.Select(l => (l.Unit.Id, l.Figure.Indicator.Code)), cancellationToken);
        return [.. lines.Select(l => l with { Value = book.Current(l.Unit.Id, l.Figure.Indicator.Code, l.Figure.Period)?.Value })];
    }

    private static bool TakesPart(UnitRow unit, Campaign campaign) => unit.Path.Contains($"/{campaign.UnitId}/", StringComparison.Ordinal);
}
