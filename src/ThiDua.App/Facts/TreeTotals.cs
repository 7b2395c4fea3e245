using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Packs;
using ThiDua.Measures;

namespace ThiDua.App.Facts;

/// <summary>
/// Brings totals along when the tree changes. Within <see cref="AppDb.Apply"/>; the change saves itself. A unit's subtree
/// goes along by its own totals: since every total is a sum, the cost does not grow with the units below.
/// </summary>
public sealed class TreeTotals(AppDb db, PackShelf packs, FactStore facts, TotalSweep sweep)
{
    /// <summary>A unit, with all below it, stands elsewhere or ends.</summary>
    public async Task Move(int unitId, Func<Task> change, CancellationToken cancellationToken)
    {
        await TreeRevision.Change(db, cancellationToken);
        var before = await facts.Places([unitId], cancellationToken);
        var own = await Subtree(unitId, before, cancellationToken);
        await change();
        var after = await facts.Places([unitId], cancellationToken);
        var deltas = own.SelectMany(o => Rollup.Respread(o.Definition, o.Cells, Above(before, unitId, o.Definition.Code),
            Above(after, unitId, o.Definition.Code), packs.Schedules[o.Definition.Code]));
        await Add(after.With(before), deltas, cancellationToken);
    }

    /// <summary>Units change their kind, or take part in another campaign: what they gave themselves counts elsewhere, or anew.</summary>
    public async Task Recount(IReadOnlyCollection<int> unitIds, Func<Task> change, CancellationToken cancellationToken)
    {
        await TreeRevision.Change(db, cancellationToken);
        var book = await facts.OpenAll(unitIds, cancellationToken);
        var before = await facts.Places(unitIds, cancellationToken);
        await change();
        var after = await facts.Places(unitIds, cancellationToken);
        await Add(after.With(before), book.Moves(after), cancellationToken);
    }

    /// <summary>A unit gets its first unit below it: from now on its totals are stored, and begin with its own figures.</summary>
    public async Task BecomeParent(int unitId, CancellationToken cancellationToken)
    {
        var unit = await db.Units.SingleAsync(u => u.Id == unitId, cancellationToken);
        if (unit.IsParent) return;
        unit.IsParent = true;
        await db.SaveChangesAsync(cancellationToken);
        var places = await facts.Places([unitId], cancellationToken);
        var book = await facts.OpenAll([unitId], cancellationToken);
        await Add(places, book.All(places).Where(d => d.Unit == unitId), cancellationToken);
    }

    private async Task<List<(IndicatorDefinition Definition, IReadOnlyList<Cell> Cells)>> Subtree(int unitId, UnitPlaces places, CancellationToken cancellationToken)
    {
        if (!places[unitId].IsParent) return (await facts.OpenAll([unitId], cancellationToken)).Own(unitId);
        var rows = await (
            from t in db.Totals.AsNoTracking()
            join i in db.Indicators on t.IndicatorId equals i.Id
            where t.HomeId == places[unitId].HomeId && t.UnitId == unitId
            select new { i.Code, Row = t }).ToListAsync(cancellationToken);
        // A unit above the commune has differences that wait for the sweep: they are part of what moves.
        var waiting = await (
            from t in db.PendingTotals.AsNoTracking()
            join i in db.Indicators on t.IndicatorId equals i.Id
            where t.UnitId == unitId
            select new { i.Code, Row = t }).ToListAsync(cancellationToken);
        return [.. rows.Select(r => (r.Code, Cell: FactTables.CellOf(r.Row))).Concat(waiting.Select(w => (w.Code, Cell: FactTables.CellOf(w.Row))))
            .GroupBy(r => r.Code).Select(g => (places.Definition(unitId, g.Key), Measures.Totals.Sum(g.Select(r => r.Cell))))];
    }

    private async Task Add(UnitPlaces places, IEnumerable<TotalDelta> deltas, CancellationToken cancellationToken)
    {
        await TotalWriter.Add(db, places, deltas, await facts.Keys(cancellationToken), cancellationToken);
        sweep.Wake();
    }

    private static IReadOnlyList<Place> Above(UnitPlaces places, int unit, string indicator) =>
        [.. places.Of(unit, indicator).Select(p => new Place(p.From, [.. p.Units.Where(u => u != unit)]))];
}
