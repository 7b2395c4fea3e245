namespace ThiDua.Measures;

/// <summary>The part of a predecessor's figures that goes to one successor: from <paramref name="From"/> to <paramref name="To"/> of <paramref name="Of"/>.</summary>
/// <param name="From">Where the parts of the successors before it end; 0 for the first.</param>
/// <param name="To">Where this part ends; <paramref name="Of"/> for the last.</param>
/// <param name="Of">Above 0. A merger, or a change of name, is 0 to 1 of 1.</param>
public readonly record struct Share(int From, int To, int Of)
{
    public static Share Whole => new(0, 1, 1);
}

/// <summary>The past of a unit that came from others: its baseline follows recorded succession, and without it there is none.</summary>
public static class Succession
{
    /// <summary>
    /// Adds up the parts that a unit takes over. Values stay whole stored units: the successors' parts of one figure
    /// always sum to it, and none is off by one or more.
    /// </summary>
    /// <param name="asked">How many units the successor's figures are asked of.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share outside its whole.</exception>
    /// <exception cref="OverflowException">A sum leaves 64 bits.</exception>
    public static Series Inherit(IndicatorDefinition indicator, Schedule schedule, int asked, IEnumerable<(Series Predecessor, Share Share)> parts) =>
        new(schedule, parts.SelectMany(p => Part(indicator, p.Predecessor, p.Share)), asked);

    private static IEnumerable<Cell> Part(IndicatorDefinition indicator, Series predecessor, Share share)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(share.Of, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(share.From, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(share.To, share.From);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share.To, share.Of);
        var (all, approved) = (0L, 0L);
        foreach (var cell in predecessor.Cells)
        {
            // The change of a held value is what the part of the whole value changes by, or rounding would add up.
            var (before, beforeApproved) = indicator.IsHeld ? (all, approved) : (0, 0);
            (all, approved) = checked((before + cell.All.Sum, beforeApproved + cell.Approved.Sum));
            yield return new(
                cell.Period,
                cell.All with { Sum = Of(all, share) - Of(before, share) },
                cell.Approved with { Sum = Of(approved, share) - Of(beforeApproved, share) });
        }
    }

    private static long Of(long value, Share share) => (long)(Upto(value, share.To, share.Of) - Upto(value, share.From, share.Of));

    private static Int128 Upto(long value, int part, int whole) => (Int128)value * part / whole;
}
