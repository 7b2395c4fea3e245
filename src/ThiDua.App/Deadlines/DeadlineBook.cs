using ThiDua.App.Packs;
using ThiDua.Measures;

namespace ThiDua.App.Deadlines;

/// <param name="Day">The last day on which it is in time.</param>
/// <param name="SoonFrom">From this day on the reader is told that it is due soon.</param>
/// <param name="Verified">False while nobody has checked the rule against the text that sets it, or the days off are not known yet.</param>
public sealed record Due(DateOnly Day, DateOnly SoonFrom, bool Verified, string? Basis)
{
    /// <summary>On how many days before the day those who owe it are reminded.</summary>
    public IReadOnlyList<int> RemindBefore { get; init; } = [];
}

/// <summary>When what an event started is due.</summary>
public sealed record EventDue(EventDeadline Rule, DueMoment Moment)
{
    /// <summary>False while nobody has checked the rule against the text that sets it, or the days off are not known yet.</summary>
    public bool Verified => Rule.Verified && Moment.IsCertain;
}

/// <summary>When the report of each period and what each event started are due, by the rules and days off of a pack.</summary>
public sealed class DeadlineBook(Pack pack)
{
    private static readonly DueRule TenDays = new()
    {
        Kind = DueKind.Days,
        Count = 10,
        SoonDays = 3,
    };

    private readonly WorkingDays working = new(pack.Holidays.Select(h => new DayException(h.Date, h.Kind == HolidayKind.Worked)));

    // Every kind of unit asks for the same few periods.
    private readonly Dictionary<Period, Due> reckoned = [];

    /// <summary>A period for which the pack has no rule is due on the tenth day after its end, and that is marked unverified.</summary>
    public Due Of(Period period) => reckoned.TryGetValue(period, out var due) ? due : reckoned[period] = Reckon(period);

    /// <summary>The day that a state's clock names, from the day on which the state was entered.</summary>
    public Cases.CaseDue From(FlowClock clock, DateOnly entered)
    {
        var due = clock.WorkingDays ? working.Add(entered, clock.Days!.Value) : entered.AddDays(clock.Days!.Value);
        return new(due, due.AddDays(-clock.RemindBefore.DefaultIfEmpty(0).Max()));
    }

    /// <summary>The rules that start with an event, as they were in force on its day.</summary>
    public IReadOnlyList<EventDeadline> After(string code, DateTimeOffset moment) =>
        [.. pack.Deadlines.OfType<EventDeadline>().Where(d => d.Event == code && d.IsInForce(VietnamTime.DayOf(moment)))];

    /// <summary>When each of them is due; what was granted and stopped holds for all of them.</summary>
    public IReadOnlyList<EventDue> Of(string code, DeadlineClock clock) => [.. After(code, clock.Event).Select(r => Of(r, clock))];

    /// <summary>When one rule is due: the clock of a thing with several terms is kept by rule.</summary>
    public EventDue Of(EventDeadline rule, DeadlineClock clock) =>
        new(rule, new EventRule(rule.Term, rule.DayOff, rule.RemindBefore.DefaultIfEmpty(0).Max()).Of(clock, working));

    private Due Reckon(Period period)
    {
        var rule = pack
            .Deadlines.OfType<PeriodDeadline>()
            .FirstOrDefault(d =>
                d.Frequency.Frequency() == period.Frequency && d.Calendar == PeriodCode.Of(period.Calendar) && d.IsInForce(period.Last)
            );
        var deadline = (rule is null ? TenDays : Counted(rule)).For(period, working);
        return new(deadline.Due, deadline.SoonFrom, rule is { Verified: true } && deadline.IsCertain, rule?.Basis)
        {
            RemindBefore = rule?.RemindBefore ?? [],
        };
    }

    private static DueRule Counted(PeriodDeadline rule) =>
        new()
        {
            Kind = rule.WorkingDays ? DueKind.WorkingDays : DueKind.Days,
            Count = rule.Days,
            OnDayOff = rule.DayOff,
            SoonDays = rule.RemindBefore.DefaultIfEmpty(0).Max(),
            RemindBefore = rule.RemindBefore,
        };
}
