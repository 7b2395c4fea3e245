namespace ThiDua.Measures;

/// <summary>What a term is counted in.</summary>
public enum TermUnit
{
    Hours,
    Days,
    WorkingDays,

    /// <summary>To the same day of a later month; to the month's last day where it has no such day.</summary>
    Months,
}

/// <summary>A length of time as a rule sets it.</summary>
/// <param name="Count">1 or more.</param>
public readonly record struct Term(TermUnit Unit, int Count);

/// <summary>A longer term that was granted.</summary>
/// <param name="InAll">
/// The term is that of the whole, counted from the event again ("not more than two months"); else it is added to what there was.
/// </param>
public readonly record struct Extension(Term Term, bool InAll = false);

/// <summary>
/// A time in which a term does not run. Of terms in days whole days stop: the day of the stop still counts, the day of the resumption
/// does not, as the day of an event does not (Civil Code 91/2015/QH13, Article 147.2).
/// </summary>
/// <param name="Until">Null: it has not been resumed.</param>
public readonly record struct Pause(DateTimeOffset From, DateTimeOffset? Until)
{
    public bool Stops(DateOnly day) => VietnamTime.DayOf(From) < day && (Until is not { } until || day <= VietnamTime.DayOf(until));

    internal bool Interrupts(DateOnly day) => VietnamTime.DayOf(From) <= day && (Until is not { } until || day < VietnamTime.DayOf(until));
}

/// <summary>What happened to one thing that is due: the event that started its term, and what moved its end.</summary>
public sealed record DeadlineClock(DateTimeOffset Event)
{
    /// <summary>In the order in which they were granted.</summary>
    public IReadOnlyList<Extension> Extensions { get; init; } = [];

    public IReadOnlyList<Pause> Pauses { get; init; } = [];

    /// <summary>Whether it stands still at this instant.</summary>
    public bool IsStopped(DateTimeOffset now) => Pauses.Any(p => p.From <= now && !(p.Until <= now));

    internal bool Stops(DateOnly day) => Pauses.Any(p => p.Stops(day));

    internal bool IsInterrupted(DateOnly day) => Pauses.Any(p => p.Interrupts(day));
}
