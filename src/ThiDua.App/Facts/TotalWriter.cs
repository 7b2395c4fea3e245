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
        var rows = deltas.GroupBy(d => (Unit: (int)d.Unit, Indicator: keys[d.Indicator], d.Cell.Period.Id))
            .Select(g => (g.Key, Cell: Sum(g))).Where(r => !r.Cell.IsZero && places[r.Key.Unit].IsParent)
            .Select(r => (Node: places[r.Key.Unit], r.Key, r.Cell)).OrderBy(r => (r.Node.HomeId, r.Key.Unit, r.Key.Indicator, r.Key.Id))
            .ToLookup(r => r.Node.AboveCommune, r => FactTables.Row(r.Node.HomeId, r.Key.Unit, r.Key.Indicator, r.Key.Id, r.Cell));
        await FactTables.Totals.Write(db, [.. rows[false]], cancellationToken);
        await FactTables.Pending.Write(db, [.. rows[true]], cancellationToken);
    }

    private static Cell Sum(IEnumerable<TotalDelta> deltas) =>
        deltas.Select(d => d.Cell).Aggregate((a, b) => new(a.Period, a.All + b.All, a.Approved + b.Approved));
}
