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
        var used = touching.Where(c => c.Days.First <= question.Until).ToArray();
        var covered = begun.Select(series.ReportedIn).ToArray();
        var (reported, asked) = Fewest(question, series, begun, covered);
        if (used.Length == 0)
        {
            return Reading.None(definition.Code, NoValue.NoFigures, asked: asked);
        }

        var sum = used.Aggregate(default(Tally), (total, c) => total + c.Cell.All).Sum;
        return new(
            definition.Code, Rational.FromScaled(sum, definition.Scale), null, null, reported, asked,
            used.All(c => c.Cell.All == c.Cell.Approved), used[^1].Cell.Period)
        {
            Covers = new(ranges[0].First, begun[^1].Last),
            HasGap = covered.Contains(0),
            Running = used.Any(c => c.Days.Last > question.Until),
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
        return begun.Zip(covered, (p, reported) => (Reported: reported, Asked: series.AskedOn(p.Last)))
            .Take(closed > 0 ? closed : begun.Length)
            .Where(p => p.Asked > 0)
            .Select(p => (Reported: Math.Min(p.Reported, p.Asked), p.Asked))
            .DefaultIfEmpty((Reported: 0, Asked: series.AskedOn(question.Until)))
            .MinBy(p => (new Rational(p.Reported, Math.Max(p.Asked, 1)), p.Reported));
    }
}
