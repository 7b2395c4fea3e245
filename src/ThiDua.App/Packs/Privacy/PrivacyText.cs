using System.Globalization;
using System.Text;
using ThiDua.App.Data;

namespace ThiDua.App.Packs.Privacy;

/// <summary>A word of a text, or a mark that parts it.</summary>
/// <param name="Marked">In lower case, with its marks.</param>
internal readonly record struct Token(string Marked, string Folded, bool IsBreak, bool IsEnd);

/// <summary>A text as words, however they are dressed up: in pieces, with letters of another script, without marks.</summary>
internal sealed class PrivacyText
{
    // Letters that look like ours and are not.
    private const string Disguised = "авеёкмнорстухѕіјԁӏοαερτυι",
        Meant = "abeekmhopctyxsijdloaeptui";
    private const string Ends = ".;!?\n|",
        Breaks = ",:()[]{}–—\"“”";

    /// <param name="vietnamese">A text in Vietnamese, which may be written without marks.</param>
    public PrivacyText(string text, bool vietnamese)
    {
        Tokens = Joined(Read(text));
        IsPlain = vietnamese && Tokens.All(t => t.IsBreak || t.Marked == t.Folded);
    }

    public IReadOnlyList<Token> Tokens { get; }

    /// <summary>Vietnamese written without marks.</summary>
    public bool IsPlain { get; }

    public string Words(int from, int to) => string.Join(' ', Tokens.Skip(from).Take(to - from).Select(t => t.Marked));

    private static List<Token> Read(string text)
    {
        var tokens = new List<Token>();
        var word = new StringBuilder();
        var clean = Clean(text);
        void End()
        {
            if (word.Length > 0)
                tokens.Add(new(word.ToString(), SearchText.Fold(word.ToString()), false, false));
            word.Clear();
        }
        for (var at = 0; at < clean.Length; at++)
        {
            var c = clean[at];
            if (char.IsLetterOrDigit(c))
            {
                word.Append(c);
                continue;
            }
            End();
            // "Tôn.giáo" is one breath.
            var ends = Ends.Contains(c) && (c != '.' || at + 1 == clean.Length || !char.IsLetterOrDigit(clean[at + 1]));
            if (ends || Breaks.Contains(c))
                tokens.Add(new(c.ToString(), c.ToString(), true, ends));
        }
        End();
        return tokens;
    }

    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKC).ToLowerInvariant())
            if (char.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.NonSpacingMark))
                clean.Append(Disguised.IndexOf(c) is >= 0 and var at ? Meant[at] : c);
        return clean.ToString();
    }

    /// <summary>"t ô n g i á o" is a word with blanks in it.</summary>
    private static List<Token> Joined(List<Token> tokens)
    {
        const int few = 3;
        var joined = new List<Token>();
        for (var at = 0; at < tokens.Count; )
        {
            var to = at;
            while (to < tokens.Count && !tokens[to].IsBreak && tokens[to].Marked.Length == 1 && char.IsLetter(tokens[to].Marked[0]))
                to++;
            if (to - at > few)
                joined.Add(
                    new(
                        string.Concat(tokens[at..to].Select(t => t.Marked)),
                        string.Concat(tokens[at..to].Select(t => t.Folded)),
                        false,
                        false
                    )
                );
            else
                joined.AddRange(tokens[at..Math.Max(to, at + 1)]);
            at = Math.Max(to, at + 1);
        }
        return joined;
    }
}
