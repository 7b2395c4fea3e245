namespace ThiDua.Measures;

/// <summary>An exception to the working week, Monday to Friday.</summary>
/// <param name="Works">False: a holiday or a day off given for one. True: a weekend day worked in exchange.</param>
public readonly record struct DayException(DateOnly Day, bool Works);

/// <summary>
/// Working days in Vietnam. The public holidays of a year, the days off given for those that fall on a weekend and the days
/// exchanged are announced year by year (Labour Code 45/2019/QH14, Articles 111 and 112): they are data.
/// </summary>
public sealed class WorkingDays
{
    private readonly HashSet<DateOnly> off = [];
    private readonly HashSet<DateOnly> worked = [];

    /// <param name="known">The days that the table speaks for; null: the civil years from its first to its last exception.</param>
    /// <exception cref="ArgumentException">The table says of one day that it is worked and that it is off.</exception>
    public WorkingDays(IEnumerable<DayException> exceptions, DateRange? known = null)
    {
        foreach (var (day, works) in exceptions)
        {
            (works ? worked : off).Add(day);
        }

        if (off.Overlaps(worked))
        {
            throw new ArgumentException($"{off.Intersect(worked).Min():O} is worked and off.", nameof(exceptions));
        }

        var days = off.Concat(worked).ToArray();
        Known =
            known ?? (days.Length == 0 ? null : new(DateRange.CivilYear(days.Min().Year).First, DateRange.CivilYear(days.Max().Year).Last));
    }

    /// <summary>The days that the table speaks for; of others only the weekends are known. Null: none.</summary>
    public DateRange? Known { get; }

    public bool IsWorking(DateOnly day) =>
        worked.Contains(day) || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !off.Contains(day));

    /// <summary>The day itself when it is worked, else the next that is.</summary>
    public DateOnly OnOrAfter(DateOnly day) => IsWorking(day) ? day : Add(day, 1);

    /// <summary>The day itself when it is worked, else the last before it that is.</summary>
    public DateOnly OnOrBefore(DateOnly day) => IsWorking(day) ? day : Add(day, -1);

    /// <summary>
    /// The <paramref name="count"/>-th working day after a day, which itself is not counted (Civil Code 91/2015/QH13, Article
    /// 147.2); before it for a negative count; the day itself for 0.
    /// </summary>
    public DateOnly Add(DateOnly day, int count)
    {
        var step = Math.Sign(count);
        for (var left = Math.Abs(count); left > 0; left -= IsWorking(day) ? 1 : 0)
        {
            day = day.AddDays(step);
        }

        return day;
    }

    /// <summary>
    /// How many working days lie after <paramref name="from"/> up to and with <paramref name="to"/>; negative the other way round.
    /// </summary>
    public int Between(DateOnly from, DateOnly to)
    {
        var (low, high) = from <= to ? (from, to) : (to, from);
        var count = 0;
        for (var day = low.AddDays(1); day <= high; day = day.AddDays(1))
        {
            count += IsWorking(day) ? 1 : 0;
        }

        return from <= to ? count : -count;
    }

    /// <summary>Whether the table speaks for every day of the range.</summary>
    public bool Knows(DateRange range) => Known is { } known && known.Contains(range);
}
