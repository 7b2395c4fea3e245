using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Packs;
using ThiDua.Measures;

namespace ThiDua.App.Features.Reporting.ImportFigures;

/// <summary>
/// Holds rows of a file or a program against the form's checks: beside each other, and beside what holds for their units.
/// </summary>
public sealed class HeldFigures(AppDb db, PackShelf packs)
{
    private readonly FigureChecks checks = new(packs.All.SelectMany(p => p.Indicators), code => packs.Definitions[code]);

    /// <param name="rows">Of whole units, in the order of units.</param>
    /// <param name="doubts">Whether to look at the periods before as well.</param>
    public async Task<IReadOnlyList<(FigureRow Row, Finding Finding)>> Check(
        IReadOnlyList<FigureRow> rows,
        bool doubts,
        CancellationToken cancellationToken
    )
    {
        var bound = rows.Where(r => doubts || checks.Bound.Contains(r.Indicator.Code)).ToList();
        if (bound.Count == 0)
            return [];
        var held = await Held(bound, cancellationToken);
        var found = new List<(FigureRow, Finding)>();
        foreach (var unit in bound.GroupBy(r => r.Unit.Id))
        {
            var own = held[unit.Key].ToLookup(h => h.Code, h => h.Value);
            var given = unit.Select(r => new GivenFigure(r.Indicator, r.Period, r.Value)).ToList();
            foreach (var finding in checks.Compare(given, code => [.. own[code]], doubts))
                found.Add((unit.First(r => r.Indicator.Code == finding.Indicator && r.Period == finding.Period), finding));
        }
        return found;
    }

    private async Task<ILookup<int, (string Code, CurrentValue Value)>> Held(List<FigureRow> rows, CancellationToken cancellationToken)
    {
        var involved = checks.Beside([.. rows.Select(r => r.Indicator.Code).Distinct()]);
        var codes = await db
            .Indicators.AsNoTracking()
            .Where(i => involved.Contains(i.Code))
            .ToDictionaryAsync(i => i.Id, i => i.Code, cancellationToken);
        var (homes, ids, keys) = (
            rows.Select(r => r.Unit.HomeId).Distinct().ToList(),
            rows.Select(r => r.Unit.Id).Distinct().ToList(),
            codes.Keys.ToList()
        );
        var found = await db
            .Figures.AsNoTracking()
            .Where(f => homes.Contains(f.HomeId) && ids.Contains(f.UnitId) && keys.Contains(f.IndicatorId) && f.Value != null)
            .Select(f => new
            {
                f.UnitId,
                f.IndicatorId,
                f.PeriodId,
                f.FactId,
                f.Value,
            })
            .ToListAsync(cancellationToken);
        return found.ToLookup(
            f => f.UnitId,
            f => (codes[f.IndicatorId], new CurrentValue(Period.FromId(f.PeriodId), f.FactId, f.Value, null))
        );
    }
}
