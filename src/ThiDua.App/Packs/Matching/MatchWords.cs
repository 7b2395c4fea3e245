using System.Text.RegularExpressions;
using ThiDua.App.Data;

namespace ThiDua.App.Packs.Matching;

/// <summary>
/// Cuts Vietnamese into syllables and pairs of neighbours. Most words are two syllables long, and a pair tells far more
/// than its halves: "chuyển hóa" is a word, "chuyển" and "hóa" stand in many.
/// </summary>
internal sealed partial class MatchWords(IReadOnlyDictionary<string, string> abbreviations)
{
    // Only words that do not fold into a word with a meaning ("từ" folds into "tù", "đến" into "đèn").
    private static readonly HashSet<string> Empty = new(StringComparer.Ordinal)
    {
        "va",
        "cua",
        "cac",
        "nhung",
        "duoc",
        "dat",
        "la",
        "de",
        "cho",
        "voi",
        "phai",
        "nay",
        "o",
        "tai",
        "ve",
        "ma",
        "da",
        "se",
        "tren",
        "duoi",
        "nhat",
        "moi",
        "so",
        "tong",
        "phan",
        "dau",
        "it",
        "thieu",
        "toi",
        "bang",
        "khoang",
        "tro",
        "len",
        "hon",
        "phan",
        "tram",
    };

    public string[] Syllables(string text)
    {
        var expanded = Capitals().Replace(text, m => abbreviations.TryGetValue(m.Value, out var full) ? full : m.Value);
        return [.. Word().Matches(SearchText.Fold(expanded)).Select(m => Plain(m.Value))];
    }

    /// <summary>Syllables with a meaning, and every pair of neighbours ("a b").</summary>
    public static IEnumerable<string> Terms(string[] syllables)
    {
        for (var i = 0; i < syllables.Length; i++)
        {
            if (!Empty.Contains(syllables[i]))
            {
                yield return syllables[i];
            }
            if (i + 1 < syllables.Length && !(Empty.Contains(syllables[i]) && Empty.Contains(syllables[i + 1])))
            {
                yield return $"{syllables[i]} {syllables[i + 1]}";
            }
        }
    }

    public static bool Contains(string[] text, string[] phrase)
    {
        for (var i = 0; i + phrase.Length <= text.Length; i++)
        {
            if (text.AsSpan(i, phrase.Length).SequenceEqual(phrase))
            {
                return true;
            }
        }
        return false;
    }

    private static string Plain(string syllable) =>
        syllable switch
        {
            "ti" => "ty",
            "ki" => "ky",
            _ when char.IsAsciiDigit(syllable[0]) => syllable.TrimStart('0'),
            _ => syllable,
        };

    [GeneratedRegex(@"(?<![\p{L}\d])\p{Lu}{2,}(?![\p{L}\d])", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Capitals();

    [GeneratedRegex(@"[a-z0-9]+", RegexOptions.CultureInvariant, 500)]
    private static partial Regex Word();
}
