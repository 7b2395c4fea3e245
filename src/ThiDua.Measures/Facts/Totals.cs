namespace ThiDua.Measures;

/// <summary>The additive parts of a total, for one indicator and period. All three add over units.</summary>
/// <param name="Sum">Natural units × 10^scale. Of a flow the values; of a held value (stock, opening, reach, yes/no, score) its change against the value before.</param>
/// <param name="Reported">How many units gave a figure for this very period.</param>
/// <param name="Holding">Of a held value: by how much the number of units that have any figure changed; of a flow 0.</param>
public readonly record struct Tally(long Sum, int Reported, int Holding)
{
    /// <exception cref="OverflowException">The sum leaves 64 bits.</exception>
    public static Tally operator +(Tally a, Tally b) =>
        checked(new(a.Sum + b.Sum, a.Reported + b.Reported, a.Holding + b.Holding));

    /// <exception cref="OverflowException">The difference leaves 64 bits.</exception>
    public static Tally operator -(Tally a, Tally b) =>
        checked(new(a.Sum - b.Sum, a.Reported - b.Reported, a.Holding - b.Holding));

    public static Tally operator -(Tally a) => default(Tally) - a;
}

/// <summary>The total of one indicator for one unit's subtree in one period.</summary>
/// <param name="All">Everything submitted, provisional and approved.</param>
/// <param name="Approved">The same from approved facts alone.</param>
public readonly record struct Cell(Period Period, Tally All, Tally Approved)
{
    /// <summary>A cell whose figures are all approved.</summary>
    public Cell(Period period, long sum, int reported, int holding = 0)
        : this(period, new(sum, reported, holding), new(sum, reported, holding))
    {
    }

    public bool IsZero => All == default && Approved == default;
}

/// <summary>What is to be added to one unit's total: to the unit itself, or to a unit above it (<see cref="Rollup"/>).</summary>
public readonly record struct TotalDelta(long Unit, string Indicator, Cell Cell);

/// <summary>From a unit's own values to the cells of its totals.</summary>
public static class Totals
{
    /// <summary>
    /// The cells of one unit's own figures of one indicator. A held value is stored as its change at the period where it
    /// takes effect, so that every total is a sum; reach begins anew at each start.
    /// </summary>
    /// <param name="own">Current values of one unit and indicator, one for each period, in any order.</param>
    /// <exception cref="OverflowException">A change between two values leaves 64 bits.</exception>
    public static IReadOnlyList<Cell> OwnCells(IndicatorDefinition indicator, IEnumerable<CurrentValue> own)
    {
        var values = own.OrderBy(v => v.Period).ToArray();
        return [.. Tallies(indicator, values, v => v.Value)
            .Zip(Tallies(indicator, values, v => v.ApprovedValue), values)
            .Select(t => new Cell(t.Third.Period, t.First, t.Second))
            .Where(c => !c.IsZero)];
    }

    /// <summary>What changes in the cells when the current values of one unit and indicator go from one list to the other.</summary>
    public static IReadOnlyList<Cell> Difference(
        IndicatorDefinition indicator, IEnumerable<CurrentValue> before, IEnumerable<CurrentValue> after)
    {
        var minus = OwnCells(indicator, before).Select(c => new Cell(c.Period, -c.All, -c.Approved));
        return Sum(OwnCells(indicator, after).Concat(minus));
    }

    /// <summary>Adds cells period by period, in order of time; cells that come out as nothing are left out.</summary>
    /// <exception cref="OverflowException">A sum leaves 64 bits.</exception>
    public static IReadOnlyList<Cell> Sum(IEnumerable<Cell> cells) =>
        [.. cells.GroupBy(c => c.Period)
            .Select(g => g.Aggregate((a, b) => new(g.Key, a.All + b.All, a.Approved + b.Approved)))
            .Where(c => !c.IsZero)
            .OrderBy(c => c.Period)];

    private static IEnumerable<Tally> Tallies(IndicatorDefinition indicator, CurrentValue[] values, Func<CurrentValue, long?> pick)
    {
        long? held = null;
        var start = DateOnly.MinValue;
        foreach (var value in values)
        {
            var own = indicator.StartOf(value.Period.First);
            (held, start) = own == start ? (held, start) : (null, own);
            if (pick(value) is not { } figure)
            {
                yield return default;
            }
            else if (!indicator.IsHeld)
            {
                yield return new(figure, 1, 0);
            }
            else
            {
                yield return new(checked(figure - (held ?? 0)), 1, held is null ? 1 : 0);
                held = figure;
            }
        }
    }
}
