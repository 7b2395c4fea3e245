using System.Globalization;

namespace ThiDua.Plans.Reading.Structure;

/// <summary>Marks with a word: "Điều 5.", "Phần thứ hai", "Chương III".</summary>
internal static class NamedMarks
{
    private static readonly Dictionary<string, int> Ordinals = Vocabulary
        .Entries("structure/ordinals")
        .Index()
        .ToDictionary(o => Folding.Of(o.Item), o => o.Index + 1, StringComparer.Ordinal);

    public static Marker? At(string text, int at)
    {
        var words = text.Length - at > 60 ? text[at..(at + 60)] : text[at..];
        var folded = Folding.Of(words);
        if (!char.IsUpper(text[at]))
            return null;
        if (Label(folded, words, "dieu ", MarkerKind.Article) is { } article)
            return article with { End = article.End + at };
        var named =
            Label(folded, words, "phan thu ", MarkerKind.Part)
            ?? Label(folded, words, "phan ", MarkerKind.Part)
            ?? Label(folded, words, "chuong ", MarkerKind.Chapter);
        return named is { } part ? part with { End = part.End + at } : null;
    }

    private static Marker? Label(string folded, string text, string word, MarkerKind kind)
    {
        if (!folded.StartsWith(word, StringComparison.Ordinal))
            return null;
        var start = MarkerReader.Skip(text, word.Length);
        var end = start;
        while (end < folded.Length && char.IsLetterOrDigit(folded[end]))
            end++;
        if (end == start)
            return null;
        var value = Value(folded[start..end], text[start..end]);
        if (value == 0)
            return null;
        var after = MarkerReader.Skip(text, end);
        var closed = after >= text.Length || text[after] is '.' or ':' or '-' or '–';
        // "PHẦN I MỤC TIÊU", "Phần II DỰ TRÙ TRANG THIẾT BỊ": no dot behind the number.
        if (
            !closed
            && (
                kind is MarkerKind.Article
                || text[..end].Any(char.IsLower)
                    && !(kind is MarkerKind.Part && char.IsUpper(text[after]) && !text[after..].Any(char.IsLower))
            )
        )
            return null;
        var rest = after < text.Length && text[after] is '.' or ':' or '-' or '–' ? MarkerReader.Skip(text, after + 1) : after;
        var label = kind is MarkerKind.Article ? "Đ" + value.ToString(CultureInfo.InvariantCulture) : RomanNumerals.Of(Math.Min(value, 39));
        return new(kind, [value], label, rest);
    }

    private static int Value(string folded, string text)
    {
        if (int.TryParse(folded, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is > 0 and < 400)
            return n;
        var roman = RomanNumerals.Value(text.ToUpperInvariant());
        if (roman > 0)
            return roman;
        return Ordinals.TryGetValue(folded, out var ordinal) ? ordinal
            : text.Length == 1 && text[0] is >= 'A' and <= 'H' ? text[0] - 'A' + 1
            : 0;
    }
}
