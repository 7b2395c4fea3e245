namespace ThiDua.Measures;

/// <summary>
/// The totals of one indicator for one unit's subtree. Units: scaled integers, as stored. For held values (stock, opening,
/// yes/no, score) it holds the changes from the very first on; those before the range may be folded into one cell.
/// </summary>
public sealed class Series
{
    private readonly (DateOnly From, int Asked)[] asked;

    /// <param name="asked">How many units of the subtree are asked for the indicator.</param>
    /// <exception cref="ArgumentException">A cell of a period that the schedule does not ask for.</exception>
    public Series(Schedule schedule, IEnumerable<Cell> cells, int asked)
        : this(schedule, cells, [(DateOnly.MinValue, asked)])
    {
    }

    /// <param name="asked">From which day on how many units are asked; the first also holds before its day.</param>
    /// <exception cref="ArgumentException">A cell of a period that the schedule does not ask for, or no number of units asked.</exception>
    public Series(Schedule schedule, IEnumerable<Cell> cells, IEnumerable<(DateOnly From, int Asked)> asked)
    {
        Schedule = schedule;
        Cells = Totals.Sum(cells);
        this.asked = [.. asked.OrderBy(a => a.From)];
        if (this.asked.Length == 0)
        {
            throw new ArgumentException("A series says how many units are asked.", nameof(asked));
        }

        foreach (var stray in Cells.Where(c => !schedule.Asks(c.Period)))
        {
            throw new ArgumentException($"The schedule does not ask for {stray.Period}.", nameof(cells));
        }
    }

    public Schedule Schedule { get; }

    /// <summary>In order of time, at most one for each period.</summary>
    public IReadOnlyList<Cell> Cells { get; }

    public int AskedOn(DateOnly day) => asked.LastOrDefault(a => a.From <= day, asked[0]).Asked;

    /// <summary>The same from approved facts alone, for issued documents.</summary>
    public Series ApprovedOnly() => new(Schedule, Cells.Select(c => new Cell(c.Period, c.Approved, c.Approved)), asked);

    /// <summary>The cell of a period; an empty one where there are no figures.</summary>
    public Cell CellOf(Period period)
    {
        var found = Cells.FirstOrDefault(c => c.Period == period);
        return found with { Period = period };
    }
}
