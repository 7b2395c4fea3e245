using ThiDua.Plans.Reading.Dates;

namespace ThiDua.Plans.Reading.Figures;

/// <summary>Whether a figure is a change ("giảm ít nhất 5% so với năm 2023"), and against which year.</summary>
internal static class Directions
{
    public static (string? Direction, int? Baseline) Of(Words words, TextRange part, Figure figure)
    {
        string? direction = null;
        for (var i = figure.Word - 1; i >= 0 && words.Start(i) >= part.Start; i--)
        {
            if (words.Is(i, "giam") && !Written(words, i, "giám"))
            {
                direction = "decrease";
                break;
            }
            if (
                words.Is(i, "tang")
                && !(words[i + 1] is "cuong" or "truong" or "them")
                && !Written(words, i, "tầng")
                && !Written(words, i, "tặng")
            )
            {
                direction = "increase";
                break;
            }
        }
        if (direction is null)
            return (null, null);
        var compared = Compared(words, part, figure, out var baseline);
        // "Giảm tỷ lệ tái phạm … dưới 15%" names a level to come under, not a change.
        return compared || !IsLevel(words, figure, direction) ? (direction, baseline) : (null, null);
    }

    // "giám sát", "tầng lớp", "tặng quà" fold to the same letters.
    private static bool Written(Words words, int at, string other) =>
        string.Equals(words.Slice(at, at), other, StringComparison.OrdinalIgnoreCase);

    private static bool IsLevel(Words words, Figure figure, string direction) =>
        figure.Comparator is "<" or "<="
        || words.Is(figure.Word - 1, "con")
        || words.Is(figure.Word - 1, "xuong")
        || (direction == "increase" && words.Is(figure.Word - 1, "len"));

    private static bool Compared(Words words, TextRange part, Figure figure, out int? baseline)
    {
        baseline = null;
        var limit = Math.Min(words.Folded.Length, part.End);
        for (var i = words.At(part.Start); i < words.Count && words.Start(i) < limit; i++)
        {
            if (!words.Is(i, "so") || !words.Is(i + 1, "voi"))
                continue;
            for (var y = i + 2; y < words.Count && y < i + 9; y++)
                if (Years.OfWord(words, y) is { } year)
                {
                    baseline = year;
                    break;
                }
            return words.Start(i) > figure.NumberStart || i > 0;
        }
        return false;
    }
}
