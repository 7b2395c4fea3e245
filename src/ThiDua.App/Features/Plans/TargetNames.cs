using ThiDua.App.Data;
using ThiDua.App.Packs;
using ThiDua.Plans;

namespace ThiDua.App.Features.Plans;

/// <summary>What a target is called before a person calls it otherwise: the thing measured, whole. Pure.</summary>
internal static class TargetNames
{
    private const int FewestWords = 5;

    private static readonly string[] Shares = ["ty le", "ti le"];

    /// <summary>
    /// The plan's own words where they say what share of what; else the name of the indicator that is clearly meant: "Tỷ lệ giải
    /// quyết: 90%" leaves open of what, "Số đối tượng truy nã: 80%" is no number.
    /// </summary>
    /// <param name="meant">The indicator, where no other comes near; null otherwise.</param>
    public static string Of(PlanTarget target, PackIndicator? meant) =>
        meant is { Kind: PackKind.Ratio } && target.Value is not null && !IsWhole(target.Measure) ? meant.Name.Vi : target.Measure;

    private static bool IsWhole(string measure)
    {
        var folded = SearchText.Fold(measure);
        return Shares.Any(s => folded.StartsWith(s + " ", StringComparison.Ordinal))
            && folded.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length >= FewestWords;
    }
}
