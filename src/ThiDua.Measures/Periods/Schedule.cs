namespace ThiDua.Measures;

/// <summary>
/// In which calendar an indicator is reported, and how often from which day on. A change of frequency is dated, and
/// takes effect between two whole periods; a year of the past for which only the year's figure exists is a schedule of years until
/// the months begin.
/// </summary>
public sealed class Schedule
{
    private readonly (DateOnly From, Frequency Frequency)[] steps;

    public Schedule(Frequency frequency, Calendar calendar = Calendar.Civil)
        : this(calendar, [(DateOnly.MinValue, frequency)]) { }

    /// <param name="steps">From which day each frequency holds; the first also holds before its day.</param>
    /// <exception cref="ArgumentException">No steps, or a change of frequency in the middle of a period of either frequency.</exception>
    public Schedule(Calendar calendar, IEnumerable<(DateOnly From, Frequency Frequency)> steps)
    {
        Calendar = calendar;
        this.steps = [.. steps.OrderBy(s => s.From)];
        if (this.steps.Length == 0)
        {
            throw new ArgumentException("A schedule has at least one frequency.", nameof(steps));
        }

        foreach (var ((_, before), (from, after)) in this.steps.Zip(this.steps.Skip(1)))
        {
            if (Period.Containing(from, before, calendar).First != from || Period.Containing(from, after, calendar).First != from)
            {
                throw new ArgumentException($"The frequency changes on {from:O}, in the middle of a period.", nameof(steps));
            }
        }
    }

    public Calendar Calendar { get; }

    /// <summary>The frequency that holds on a day.</summary>
    public Frequency FrequencyOn(DateOnly day)
    {
        var step = steps.Length - 1;
        while (step > 0 && steps[step].From > day)
        {
            step--;
        }

        return steps[step].Frequency;
    }

    /// <summary>The period of this schedule that contains the day.</summary>
    public Period PeriodOn(DateOnly day) => Period.Containing(day, FrequencyOn(day), Calendar);

    /// <summary>Whether the schedule asks for this very period.</summary>
    public bool Asks(Period period) => PeriodOn(period.First) == period;

    /// <summary>The periods that share at least one day with the range, in order.</summary>
    public IEnumerable<Period> Touching(DateRange range)
    {
        for (var period = PeriodOn(range.First); period.First <= range.Last; period = After(period))
        {
            yield return period;
        }
    }

    private Period After(Period period)
    {
        var next = period.Next();
        return steps.Length == 1 ? next : PeriodOn(next.First);
    }

    /// <summary>
    /// The whole periods that make up the range exactly; null with <see cref="NoValue.OtherCalendar"/> or
    /// <see cref="NoValue.PartOfPeriod"/> where there are none such.
    /// </summary>
    public IReadOnlyList<Period>? Split(DateRange range, Calendar asked, out NoValue? reason)
    {
        reason = asked != Calendar ? NoValue.OtherCalendar : null;
        if (reason is not null)
        {
            return null;
        }

        var periods = Touching(range).ToArray();
        reason = periods[0].First == range.First && periods[^1].Last == range.Last ? null : NoValue.PartOfPeriod;
        return reason is null ? periods : null;
    }
}
