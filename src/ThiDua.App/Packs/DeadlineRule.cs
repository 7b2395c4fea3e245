using ThiDua.Measures;

namespace ThiDua.App.Packs;

/// <summary>A named calendar of periods. Civil: the year starts on 1 January of itself.</summary>
/// <param name="StartMonth">Month in which its year starts.</param>
/// <param name="StartDay">Day on which its year, and each of its months, starts.</param>
/// <param name="PreviousYear">The year starts in the civil year before.</param>
public sealed record PackCalendar(
    string Code,
    LocalText Label,
    int StartMonth,
    int StartDay,
    bool PreviousYear,
    IReadOnlyList<ReportFrequency> Frequencies,
    bool Verified,
    string? Basis
);

/// <summary>When something is due, while the rule is in force.</summary>
public abstract record DeadlineRule
{
    /// <summary>One for all versions of the rule; their times of validity do not overlap.</summary>
    public required string Code { get; init; }

    public required LocalText Label { get; init; }

    /// <summary>What becomes of a last day that is a day off.</summary>
    public DayOffRule DayOff { get; init; } = DayOffRule.Next;

    /// <summary>Reminders, in days before the due date; in hours of a term in hours.</summary>
    public IReadOnlyList<int> RemindBefore { get; init; } = [];

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    public required bool Verified { get; init; }

    public string? Basis { get; init; }

    public bool IsInForce(DateOnly day) => (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || day <= ValidTo);
}

/// <summary>When the report of a period is due: some days after the period's last.</summary>
public sealed record PeriodDeadline : DeadlineRule
{
    public required ReportFrequency Frequency { get; init; }

    public required string Calendar { get; init; }

    public required int Days { get; init; }

    /// <summary>Only working days are counted.</summary>
    public bool WorkingDays { get; init; }
}

/// <summary>When something is due after an event, which a feature names by its code.</summary>
public sealed record EventDeadline : DeadlineRule
{
    public required string Event { get; init; }

    public required Term Term { get; init; }

    public IReadOnlyList<TermExtension> Extensions { get; init; } = [];
}

/// <summary>A longer term that may be granted. Who grants it is the law's: the basis of the rule names it.</summary>
/// <param name="Most">The longest; a shorter one may be granted.</param>
/// <param name="Times">How often.</param>
public sealed record TermExtension(string Code, LocalText Label, Extension Most, int Times);

/// <summary>A dated exception to the working week.</summary>
/// <param name="Kind">A day off, or a Saturday or Sunday that is worked in exchange.</param>
public sealed record Holiday(DateOnly Date, LocalText Name, HolidayKind Kind, bool Verified, string? Basis);

/// <summary>The law's own day; a day off given for one that fell on a weekend; a day exchanged; a weekend day worked for it.</summary>
public enum HolidayKind
{
    Public,
    Compensation,
    Exchanged,
    Worked,
}
