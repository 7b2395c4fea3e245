namespace ThiDua.Measures;

/// <summary>The value of an indicator over a range as of a date, from totals alone.</summary>
public static class Evaluator
{
    /// <exception cref="KeyNotFoundException">No indicator has the code.</exception>
    public static Reading Read(Question question, string code)
    {
        var definition = question.Definitions[code];
        return definition.Kind switch
        {
            IndicatorKind.Ratio => Ratio(question, definition),
            IndicatorKind.Change => Changes.Read(question, definition),
            _ when !question.Figures.ContainsKey(code) => Reading.None(code, NoValue.NoFigures),
            IndicatorKind.Flow => Flows.Read(question, definition, question.Figures[code]),
            _ => Held.Read(question, definition, question.Figures[code]),
        };
    }

    /// <summary>
    /// The change of any indicator against the question's baseline year: what a target such as "5 % fewer than in 2023"
    /// compares. Its code is that of the indicator.
    /// </summary>
    public static Reading ReadChange(Question question, string of, ChangeIn changeIn) => Changes.Read(question, Changes.Of(of, changeIn));

    /// <summary>
    /// The value over the baseline year's whole range; no value where the year is not named or one of its periods has no
    /// figure at all.
    /// </summary>
    public static Reading ReadBaseline(Question question, string code) => Changes.WholeBaseline(question, code);

    private static Reading Ratio(Question question, IndicatorDefinition definition)
    {
        var above = Read(question, definition.Numerator!);
        var below = Read(question, definition.Denominator!);
        var (reason, of) = WhyNone(definition, above, below);
        var lesser = Missing(above) >= Missing(below) ? above : below;
        return new(
            definition.Code,
            reason is null ? above.Value!.Value / below.Value!.Value * definition.Factor : null,
            reason,
            of,
            lesser.Reported,
            lesser.Asked,
            above.Approved && below.Approved,
            Later(above.Latest, below.Latest)
        )
        {
            Numerator = above,
            Denominator = below,
            Covers = above.Covers ?? below.Covers,
            HasGap = above.HasGap || below.HasGap,
            Running = above.Running || below.Running,
        };
    }

    private static (NoValue? Reason, string? Of) WhyNone(IndicatorDefinition ratio, Reading above, Reading below) =>
        (above.Reason, below.Reason) switch
        {
            (null, null) when below.Value!.Value.IsZero => (
                below.IsComplete ? NoValue.NothingHappened : NoValue.ZeroDenominator,
                below.Code
            ),
            (NoValue.NoFigures, null) when below is { IsComplete: true, Value.IsZero: true } => (NoValue.NothingHappened, below.Code),
            (null, null) => (null, null),
            (NoValue.NoFigures, NoValue.NoFigures) => (NoValue.NoFigures, ratio.Code),
            (NoValue.NoFigures, null) => (NoValue.MissingNumerator, above.Code),
            (null, NoValue.NoFigures) => (NoValue.MissingDenominator, below.Code),
            (null or NoValue.NoFigures, { } other) => (other, below.ReasonCode),
            ({ } other, _) => (other, above.ReasonCode),
        };

    private static Rational Missing(Reading part) => part.Asked == 0 ? Rational.Zero : new Rational(part.Asked - part.Reported, part.Asked);

    private static Period? Later(Period? a, Period? b) =>
        a is { } one && b is { } other ? (one.CompareTo(other) >= 0 ? one : other) : a ?? b;
}
