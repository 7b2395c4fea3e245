namespace ThiDua.Measures;

/// <summary>Readings of the indicators that have facts.</summary>
internal static class Leaf
{
    /// <summary>The sum of the whole periods in the range that have begun.</summary>
    public static Reading Flow(Question question, IndicatorDefinition definition, Series series)
    {
        var touching = series.Touching(question.Range).Where(c => c.Cell.All.Reported > 0).ToArray();
        var periods = series.Schedule.Split(question.Range, question.Calendar, out var notSplit);
        if ((notSplit ?? NotWhole(question, touching)) is { } reason)
        {
            return Reading.None(definition.Code, reason, asked: series.AskedOn(question.Until));
        }

        var begun = periods!.Where(p => p.First <= question.Until).ToArray();
        var used = touching.Where(c => c.Days.First <= question.Until).Select(c => c.Cell).ToArray();
        var covered = begun.Select(series.ReportedIn).ToArray();
        var (reported, asked) = LeastReported(question, series, begun, covered);
        if (used.Length == 0)
        {
            return Reading.None(definition.Code, NoValue.NoFigures, asked: asked);
        }

        var sum = used.Aggregate(default(Tally), (total, c) => total + c.All).Sum;
        return new(
            definition.Code, Rational.FromScaled(sum, definition.Scale), null, null, reported, asked,
            used.All(c => c.All == c.Approved), used[^1].Period)
        {
            Covers = new(question.Range.First, begun[^1].Last),
            HasGap = covered.Contains(0),
        };
    }

    private static NoValue? NotWhole(Question question, (Cell Cell, DateRange Days)[] cells) =>
        cells.Any(c => c.Cell.Period.Calendar != question.Calendar) ? NoValue.OtherCalendar
        : cells.Any(c => !question.Range.Contains(c.Days)) ? NoValue.PartOfPeriod
        : null;

    /// <summary>Each unit's last value that has taken effect, summed; for an opening, that of the range's start.</summary>
    public static Reading Held(Question question, IndicatorDefinition definition, Series series)
    {
        var asked = series.AskedOn(question.Until);
        if (series.Schedule.Calendar != question.Calendar || series.Cells.Any(c => c.Period.Calendar != question.Calendar))
        {
            return Reading.None(definition.Code, NoValue.OtherCalendar, asked: asked);
        }

        var used = InEffect(question, definition, series).ToArray();
        var total = used.Aggregate(default(Tally), (sum, c) => sum + c.All);
        if (used.Length > 0 && CannotAdd(question, definition, series, Math.Max(asked, total.Holding)) is { } reason)
        {
            return Reading.None(definition.Code, reason, reported: Math.Max(total.Holding, 0), asked: asked);
        }

        if (total.Holding == 0)
        {
            return Reading.None(definition.Code, NoValue.NoFigures, asked: asked);
        }

        var latest = used.LastOrDefault(c => c.All.Reported > 0, used[^1]).Period;
        var reading = new Reading(
            definition.Code, Rational.FromScaled(total.Sum, definition.Scale), null, null, total.Holding, asked,
            used.All(c => c.All == c.Approved), latest);
        return definition.Kind == IndicatorKind.YesNo ? YesNo(definition, reading) : reading;
    }

    private static IEnumerable<Cell> InEffect(Question question, IndicatorDefinition definition, Series series) =>
        definition.Kind switch
        {
            IndicatorKind.Opening when question.Until < question.Range.First => [],
            IndicatorKind.Opening => series.Begun(question.Range.First, DateOnly.MaxValue),
            IndicatorKind.Reach => series.Begun(question.Until, question.Range.Last).Where(c => c.Period.First >= question.Range.First),
            _ => series.Begun(question.Until, question.Range.Last),
        };

    private static NoValue? CannotAdd(Question question, IndicatorDefinition definition, Series series, int units) => definition.Kind switch
    {
        IndicatorKind.Score when units > 1 => NoValue.NoTotalOverUnits,
        IndicatorKind.Reach when !FromStart(question, definition, series) => NoValue.NotFromStart,
        _ => null,
    };

    /// <summary>Cumulative values add up only when the range holds all of one campaign so far, and nothing of another.</summary>
    private static bool FromStart(Question question, IndicatorDefinition definition, Series series)
    {
        var starts = InEffect(question, definition, series).Select(c => definition.StartOf(c.Period.First)).Distinct().ToArray();
        return starts.Length == 1
            && series.Cells.All(c => c.Period.First >= question.Range.First || definition.StartOf(c.Period.First) != starts[0]);
    }

    private static Reading YesNo(IndicatorDefinition definition, Reading yes) => definition.YesNo switch
    {
        YesNoRule.All => yes with { Value = yes.Value >= (Rational)yes.Asked ? 1 : 0, Numerator = yes },
        YesNoRule.Any => yes with { Value = yes.Value > Rational.Zero ? 1 : 0, Numerator = yes },
        _ when yes.Asked == 0 => yes with { Value = null, Reason = NoValue.ZeroDenominator, ReasonCode = yes.Code, Numerator = yes },
        _ => yes with { Value = yes.Value / (Rational)yes.Asked * (Rational)definition.Factor, Numerator = yes },
    };

    /// <summary>
    /// Units that reported in the worst of the periods that are due. While none is closed the running one counts; when
    /// the number of units asked changed meanwhile, as many are missing today as were missing in the worst period.
    /// </summary>
    private static (int Reported, int Asked) LeastReported(Question question, Series series, Period[] begun, int[] covered)
    {
        var asked = series.AskedOn(question.Until);
        var closed = question.IsFinished ? begun.Length : begun.Count(p => p.Last <= question.Until);
        var missing = begun.Zip(covered, (p, reported) => series.AskedOn(p.Last) - reported)
            .Take(closed > 0 ? closed : begun.Length)
            .DefaultIfEmpty(asked)
            .Max();
        return (Math.Max(asked - missing, 0), asked);
    }
}
