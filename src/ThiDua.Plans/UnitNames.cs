using ThiDua.Plans.Reading.Units;

namespace ThiDua.Plans;

/// <summary>A candidate that a name may mean.</summary>
/// <param name="Index">Its place in the list of candidates.</param>
/// <param name="Score">0 to 1; 1 is the same name.</param>
public readonly record struct UnitMatch(int Index, string Candidate, double Score);

/// <summary>
/// Matches the name of a unit as a document writes it ("BCH Công an xã", "CA xã", "Trưởng Công an xã") to a unit of the tree
/// ("Công an xã Bình Minh") by meaning: abbreviations are written out, leaders stand for their unit, marks lost by OCR are
/// forgiven; another level, another place or another number is another unit.
/// </summary>
public static class UnitNames
{
    private const double Sure = 0.72;
    private const double Margin = 0.05;

    /// <summary>The one candidate that the name means; null when none is near enough or two are alike.</summary>
    public static UnitMatch? Match(string name, IReadOnlyList<string> candidates, Lexicon? lexicon = null)
    {
        var ranked = Rank(name, candidates, lexicon);
        if (ranked.Count == 0 || ranked[0].Score < Sure)
            return null;
        return ranked.Count > 1 && ranked[0].Score - ranked[1].Score < Margin && ranked[0].Score < 1 ? null : ranked[0];
    }

    /// <summary>All candidates that share anything with the name, nearest first.</summary>
    public static IReadOnlyList<UnitMatch> Rank(string name, IReadOnlyList<string> candidates, Lexicon? lexicon = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(candidates);
        lexicon ??= Lexicon.Default;
        var asked = UnitSense.Of(name, lexicon);
        var matches = new List<UnitMatch>();
        for (var i = 0; i < candidates.Count; i++)
            if (asked.Nearness(UnitSense.Of(candidates[i], lexicon)) is > 0 and var score)
                matches.Add(new(i, candidates[i], score));
        return [.. matches.OrderByDescending(m => m.Score).ThenBy(m => m.Index)];
    }
}
