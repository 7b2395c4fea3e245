namespace ThiDua.Measures;

/// <summary>Comparison with the baseline year.</summary>
internal static class Changes
{
    public static IndicatorDefinition Of(string of, ChangeIn changeIn) =>
        new() { Code = of, Kind = IndicatorKind.Change, Of = of, ChangeIn = changeIn };

    public static Reading Read(Question question, IndicatorDefinition definition)
    {
        var all = Evaluator.Read(question, definition.Of!);
        if (all.Value is null)
        {
            return all with { Code = definition.Code };
        }

        if (SoFar(question, definition.Of!) is not { } sofar)
        {
            return Reading.None(definition.Code, NoValue.NoClosedPeriod, reported: all.Reported, asked: all.Asked);
        }

        var current = Evaluator.Read(sofar, definition.Of!);
        var baseline = WholeBaseline(sofar, definition.Of!);
        var reading = current with { Code = definition.Code, Current = current, Baseline = baseline, Numerator = null, Denominator = null };
        if (current.Value is null)
        {
            return reading;
        }

        if (baseline.Value is null)
        {
            return reading with { Value = null, Reason = WhyNoBaseline(question, definition, baseline), ReasonCode = definition.Of };
        }

        return Between(definition, current.Value.Value, baseline.Value.Value) is { } change
            ? reading with { Value = change, Approved = current.Approved && baseline.Approved }
            : reading with { Value = null, Reason = NoValue.ZeroBaseline, ReasonCode = definition.Of };
    }

    public static Rational? Between(IndicatorDefinition definition, Rational value, Rational baseline) => definition.ChangeIn switch
    {
        ChangeIn.Difference => value - baseline,
        _ => baseline.IsZero ? null : (value - baseline) / baseline * 100,
    };

    public static Reading WholeBaseline(Question question, string code)
    {
        if (question.Baseline() is not { } asked)
        {
            return Reading.None(code, NoValue.MissingBaseline);
        }

        var baseline = Evaluator.Read(asked, code);
        return baseline.HasGap || baseline.Reason == NoValue.NoFigures
            ? Reading.None(code, NoValue.MissingBaseline, asked: baseline.Asked)
            : baseline;
    }

    /// <summary>Its own reason, but where the year has a whole figure and only its months are missing.</summary>
    private static NoValue WhyNoBaseline(Question question, IndicatorDefinition definition, Reading baseline) =>
        !question.IsFinished
        && baseline.Reason is NoValue.PartOfPeriod or NoValue.MissingBaseline
        && WholeBaseline(question, definition.Of!).Value is not null
            ? NoValue.NoMonthlyBaseline
            : baseline.Reason!.Value;

    /// <summary>
    /// The question narrowed to the closed periods that have figures: a month that nobody has reported yet is missing, and
    /// comparing it with last year's would show a fall that never was. Null while there is no such period.
    /// </summary>
    private static Question? SoFar(Question question, string code)
    {
        if (question.IsFinished)
        {
            return question;
        }

        var leaves = question.Definitions.Leaves(code).Where(question.Figures.ContainsKey)
            .Select(leaf => (question.Definitions[leaf].IsHeld, Closed: Closed(question, leaf)))
            .ToArray();
        var ends = leaves.Any(l => !l.IsHeld) ? leaves.Where(l => !l.IsHeld) : leaves;
        var end = ends.Select(e => e.Closed).DefaultIfEmpty(null).Min(e => e ?? DateOnly.MinValue);
        return end < question.Range.First ? null : question with
        {
            Range = new(question.Range.First, end),
            By = null,
            BaselineYear = question.BaselineYear - question.YearOf(question.Range.Last) + question.YearOf(end),
        };
    }

    /// <summary>The last day of the last closed period in the range: of a flow, that has figures.</summary>
    private static DateOnly? Closed(Question question, string leaf)
    {
        var series = question.Figures[leaf];
        var held = question.Definitions[leaf].IsHeld;
        return Forecaster.Grid(question, series, held)
            .Where(p => p.Last <= question.Until && (held || series.ReportedIn(p) > 0))
            .Select(p => (DateOnly?)p.Last)
            .LastOrDefault();
    }
}
