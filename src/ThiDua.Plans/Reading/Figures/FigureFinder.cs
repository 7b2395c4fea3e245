using ThiDua.Plans.Reading.Figures.Rules;
using ThiDua.Plans.Reading.Dates;
using ThiDua.Plans.Reading.Units;

namespace ThiDua.Plans.Reading.Figures;

/// <summary>A figure of a target: comparator, value, unit, and where it stands.</summary>
/// <param name="Start">Offset where the figure begins, its comparator included.</param>
/// <param name="NumberStart">Offset of its first digit.</param>
/// <param name="End">Offset after the unit.</param>
/// <param name="Word">The word of the number.</param>
/// <param name="Explicit">A comparator is written.</param>
internal sealed record Figure(
    int Start,
    int NumberStart,
    int End,
    int Word,
    string Comparator,
    decimal Value,
    decimal? Upper,
    string Unit,
    bool Explicit,
    bool About
);

/// <summary>Finds figures in a paragraph: "ít nhất 05%", "từ 13 đến 13,5 %", "không quá 02 vụ", "từ 95% trở lên".</summary>
internal static class FigureFinder
{
    /// <param name="from">Where the text behind the paragraph's mark begins: "2- 100%" is no range.</param>
    public static List<Figure> In(Words words, int from = 0)
    {
        var figures = new List<Figure>();
        for (var i = words.At(from); i < words.Count; i++)
        {
            if (
                !words.IsNumber(i) && FigureNumber.Spoken(words, i) is null
                || (i > 0 && words.Start(i - 1) >= from && words.IsNumber(i - 1) && Inside(words, i))
            )
                continue;
            if (Read(words, i, figures.Count > 0 ? figures[^1].End : 0, out var last) is { } figure)
                figures.Add(figure);
            i = Math.Max(i, last);
        }
        return figures;
    }

    // The second half of "13,5" or "1.200".
    private static bool Inside(Words words, int i) => words.Gap(i - 1) is "." or "," && words.Start(i) == words.End(i - 1) + 1;

    private static Figure? Read(Words words, int at, int from, out int last)
    {
        last = at;
        if ((FigureNumber.Spoken(words, at) ?? FigureNumber.At(words, at)) is not { } first)
            return null;
        last = first.Last;
        // What has a per cent sign is no name: "giao thông từ 5%" holds no "Thông tư 5".
        if (!first.Percent && NumberRules.Any(NumberRules.Names, words, at, first))
        {
            last = EndOfName(words, last);
            return null;
        }
        var upper = Range(words, first);
        if (upper is null && words.Folded.AsSpan(first.End).StartsWith("/", StringComparison.Ordinal) && words.IsNumber(first.Last + 1))
            return Fraction(words, at, first, out last);
        last = (upper ?? first).Last;
        if (NumberRules.Any(NumberRules.Bases, words, at, first) || FigureUnits.After(words, upper ?? first) is not { } unit)
            return null;
        var before = Comparators.Before(words, at, from);
        if (
            upper is null
            && before?.Comparator.Sign is ">="
            && Comparators.IsFrom(words, at - 1)
            && LiftedTo(words, unit.End) is { } lifted
        )
        {
            last = words.At(lifted);
            return null;
        }
        last = Math.Max(last, words.At(unit.End) - 1);
        var after = upper is null ? Comparators.After(words, unit.End) : null;
        return new(
            before?.Start ?? words.Start(at),
            words.Start(at),
            unit.End,
            at,
            upper is not null ? ">=" : after?.Sign ?? Sign(before?.Comparator),
            first.Value,
            upper?.Value,
            unit.Text,
            upper is not null || (after ?? before?.Comparator) is not null,
            before?.Comparator.Sign is Comparators.About
        );
    }

    // About so much is read as so much.
    private static string Sign(Comparator? comparator) => comparator?.Sign is null or Comparators.About ? "=" : comparator.Sign;

    private static int EndOfName(Words words, int last)
    {
        while (
            last + 1 < words.Count
            && words.IsNumber(last + 1)
            && (
                words.Gap(last) is "/" or "-" or "."
                || words.Gap(last) is ", " && words.Is(last - 1, "khoi") && UnitNouns.Length(words, last + 2) == 0
            )
        )
            last++;
        return last;
    }

    // "từ 13 đến 13,5 %", "5 - 7%", "5% đến 7%".
    private static FigureNumber? Range(Words words, FigureNumber first)
    {
        var text = words.Folded;
        var i = WrittenDates.Blank(text, FigureNumber.PercentAt(text, first.End) ?? first.End);
        if (i >= text.Length)
            return null;
        int next;
        if (text[i] is '-')
            next = WrittenDates.Blank(text, i + 1);
        else if (text.AsSpan(i).StartsWith("den ", StringComparison.Ordinal))
            next = WrittenDates.Blank(text, i + 4);
        else
            return null;
        if (next >= text.Length || !char.IsAsciiDigit(text[next]))
            return null;
        if (FigureNumber.At(words, words.At(next)) is not { } second || second.Value <= first.Value)
            return null;
        return first.Percent && !second.Percent ? null : second;
    }

    // "19/19 tiêu chí", "12/12 ấp": the first number counts.
    private static Figure? Fraction(Words words, int at, FigureNumber first, out int last)
    {
        last = first.Last + 1;
        if (FigureNumber.At(words, first.Last + 1) is not { } whole)
            return null;
        last = whole.Last;
        if (FigureUnits.After(words, whole) is not { } unit || unit.Text == "%" || first.Value > whole.Value)
            return null;
        last = Math.Max(last, words.At(unit.End) - 1);
        var before = Comparators.Before(words, at, 0);
        return new(
            before?.Start ?? words.Start(at),
            words.Start(at),
            unit.End,
            at,
            Sign(before?.Comparator),
            first.Value,
            null,
            unit.Text,
            before is not null,
            false
        );
    }

    // "từ 60% lên 75%": the first is where it stands now, the second the target.
    private static int? LiftedTo(Words words, int end)
    {
        var at = words.At(end);
        for (var i = at; i < words.Count && i < at + 6; i++)
        {
            if (words.Is(i, "tro"))
                return null;
            if (words.Is(i, "len") || words.Is(i, "xuong"))
                return words.Start(i);
            if (words.IsNumber(i) && Years.OfWord(words, i) is null)
                return null;
        }
        return null;
    }
}
