namespace ThiDua.Measures;

/// <summary>Comparison with the baseline year.</summary>
internal static class Changes
{
    public static IndicatorDefinition Of(string of, ChangeIn changeIn) =>
        new()
        {
            Code = of,
            Kind = IndicatorKind.Change,
            Of = of,
            ChangeIn = changeIn,
        };

    public static Reading Read(Question question, IndicatorDefinition definition)
    {
        var all = Evaluator.Read(question, definition.Of!);
        if (question.BaselineYear is null)
        {
            return Reading.None(definition.Code, NoValue.NoBaselineYear, reported: all.Reported, asked: all.Asked);
        }

        if (all.Value is null)
        {
            return all with { Code = definition.Code };
        }

        if (SameMonths.Of(question, definition.Of!) is not { } compared)
        {
            return Reading.None(definition.Code, NoValue.NoClosedPeriod, reported: all.Reported, asked: all.Asked);
        }

        var current = Evaluator.Read(compared, definition.Of!);
        var baseline = WholeBaseline(compared, definition.Of!);
        // How many have reported is said of all that was due, not of the months that happen to have figures.
        var reading = current with
        {
            Code = definition.Code,
            Reported = all.Reported,
            Asked = all.Asked,
            Current = current,
            Baseline = baseline,
            Numerator = null,
            Denominator = null,
        };
        return current.Value is null ? reading : Compared(question, definition, reading, current, baseline);
    }

    public static Rational? Between(IndicatorDefinition definition, Rational value, Rational baseline) =>
        definition.ChangeIn switch
        {
            ChangeIn.Difference => value - baseline,
            _ => baseline.IsZero ? null : (value - baseline) / baseline * 100,
        };

    public static Reading WholeBaseline(Question question, string code)
    {
        if (question.Baseline() is not { } asked)
        {
            return Reading.None(code, NoValue.NoBaselineYear);
        }

        var baseline = Evaluator.Read(asked, code);
        return baseline.HasGap || baseline.Reason == NoValue.NoFigures
            ? Reading.None(code, NoValue.MissingBaseline, asked: baseline.Asked)
            : baseline;
    }

    private static Reading Compared(Question question, IndicatorDefinition definition, Reading reading, Reading current, Reading baseline)
    {
        if (baseline.Value is null)
        {
            return reading with { Value = null, Reason = WhyNoBaseline(question, definition, baseline), ReasonCode = definition.Of };
        }

        return Between(definition, current.Value!.Value, baseline.Value.Value) is { } change
            ? reading with
            {
                Value = change,
                Approved = current.Approved && baseline.Approved,
            }
            : reading with
            {
                Value = null,
                Reason = NoValue.ZeroBaseline,
                ReasonCode = definition.Of,
            };
    }

    /// <summary>Its own reason, but where the year has a whole figure and only its months are missing.</summary>
    private static NoValue WhyNoBaseline(Question question, IndicatorDefinition definition, Reading baseline) =>
        baseline.Reason switch
        {
            NoValue.PartOfPeriod
            or NoValue.MissingBaseline
            or NoValue.MissingNumerator
            or NoValue.MissingDenominator when WholeBaseline(question, definition.Of!).Value is not null => NoValue.NoMonthlyBaseline,
            NoValue.NothingHappened => NoValue.ZeroBaseline,
            { } reason => reason,
            null => NoValue.MissingBaseline,
        };
}
