namespace ThiDua.Measures;

/// <summary>
/// The part of a predecessor's figures that goes to one successor: from <paramref name="From"/> to <paramref name="To"/> of <paramref
/// name="Of"/>.
/// </summary>
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
    public static Series Inherit(
        IndicatorDefinition indicator,
        Schedule schedule,
        int asked,
        IEnumerable<(Series Predecessor, Share Share)> parts
    ) => new(schedule, parts.SelectMany(p => Part(indicator, p.Predecessor, p.Share)), asked);

    /// <summary>
    /// The opening stocks that an act of merging or splitting records for the successors, as decisions of its day
    /// (<see cref="Period.OfDay"/>): they sum to what the predecessors held last.
    /// </summary>
    /// <param name="last">What a predecessor held, at the indicator's scale.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share outside its whole.</exception>
    public static long Opening(long last, Share share)
    {
        Check(share);
        return (long)Of(last, share);
    }

    private static IEnumerable<Cell> Part(IndicatorDefinition indicator, Series predecessor, Share share)
    {
        Check(share);
        // Each campaign's reach is shared by itself; other values are one chain from the first on.
        return predecessor.Cells.GroupBy(c => indicator.StartOf(c.Period.Last)).SelectMany(c => Chain(indicator, c, share));
    }

    private static IEnumerable<Cell> Chain(IndicatorDefinition indicator, IEnumerable<Cell> cells, Share share)
    {
        var (all, approved) = (Int128.Zero, Int128.Zero);
        foreach (var cell in cells.OrderBy(c => c.Seen).ThenBy(c => c.Period))
        {
            // The change of a held value is what the part of the whole value changes by, or rounding would add up.
            var (before, beforeApproved) = indicator.IsHeld ? (all, approved) : (Int128.Zero, Int128.Zero);
            (all, approved) = (before + cell.All.Sum, beforeApproved + cell.Approved.Sum);
            yield return cell with
            {
                All = cell.All with { Sum = Of(all, share) - Of(before, share) },
                Approved = cell.Approved with { Sum = Of(approved, share) - Of(beforeApproved, share) },
            };
        }
    }

    private static void Check(Share share)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(share.Of, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(share.From, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(share.To, share.From);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share.To, share.Of);
    }

    private static Int128 Of(Int128 value, Share share) => (value * share.To / share.Of) - (value * share.From / share.Of);
}
