using System.Globalization;
using ThiDua.Plans.Reading.Dates;

namespace ThiDua.Plans.Reading.Figures;

/// <summary>A number as Vietnamese texts write it: "05", "13,5", "1.200", "2.000.000".</summary>
/// <param name="Last">Its last word.</param>
/// <param name="End">Offset after its last digit.</param>
/// <param name="Percent">A per cent sign follows.</param>
internal readonly record struct FigureNumber(decimal Value, int Last, int End, bool Percent)
{
    /// <summary>The number that starts at this word; null when none does.</summary>
    public static FigureNumber? At(Words words, int at)
    {
        var text = words.Folded;
        var i = words.Start(at);
        var digits = new System.Text.StringBuilder();
        var last = at;
        while (i < text.Length && char.IsAsciiDigit(text[i]))
            digits.Append(text[i++]);
        if (!Ends(text, i))
            return null;
        while (Thousands(text, i))
        {
            digits.Append(text, i + 1, 3);
            i += 4;
            last++;
        }
        if (i + 1 < text.Length && text[i] is ',' or '.' && char.IsAsciiDigit(text[i + 1]))
        {
            var end = i + 1;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
                end++;
            if (text[i] is ',' || end - i - 1 <= 2)
            {
                digits.Append('.').Append(text, i + 1, end - i - 1);
                i = end;
                last++;
            }
        }
        if (
            digits.Length > 18
            || !decimal.TryParse(digits.ToString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
        )
            return null;
        if (!Ends(text, i))
            return null;
        return new(value, last, i, PercentAt(text, i) is not null);
    }

    private static readonly Phrases<bool> Each = Vocabulary.Set("numbers/each");

    private static readonly Phrases<bool> Bounds = Vocabulary.Set("numbers/spoken-bounds");
    private static readonly WordSet GluedUnits = Vocabulary.Words("numbers/glued-units");

    private static readonly Dictionary<string, int> Numerals = Vocabulary
        .Entries("numbers/numerals")
        .Index()
        .ToDictionary(n => n.Item, n => n.Index + 1, StringComparer.OrdinalIgnoreCase);

    /// <summary>"ít nhất một mô hình", "ra mắt hai mô hình": a number in words, only between a bound or a verb of making and a thing that is counted.</summary>
    public static FigureNumber? Spoken(Words words, int at)
    {
        if (
            words.IsNumber(at)
            || words[at].Length > 4
            || !Numerals.TryGetValue(words.Slice(at, at), out var value)
            || !words.Touches(at)
            || UnitNouns.Length(words, at + 1) == 0
        )
            return null;
        var bound = Bounds.MatchEnding(words, at - 1, out _) > 0;
        return
            bound && value != 5
            || at > 0 && words.Touches(at - 1) && (value > 1 || words.HasNear(at, Each)) && PlannedOutputs.EndsWithVerb(words, at - 1)
            ? new(value, at, words.End(at), false)
            : null;
    }

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

    private static bool Thousands(string text, int i) =>
        i + 3 < text.Length
        && text[i] is '.'
        && char.IsAsciiDigit(text[i + 1])
        && char.IsAsciiDigit(text[i + 2])
        && char.IsAsciiDigit(text[i + 3])
        && (i + 4 >= text.Length || !char.IsAsciiDigit(text[i + 4]));
}
