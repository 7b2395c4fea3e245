namespace ThiDua.Measures;

/// <summary>Readings of values that hold until the next one: stock, opening, reach, yes/no, score.</summary>
internal static class Held
{
    /// <summary>Each unit's last value that has taken effect, summed; for an opening, that of the range's start.</summary>
    public static Reading Read(Question question, IndicatorDefinition definition, Series series)
    {
        var asked = series.AskedOn(question.Until);
        if (OutsideRange(question, definition, series) is { } outside)
        {
            var known = series.Begun(question.Until, question.Until, question.End).Sum(c => c.All.Holding);
            return Reading.None(definition.Code, outside, reported: Math.Clamp(known, 0, asked), asked: asked);
        }

        var used = InEffect(question, definition, series).ToArray();
        var (total, approved) = used.Aggregate(
            (All: default(Tally), Approved: default(Tally)),
            (s, c) => (s.All + c.All, s.Approved + c.Approved)
        );
        if (total.Holding <= 0)
        {
            return Reading.None(definition.Code, NoValue.NoFigures, asked: asked);
        }

        if (definition.Kind == IndicatorKind.Score && Math.Max(asked, total.Holding) > 1)
        {
            return Reading.None(definition.Code, NoValue.NoTotalOverUnits, reported: total.Holding, asked: asked);
        }

        // The cells of a unit that has left are taken out again: their sums by period say whose figures are used.
        var periods = Totals.Sum(used.Select(c => c with { Since = null }));
        var given = periods.Where(c => c.All.Reported > 0).Select(c => c.Period).ToArray();
        var reading = new Reading(
            definition.Code,
            Rational.FromScaled(total.Sum, definition.Scale),
            null,
            null,
            total.Holding,
            asked,
            // What is in effect decides: a figure that another one has followed says nothing of it.
            (total.Sum, total.Holding) == (approved.Sum, approved.Holding),
            given.Length > 0 ? given[^1] : used[^1].Period
        )
        {
            Days = new(new DateRange(question.Range.First, question.End < question.Range.First ? question.Range.First : question.End)),
            Running = definition.Kind != IndicatorKind.Opening && given.Any(p => p.Last > question.Until),
        };
        return definition.Kind == IndicatorKind.YesNo ? YesNo(definition, reading) : reading;
    }

    /// <summary>Why the range can have no value, whatever was reported.</summary>
    private static NoValue? OutsideRange(Question question, IndicatorDefinition definition, Series series)
    {
        if (
            series.Schedule.Calendar != question.Calendar
            || series.Cells.Any(c => !c.Period.IsDay && c.Period.Calendar != question.Calendar)
        )
        {
            return NoValue.OtherCalendar;
        }

        return definition.Kind == IndicatorKind.Reach && !IsFromStart(question, definition, series) ? NoValue.NotFromStart : null;
    }

    /// <summary>Whether the range begins at a campaign's start and the day asked is before the next one.</summary>
    private static bool IsFromStart(Question question, IndicatorDefinition definition, Series series) =>
        definition.Starts.Count == 0
            ? series.Cells.All(c => c.All.Reported <= 0 || c.Period.Last >= question.Range.First)
            : definition.Starts.Contains(question.Range.First)
                && (question.Until < question.Range.First || definition.StartOf(question.Until) == question.Range.First);

    private static IEnumerable<Cell> InEffect(Question question, IndicatorDefinition definition, Series series)
    {
        var (until, end) = (question.Until, question.ClosedOnly ? question.Until : question.End);
        return definition.Kind switch
        {
            IndicatorKind.Opening when until < question.Range.First => [],
            IndicatorKind.Opening => series.Begun(until, question.Range.First, DateOnly.MaxValue),
            IndicatorKind.Reach => series
                .Begun(until, until, end)
                .Where(c =>
                    c.Period.Last >= question.Range.First && definition.StartOf(c.Period.Last) == definition.StartOf(question.Range.First)
                ),
            _ => series.Begun(until, until, end),
        };
    }

    private static Reading YesNo(IndicatorDefinition definition, Reading yes) =>
        definition.YesNo switch
        {
            YesNoRule.All => yes with { Value = yes.Value >= (Rational)yes.Asked ? 1 : 0, Numerator = yes },
            YesNoRule.Any => yes with { Value = yes.Value > Rational.Zero ? 1 : 0, Numerator = yes },
            _ when yes.Asked == 0 => yes with { Value = null, Reason = NoValue.ZeroDenominator, ReasonCode = yes.Code, Numerator = yes },
            _ => yes with { Value = yes.Value / (Rational)yes.Asked * (Rational)definition.Factor, Numerator = yes },
        };
}
