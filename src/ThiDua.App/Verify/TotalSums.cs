using System.Runtime.InteropServices;
using ThiDua.App.Facts;
using ThiDua.Measures;

namespace ThiDua.App.Verify;

internal readonly record struct TotalKey(int Unit, int Indicator, int Period, int Since)
{
    public static TotalKey Of(TallyRow row) => new(row.UnitId, row.IndicatorId, row.PeriodId, row.Since);
}

/// <summary>Sums of cells by what totals are keyed by.</summary>
internal sealed class TotalSums
{
    // Stored totals stop at a bound (FactTables): what lies beyond cannot be told apart.
    private static readonly Int128 Most = 9_000_000_000_000_000_000;

    private Dictionary<TotalKey, (Tally All, Tally Approved)> sums = [];

    public void Add(int unit, int indicator, Cell cell)
    {
        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(
            sums,
            new(unit, indicator, cell.Period.Id, cell.Since?.DayNumber ?? 0),
            out _
        );
        sum = (sum.All + cell.All, sum.Approved + cell.Approved);
    }

    /// <summary>Takes one sum out; nothing is a cell of zeros.</summary>
    public Cell Take(TotalKey key) => sums.Remove(key, out var sum) ? CellOf(sum) : default;

    /// <summary>Takes all out that is left.</summary>
    public IEnumerable<(TotalKey Key, Cell Cell)> TakeAll()
    {
        var all = sums;
        sums = [];
        return all.Select(s => (s.Key, CellOf(s.Value)));
    }

    public static bool Differ(Cell a, Cell b) => Bounded(a.All) != Bounded(b.All) || Bounded(a.Approved) != Bounded(b.Approved);

    public static string Words(Cell c) =>
        FormattableString.Invariant(
            $"{c.All.Sum} of {c.All.Reported} ({c.All.Holding} holding), approved {c.Approved.Sum} of {c.Approved.Reported} ({c.Approved.Holding} holding)"
        );

    private static Cell CellOf((Tally All, Tally Approved) sum) => new(default, sum.All, sum.Approved);

    private static Tally Bounded(Tally tally) => tally with { Sum = Int128.Clamp(tally.Sum, -Most, Most) };
}
