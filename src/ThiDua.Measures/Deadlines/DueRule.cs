namespace ThiDua.Measures;

/// <summary>How a due date is counted.</summary>
public enum DueKind
{
    /// <summary><see cref="DueRule.Count"/> days after the start, which itself is not counted.</summary>
    Days,

    /// <summary><see cref="DueRule.Count"/> working days after the start.</summary>
    WorkingDays,

    /// <summary>
    /// The same day of the month <see cref="DueRule.Count"/> months later; the month's last day where it has no such day.
    /// </summary>
    Months,

    /// <summary>
    /// Day <see cref="DueRule.Day"/> of the month <see cref="DueRule.Count"/> months after the start's: 1 is the following month.
    /// </summary>
    DayOfMonth,

    /// <summary>
    /// Day <see cref="DueRule.Day"/> of month <see cref="DueRule.Month"/> in the year <see cref="DueRule.Count"/> years after the
    /// start's.
    /// </summary>
    DayOfYear,
}

/// <summary>What becomes of a due date that falls on a day off.</summary>
public enum DayOffRule
{
    Keep,

    /// <summary>The next working day (Civil Code 91/2015/QH13, Article 148.5).</summary>
    Next,

    /// <summary>The working day before: where the paper must be there by then.</summary>
    Previous,
}

/// <summary>When something is due, as data. The start is the last day of the period reported, or the day of the event.</summary>
public sealed record DueRule
{
    public required DueKind Kind { get; init; }

    public int Count { get; init; }

    /// <summary>1 to 31; the month's last day where it has fewer.</summary>
    public int Day { get; init; }

    /// <summary>1 to 12.</summary>
    public int Month { get; init; }

    public DayOffRule OnDayOff { get; init; }

    /// <summary>How many days before the due date it is "soon"; the due date itself always is.</summary>
    public int SoonDays { get; init; }

    /// <summary>Days before the due date on which to remind; 0 is the day itself.</summary>
    public IReadOnlyList<int> RemindBefore { get; init; } = [];

    /// <summary>Days after the due date on which to remind while nothing has come.</summary>
    public IReadOnlyList<int> RemindAfter { get; init; } = [];

    /// <summary>The deadline of the report of a period; it can be sent from the period's first day on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A day, month, count or number of days that no date has.</exception>
    public Deadline For(Period period, WorkingDays working) => From(period.Last, working) with { Opens = period.First };

    /// <summary>The deadline counted from an event: the receipt of a report of crime, the issue of a plan.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A day, month, count or number of days that no date has.</exception>
    public Deadline From(DateOnly start, WorkingDays working)
    {
        var counted = Counted(start, working);
        var due = OnDayOff switch
        {
            DayOffRule.Next => working.OnOrAfter(counted),
            DayOffRule.Previous => working.OnOrBefore(counted),
            _ => counted,
        };
        var soon = due.AddDays(-Math.Max(SoonDays, 0));
        var reminders = RemindBefore.Select(days => due.AddDays(-days)).Concat(RemindAfter.Select(days => due.AddDays(days)));
        return new(start, soon, due, IsCertain(start, counted, due, working), [.. reminders.Distinct().Order()]);
    }

    private DateOnly Counted(DateOnly start, WorkingDays working) =>
        Kind switch
        {
            DueKind.Days => start.AddDays(Count),
            DueKind.WorkingDays => working.Add(start, Count),
            DueKind.Months => start.AddMonths(Count),
            DueKind.DayOfMonth => DayIn(start.AddMonths(Count).Year, start.AddMonths(Count).Month),
            DueKind.DayOfYear => DayIn(start.Year + Count, Month),
            _ => throw new InvalidOperationException($"No way to count {Kind}."),
        };

    private DateOnly DayIn(int year, int month)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Day, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Day, 31);
        return new(year, month, Math.Min(Day, DateTime.DaysInMonth(year, month)));
    }

    /// <summary>Whether the table of holidays speaks for every day that mattered.</summary>
    private bool IsCertain(DateOnly start, DateOnly counted, DateOnly due, WorkingDays working)
    {
        DateOnly[] days = Kind == DueKind.WorkingDays && Count != 0 ? [start, counted, due] : [counted, due];
        return (OnDayOff == DayOffRule.Keep && (Kind != DueKind.WorkingDays || Count == 0)) || working.Knows(new(days.Min(), days.Max()));
    }
}
