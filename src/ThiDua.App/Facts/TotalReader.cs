using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Facts;

/// <summary>One cell of the totals of a unit's subtree.</summary>
public readonly record struct UnitCell(int Unit, string Indicator, Cell Cell);

/// <param name="Codes">Of the indicators' keys.</param>
/// <param name="First">Of <see cref="Period.Id"/>, included: for sums. Held values are kept as changes from the very first on.</param>
/// <param name="Last">Excluded.</param>
public sealed record CellSpan(IReadOnlyDictionary<int, string> Codes, Definitions Definitions, int First, int Last)
{
    /// <summary>What judging these targets needs: <see cref="Period.Id"/> begins with the year.</summary>
    public static CellSpan Of(IEnumerable<TargetRule> rules, IReadOnlyDictionary<int, string> codes, Definitions definitions)
    {
        var years = rules
            .SelectMany(r => new[] { r.Range.First.Year, r.Range.Last.Year, r.BaselineYear ?? r.Range.First.Year })
            .DefaultIfEmpty(1)
            .ToList();
        return new(codes, definitions, years.Min() * 10_000, (years.Max() + 2) * 10_000);
    }
}

/// <summary>Reads totals: stored ones of units with units below them, and for the others what their own figures make.</summary>
public sealed class TotalReader(AppDb db)
{
    public async Task<List<UnitCell>> Read(
        IReadOnlyCollection<UnitRow> units,
        IReadOnlyCollection<int> indicators,
        CellSpan span,
        CancellationToken cancellationToken
    )
    {
        var cells = new List<UnitCell>();
        if (indicators.Count == 0)
            return cells;
        var held = indicators.Where(i => DerivedFigures.Definition(span.Definitions, span.Codes[i]).IsHeld).ToList();
        if (units.Where(u => u.IsParent).ToList() is { Count: > 0 } parents)
            cells.AddRange(await Stored(parents, indicators, held, span, cancellationToken));
        if (units.Where(u => !u.IsParent).ToList() is { Count: > 0 } leaves)
            cells.AddRange(await Own(leaves, indicators, held, span, cancellationToken));
        return cells;
    }

    private async Task<IEnumerable<UnitCell>> Stored(
        List<UnitRow> units,
        IReadOnlyCollection<int> indicators,
        List<int> held,
        CellSpan span,
        CancellationToken cancellationToken
    )
    {
        var (homes, ids) = Keys(units);
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            // A province has 168 communes of some hundred rows each: read as they are, not as entities.
            return await FactTables.ReadTotals(db, homes, ids, indicators, held, span, cancellationToken);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task<IEnumerable<UnitCell>> Own(
        List<UnitRow> units,
        IReadOnlyCollection<int> indicators,
        List<int> held,
        CellSpan span,
        CancellationToken cancellationToken
    )
    {
        var (homes, ids) = Keys(units);
        var rows = await db
            .Figures.AsNoTracking()
            .Where(f => homes.Contains(f.HomeId) && ids.Contains(f.UnitId) && indicators.Contains(f.IndicatorId))
            .Where(f => f.PeriodId < span.Last && (f.PeriodId >= span.First || held.Contains(f.IndicatorId)))
            .ToListAsync(cancellationToken);
        return rows.GroupBy(f => (f.UnitId, f.IndicatorId))
            .SelectMany(g =>
            {
                var code = span.Codes[g.Key.IndicatorId];
                var values = g.Select(f => new CurrentValue(Period.FromId(f.PeriodId), f.FactId, f.Value, f.ApprovedValue));
                return Measures
                    .Totals.OwnCells(DerivedFigures.Definition(span.Definitions, code), values)
                    .Select(c => new UnitCell(g.Key.UnitId, code, c));
            });
    }

    private static (List<int> Homes, List<int> Units) Keys(List<UnitRow> units) =>
        ([.. units.Select(u => u.HomeId).Distinct()], [.. units.Select(u => u.Id)]);
}
