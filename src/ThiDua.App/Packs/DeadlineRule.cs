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

/// <summary>When the report of a period is due.</summary>
/// <param name="Days">Days after the period's last day.</param>
/// <param name="WorkingDays">Only working days are counted.</param>
/// <param name="NextWorkingDay">A due date on a day off moves to the next working day.</param>
/// <param name="RemindBefore">Reminders, in days before the due date.</param>
public sealed record DeadlineRule(
    string Code,
    LocalText Label,
    ReportFrequency Frequency,
    string Calendar,
    int Days,
    bool WorkingDays,
    bool NextWorkingDay,
    IReadOnlyList<int> RemindBefore,
    DateOnly? ValidFrom,
    DateOnly? ValidTo,
    bool Verified,
    string? Basis
);

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
