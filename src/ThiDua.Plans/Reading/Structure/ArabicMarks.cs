using System.Globalization;
using ThiDua.Plans.Reading.Figures;

namespace ThiDua.Plans.Reading.Structure;

/// <summary>Marks in figures: "2.", "2.1.", "3)".</summary>
internal static class ArabicMarks
{
    // A path of more numbers is none.
    private const int Deepest = 6;

    /// <summary>The mark whose digits begin here; one of no kind where they are none.</summary>
    public static Marker At(string text, int at)
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
                return new(MarkerKind.Arabic, [numbers[0]], numbers[0].ToString(CultureInfo.InvariantCulture), start);
            if (i - start > 2 && !(start == at && IsOfLongList(text, start, i)))
                return Marker.None;
            numbers.Add(int.Parse(text.AsSpan(start, i - start), CultureInfo.InvariantCulture));
            if (i + 1 >= text.Length || text[i] is not '.' || !char.IsAsciiDigit(text[i + 1]) || numbers.Count >= Deepest)
                break;
            i++;
        }
        return LetterBelow(text, i)
            ?? (
                Close(text, i, numbers.Count > 1) is not { } close || numbers.Contains(0)
                    ? Marker.None
                    : new(
                        close.Paren && numbers.Count == 1 ? MarkerKind.ArabicParen : MarkerKind.Arabic,
                        [.. numbers],
                        string.Join('.', numbers),
                        close.End
                    )
            );
    }

    // "100. Trường …": long lists of an annex.
    private static bool IsOfLongList(string text, int start, int end) =>
        end - start == 3 && end + 2 < text.Length && text[end] is '.' && text[end + 1] is ' ' && char.IsUpper(text[end + 2]);

    // "2.1.a. Thành lập": the letter under 2.1, which stands above it.
    private static Marker? LetterBelow(string text, int end) =>
        end + 2 < text.Length
        && text[end] is '.'
        && char.IsLower(text[end + 1])
        && text[end + 2] is '.' or ')'
        && MarkerReader.Letter(text, end + 1) is { Kind: MarkerKind.Letter } letter
            ? letter
            : null;

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
            var end = MarkerReader.Skip(text, spaced + 1);
            if (end >= text.Length)
                return c is '.' or ')' ? (end, c is ')') : null;
            return MarkerReader.StartsText(text[end]) && !(c is '/' && end == spaced + 1) ? (end, c is ')') : null;
        }
        return dotted && spaced > i && char.IsUpper(c) ? (spaced, false) : null;
    }
}
