namespace ThiDua.Measures;

/// <summary>
/// The totals of one indicator for one unit's subtree. Units: scaled integers, as stored. For held values (stock, opening,
/// yes/no, score) it holds the changes from the very first on; those before the range may be folded into one cell.
/// </summary>
public sealed class Series
{
    private readonly (DateOnly From, int Asked)[] asked;

    /// <param name="schedule">The periods in which figures are asked. A unit may have given a longer or shorter one instead: a year's baseline.</param>
    /// <param name="asked">How many units of the subtree are asked for the indicator.</param>
    public Series(Schedule schedule, IEnumerable<Cell> cells, int asked)
        : this(schedule, cells, [(DateOnly.MinValue, asked)])
    {
    }

    /// <inheritdoc cref="Series(Schedule, IEnumerable{Cell}, int)"/>
    /// <param name="asked">From which day on how many units are asked; the first also holds before its day.</param>
    /// <exception cref="ArgumentException">No number of units asked.</exception>
    public Series(Schedule schedule, IEnumerable<Cell> cells, IEnumerable<(DateOnly From, int Asked)> asked)
    {
        Schedule = schedule;
        Cells = Totals.Sum(cells);
        this.asked = [.. asked.OrderBy(a => a.From)];
        if (this.asked.Length == 0)
        {
            throw new ArgumentException("A series says how many units are asked.", nameof(asked));
        }
    }

    public Schedule Schedule { get; }

    /// <summary>In order of time, at most one for each period.</summary>
    public IReadOnlyList<Cell> Cells { get; }

    public int AskedOn(DateOnly day) => asked.LastOrDefault(a => a.From <= day, asked[0]).Asked;

    /// <summary>The cell of exactly this period; an empty one where there are no figures.</summary>
    public Cell CellOf(Period period) => Cells.FirstOrDefault(c => c.Period == period) with { Period = period };

    /// <summary>
    /// How many units' figures cover a period: those given for it or for a longer one around it, and the fewest of those
    /// given for shorter ones within.
    /// </summary>
    public int ReportedIn(Period period)
    {
        var around = Cells.Where(c => c.Period.Dates.Contains(period.Dates)).Sum(c => c.All.Reported);
        var within = Cells.Where(c => c.Period != period && period.Dates.Contains(c.Period.Dates)).Select(c => c.All.Reported);
        return around + within.DefaultIfEmpty(0).Min();
    }

    /// <summary>The same from approved facts alone, for issued documents.</summary>
    public Series ApprovedOnly() => new(Schedule, Cells.Select(c => new Cell(c.Period, c.Approved, c.Approved)), asked);
}
