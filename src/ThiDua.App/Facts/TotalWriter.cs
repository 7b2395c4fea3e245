using System.Runtime.InteropServices;
using ThiDua.App.Data;
using ThiDua.Measures;

namespace ThiDua.App.Facts;

/// <summary>Adds differences to the stored totals: at once up to the commune, above it as rows for the sweep.</summary>
internal static class TotalWriter
{
    public static Task Add(
        AppDb db,
        UnitPlaces places,
        IEnumerable<TotalDelta> deltas,
        IReadOnlyDictionary<string, int> keys,
        CancellationToken cancellationToken
    ) => Write(db, Sum(places, deltas, keys), cancellationToken);

    /// <summary>The rows to add, by whether the sweep does it. Arithmetic alone: it may run beside the writing of facts.</summary>
    public static ILookup<bool, long?[]> Sum(UnitPlaces places, IEnumerable<TotalDelta> deltas, IReadOnlyDictionary<string, int> keys)
    {
        // Always in the same order, so that two writers on PostgreSQL wait for each other instead of dead-locking.
        var sums = new Dictionary<(int Home, int Unit, int Indicator, int Period, int Since), Cell>();
        foreach (var delta in deltas)
        {
            if (places[(int)delta.Unit] is not { IsParent: true } node)
                continue;
            var key = (node.HomeId, (int)delta.Unit, keys[delta.Indicator], delta.Cell.Period.Id, delta.Cell.Since?.DayNumber ?? 0);
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sums, key, out var known);
            sum = known ? sum with { All = sum.All + delta.Cell.All, Approved = sum.Approved + delta.Cell.Approved } : delta.Cell;
        }
        return sums.Where(s => !s.Value.IsZero)
            .OrderBy(s => s.Key)
            .ToLookup(s => places[s.Key.Unit].AboveCommune, s => FactTables.Row(s.Key.Home, s.Key.Unit, s.Key.Indicator, s.Value));
    }

    public static async Task Write(AppDb db, ILookup<bool, long?[]> rows, CancellationToken cancellationToken)
    {
        await FactTables.Totals.Write(db, [.. rows[false]], cancellationToken);
        await FactTables.Pending.Write(db, [.. rows[true]], cancellationToken);
    }
}
