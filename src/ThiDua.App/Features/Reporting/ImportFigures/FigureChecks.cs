using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Imports;
using ThiDua.App.Packs;
using ThiDua.Measures;

namespace ThiDua.App.Features.Reporting.ImportFigures;

/// <summary>
/// What the form asks of figures beside each other, asked of files too: part ≤ whole, reach ≤ stock. A row is held against the
/// other rows of its unit and against what holds already.
/// </summary>
public sealed class FigureChecks(AppDb db, PackShelf packs, RowErrors errors, string column)
{
    /// <param name="OverYear">Holds for the year so far, not for each period.</param>
    private sealed record Bound(PackIndicator Part, PackIndicator Whole, bool OverYear, bool IsReach);

    private readonly record struct Known(int First, int Last, long Value);

    private readonly List<Bound> bounds =
    [
        .. from part in packs.All.SelectMany(p => p.Indicators)
        from bound in part.PartOf.Select(o => (o.Whole, o.OverYear, IsReach: false)).Concat(part.Stock is { } s ? [(s, false, true)] : [])
        select new Bound(part, packs.Indicator(bound.Item1)!, bound.Item2 && part.Kind == PackKind.Flow, bound.Item3),
    ];

    /// <param name="rows">Of whole units, in the order of units.</param>
    public async Task Run(IReadOnlyList<FigureRow> rows, CancellationToken cancellationToken)
    {
        var involved = bounds.SelectMany(b => new[] { b.Part.Code, b.Whole.Code }).ToHashSet();
        var units = rows.Where(r => involved.Contains(r.Indicator.Code)).Select(r => r.Unit).Distinct().ToList();
        if (units.Count == 0)
            return;
        var held = (await Held(units, involved, cancellationToken)).ToLookup(h => h.Unit);
        foreach (var unit in rows.Where(r => involved.Contains(r.Indicator.Code)).GroupBy(r => r.Unit.Id))
        foreach (var bound in bounds)
            Check(bound, [.. unit], held[unit.Key].ToDictionary(h => (h.Code, h.Period), h => h.Value));
    }

    private void Check(Bound bound, List<FigureRow> rows, Dictionary<(string, Period), long> held)
    {
        var touched = rows.Where(r => r.Indicator == bound.Part || r.Indicator == bound.Whole).ToList();
        if (touched.Count == 0)
            return;
        var (parts, wholes) = (Values(bound.Part, rows, held), Values(bound.Whole, rows, held));
        foreach (var row in touched)
        {
            if (
                Amount(bound.Part, parts, row.Period, bound.OverYear) is not { } part
                || Amount(bound.Whole, wholes, row.Period, bound.OverYear) is not { } whole
                || part <= whole
            )
                continue;
            errors.Add(
                row.Line,
                column,
                bound.IsReach ? "reach-above-stock"
                    : bound.OverYear ? "part-above-whole-year"
                    : "part-above-whole",
                bound.Part.Name.Here(),
                VietnameseNumber.Format(part, 4),
                bound.Whole.Name.Here(),
                VietnameseNumber.Format(whole, 4)
            );
        }
    }

    private static List<Known> Values(PackIndicator indicator, List<FigureRow> rows, Dictionary<(string, Period), long> held)
    {
        var values = held.Where(h => h.Key.Item1 == indicator.Code).ToDictionary(h => h.Key.Item2, h => h.Value);
        foreach (var row in rows.Where(r => r.Indicator == indicator))
            values[row.Period] = row.Value;
        return [.. values.Select(v => new Known(v.Key.First.DayNumber, v.Key.Last.DayNumber, v.Value)).OrderBy(v => (v.Last, v.First))];
    }

    /// <summary>Of a flow the sum of the period, or of its year so far; of what is held the last value that had begun by its end.</summary>
    private static Rational? Amount(PackIndicator indicator, List<Known> values, Period period, bool yearSoFar)
    {
        var (first, last) = ((yearSoFar ? new DateOnly(period.Last.Year, 1, 1) : period.First).DayNumber, period.Last.DayNumber);
        Int128? amount = null;
        foreach (var value in values)
        {
            if (indicator.Kind == PackKind.Flow)
            {
                if (value.First >= first && value.Last <= last)
                    amount = (amount ?? 0) + value.Value;
            }
            else if (value.First <= last)
                amount = value.Value;
        }
        return amount is { } sum ? Rational.FromScaled((long)Int128.Clamp(sum, long.MinValue, long.MaxValue), indicator.Scale) : null;
    }

    private async Task<List<(int Unit, string Code, Period Period, long Value)>> Held(
        List<FigureUnit> units,
        HashSet<string> involved,
        CancellationToken cancellationToken
    )
    {
        var (homes, ids) = (units.Select(u => u.HomeId).Distinct().ToList(), units.Select(u => u.Id).ToList());
        var codes = await db
            .Indicators.AsNoTracking()
            .Where(i => involved.Contains(i.Code))
            .ToDictionaryAsync(i => i.Id, i => i.Code, cancellationToken);
        var keys = codes.Keys.ToList();
        var found = await db
            .Figures.AsNoTracking()
            .Where(f => homes.Contains(f.HomeId) && ids.Contains(f.UnitId) && keys.Contains(f.IndicatorId) && f.Value != null)
            .Select(f => new
            {
                f.UnitId,
                f.IndicatorId,
                f.PeriodId,
                f.Value,
            })
            .ToListAsync(cancellationToken);
        return [.. found.Select(f => (f.UnitId, codes[f.IndicatorId], Period.FromId(f.PeriodId), f.Value!.Value))];
    }
}
