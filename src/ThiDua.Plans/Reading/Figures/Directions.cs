using ThiDua.Plans.Reading.Dates;
using ThiDua.Plans.Reading.Figures.Rules;
using ThiDua.Plans.Reading.Structure;
using static ThiDua.Plans.Reading.Figures.Rules.FigureRule;

namespace ThiDua.Plans.Reading.Figures;

/// <summary>Whether a figure is a change ("giảm ít nhất 5% so với năm 2023"), and against which year.</summary>
internal static class Directions
{
    private static readonly WordSet NoDecrease = Vocabulary.Words("directions/not-decrease");
    private static readonly WordSet NoIncrease = Vocabulary.Words("directions/not-increase");
    private static readonly WordSet OtherVerbs = Vocabulary.Words("directions/behind-increase");

    private const string Down = "decrease";
    private const string Up = "increase";

    private static readonly FigureRule[] Changes =
    [
        In(Down, "Kéo giảm 5% số vụ phạm pháp", "Kiểm tra, giám sát 5% cơ sở", f => Nearest(f) is Down),
        In(Up, "Tăng 9% số lớp", "Tốc độ tăng trưởng đạt 9%", f => Nearest(f) is Up),
    ];

    // "Giảm tỷ lệ tái phạm … dưới 15%" names a level to come under, not a change.
    private static readonly FigureRule[] Levels =
    [
        Out("upper bound", "Giảm tỷ lệ tái phạm dưới 15%", "Giảm tỷ lệ tái phạm trên 15%", f => f.Figure.Comparator is "<" or "<="),
        Out("what remains", "Giảm tỷ lệ hộ nghèo còn 2%", "Giảm 2% hộ nghèo", f => f.Words.Is(f.Figure.Word - 1, "con")),
        Out("down to", "Giảm tỷ lệ hộ nghèo xuống 2%", "Giảm hộ nghèo 2%", f => f.Words.Is(f.Figure.Word - 1, "xuong")),
        Out(
            "up to",
            "Tăng tỷ lệ hòa giải lên 90%",
            "Tăng tỷ lệ hòa giải thêm 9%",
            f => Nearest(f) is Up && f.Words.Is(f.Figure.Word - 1, "len")
        ),
    ];

    public static IEnumerable<FigureRule> All => [.. Changes, .. Levels];

    /// <param name="part">The part of its clause that is the figure's.</param>
    public static (string? Direction, int? Baseline) Of(Words words, TextRange part, Figure figure)
    {
        if (figure.Change is { Down: true })
            return (Down, null);
        if (figure.Change is not null)
            return (null, null);
        var context = new FigureContext(words, figure, part, SectionKind.Targets);
        var direction = Array.Find(Changes, c => c.Holds(context))?.Name;
        if (direction is null)
            return (null, null);
        return IsCompared(words, part, out var baseline) || !Array.Exists(Levels, l => l.Holds(context))
            ? (direction, baseline)
            : (null, null);
    }

    // Of the words for a change the nearest before the figure.
    private static string? Nearest(FigureContext f)
    {
        for (var i = f.Figure.Word - 1; i >= 0 && f.Words.Start(i) >= f.Clause.Start; i--)
        {
            if (f.Words.Is(i, "giam") && !NoDecrease.HasWritten(f.Words, i))
                return Down;
            if (f.Words.Is(i, "tang") && !NoIncrease.HasWritten(f.Words, i) && !OtherVerbs.Has(f.Words, i + 1))
                return Up;
        }
        return null;
    }

    private static bool IsCompared(Words words, TextRange part, out int? baseline)
    {
        baseline = null;
        var limit = Math.Min(words.Folded.Length, part.End);
        for (var i = words.At(part.Start); i < words.Count && words.Start(i) < limit; i++)
        {
            if (!words.Is(i, "so") || !words.Is(i + 1, "voi"))
                continue;
            for (var y = i + 2; y < words.Count && y < i + 9 && baseline is null; y++)
                baseline = Years.OfWord(words, y);
            return true;
        }
        return false;
    }
}
