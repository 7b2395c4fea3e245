using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Packs;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Facts;

/// <summary>
/// Brings totals along when the tree changes. Within <see cref="AppDb.Apply"/>; the change saves itself. A unit's subtree
/// goes along by its own totals: since every total is a sum, the cost does not grow with the units below.
/// </summary>
public sealed class TreeTotals(AppDb db, PackShelf packs, FactStore facts, TotalSweep sweep, Lazy<IEnumerable<IFigureWatcher>> watchers)
{
    /// <summary>A unit, with all below it, stands elsewhere or ends.</summary>
    public async Task Move(int unitId, Func<Task> change, CancellationToken cancellationToken)
    {
        await TreeRevision.Change(db, cancellationToken);
        var before = await facts.Places([unitId], cancellationToken);
        var single = await Single(unitId, before[unitId].IsParent, cancellationToken);
        var book = await facts.Open(single, cancellationToken);
        var below = await Below(unitId, before, book, cancellationToken);
        await change();
        var after = await facts.Places([unitId, .. single.Select(s => s.UnitId)], cancellationToken);
        var (from, to) = (before.Above(unitId), after.Above(unitId));
        var moved = below.SelectMany(b =>
            Rollup.Respread(b.Definition, b.Cells, from, to, DerivedFigures.Schedule(packs, b.Definition.Code))
        );
        await AddAndTell(after.With(before).With(book.Places), [.. moved, .. book.Moves(after)], cancellationToken);
    }

    /// <summary>Units change their kind, or take part in another campaign: what they gave themselves counts elsewhere, or anew.</summary>
    public async Task Recount(IReadOnlyCollection<int> unitIds, Func<Task> change, CancellationToken cancellationToken)
    {
        await TreeRevision.Change(db, cancellationToken);
        var book = await facts.OpenAll(unitIds, cancellationToken);
        var before = await facts.Places(unitIds, cancellationToken);
        await change();
        var after = await facts.Places(unitIds, cancellationToken);
        await AddAndTell(after.With(before), [.. book.Moves(after)], cancellationToken);
    }

    /// <summary>A unit gets its first unit below it: from now on its totals are stored, and begin with its own figures.</summary>
    public async Task BecomeParent(int unitId, CancellationToken cancellationToken)
    {
        var unit = await db.Units.SingleAsync(u => u.Id == unitId, cancellationToken);
        if (unit.IsParent)
            return;
        unit.IsParent = true;
        await db.SaveChangesAsync(cancellationToken);
        var places = await facts.Places([unitId], cancellationToken);
        var book = await facts.OpenAll([unitId], cancellationToken);
        await Add(places, book.All(places).Where(d => d.Unit == unitId), cancellationToken);
    }

    /// <summary>
    /// What is moved figure by figure and not with the sum of the subtree: the unit's own, for its kind decides where they
    /// stand; those of ended units, whose last cases stay where the unit was; reach, which may begin anew at another start.
    /// </summary>
    private async Task<List<(int UnitId, string Indicator)>> Single(int unitId, bool isParent, CancellationToken cancellationToken)
    {
        var reach = packs.Definitions.All.Where(d => d.Kind == IndicatorKind.Reach).Select(d => d.Code).ToList();
        List<int> ended = [],
            open = [];
        if (isParent)
        {
            var path = await db
                .UnitVersions.Where(v => v.UnitId == unitId)
                .OrderByDescending(v => v.From)
                .Select(v => v.Path)
                .FirstAsync(cancellationToken);
            var within = await db
                .UnitVersions.AsNoTracking()
                .Below(path)
                .Where(v => v.UnitId != unitId)
                .Select(v => new { v.UnitId, Open = db.UnitVersions.Any(o => o.UnitId == v.UnitId && o.To == null) })
                .Distinct()
                .ToListAsync(cancellationToken);
            (ended, open) = ([.. within.Where(w => !w.Open).Select(w => w.UnitId)], [.. within.Where(w => w.Open).Select(w => w.UnitId)]);
        }
        var found = await (
            from u in db.Units
            join f in db.Figures on new { u.HomeId, UnitId = u.Id } equals new { f.HomeId, f.UnitId }
            join i in db.Indicators on f.IndicatorId equals i.Id
            where u.Id == unitId || ended.Contains(u.Id) || (open.Contains(u.Id) && reach.Contains(i.Code))
            select new { f.UnitId, i.Code }
        )
            .Distinct()
            .ToListAsync(cancellationToken);
        return [.. found.Select(f => (f.UnitId, f.Code))];
    }

    /// <summary>The stored totals of the unit without what is moved figure by figure.</summary>
    private async Task<List<(IndicatorDefinition Definition, IReadOnlyList<Cell> Cells)>> Below(
        int unitId,
        UnitPlaces places,
        FactBook single,
        CancellationToken cancellationToken
    )
    {
        if (!places[unitId].IsParent)
            return [];
        var rows = await (
            from t in db.Totals.AsNoTracking()
            join i in db.Indicators on t.IndicatorId equals i.Id
            where t.HomeId == places[unitId].HomeId && t.UnitId == unitId
            select new { i.Code, Row = t }
        ).ToListAsync(cancellationToken);
        // A unit above the commune has differences that wait for the sweep: they are part of what moves.
        var waiting = await (
            from t in db.PendingTotals.AsNoTracking()
            join i in db.Indicators on t.IndicatorId equals i.Id
            where t.UnitId == unitId
            select new { i.Code, Row = t }
        ).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r => (r.Code, Cell: FactTables.CellOf(r.Row)))
                .Concat(waiting.Select(w => (w.Code, Cell: FactTables.CellOf(w.Row))))
                .Concat(single.All(single.Places).Where(d => d.Unit == unitId).Select(d => (Code: d.Indicator, Cell: -d.Cell)))
                .GroupBy(r => r.Code)
                .Select(g => (places.Definition(unitId, g.Key), Measures.Totals.Sum(g.Select(r => r.Cell)))),
        ];
    }

    /// <summary>What is worked out of the totals up to the commune is worked out anew where they change.</summary>
    private async Task AddAndTell(UnitPlaces places, IReadOnlyList<TotalDelta> deltas, CancellationToken cancellationToken)
    {
        await Add(places, deltas, cancellationToken);
        var changed = deltas
            .Where(d => !d.Cell.IsZero && !DerivedFigures.Is(d.Indicator) && !places[(int)d.Unit].AboveCommune)
            .Select(d => ((int)d.Unit, d.Indicator))
            .Distinct()
            .ToList();
        if (changed.Count == 0)
            return;
        foreach (var watcher in watchers.Value)
            await watcher.Changed(changed, cancellationToken);
    }

    private async Task Add(UnitPlaces places, IEnumerable<TotalDelta> deltas, CancellationToken cancellationToken)
    {
        await TotalWriter.Add(db, places, deltas, await facts.Keys(cancellationToken), cancellationToken);
        sweep.Wake();
    }
}
