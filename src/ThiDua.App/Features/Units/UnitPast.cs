using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Packs;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Features.Units;

/// <summary>
/// What units that came from others are compared with in a baseline year: the part of their predecessors' figures that
/// recorded succession gives them. Only years that were over when the unit came to be; what it holds itself is its own.
/// </summary>
public sealed class UnitPast(AppDb db, TotalReader totals, PackShelf packs)
{
    private const int MostGenerations = 10;

    /// <param name="years">The baseline years asked.</param>
    public async Task<List<UnitCell>> Read(
        IReadOnlyCollection<UnitRow> units,
        IReadOnlyCollection<int> indicators,
        CellSpan span,
        IReadOnlySet<int> years,
        CancellationToken cancellationToken,
        int generation = 0
    )
    {
        if (years.Count == 0 || generation > MostGenerations)
            return [];
        var ids = units.Select(u => u.Id).ToList();
        var (first, past) = (new DateOnly(years.Min(), 12, 31), new List<UnitCell>());
        var successions = await db
            .UnitSuccessions.AsNoTracking()
            .Where(s => ids.Contains(s.SuccessorId) && s.From > first)
            .ToListAsync(cancellationToken);
        if (successions.Count == 0)
            return past;
        var before = successions.Select(s => s.PredecessorId).Distinct().ToList();
        var predecessors = (
            await db.UnitVersions.AsNoTracking().Where(v => before.Contains(v.UnitId)).Rows().ToListAsync(cancellationToken)
        )
            .DistinctBy(u => u.Id)
            .ToList();
        var figures = indicators.Where(i => !DerivedFigures.Is(span.Codes[i])).ToList();
        var cells = await totals.Read(predecessors, figures, span, cancellationToken);
        cells.AddRange(await Read(predecessors, figures, span, years, cancellationToken, generation + 1));
        foreach (var succession in successions)
        foreach (var figure in cells.Where(c => c.Unit == succession.PredecessorId).GroupBy(c => c.Indicator))
            past.AddRange(Part(succession, span.Definitions[figure.Key], [.. figure.Select(f => f.Cell)], years));
        return past;
    }

    private IEnumerable<UnitCell> Part(UnitSuccession succession, IndicatorDefinition definition, List<Cell> cells, IReadOnlySet<int> years)
    {
        var schedule = packs.Schedules[definition.Code];
        var part = Succession.Inherit(definition, schedule, 1, [(new Series(schedule, cells, 1), succession.Share)]).Cells;
        if (!definition.IsHeld)
            return part.Where(c => c.Period.Last < succession.From && years.Contains(c.Period.Year))
                .Select(c => new UnitCell(succession.SuccessorId, definition.Code, c));
        // From its own first day on the successor holds what it opened with.
        Place[] stay = [new(DateOnly.MinValue, [succession.SuccessorId]), new(succession.From, [])];
        return Rollup.Spread(definition, part, stay, schedule).Select(d => new UnitCell(succession.SuccessorId, definition.Code, d.Cell));
    }
}
