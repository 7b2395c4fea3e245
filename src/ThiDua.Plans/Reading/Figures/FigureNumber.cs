using System.Globalization;
using System.Text;
using ThiDua.Plans.Reading.Dates;

namespace ThiDua.Plans.Reading.Figures;

/// <summary>
/// A number as Vietnamese texts write it: "05", "13,5", "1.200", "2.000.000", "1 200"; "1,200" where nothing is a fraction.
/// </summary>
/// <param name="Last">Its last word.</param>
/// <param name="End">Offset after its last digit.</param>
/// <param name="Percent">A per cent sign follows.</param>
internal readonly record struct FigureNumber(decimal Value, int Last, int End, bool Percent, FigureForm Form)
{
    private const int MostDigits = 18;
    private const int LongestNumeral = 4;

    private static readonly Phrases<bool> Each = Vocabulary.Set("numbers/each");
    private static readonly Phrases<bool> Bounds = Vocabulary.Set("numbers/spoken-bounds");
    private static readonly WordSet GluedUnits = Vocabulary.Words("numbers/glued-units");

    private static readonly Dictionary<string, int> Numerals = Vocabulary
        .Entries("numbers/numerals")
        .Index()
        .ToDictionary(n => n.Item, n => n.Index + 1, StringComparer.OrdinalIgnoreCase);

    /// <summary>The number that starts at this word; null when none does.</summary>
    public static FigureNumber? At(Words words, int at)
    {
        var text = words.Folded;
        var i = words.Start(at);
        var digits = new StringBuilder();
        while (i < text.Length && char.IsAsciiDigit(text[i]))
            digits.Append(text[i++]);
        if (!Ends(text, i))
            return null;
        var separator = Separator(words, at, i);
        var last = at;
        while (separator != '\0' && IsGroup(text, i, separator))
        {
            digits.Append(text, i + 1, 3);
            i += 4;
            last++;
        }
        if (Fraction(text, i) is > 0 and var fraction)
        {
            digits.Append('.').Append(text, i + 1, fraction);
            i += fraction + 1;
            last++;
        }
        return
            digits.Length <= MostDigits
            && decimal.TryParse(digits.ToString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            && Ends(text, i)
            ? new(value, last, i, PercentAt(text, i) is not null, Grouped(separator))
            : null;
    }

    // What parts the thousands of the number whose first digits end here; '\0' for nothing.
    private static char Separator(Words words, int at, int end)
    {
        var text = words.Folded;
        if (IsGroup(text, end, '.'))
            return '.';
        if (end - words.Start(at) > 3 || text[words.Start(at)] is '0')
            return '\0';
        foreach (var separator in (ReadOnlySpan<char>)[' ', ','])
        {
            var behind = end;
            while (IsGroup(text, behind, separator))
                behind += 4;
            var groups = (behind - end) / 4;
            // "1,200,000" cannot be a fraction; of "1,200" what it counts decides.
            if (groups > 0 && (separator is ',' && groups > 1 || WholeThings.At(words, words.At(behind), behind)))
                return separator;
        }
        return '\0';
    }

    private static FigureForm Grouped(char separator) =>
        separator switch
        {
            '.' => FigureForm.Dotted,
            ' ' => FigureForm.Spaced,
            ',' => FigureForm.Commas,
            _ => FigureForm.Digits,
        };

    // Digits of a fraction behind a comma; behind a dot at most two.
    private static int Fraction(string text, int at)
    {
        if (at + 1 >= text.Length || text[at] is not (',' or '.') || !char.IsAsciiDigit(text[at + 1]))
            return 0;
        var end = at + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return text[at] is ',' || end - at - 1 <= 2 ? end - at - 1 : 0;
    }

    /// <summary>
    /// "ít nhất một mô hình", "ra mắt hai mô hình": a number in words, only between a bound or a verb of making and a thing
    /// that is counted.
    /// </summary>
    public static FigureNumber? Spoken(Words words, int at)
    {
        if (Numeral(words, at) is not { } value || !words.Touches(at) || UnitNouns.Length(words, at + 1) == 0)
            return null;
        // "năm" is a year too.
        var bound = Bounds.MatchEnding(words, at - 1, out _) > 0 && value != 5;
        return
            bound || at > 0 && words.Touches(at - 1) && (value > 1 || words.HasNear(at, Each)) && PlannedOutputs.EndsWithVerb(words, at - 1)
            ? new(value, at, words.End(at), false, FigureForm.InWords)
            : null;
    }

    /// <summary>The value of a number word.</summary>
    public static int? Numeral(Words words, int at) =>
        !words.IsNumber(at) && words[at].Length <= LongestNumeral && Numerals.TryGetValue(words.Slice(at, at), out var value)
            ? value
            : null;

    /// <summary>Offset after a per cent or per mille sign that stands here, blanks apart.</summary>
    public static int? PercentAt(string text, int at)
    {
        var i = WrittenDates.Blank(text, at);
        return i < text.Length && text[i] is '%' or '‰' ? i + 1 : null;
    }

    // "5G" and "3D" are names; "1.200ha" and "45km" are numbers with their unit.
    private static bool Ends(string text, int i)
    {
        var end = i;
        while (end < text.Length && char.IsLetterOrDigit(text[end]))
            end++;
        return end == i || GluedUnits.Has(text.AsSpan(i, end - i));
    }

    private static bool IsGroup(string text, int i, char separator) =>
        i + 3 < text.Length
        && text[i] == separator
        && char.IsAsciiDigit(text[i + 1])
        && char.IsAsciiDigit(text[i + 2])
        && char.IsAsciiDigit(text[i + 3])
        && (i + 4 >= text.Length || !char.IsAsciiDigit(text[i + 4]));
}
