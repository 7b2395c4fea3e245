namespace ThiDua.Measures;

/// <summary>
/// What each period that is left has to bring so that a target is met, no more than that: "mỗi tháng cần thêm 21 hộ"; of a
/// target that sets a limit, what each of them may bring at most.
/// </summary>
/// <param name="Code">The indicator with facts that it speaks of: itself, a ratio's numerator, what a change compares.</param>
/// <param name="Each">In natural units, as fine as figures of the indicator are entered: a whole number of a count.</param>
/// <param name="Periods">How many are left, the running one too.</param>
/// <param name="Frequency">How long each of them is.</param>
/// <param name="IsLimit">Whether it is the most that each period may bring.</param>
public sealed record Pace(string Code, Rational Each, int Periods, Frequency Frequency, bool IsLimit)
{
    /// <summary>What all that is left has to bring together; null for a limit.</summary>
    public Rational? Missing { get; private init; }

    /// <summary>
    /// Of flows, stocks and reach; of their share in a stock or an opening, as it stands; of a flow's fall or rise against its
    /// whole baseline.
    /// </summary>
    /// <returns>Null where nothing is left to bring, or no pace mends it; an exact figure has none.</returns>
    internal static Pace? Of(Question question, IndicatorDefinition judged, bool turned, Requirement requirement)
    {
        if (requirement.Comparator == Comparator.Equal || Line.Of(question, judged) is not { } line)
        {
            return null;
        }

        var falls = turned ? line.Slope.Sign > 0 : line.Slope.Sign < 0;
        var wanted = turned ? -requirement.Value : requirement.Value;
        var isLimit = falls != requirement.Comparator is Comparator.LessThan or Comparator.AtMost;
        var strict = requirement.Comparator is Comparator.LessThan or Comparator.MoreThan;
        var definition = question.Definitions[line.Code];
        var series = question.Figures[line.Code];
        var left = Forecaster.Periods(question, series).Where(p => p.Last > question.Until).ToArray();
        if (left.Length == 0)
        {
            return null;
        }

        var whole = ((wanted - line.Base) / line.Slope) - line.Value;
        var share = whole / left.Length;
        var each = isLimit ? Most(share, definition.Scale, strict) : Least(share, definition.Scale, strict);
        return isLimit ? (each < Rational.Zero ? null : new(line.Code, each, left.Length, left[0].Frequency, true))
            : each <= Rational.Zero ? null
            : new(line.Code, each, left.Length, left[0].Frequency, false) { Missing = Least(whole, definition.Scale, strict) };
    }

    private static Rational Most(Rational share, int scale, bool strict)
    {
        var most = share.Floor(scale);
        return strict && most == share ? most - Rational.FromScaled(1, scale) : most;
    }

    private static Rational Least(Rational share, int scale, bool strict) => -Most(-share, scale, strict);

    /// <summary>The value judged as a straight line over the figure that grows: base + slope × value.</summary>
    private sealed record Line(string Code, Rational Value, Rational Slope, Rational Base)
    {
        public static Line? Of(Question question, IndicatorDefinition judged) =>
            judged.Kind switch
            {
                IndicatorKind.Flow or IndicatorKind.Stock or IndicatorKind.Reach => Of(question, judged.Code, 1, Rational.Zero),
                IndicatorKind.Ratio => Ratio(question, judged),
                IndicatorKind.Change => Change(question, judged),
                _ => null,
            };

        private static Line? Of(Question question, string code, Rational slope, Rational from) =>
            question.Definitions[code].Kind is IndicatorKind.Flow or IndicatorKind.Stock or IndicatorKind.Reach
            && question.Figures.ContainsKey(code)
            && Evaluator.Read(question, code).Value is { } value
                ? new(code, value, slope, from)
                : null;

        /// <summary>A denominator that is itself still being counted gives no line.</summary>
        private static Line? Ratio(Question question, IndicatorDefinition ratio) =>
            question.Definitions[ratio.Denominator!].Kind is IndicatorKind.Stock or IndicatorKind.Opening
            && Evaluator.Read(question, ratio.Denominator!).Value is { Sign: > 0 } whole
                ? Of(question, ratio.Numerator!, (Rational)ratio.Factor / whole, Rational.Zero)
                : null;

        private static Line? Change(Question question, IndicatorDefinition change) =>
            question.Definitions[change.Of!].Kind != IndicatorKind.Flow
            || Evaluator.ReadBaseline(question, change.Of!).Value is not { Sign: > 0 } before
                ? null
            : change.ChangeIn == ChangeIn.Percent ? Of(question, change.Of!, (Rational)100 / before, -100)
            : Of(question, change.Of!, 1, -before);
    }
}
