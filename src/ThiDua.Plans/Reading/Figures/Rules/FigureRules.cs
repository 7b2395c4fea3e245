namespace ThiDua.Plans.Reading.Figures.Rules;

/// <summary>
/// Which figures of a clause set a target: a level to be reached or an output that is planned; not what has been, what a
/// rule allows, how large a thing is or what it costs. Every rule has a name, and of each list the first that holds decides.
/// </summary>
internal static class FigureRules
{
    private static readonly FigureRule[] Everywhere = [.. PastRules.All, .. ConditionRules.All, .. AsideRules.All];

    public static IEnumerable<FigureRule> All =>
        [.. Everywhere, .. OtherPurposeRules.All, .. RateRules.All, .. SumRules.All, .. OutputRules.All, .. Directions.All];

    public static bool Count(FigureContext figure) =>
        (
            First(Everywhere, figure)
            ?? (figure.AmongTargets ? null : First(OtherPurposeRules.All, figure))
            ?? First(
                figure.IsShare ? RateRules.All
                    : Money.IsUnit(figure.Figure.Unit) ? SumRules.All
                    : OutputRules.All,
                figure
            )
        )
            is { Counts: true };

    private static FigureRule? First(FigureRule[] rules, FigureContext figure)
    {
        foreach (var rule in rules)
            if (rule.Holds(figure))
                return rule;
        return null;
    }
}
