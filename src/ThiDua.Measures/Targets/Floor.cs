namespace ThiDua.Measures;

/// <summary>
/// The least that a value can still become: what is accumulated cannot be undone. The ground for "met" and "missed" before
/// the end.
/// </summary>
internal static class Floor
{
    /// <returns>Null where the value may still fall without limit.</returns>
    public static Rational? Of(Question question, IndicatorDefinition definition) =>
        definition.Kind switch
        {
            IndicatorKind.Flow or IndicatorKind.Reach when !definition.MayBeNegative => Evaluator.Read(question, definition.Code).Value,
            IndicatorKind.Ratio => Ratio(question, definition),
            IndicatorKind.Change => Change(question, definition),
            _ => null,
        };

    /// <summary>Only an opening stays under an accumulated count; any other denominator may still grow.</summary>
    private static Rational? Ratio(Question question, IndicatorDefinition definition)
    {
        var below = Evaluator.Read(question, definition.Denominator!);
        return question.Definitions[definition.Denominator!].Kind == IndicatorKind.Opening && below.IsComplete && below.Value?.Sign > 0
            ? Of(question, question.Definitions[definition.Numerator!]) / below.Value * definition.Factor
            : null;
    }

    /// <summary>The accumulated value against the baseline's whole range, where every unit's baseline is known.</summary>
    private static Rational? Change(Question question, IndicatorDefinition definition)
    {
        var baseline = Evaluator.ReadBaseline(question, definition.Of!);
        return baseline is { IsComplete: true, Value: not null } && Of(question, question.Definitions[definition.Of!]) is { } least
            ? Changes.Between(definition, least, baseline.Value.Value)
            : null;
    }
}
