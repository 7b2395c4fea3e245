using System.Text;

namespace ThiDua.Plans.Reading.Structure;

/// <summary>Marks in roman numerals: "III.", "I.1.", and what OCR makes of them.</summary>
internal static class RomanMarks
{
    // What the strokes of a numeral are recognised as.
    private const string Strokes = "IVXHTLl1Ị|";

    /// <summary>The mark whose numeral begins here.</summary>
    public static Marker? At(string text, int at)
    {
        var end = at;
        while (end < text.Length && text[end] is 'I' or 'V' or 'X' or 'l' && end - at < 7)
            end++;
        if (end == at)
            return null;
        var label = text[at..end].Replace('l', 'I');
        var value = RomanNumerals.Value(label);
        if (value == 0 || (text.AsSpan(at, end - at).Contains('l') && label.Length < 2 && !CapitalsFollow(text, end)))
            return null;
        if (end < text.Length && text[end] is '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))
            return Path(text, end, label, value);
        var spaced = end;
        while (spaced < text.Length && text[spaced] is ' ' or '\u00A0')
            spaced++;
        if ((label.Length > 1 || IsCapitals(text)) && value <= 10 && spaced > end && LostItsDot(text, end, spaced))
            return new(MarkerKind.Roman, [value], label, spaced);
        return Closed(text, spaced) is { } rest ? new(MarkerKind.Roman, [value], label, rest) : null;
    }

    // "II MỤC TIÊU CỦA KẾ HOẠCH"
    private static bool LostItsDot(string text, int end, int spaced) =>
        spaced + 5 < text.Length
        && !text.AsSpan(spaced, Math.Min(16, text.Length - spaced)).ToString().Any(char.IsLower)
        && CapitalsFollow(text, end);

    // Where the text goes on behind what closes the numeral; null where nothing closes it.
    private static int? Closed(string text, int at)
    {
        if (at >= text.Length || text[at] is not ('.' or '-' or '–' or '/' or ')' or ':' or ','))
            return null;
        var rest = MarkerReader.Skip(text, at + 1);
        if (text[at] is '/' && rest == at + 1 && rest < text.Length && IsAbout(text, rest) || text[at] is ',' && GoesOn(text, rest))
            return null;
        while (rest < text.Length && text[rest] is '-' or '–' or '.')
            rest = MarkerReader.Skip(text, rest + 1);
        return rest < text.Length && !MarkerReader.StartsText(text[rest]) ? null : rest;
    }

    // "V/v", "V/V" is "về việc".
    private static bool IsAbout(string text, int at) =>
        char.IsLower(text[at]) || text[at] is 'V' && (at + 1 == text.Length || text[at + 1] is ' ' or ':');

    // "… khu vực I," / "II, III": a list of numerals, where a comma for a dot is a slip of OCR.
    private static bool GoesOn(string text, int at) =>
        at + 1 >= text.Length || !char.IsUpper(text[at]) || !char.IsUpper(text[at + 1]) || IsNumeral(text, at);

    // "I MỤC ĐÍCH, YÊU CẦU"
    private static bool IsCapitals(string text) => text.Length is > 8 and < 80 && !text.Any(char.IsLower) && text.Count(c => c is ' ') > 1;

    private static bool IsNumeral(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsLetter(text[end]))
            end++;
        return RomanNumerals.Value(text[at..end]) > 0;
    }

    // "HI. GIẢI PHÁP", "IIL TỔ CHỨC": strokes that OCR took for other letters, before a heading in capitals.
    public static Marker? Misread(string text, int at)
    {
        var built = new StringBuilder();
        var end = at;
        for (; end < text.Length && end - at < 5 && Strokes.Contains(text[end]); end++)
            built.Append(
                text[end] is 'H' ? "II"
                : text[end] is 'V' or 'X' ? text[end].ToString()
                : "I"
            );
        var label = built.ToString();
        // "TT. HĐND" and "TH" are abbreviations: a true stroke or the "H" of two must stand first.
        if (
            end == at
            || text[at] is 'T' or 'L'
            || end - at == 1 && text[at] is not 'H'
            || RomanNumerals.Value(label) == 0
            || end + 6 >= text.Length
        )
            return null;
        if (text[end] is not '.' && !(text[end] is ' ' && text[end - 1] is 'L' or 'l'))
            return null;
        if (
            (text.AsSpan(end, Math.Min(10, text.Length - end)).ToString().Any(char.IsLower) || !CapitalsFollow(text, end))
            && !StrokesAlone(text, at, end)
        )
            return null;
        var rest = MarkerReader.Skip(text, end + 1);
        return new(MarkerKind.Roman, [RomanNumerals.Value(label)], label, rest);
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
        var rest = MarkerReader.Skip(text, Math.Min(text.Length, at + 1));
        return rest + 3 < text.Length
            && !text.AsSpan(rest, Math.Min(12, text.Length - rest)).ContainsAnyInRange('a', 'k')
            && char.IsUpper(text[rest])
            && char.IsUpper(text[rest + 1]);
    }

    // "I.1. Mục tiêu": the path is written whole.
    private static Marker? Path(string text, int dot, string label, int value)
    {
        var inner = ArabicMarks.At(text, dot + 1);
        return inner.Kind is MarkerKind.None
            ? null
            : new(MarkerKind.Roman, [value, .. inner.Numbers], label + "." + inner.Label, inner.End);
    }
}
