using ThiDua.App.Data;
using ThiDua.Measures;

namespace ThiDua.App.Facts;

/// <summary>Adds differences to the stored totals: at once up to the commune, above it as rows for the sweep.</summary>
internal static class TotalWriter
{
    public static async Task Add(
        AppDb db, UnitPlaces places, IEnumerable<TotalDelta> deltas, IReadOnlyDictionary<string, int> keys, CancellationToken cancellationToken)
    {
        // Always in the same order, so that two writers on PostgreSQL wait for each other instead of dead-locking.
        var rows = deltas.Where(d => places[(int)d.Unit].IsParent).GroupBy(d => (Unit: (int)d.Unit, Indicator: keys[d.Indicator]))
            .Select(g => (Node: places[g.Key.Unit], g.Key, Cells: Measures.Totals.Sum(g.Select(d => d.Cell))))
            .OrderBy(r => (r.Node.HomeId, r.Key.Unit, r.Key.Indicator))
            .SelectMany(r => r.Cells.Select(c => (r.Node.AboveCommune, Row: FactTables.Row(r.Node.HomeId, r.Key.Unit, r.Key.Indicator, c))))
            .ToLookup(r => r.AboveCommune, r => r.Row);
        await FactTables.Totals.Write(db, [.. rows[false]], cancellationToken);
        await FactTables.Pending.Write(db, [.. rows[true]], cancellationToken);
    }
}
