using ThiDua.Plans;

namespace ThiDua.App.Packs.Matching;

/// <summary>Whether an indicator's kind can carry the figure of a target: its unit and its direction.</summary>
internal static class UnitFit
{
    private static readonly string[] Falling = ["giam"];
    private static readonly string[] Compared = ["so", "voi"];

    public static double Of(MatchIndex.Entry entry, PlanTarget target, TargetWords text, MatchWords words)
    {
        var kind = entry.Indicator.Kind;
        var falls = target.Direction == "decrease" || MatchWords.Contains(text.Measure, Falling);
        var compared = target.Baseline is not null || MatchWords.Contains(text.Clause, Compared);
        return Direction(entry.Indicator, target, falls)
            * (
                target switch
                {
                    { Value: null } => Wish(kind, falls),
                    { Unit: { } unit } when unit.Contains('%', StringComparison.Ordinal) => Percent(kind, compared),
                    _ => Count(entry, target, words),
                }
            );
    }

    private static double Wish(PackKind kind, bool falls) =>
        kind switch
        {
            PackKind.Change => falls ? 1.05 : 0.6,
            PackKind.Ratio => 0.97,
            _ => 1,
        };

    private static double Percent(PackKind kind, bool compared) =>
        kind switch
        {
            PackKind.Ratio => compared ? 0.7 : 1.05,
            PackKind.Change => compared ? 1.1 : 0.7,
            PackKind.YesNo => 0.9,
            _ => 0.6,
        };

    private static double Count(MatchIndex.Entry entry, PlanTarget target, MatchWords words) =>
        entry.Indicator.Kind switch
        {
            PackKind.Ratio or PackKind.Change => 0.6,
            PackKind.YesNo => 0.8,
            _ when !Tell(entry, target, words) => 1,
            _ => CountsOther(entry, target, words) ? 0.85 : 1.1,
        };

    /// <summary>Both say what they count, and it is not the same.</summary>
    public static bool CountsOther(MatchIndex.Entry entry, PlanTarget target, MatchWords words) =>
        entry.Indicator.Kind is not (PackKind.Ratio or PackKind.Change or PackKind.YesNo)
        && Tell(entry, target, words)
        && words.Syllables(target.Unit!) is var asked
        && !MatchWords.Contains(asked, entry.Unit)
        && !MatchWords.Contains(entry.Unit, asked);

    private static bool Tell(MatchIndex.Entry entry, PlanTarget target, MatchWords words) =>
        target.Unit is { } unit
        && !unit.Contains('%', StringComparison.Ordinal)
        && words.Syllables(unit).Length > 0
        && entry.Unit.Length > 0;

    private static double Direction(PackIndicator indicator, PlanTarget target, bool falls) =>
        falls
            ? indicator.LessIsBetter
                ? 1.08
                : 0.85
            : target.Direction == "increase" && indicator.LessIsBetter
                ? 0.85
                : 1;
}
