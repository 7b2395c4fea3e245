namespace ThiDua.Measures;

/// <summary>
/// The totals of one indicator for one unit's subtree. Units: scaled integers, as stored. For held values (stock, opening,
/// yes/no, score) it holds the changes from the very first on; those before the range may be folded into one cell.
/// </summary>
public sealed class Series
{
    private readonly (DateOnly From, int Asked)[] asked;

    // A page reads each series some ten times: the days of its periods are worked out once.
    private readonly DateRange[] days;

    /// <param name="schedule">
    /// The periods in which figures are asked. A unit may have given a longer or shorter one instead: a year's baseline.
    /// </param>
    /// <param name="asked">How many units of the subtree are asked for the indicator.</param>
    public Series(Schedule schedule, IEnumerable<Cell> cells, int asked)
        : this(schedule, cells, [(DateOnly.MinValue, asked)]) { }

    /// <inheritdoc cref="Series(Schedule, IEnumerable{Cell}, int)"/>
    /// <param name="asked">
    /// From which day on how many units are asked; the first also holds before its day. Of a flow a unit that ended inside a period
    /// is asked until that period's last day: it reports that period, and would hide another's silence if it were not counted.
    /// </param>
    /// <exception cref="ArgumentException">No number of units asked.</exception>
    public Series(Schedule schedule, IEnumerable<Cell> cells, IEnumerable<(DateOnly From, int Asked)> asked)
    {
        Schedule = schedule;
        Cells = Totals.Sum(cells);
        days = [.. Cells.Select(c => c.Period.Dates)];
        this.asked = [.. asked.OrderBy(a => a.From)];
        if (this.asked.Length == 0)
        {
            throw new ArgumentException("A series says how many units are asked.", nameof(asked));
        }
    }

    public Schedule Schedule { get; }

    /// <summary>In order of time, at most one for each period and <see cref="Cell.Since"/>.</summary>
    public IReadOnlyList<Cell> Cells { get; }

    public int AskedOn(DateOnly day)
    {
        var step = asked.Length - 1;
        while (step > 0 && asked[step].From > day)
        {
            step--;
        }

        return asked[step].Asked;
    }

    /// <summary>The cell of exactly this period, as its first day sees it; an empty one where there are no figures.</summary>
    public Cell CellOf(Period period)
    {
        foreach (var cell in Cells)
        {
            if (cell.Period == period && cell.Since is null)
            {
                return cell;
            }
        }

        return new(period, default, default);
    }

    /// <summary>
    /// How many units' figures cover a period: those given for it or for a longer one around it, and the fewest of those
    /// given for shorter ones within.
    /// </summary>
    public int ReportedIn(Period period)
    {
        var asked = period.Dates;
        var (around, within) = (0, int.MaxValue);
        for (var at = 0; at < days.Length; at++)
        {
            if (days[at].Contains(asked))
            {
                around += Cells[at].All.Reported;
            }
            else if (asked.Contains(days[at]))
            {
                within = Math.Min(within, Cells[at].All.Reported);
            }
        }

        return around + (within == int.MaxValue ? 0 : within);
    }

    /// <summary>The cells of periods that share a day with the range, with those days.</summary>
    internal IEnumerable<(Cell Cell, DateRange Days)> Touching(DateRange range)
    {
        for (var at = 0; at < days.Length; at++)
        {
            if (days[at].Overlaps(range))
            {
                yield return (Cells[at], days[at]);
            }
        }
    }

    /// <summary>The cells that are seen by a day, and whose periods begin and end by others.</summary>
    internal IEnumerable<Cell> Begun(DateOnly seenBy, DateOnly beginBy, DateOnly endBy)
    {
        for (var at = 0; at < days.Length; at++)
        {
            if (Cells[at].Seen <= seenBy && days[at].First <= beginBy && days[at].Last <= endBy)
            {
                yield return Cells[at];
            }
        }
    }

    /// <summary>The same from approved facts alone, for issued documents.</summary>
    public Series ApprovedOnly() => new(Schedule, Cells.Select(c => c with { All = c.Approved }), asked);
}
