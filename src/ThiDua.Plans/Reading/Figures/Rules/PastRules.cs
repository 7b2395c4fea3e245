using ThiDua.Plans.Reading.Dates;
using static ThiDua.Plans.Reading.Figures.Rules.FigureRule;

namespace ThiDua.Plans.Reading.Figures.Rules;

/// <summary>Figures that say what has been: results, and those of a year before the campaign's.</summary>
internal static class PastRules
{
    private static readonly Phrases<bool> Results = Vocabulary.Set("past/results");
    private static readonly Phrases<bool> Present = Vocabulary.Set("past/present");
    private static readonly Phrases<bool> Changes = Vocabulary.Set("past/changes");
    private static readonly Phrases<bool> Aims = Vocabulary.Set("targets/aims");

    // So many characters back the sentence before may have named the same.
    private const int LongestBefore = 250;

    public static readonly FigureRule[] All =
    [
        Out("earlier year", "Cuối năm 2024 toàn xã còn 14 hộ nghèo", "Cuối năm 2026 toàn xã còn dưới 14 hộ nghèo", EarlierYear),
        Out(
            "part of a result",
            "Hiện nay xã có 9 trạm phát sóng. Trong đó, có 4 trạm mới",
            "Xã xây 9 trạm phát sóng. Trong đó, có 4 trạm mới",
            PartOfResult
        ),
        Out(
            "until a past day",
            "Rà soát các trường hợp tồn đọng đến 31/12/2023 là 37 trường hợp",
            "Hoàn thành cấp thẻ đến 31/12/2026 cho 37 trường hợp",
            UntilPastDay
        ),
        Out("result", "Toàn xã đã lắp 24 camera", "Toàn xã lắp 24 camera", Result),
    ];

    // A figure of a year gone by, unless it is only compared with.
    private static bool EarlierYear(FigureContext f)
    {
        var words = f.Words;
        if (OpensWithEarlierYear(words, f.Clause, f.Year))
            return true;
        for (var i = f.Figure.Word - 1; i > 0 && words.Start(i) >= f.Clause.Start && i > f.Figure.Word - 12; i--)
            if (Years.OfWord(words, i) is { } year && words.Is(i - 1, "nam"))
                return year < f.Year
                    && !Changed(words, i, f.Figure.Word)
                    && words.Text.AsSpan(words.End(i), f.Figure.NumberStart - words.End(i)).IndexOf(')') < 0
                    && !(words.Is(i - 2, "voi") || words.Is(i - 2, "ky") || words.Is(i - 2, "den") || words.Is(i - 2, "tu"))
                    && i >= f.Figure.Word - 5;
        return false;
    }

    // "từ 58% năm 2020 lên 60%": the year is that of the first figure.
    private static bool Changed(Words words, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (Changes.Match(words, i, out _) > 0)
                return true;
        return false;
    }

    private static bool PartOfResult(FigureContext f)
    {
        var (words, first) = (f.Words, f.FirstOfClause);
        if (!words.Is(first, "trong") || !words.Is(first + 1, "do") || f.Clause.Start == 0)
            return false;
        for (var i = words.At(Math.Max(0, f.Clause.Start - LongestBefore)); i < first; i++)
            if (Present.Match(words, i, out _) > 0 || IsDone(words, i))
                return true;
        return false;
    }

    // "đến 31/12/2023 còn 37 trường hợp": how it stood on a day of a year gone by.
    private static bool UntilPastDay(FigureContext f)
    {
        var words = f.Words;
        for (var i = f.FirstOfClause; i + 1 < f.Figure.Word; i++)
            if (
                words.Is(i, "den")
                && words.IsNumber(i + 1)
                && WrittenDates.At(words.Folded, words.Start(i + 1)) is { Year: { } year }
                && year < f.Year
                && !f.Near(Aims, Math.Min(12, f.Figure.Word - i))
            )
                return true;
        return false;
    }

    private static bool Result(FigureContext f)
    {
        var words = f.Words;
        for (var i = f.FirstOfClause; i < f.Figure.Word; i++)
            if (IsResult(words, i))
                return true;
        return false;
    }

    /// <summary>At this word something is said to have been done, or to stand so.</summary>
    public static bool IsResult(Words words, int at) =>
        Results.Match(words, at, out _) > 0
        && !words.Is(at + 1, "va")
        && !(words.Is(at, "da") && !(IsDone(words, at) && !Passive(words, at)))
        && !(words.Is(at, "den") && (words.Is(at - 1, "nay") || words.Is(at - 1, "tu")));

    /// <summary>The clause opens with a year before the campaign's: "Cuối năm 2024 …".</summary>
    public static bool OpensWithEarlierYear(Words words, TextRange clause, int? year)
    {
        var first = words.At(clause.Start);
        if (words.Is(first, "cuoi"))
            first++;
        return words.Is(first, "nam") && Years.OfWord(words, first + 1) < year;
    }

    // "đã", not "đa" or "đá".
    private static bool IsDone(Words words, int at) => words.Is(at, "da") && words.Text[words.End(at) - 1] is 'ã' or 'Ã';

    // "nhiệm vụ đã được giao", "đã đề ra", "đã ban hành": said of what was decided.
    private static bool Passive(Words words, int at) =>
        words.Is(at + 1, "de")
        || words.Is(at + 1, "dang")
        || words.Is(at + 1, "ban")
        || words.Is(at + 1, "duoc") && !words.Is(at + 2, "dat");
}
