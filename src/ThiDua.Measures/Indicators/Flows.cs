namespace ThiDua.Measures;

/// <summary>Readings of flows: the sum of the whole periods in the range that have begun.</summary>
internal static class Flows
{
    public static Reading Read(Question question, IndicatorDefinition definition, Series series)
    {
        var ranges = question.Parts ?? [question.Range];
        var touching = ranges.SelectMany(series.Touching).Where(c => c.Cell.All.Reported > 0).ToArray();
        var periods = Split(question, series, ranges, out var notSplit);
        if ((notSplit ?? NotWhole(question, ranges, touching)) is { } reason)
        {
            return Reading.None(definition.Code, reason, asked: series.AskedOn(question.Until));
        }

        var begun = periods.Where(p => p.First <= question.Until).ToArray();
        var covered = begun.Select(series.ReportedIn).ToArray();
        var (reported, asked) = Fewest(question, series, begun, covered);
        var (sum, approved, running, latest) = (default(Tally), true, false, default(Period?));
        foreach (var (cell, days) in touching)
        {
            if (days.First <= question.Until)
            {
                (sum, latest) = (sum + cell.All, cell.Period);
                approved &= cell.All == cell.Approved;
                running |= days.Last > question.Until;
            }
        }

        return latest is null
            ? Reading.None(definition.Code, NoValue.NoFigures, asked: asked)
            : new(definition.Code, Rational.FromScaled(sum.Sum, definition.Scale), null, null, reported, asked, approved, latest)
            {
                Covers = new(ranges[0].First, begun[^1].Last),
                Days = new(ranges),
                HasGap = covered.Contains(0),
                Running = running,
            };
    }

    private static List<Period> Split(Question question, Series series, IReadOnlyList<DateRange> ranges, out NoValue? reason)
    {
        var all = new List<Period>();
        foreach (var range in ranges)
        {
            if (series.Schedule.Split(range, question.Calendar, out reason) is not { } periods)
            {
                return all;
            }

            all.AddRange(periods);
        }

        reason = null;
        return all;
    }

    private static NoValue? NotWhole(Question question, IReadOnlyList<DateRange> ranges, (Cell Cell, DateRange Days)[] cells) =>
        cells.Any(c => !c.Cell.Period.IsDay && c.Cell.Period.Calendar != question.Calendar) ? NoValue.OtherCalendar
        : cells.Any(c => !ranges.Any(r => r.Contains(c.Days))) ? NoValue.PartOfPeriod
        : null;

    /// <summary>
    /// Of the closed periods (of the running one while none is closed) that which the fewest of those asked reported in, with
    /// as many as were asked then. Never more than these, should a caller not count a unit that ended inside the period.
    /// </summary>
    private static (int Reported, int Asked) Fewest(Question question, Series series, Period[] begun, int[] covered)
    {
        var closed = begun.Count(p => p.Last <= question.Until);
        (int Reported, int Asked)? fewest = null;
        foreach (var (period, covering) in begun.Zip(covered).Take(closed > 0 ? closed : begun.Length))
        {
            var asked = series.AskedOn(period.Last);
            var reported = Math.Min(covering, asked);
            if (asked > 0 && (fewest is not { } least || IsFewer((reported, asked), least)))
            {
                fewest = (reported, asked);
            }
        }

        return fewest ?? (0, series.AskedOn(question.Until));
    }

    /// <summary>Whether it is the lesser share, or the same share of fewer: exact, without a division.</summary>
    private static bool IsFewer((int Reported, int Asked) a, (int Reported, int Asked) b)
    {
        var share = ((long)a.Reported * b.Asked).CompareTo((long)b.Reported * a.Asked);
        return share != 0 ? share < 0 : a.Reported < b.Reported;
    }
}
