namespace ThiDua.Measures;

/// <summary>The additive parts of a total, for one indicator and period. All three add over units.</summary>
/// <param name="Sum">
/// Natural units × 10^scale. Of a flow the values; of a held value (stock, opening, reach, yes/no, score) its change against the
/// value before. In 128 bits, so that no number of 64-bit values overflows it: reading never throws, whatever is stored.
/// </param>
/// <param name="Reported">How many units gave a figure for this very period.</param>
/// <param name="Holding">Of a held value: by how much the number of units that have any figure changed; of a flow 0.</param>
public readonly record struct Tally(Int128 Sum, int Reported, int Holding)
{
    public static Tally operator +(Tally a, Tally b) => new(a.Sum + b.Sum, a.Reported + b.Reported, a.Holding + b.Holding);

    public static Tally operator -(Tally a, Tally b) => a + -b;

    public static Tally operator -(Tally a) => new(-a.Sum, -a.Reported, -a.Holding);
}

/// <summary>The total of one indicator for one unit's subtree in one period, keyed by the period and by <see cref="Since"/>.</summary>
/// <param name="All">Everything submitted, provisional and approved.</param>
/// <param name="Approved">The same from approved facts alone.</param>
public readonly record struct Cell(Period Period, Tally All, Tally Approved)
{
    /// <summary>A cell whose figures are all approved.</summary>
    public Cell(Period period, Int128 sum, int reported, int holding = 0)
        : this(period, new(sum, reported, holding), new(sum, reported, holding)) { }

    /// <summary>
    /// Of a held value: the day asked from which on the cell counts, where that is not the period's first. A unit that moves on
    /// a day takes its cells out of the old node, and into the new one, since that day and not before. Null: from the period's first day.
    /// </summary>
    public DateOnly? Since { get; init; }

    public bool IsZero => All == default && Approved == default;

    /// <summary>The first day asked on which the cell counts.</summary>
    internal DateOnly Seen => Since ?? Period.First;

    /// <summary>What takes the cell away again.</summary>
    public static Cell operator -(Cell cell) => cell with { All = -cell.All, Approved = -cell.Approved };

    /// <summary>The same cell, counting from a day on.</summary>
    internal Cell From(DateOnly day) => this with { Since = day > Period.First ? day : null };
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
    public static IReadOnlyList<Cell> OwnCells(IndicatorDefinition indicator, IEnumerable<CurrentValue> own)
    {
        var values = own.ToArray();
        var all = Staircase.Steps(indicator, Known(values, v => v.Value));
        var approved = Staircase.Steps(indicator, Known(values, v => v.ApprovedValue));
        return Sum([
            .. all.Select(s => new Cell(s.Period, s.Tally, default).From(s.Seen)),
            .. approved.Select(s => new Cell(s.Period, default, s.Tally).From(s.Seen)),
        ]);
    }

    /// <summary>What changes in the cells when the current values of one unit and indicator go from one list to the other.</summary>
    public static IReadOnlyList<Cell> Difference(
        IndicatorDefinition indicator,
        IEnumerable<CurrentValue> before,
        IEnumerable<CurrentValue> after
    ) => Sum(OwnCells(indicator, after).Concat(OwnCells(indicator, before).Select(c => -c)));

    /// <summary>
    /// Adds cells period by period (and <see cref="Cell.Since"/> by since), in order of time; cells that come out as nothing
    /// are left out.
    /// </summary>
    public static IReadOnlyList<Cell> Sum(IEnumerable<Cell> cells)
    {
        var ordered = cells.ToArray();
        // What is stored comes in order of time, and a page reads thousands of cells.
        if (!IsInOrder(ordered))
        {
            Array.Sort(ordered, InTime);
        }

        var sums = new List<Cell>(ordered.Length);
        foreach (var cell in ordered)
        {
            if (sums.Count > 0 && InTime(sums[^1], cell) == 0)
            {
                sums[^1] = sums[^1] with { All = sums[^1].All + cell.All, Approved = sums[^1].Approved + cell.Approved };
            }
            else
            {
                sums.Add(cell);
            }
        }

        sums.RemoveAll(c => c.IsZero);
        return sums;
    }

    private static bool IsInOrder(Cell[] cells)
    {
        for (var at = 1; at < cells.Length; at++)
        {
            if (InTime(cells[at - 1], cells[at]) > 0)
            {
                return false;
            }
        }

        return true;
    }

    private static int InTime(Cell a, Cell b)
    {
        var byPeriod = a.Period.CompareTo(b.Period);
        return byPeriod != 0 ? byPeriod : Nullable.Compare(a.Since, b.Since);
    }

    private static IEnumerable<(Period Period, long Value)> Known(CurrentValue[] values, Func<CurrentValue, long?> pick) =>
        values.Select(v => (v.Period, Value: pick(v))).Where(v => v.Value is not null).Select(v => (v.Period, v.Value!.Value));
}
