namespace ThiDua.Plans;

/// <summary>A slip of recognising letters: "Các áp" for "Các ấp".</summary>
/// <param name="Start">In the text.</param>
/// <param name="Right">What is to stand there, with the capital of what stands there now.</param>
public sealed record Misprint(int Start, string Written, string Right);

/// <summary>The slips that the reader knows, in any piece of text; those that it warns of in a plan.</summary>
public static class Misprints
{
    private static readonly Phrases<string> RightWritings = Vocabulary.Named("scans/right-writings");

    public static IReadOnlyList<Misprint> In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. In(new Words(text))];
    }

    /// <summary>The text with these put right.</summary>
    public static string Mended(string text, IEnumerable<Misprint> slips)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(slips);
        foreach (var slip in slips.OrderByDescending(s => s.Start))
            text = string.Concat(text.AsSpan(0, slip.Start), slip.Right, text.AsSpan(slip.Start + slip.Written.Length));
        return text;
    }

    internal static IEnumerable<Misprint> In(Words words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (Reading.Scans.OcrSlips.IsHamletSlip(words, i))
            {
                yield return Slip(words.Slice(i, i), "ấp", words.Start(i));
                continue;
            }
            var length = RightWritings.Match(words, i, out var right);
            if (length == 0)
                continue;
            var written = words.Slice(i, i + length - 1);
            if (!Same(written, right))
                yield return Slip(written, right, words.Start(i));
        }
    }

    private static Misprint Slip(string written, string right, int start) =>
        new(start, written, char.IsUpper(written[0]) ? char.ToUpperInvariant(right[0]) + right[1..] : right);

    // "hóa" and "hoá" are both right.
    private static bool Same(string written, string right) =>
        string.Equals(written, right, StringComparison.OrdinalIgnoreCase)
        || string.Equals(written.Replace("oá", "óa", StringComparison.Ordinal), right, StringComparison.OrdinalIgnoreCase);
}
