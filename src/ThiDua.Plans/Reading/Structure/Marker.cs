using ThiDua.Plans.Reading.Figures;

namespace ThiDua.Plans.Reading.Structure;

internal enum MarkerKind
{
    None,
    Bullet,
    Part,
    Chapter,
    Upper,
    Roman,
    Article,
    Arabic,
    ArabicParen,
    Bracketed,
    Letter,
    SmallRoman,
    Paren,
}

/// <summary>The mark at the start of a paragraph: "III.", "2.1.", "a)", "Điều 5.", "-" …</summary>
/// <param name="Numbers">The number, or the path of a dotted one; a letter's place in its alphabet.</param>
/// <param name="Label">As it stands in a section's number: <c>III</c>, <c>2.1</c>, <c>đ</c>.</param>
/// <param name="End">Where the text after the mark begins.</param>
internal readonly record struct Marker(MarkerKind Kind, int[] Numbers, string Label, int End)
{
    public static readonly Marker None = new(MarkerKind.None, [], "", 0);

    /// <summary>The order of letters in official lists (Decree 30/2020, Annex I), and among them those that some use all the same.</summary>
    public const string Alphabet = "abcdđefghijklmnopqrstuvwxyz";

    /// <summary>The letter at the second place comes next after the one at the first: between them stand only letters that lists may leave out.</summary>
    public static bool LetterFollows(int place, int next)
    {
        for (var i = place + 1; i < next; i++)
            if (Alphabet[i - 1] is not ('f' or 'j' or 'w' or 'z'))
                return false;
        return next > place;
    }

    public bool Numbered => Kind is not (MarkerKind.None or MarkerKind.Bullet or MarkerKind.Paren);

    public int Last => Numbers.Length == 0 ? 0 : Numbers[^1];
}

/// <summary>Reads the mark at the start of a line.</summary>
internal static class MarkerReader
{
    private static readonly string[] Ordinals = ["", "nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin", "muoi"];

    public static Marker Read(string text)
    {
        var at = 0;
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] is '\u200B' or '\uFEFF'))
            at++;
        if (at >= text.Length)
            return Marker.None;
        var c = text[at];
        if (IsBullet(c))
            return Bullet(text, at);
        if (c is '(')
            return Paren(text, at);
        if (char.IsAsciiDigit(c))
            return Arabic(text, at) is { Kind: not MarkerKind.None } arabic ? arabic
                : c is '1' ? Misread(text, at) ?? Marker.None
                : Marker.None;
        if (!char.IsLetter(c))
            return Marker.None;
        return Named(text, at) ?? Roman(text, at) ?? Misread(text, at) ?? Letter(text, at) ?? SmallRoman(text, at) ?? Marker.None;
    }

    private static bool IsBullet(char c) =>
        c
            is '-'
                or '–'
                or '—'
                or '~'
                or '+'
                or '*'
                or '•'
                or '·'
                or '●'
                or '○'
                or '▪'
                or '■'
                or '►'
                or '♦'
                or '➢'
                or '✓'
                or '\uF0B7'
                or '\uF02D'
                or '−';

    private static Marker Bullet(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && IsBullet(text[end]))
            end++;
        return end - at > 2 ? Marker.None : new(MarkerKind.Bullet, [], text[at].ToString(), Skip(text, end));
    }

    private static Marker Paren(string text, int at)
    {
        var close = text.IndexOf(')', at);
        if (close < 0 || close - at > 4 || close == at + 1)
            return Marker.None;
        var inner = text[(at + 1)..close].Trim();
        if (
            inner.Length is 1 or 2
            && int.TryParse(
                inner,
                System.Globalization.NumberStyles.None,
                System.Globalization.CultureInfo.InvariantCulture,
                out var number
            )
            && number > 0
            && Skip(text, close + 1) is var begins
            && (begins >= text.Length || !char.IsLower(text[begins]))
        )
            return new(MarkerKind.Bracketed, [number], inner, Skip(text, close + 1));
        return inner.Length == 1 && char.IsLower(inner[0]) ? new(MarkerKind.Paren, [], inner, Skip(text, close + 1)) : Marker.None;
    }

    private static Marker Arabic(string text, int at)
    {
        var numbers = new List<int>();
        var i = at;
        while (true)
        {
            var start = i;
            while (i < text.Length && char.IsAsciiDigit(text[i]))
                i++;
            if (i == start)
                return Marker.None;
            // "2.95 % hộ dân", "3.100% cán bộ": the mark, and behind its dot a figure (a Vietnamese fraction has a comma).
            if (numbers.Count == 1 && i - start is 2 or 3 && FigureNumber.PercentAt(text, i) is not null)
                return new(MarkerKind.Arabic, [numbers[0]], numbers[0].ToString(System.Globalization.CultureInfo.InvariantCulture), start);
            // "100. Trường …": long lists of an annex.
            if (
                i - start > 2
                && !(
                    i - start == 3
                    && start == at
                    && i + 2 < text.Length
                    && text[i] is '.'
                    && text[i + 1] is ' '
                    && char.IsUpper(text[i + 2])
                )
            )
                return Marker.None;
            numbers.Add(int.Parse(text.AsSpan(start, i - start), System.Globalization.CultureInfo.InvariantCulture));
            if (i + 1 < text.Length && text[i] is '.' && char.IsAsciiDigit(text[i + 1]) && numbers.Count < 6)
            {
                i++;
                continue;
            }
            // "2.1.a. Thành lập": the letter under 2.1, which stands above it.
            if (
                i + 2 < text.Length
                && text[i] is '.'
                && char.IsLower(text[i + 1])
                && text[i + 2] is '.' or ')'
                && Letter(text, i + 1) is { Kind: MarkerKind.Letter } letter
            )
                return letter;
            break;
        }
        return Close(text, i, numbers.Count > 1) is not { } close || numbers.Contains(0)
            ? Marker.None
            : new(
                close.Paren && numbers.Count == 1 ? MarkerKind.ArabicParen : MarkerKind.Arabic,
                [.. numbers],
                string.Join('.', numbers),
                close.End
            );
    }

    // What may follow a number: "1." "1)" "1-" "1/" "1:" and, after a dotted path, a blank alone ("2.1 Phong trào").
    private static (int End, bool Paren)? Close(string text, int i, bool dotted)
    {
        var spaced = i;
        while (spaced < text.Length && text[spaced] is ' ' or '\u00A0')
            spaced++;
        if (spaced >= text.Length)
            return null;
        var c = text[spaced];
        if (c is '.' or ')' or '-' or '–' or '/' or ':')
        {
            var end = Skip(text, spaced + 1);
            if (end >= text.Length)
                return c is '.' or ')' ? (end, c is ')') : null;
            return StartsText(text[end]) && !(c is '/' && end == spaced + 1) ? (end, c is ')') : null;
        }
        return dotted && spaced > i && char.IsUpper(c) ? (spaced, false) : null;
    }

    private static bool StartsText(char c) =>
        char.IsLetter(c) || c is '"' or '“' or '”' or '«' or '(' or '‘' or '\'' or '[' || char.IsAsciiDigit(c);

    private static Marker? Roman(string text, int at)
    {
        var end = at;
        while (end < text.Length && text[end] is 'I' or 'V' or 'X' or 'l' && end - at < 7)
            end++;
        if (end == at)
            return null;
        var label = text[at..end].Replace('l', 'I');
        var value = RomanValue(label);
        if (value == 0 || (text.AsSpan(at, end - at).Contains('l') && label.Length < 2 && !CapitalsFollow(text, end)))
            return null;
        if (end < text.Length && text[end] is '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))
            return RomanPath(text, end, label, value);
        var spaced = end;
        while (spaced < text.Length && text[spaced] is ' ' or '\u00A0')
            spaced++;
        // "II MỤC TIÊU CỦA KẾ HOẠCH": the dot was lost.
        if (
            (label.Length > 1 || IsCapitals(text))
            && value <= 10
            && spaced > end
            && spaced + 5 < text.Length
            && !text.AsSpan(spaced, Math.Min(16, text.Length - spaced)).ToString().Any(char.IsLower)
            && CapitalsFollow(text, end)
        )
            return new(MarkerKind.Roman, [value], label, spaced);
        if (spaced >= text.Length || text[spaced] is not ('.' or '-' or '–' or '/' or ')' or ':' or ','))
            return null;
        var rest = Skip(text, spaced + 1);
        // "V/v", "V/V" is "về việc".
        if (
            text[spaced] is '/'
            && rest == spaced + 1
            && rest < text.Length
            && (char.IsLower(text[rest]) || text[rest] is 'V' && (rest + 1 == text.Length || text[rest + 1] is ' ' or ':'))
        )
            return null;
        // "… khu vực I," / "II, III": a list of numerals, where a comma for a dot is a slip of OCR.
        if (
            text[spaced] is ','
            && (rest + 1 >= text.Length || !char.IsUpper(text[rest]) || !char.IsUpper(text[rest + 1]) || IsNumeral(text, rest))
        )
            return null;
        while (rest < text.Length && text[rest] is '-' or '–' or '.')
            rest = Skip(text, rest + 1);
        return rest < text.Length && !StartsText(text[rest]) ? null : new(MarkerKind.Roman, [value], label, rest);
    }

    // "I MỤC ĐÍCH, YÊU CẦU"
    private static bool IsCapitals(string text) => text.Length is > 8 and < 80 && !text.Any(char.IsLower) && text.Count(c => c is ' ') > 1;

    private static bool IsNumeral(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsLetter(text[end]))
            end++;
        return RomanValue(text[at..end]) > 0;
    }

    // "HI. GIẢI PHÁP", "IIL TỔ CHỨC": strokes that OCR took for other letters, before a heading in capitals.
    private static Marker? Misread(string text, int at)
    {
        var built = new System.Text.StringBuilder();
        var end = at;
        for (; end < text.Length && end - at < 5 && text[end] is 'I' or 'V' or 'X' or 'H' or 'T' or 'L' or 'l' or '1' or 'Ị' or '|'; end++)
            built.Append(
                text[end] is 'H' ? "II"
                : text[end] is 'V' or 'X' ? text[end].ToString()
                : "I"
            );
        var label = built.ToString();
        // "TT. HĐND" and "TH" are abbreviations: a true stroke or the "H" of two must stand first.
        if (end == at || text[at] is 'T' or 'L' || end - at == 1 && text[at] is not 'H' || RomanValue(label) == 0 || end + 6 >= text.Length)
            return null;
        if (text[end] is not '.' && !(text[end] is ' ' && text[end - 1] is 'L' or 'l'))
            return null;
        if (
            (text.AsSpan(end, Math.Min(10, text.Length - end)).ToString().Any(char.IsLower) || !CapitalsFollow(text, end))
            && !StrokesAlone(text, at, end)
        )
            return null;
        var rest = Skip(text, end + 1);
        return new(MarkerKind.Roman, [RomanValue(label)], label, rest);
    }

    // "HI. Tiến độ triển khai", "IH. Nội dung": no abbreviation looks so, whatever the letters of the heading.
    private static bool StrokesAlone(string text, int at, int end) =>
        end - at is 2 or 3
        && text[end] is '.'
        && text[end + 1] is ' '
        && char.IsUpper(text[end + 2])
        && text.AsSpan(at, end - at).ContainsAny('H', 'L')
        && text.AsSpan(at, end - at).Contains('I')
        && !text.AsSpan(at, end - at).ContainsAnyExcept("IHLV");

    // A lone "l." is a part's "I." as OCR reads it, when a heading in capitals follows.
    private static bool CapitalsFollow(string text, int at)
    {
        var rest = Skip(text, Math.Min(text.Length, at + 1));
        return rest + 3 < text.Length
            && !text.AsSpan(rest, Math.Min(12, text.Length - rest)).ContainsAnyInRange('a', 'k')
            && char.IsUpper(text[rest])
            && char.IsUpper(text[rest + 1]);
    }

    // "I.1. Mục tiêu": the path is written whole.
    private static Marker? RomanPath(string text, int dot, string label, int value)
    {
        var inner = Arabic(text, dot + 1);
        return inner.Kind is MarkerKind.None
            ? null
            : new(MarkerKind.Roman, [value, .. inner.Numbers], label + "." + inner.Label, inner.End);
    }

    public static int RomanValue(string label)
    {
        for (var n = 1; n <= 30; n++)
            if (ToRoman(n) == label)
                return n;
        return 0;
    }

    public static string ToRoman(int n)
    {
        string[] ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
        return new string('X', n / 10) + ones[n % 10];
    }

    private static Marker? Letter(string text, int at)
    {
        if (at + 1 >= text.Length)
            return null;
        var c = text[at];
        var place = Marker.Alphabet.IndexOf(char.ToLowerInvariant(c), StringComparison.Ordinal) + 1;
        var next = at + 1;
        while (next < text.Length && text[next] is ' ')
            next++;
        if (place == 0 || next >= text.Length || text[next] is not (')' or '.' or '-' or '–' or '/'))
            return null;
        var end = Skip(text, next + 1);
        // "a)" alone: what it marks stands on the next line.
        if (end >= text.Length)
            return text[next] is ')' && next == at + 1
                ? new(char.IsUpper(c) ? MarkerKind.Upper : MarkerKind.Letter, [place], c.ToString(), end)
                : null;
        if (!StartsText(text[end]) || (end == next + 1 && text[next] is not ')' && !char.IsUpper(text[end])))
            return null;
        if (text[next] is '/' && end == next + 1)
            return null;
        return new(char.IsUpper(c) ? MarkerKind.Upper : MarkerKind.Letter, [place], c.ToString(), end);
    }

    // "ii.", "iii)": of one letter ("i.", "v.") it looks like a letter's, and the numbers before and behind it tell.
    private static Marker? SmallRoman(string text, int at)
    {
        var end = at;
        while (end < text.Length && text[end] is 'i' or 'v' or 'x' && end - at < 6)
            end++;
        if (end - at < 2 || end + 1 >= text.Length || text[end] is not ('.' or ')') || !char.IsWhiteSpace(text[end + 1]))
            return null;
        var rest = Skip(text, end + 1);
        return RomanValue(text[at..end].ToUpperInvariant()) is > 0 and var value && rest < text.Length && StartsText(text[rest])
            ? new(MarkerKind.SmallRoman, [value], text[at..end], rest)
            : null;
    }

    private static Marker? Named(string text, int at)
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
        var start = Skip(text, word.Length);
        var end = start;
        while (end < folded.Length && char.IsLetterOrDigit(folded[end]))
            end++;
        if (end == start)
            return null;
        var value = Value(folded[start..end], text[start..end]);
        if (value == 0)
            return null;
        var after = Skip(text, end);
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
        var rest = after < text.Length && text[after] is '.' or ':' or '-' or '–' ? Skip(text, after + 1) : after;
        var label =
            kind is MarkerKind.Article
                ? "Đ" + value.ToString(System.Globalization.CultureInfo.InvariantCulture)
                : ToRoman(Math.Min(value, 39));
        return new(kind, [value], label, rest);
    }

    private static int Value(string folded, string text)
    {
        if (
            int.TryParse(folded, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var n)
            && n is > 0 and < 400
        )
            return n;
        var roman = RomanValue(text.ToUpperInvariant());
        if (roman > 0)
            return roman;
        var ordinal = Array.IndexOf(Ordinals, folded);
        return ordinal > 0 ? ordinal
            : text.Length == 1 && text[0] is >= 'A' and <= 'H' ? text[0] - 'A' + 1
            : 0;
    }

    private static int Skip(string text, int at)
    {
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] is '\u00A0'))
            at++;
        return at;
    }
}
