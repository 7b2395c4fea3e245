namespace ThiDua.Measures;

/// <summary>When the term of an event ends.</summary>
/// <param name="Ends">The first instant that is late; null while the term stands still before its end.</param>
/// <param name="SoonFrom">The first instant that is "soon"; null with <paramref name="Ends"/>.</param>
/// <param name="IsCertain">False where the table of holidays does not reach: the moment may still move.</param>
public sealed record DueMoment(DateTimeOffset? Ends, DateTimeOffset? SoonFrom, bool IsCertain)
{
    /// <summary>The day of its last instant in time.</summary>
    public DateOnly? LastDay => Ends is { } ends ? VietnamTime.DayOf(ends.AddTicks(-1)) : null;

    /// <param name="done">When it was done; null while it was not. What was done after <paramref name="now"/> was not yet done.</param>
    public DueState At(DateTimeOffset now, DateTimeOffset? done = null)
    {
        if (done <= now)
        {
            return done < (Ends ?? DateTimeOffset.MaxValue) ? DueState.DoneInTime : DueState.DoneLate;
        }

        return now >= Ends ? DueState.Overdue
            : now >= SoonFrom ? DueState.Soon
            : DueState.Due;
    }
}
