using System.Text;
using System.Text.RegularExpressions;

namespace ThiDua.Plans.Source.External;

/// <summary>
/// Puts right, in a line that Tesseract read from a picture, what it does wrong most: marks of common words, specks before the line's mark.
/// </summary>
internal static partial class RecognisedText
{
    private static readonly Lazy<Phrases<string[]>> Known = new(Load);

    public static string Restored(string line) => Marks(Recipients(Hundred().Replace(Start(Letters(line)), "${mark}100%")));

    // Signs of other languages that Tesseract takes for Vietnamese letters.
    private static string Letters(string line) =>
        line.Replace("ĐÐ", "Đ", StringComparison.Ordinal)
            .Replace("ÐĐ", "Đ", StringComparison.Ordinal)
            .Replace('Ñ', 'N')
            .Replace('ñ', 'n')
            .Replace('ï', 'i');

    // "1002 người dân", "10922 xã", "1002% cơ quan" where a clause opens: a number above a thousand has a dot, so this was a per cent sign.
    [GeneratedRegex(@"^(?<mark>[-+*–] ?)?(100[1-9]{1,2}|1092{1,2})%?(?= \p{Ll})")]
    private static partial Regex Hundred();

    private const int LongestSpeck = 5;

    // "ơi nhận: KT. CHỦ TỊCH", "no Nơi nhận.": the words that open the list of recipients, below which a seal begins.
    private static string Recipients(string line)
    {
        var at = line.IndexOf("ơi nhận", StringComparison.OrdinalIgnoreCase);
        if (
            at is < 0 or > LongestSpeck
            || line.AsSpan(0, at).ContainsAny('-', '(')
            || line.StartsWith("Nơi nhận", StringComparison.Ordinal)
        )
            return line;
        var rest = line.AsSpan(at + "ơi nhận".Length).TrimStart(" .:;,");
        return rest.Length > 0 && char.IsLower(rest[0]) ? line
            : rest.Length == 0 ? "Nơi nhận:"
            : string.Concat("Nơi nhận: ", rest);
    }

    // ".2. Mục tiêu", "-_ Tiếp tục": specks at the margin stick to the mark of the line.
    private static string Start(string line)
    {
        var from = 0;
        while (from < line.Length && line[from] is '.' or ',' or '\'' or '`' or '‘' or '’' or ':' or ';' or '°' or '|' or '_' or ' ')
            from++;
        line = line[from..];
        if (line.Length < 3 || line[0] is not ('-' or '–' or '—') || line[1] is not ('-' or '_' or '~'))
            return line;
        var end = 1;
        while (end < line.Length && line[end] is '-' or '_' or '~' or ' ')
            end++;
        return end < line.Length && char.IsLetterOrDigit(line[end]) ? string.Concat("- ", line.AsSpan(end)) : line;
    }

    private static string Marks(string line)
    {
        var words = new Words(line);
        StringBuilder? text = null;
        for (var i = 0; i < words.Count; )
        {
            var length = Known.Value.Match(words, i, out var right);
            for (var k = 0; k < length; k++)
            {
                if (Right(words, i + k, right[k]))
                    continue;
                var start = words.Start(i + k);
                text ??= new StringBuilder(line);
                for (var c = 0; c < right[k].Length; c++)
                    text[start + c] = char.IsUpper(line[start + c]) ? char.ToUpperInvariant(right[k][c]) : right[k][c];
            }
            i += Math.Max(1, length);
        }
        return text?.ToString() ?? line;
    }

    /// <summary>How many of the words that have one right writing stand here, and how many of them are written otherwise.</summary>
    public static (int Known, int Wrong) Slips(Words words)
    {
        int known = 0,
            wrong = 0;
        for (var i = 0; i < words.Count; )
        {
            var length = Known.Value.Match(words, i, out var right);
            if (length > 0)
            {
                known++;
                for (var k = 0; k < length; k++)
                    if (!Right(words, i + k, right[k]))
                    {
                        wrong++;
                        break;
                    }
            }
            i += Math.Max(1, length);
        }
        return (known, wrong);
    }

    // A word whose letters are not place by place those of the right one ("ỷ" of two signs) is left as it is.
    private static bool Right(Words words, int at, string right) =>
        words.Text.AsSpan(words.Start(at), words.End(at) - words.Start(at)) is var read
        && (read.Equals(right, StringComparison.OrdinalIgnoreCase) || read.Length != right.Length || Words.SameMarks(read, right));

    private static Phrases<string[]> Load()
    {
        using var stream =
            typeof(RecognisedText).Assembly.GetManifestResourceStream("ThiDua.Plans.RecognisedWords.txt")
            ?? throw new InvalidOperationException("RecognisedWords.txt is not embedded");
        using var reader = new StreamReader(stream);
        var phrases = new Phrases<string[]>();
        while (reader.ReadLine() is { } line)
        {
            if (line is [] or ['#', ..])
                continue;
            var words = new Words(line.ToLowerInvariant());
            phrases.Add(line, [.. Enumerable.Range(0, words.Count).Select(w => words.Slice(w, w))]);
        }
        return phrases;
    }
}
