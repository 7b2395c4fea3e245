using System.Globalization;
using System.Text.RegularExpressions;
using ThiDua.Plans;

namespace ThiDua.App.Packs.Matching;

/// <summary>
/// The words of a target. What stands in one breath with its figure counts whole, the rest of its measure less, the rest of
/// its clause, which may hold another target too, least; the headings above it in between.
/// </summary>
internal sealed partial class TargetWords
{
    private const double OfMeasure = 0.75;
    private const double OfClause = 0.35;
    private const double OfHeading = 0.7;
    private const double EndOfWish = 0.7;

    public TargetWords(PlanTarget target, string? heading, MatchWords words)
    {
        var measure = target.Measure.Length > 0 ? target.Measure : (string)target.Text;
        var breath = target.Value is { } value ? Breath(target.Text, value) : null;
        Measure = words.Syllables(measure);
        Near = words.Syllables(breath ?? measure);
        Clause = words.Syllables(target.Text);
        Heading = words.Syllables(heading ?? "");
        // A wish says the main thing first.
        Add(Own, Near, 1, target.Value is null ? EndOfWish : 1);
        Add(Own, Measure, OfMeasure, OfMeasure);
        Add(Own, Clause, OfClause, OfClause);
        Presence = new(Own, StringComparer.Ordinal);
        Add(Presence, Heading, OfHeading, OfHeading);
    }

    public string[] Near { get; }
    public string[] Measure { get; }
    public string[] Clause { get; }
    public string[] Heading { get; }

    /// <summary>Terms of measure and clause.</summary>
    public Dictionary<string, double> Own { get; } = new(StringComparer.Ordinal);

    /// <summary>Those and the headings'.</summary>
    public Dictionary<string, double> Presence { get; }

    /// <summary>Where a phrase is said, from the nearest on.</summary>
    public Said Where(string[] phrase) =>
        MatchWords.Contains(Near, phrase) || MatchWords.Contains(Measure, phrase) ? Said.InMeasure
        : MatchWords.Contains(Heading, phrase) ? Said.InHeading
        : MatchWords.Contains(Clause, phrase) ? Said.InClause
        : Said.Nowhere;

    private static void Add(Dictionary<string, double> to, string[] syllables, double first, double last)
    {
        for (var i = 0; i < syllables.Length; i++)
        {
            var presence = syllables.Length == 1 ? first : first + ((last - first) * i / (syllables.Length - 1));
            foreach (var term in MatchWords.Terms(syllables.AsSpan(i, Math.Min(2, syllables.Length - i)).ToArray()))
            {
                to[term] = Math.Max(presence, to.GetValueOrDefault(term));
            }
        }
    }

    /// <summary>From the stop before the figure to the stop, or the next figure, after it.</summary>
    private static string? Breath(string text, decimal value)
    {
        var figures = Figure().Matches(text);
        if (figures.FirstOrDefault(f => Is(f.Value, value)) is not { } figure)
        {
            return null;
        }
        var stops = Stop().Matches(text);
        var before = stops.LastOrDefault(s => s.Index + s.Length <= figure.Index);
        var after = stops.FirstOrDefault(s => s.Index >= figure.Index + figure.Length);
        var last = figures.LastOrDefault(f => f.Index < figure.Index);
        var next = figures.FirstOrDefault(f => f.Index > figure.Index);
        var start = Math.Max(before is null ? 0 : before.Index + before.Length, last is null ? 0 : last.Index + last.Length);
        var end = Math.Min(after?.Index ?? text.Length, next?.Index ?? text.Length);
        return text[start..end];
    }

    private static bool Is(string figure, decimal value) =>
        decimal.TryParse(
            figure.Replace(".", "", StringComparison.Ordinal).Replace(',', '.'),
            NumberStyles.Number,
            CultureInfo.InvariantCulture,
            out var vi
        )
            && vi == value
        || (decimal.TryParse(figure, NumberStyles.Number, CultureInfo.InvariantCulture, out var plain) && plain == value);

    [GeneratedRegex(@"\d+([.,]\d+)*", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Figure();

    // A dot or comma between digits is part of a number; "và" is a stop where a new figure begins.
    [GeneratedRegex(@"[;:()\n]|[.,](?!\d)|\svà\s(?=\d)", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Stop();
}

internal enum Said
{
    Nowhere,
    InClause,
    InHeading,
    InMeasure,
}
