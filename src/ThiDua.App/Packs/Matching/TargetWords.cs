using ThiDua.Plans;

namespace ThiDua.App.Packs.Matching;

/// <summary>The words of a target: its measure counts whole, the rest of its clause half, the headings above it less.</summary>
internal sealed class TargetWords
{
    private const double OfClause = 0.5;
    private const double OfHeading = 0.6;

    public TargetWords(PlanTarget target, string? heading, MatchWords words)
    {
        Measure = words.Syllables(target.Measure.Length > 0 ? target.Measure : target.Text);
        Clause = words.Syllables(target.Text);
        Heading = words.Syllables(heading ?? "");
        Add(Own, Measure, 1);
        Add(Own, Clause, OfClause);
        Presence = new(Own, StringComparer.Ordinal);
        Add(Presence, Heading, OfHeading);
    }

    public string[] Measure { get; }
    public string[] Clause { get; }
    public string[] Heading { get; }

    /// <summary>Terms of measure and clause.</summary>
    public Dictionary<string, double> Own { get; } = new(StringComparer.Ordinal);

    /// <summary>Those and the headings'.</summary>
    public Dictionary<string, double> Presence { get; }

    public bool Says(string[] phrase) =>
        MatchWords.Contains(Measure, phrase) || MatchWords.Contains(Clause, phrase) || MatchWords.Contains(Heading, phrase);

    private static void Add(Dictionary<string, double> to, string[] syllables, double presence)
    {
        foreach (var term in MatchWords.Terms(syllables))
        {
            to.TryAdd(term, presence);
        }
    }
}
