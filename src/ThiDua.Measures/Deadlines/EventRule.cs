namespace ThiDua.Measures;

/// <summary>When something is due after an event, as data: so many hours, days, working days or months.</summary>
/// <param name="OnDayOff">What becomes of a last day that is a day off; terms in hours run on through days off.</param>
/// <param name="Soon">How long before its end it is "soon": hours of a term in hours, else days.</param>
public sealed record EventRule(Term Term, DayOffRule OnDayOff = DayOffRule.Next, int Soon = 0)
{
    // A term that stops over and over is not followed for ever.
    private const int MostDays = 36_600;

    /// <summary>The end of the term, after all that happened to it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A term that is not positive, or that ends a hundred years after its event.</exception>
    public DueMoment Of(DeadlineClock clock, WorkingDays working)
    {
        var start = VietnamTime.DayOf(clock.Event);
        var end = Counted(Term, clock.Event, start, clock, working);
        foreach (var (term, inAll) in clock.Extensions)
        {
            var longer =
                inAll ? Counted(term, clock.Event, start, clock, working)
                : end is { } before ? Counted(term, before, LastDay(before), clock, working)
                : null;
            end = longer < end ? end : longer;
        }

        return end is { } counted ? Placed(counted, clock, working) : new(null, null, true);
    }

    private DueMoment Placed(DateTimeOffset counted, DeadlineClock clock, WorkingDays working)
    {
        if (Term.Unit == TermUnit.Hours)
        {
            return new(counted, counted.AddHours(-Soon), IsCertain(clock, counted, counted, working));
        }

        var last = LastDay(counted);
        var placed = OnDayOff switch
        {
            DayOffRule.Next => FirstOpen(last, clock, working),
            DayOffRule.Previous => working.OnOrBefore(last),
            _ => last,
        };
        if (placed is not { } day)
        {
            return new(null, null, true);
        }

        // A term in days ends with its day, also where hours were added: else more hours past a day off could end it earlier.
        var ends = VietnamTime.EndOf(day);
        return new(ends, VietnamTime.StartOf(day.AddDays(-Soon)), IsCertain(clock, counted, ends, working));
    }

    private static DateOnly? FirstOpen(DateOnly day, DeadlineClock clock, WorkingDays working) =>
        working.IsWorking(day) ? day : Count(day, 1, clock, working.IsWorking);

    /// <returns>The first instant after the term; null when the term stands still before that.</returns>
    private static DateTimeOffset? Counted(Term term, DateTimeOffset from, DateOnly start, DeadlineClock clock, WorkingDays working)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(term.Count, 1);
        if (term.Unit == TermUnit.Hours)
        {
            return Hours(from, TimeSpan.FromHours(term.Count), clock.Pauses);
        }

        var last = term.Unit switch
        {
            TermUnit.WorkingDays => Count(start, term.Count, clock, working.IsWorking),
            TermUnit.Months => Count(start, start.AddMonths(term.Count).DayNumber - start.DayNumber, clock, _ => true),
            _ => Count(start, term.Count, clock, _ => true),
        };
        return last is { } day ? VietnamTime.EndOf(day) : null;
    }

    // What was stopped on its last day has the rest of a day left: it ends on the day of its resumption.
    private static DateOnly? Count(DateOnly day, int count, DeadlineClock clock, Func<DateOnly, bool> counts)
    {
        var latest = day.AddDays(MostDays);
        for (var left = count; left > 0 || clock.IsInterrupted(day) || !counts(day); left -= clock.Stops(day) || !counts(day) ? 0 : 1)
        {
            day = day.AddDays(1);
            if (clock.Pauses.Any(p => p.Until is null && p.Stops(day)))
            {
                return null;
            }

            ArgumentOutOfRangeException.ThrowIfGreaterThan(day, latest);
        }

        return day;
    }

    private static DateTimeOffset? Hours(DateTimeOffset at, TimeSpan left, IEnumerable<Pause> pauses)
    {
        foreach (var pause in pauses.Where(p => !(p.Until <= p.From)).OrderBy(p => p.From))
        {
            if (pause.From >= at + left)
            {
                break;
            }

            if (pause.Until is not { } until)
            {
                return null;
            }

            left -= pause.From > at ? pause.From - at : TimeSpan.Zero;
            at = until > at ? until : at;
        }

        return at + left;
    }

    private static DateOnly LastDay(DateTimeOffset ends) => VietnamTime.DayOf(ends.AddTicks(-1));

    private bool IsCertain(DeadlineClock clock, DateTimeOffset counted, DateTimeOffset ends, WorkingDays working)
    {
        var inWorkingDays = clock.Extensions.Select(e => e.Term.Unit).Append(Term.Unit).Contains(TermUnit.WorkingDays);
        var moves = Term.Unit != TermUnit.Hours && OnDayOff != DayOffRule.Keep;
        DateOnly[] days = inWorkingDays
            ? [VietnamTime.DayOf(clock.Event), LastDay(counted), LastDay(ends)]
            : [LastDay(counted), LastDay(ends)];
        return !(inWorkingDays || moves) || working.Knows(new(days.Min(), days.Max()));
    }
}
