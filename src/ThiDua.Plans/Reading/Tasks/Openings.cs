namespace ThiDua.Plans.Reading.Tasks;

/// <summary>
/// Where in a paragraph a sentence may name who acts: its first word, a comma after an opening circumstance, the words
/// behind ":", "." and ";".
/// </summary>
internal static class Openings
{
    private const int LongestCircumstance = 90;

    private static readonly Phrases<string> Circumstances = Vocabulary.Named("tasks/circumstances");

    private static readonly Phrases<bool> Addresses = Vocabulary.Set("tasks/forms-of-address");

    /// <summary>
    /// Words at which a name may open a sentence, the first of the paragraph's text first; with each the word that its
    /// circumstance begins at, -1 where it stands behind none.
    /// </summary>
    public static IEnumerable<(int At, int Circumstance)> Of(Words words, int first)
    {
        var circumstance = Circumstance(words, first) ? first : -1;
        yield return (SkipAddress(words, first), -1);
        for (var i = first + 1; i < words.Count; i++)
        {
            var gap = words.Gap(i - 1);
            if (gap.Trim().IsEmpty)
            {
                if (Then(words, i - 1) && words.Capital(i))
                    yield return (i, -1);
                continue;
            }
            var sentence = gap.IndexOfAny(";:") >= 0 || gap.IndexOf(". ") >= 0;
            if (sentence)
                circumstance = Circumstance(words, i) ? i : -1;
            var comma = circumstance >= 0 && i - circumstance < LongestCircumstance && gap.Contains(',');
            // A quotation may close before the mark, but none may open behind it.
            if (
                (sentence || comma)
                && gap[Math.Max(0, gap.LastIndexOfAny(";:.,"))..].IndexOfAny("(\"") < 0
                && gap.IndexOf('(') < 0
                && (gap.IndexOf(')') < 0 || gap.IndexOf(". ") >= 0)
                && SkipAddress(words, i) is var at
                && (words.Capital(at) || words.Is(at, "cac"))
            )
                yield return (at, sentence ? -1 : circumstance);
        }
    }

    /// <summary>The word behind "đồng chí" and the like; the word itself when none stands there.</summary>
    public static int SkipAddress(Words words, int at)
    {
        var length = Addresses.Match(words, at, out _);
        return length > 0 && words.Touches(at + length - 1) && words.Capital(at + length) ? at + length : at;
    }

    // "Đối với người tự ứng cử thì Ủy ban bầu cử …"; "thi" and "thị" fold to the same letters.
    private static bool Then(Words words, int at) => words.Is(at, "thi") && words.Text[words.End(at) - 1] is 'ì';

    private static bool Circumstance(Words words, int at) =>
        Circumstances.Match(words, at, out var name) is > 0 and var length && (length > 1 || words.Spelled(at, name));
}
