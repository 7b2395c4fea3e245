using ThiDua.Plans.Reading.Dates;

namespace ThiDua.Plans.Reading.Figures;

/// <summary>Figures that tell what has been: results, and those of a year before the campaign's.</summary>
internal sealed class PastFigures(int? year)
{
    private static readonly Phrases<bool> Past = Vocabulary.Set("past/results");

    public bool Is(Words words, TextRange clause, Figure figure)
    {
        if (EarlierYear(words, clause, figure))
            return true;
        // "Hiện nay có 87 trạm. Trong đó, có 28 trạm 5G.": told of the same.
        var first = words.At(clause.Start);
        if (
            words.Is(first, "trong")
            && words.Is(first + 1, "do")
            && clause.Start > 0
            && Told(words, words.At(Math.Max(0, clause.Start - LongestBefore)), first)
        )
            return true;
        for (var i = words.At(clause.Start); i < figure.Word; i++)
            if (
                UntilThen(words, i, figure)
                || Past.Match(words, i, out _) > 0
                    && !(words.Is(i, "da") && words.Text[words.End(i) - 1] is not ('ã' or 'Ã'))
                    && !words.Is(i + 1, "va")
                    && !(words.Is(i, "den") && (words.Is(i - 1, "nay") || words.Is(i - 1, "tu")))
                    && !(
                        words.Is(i, "da")
                        && (
                            words.Is(i + 1, "de")
                            || words.Is(i + 1, "dang")
                            || words.Is(i + 1, "ban")
                            || words.Is(i + 1, "duoc") && !words.Is(i + 2, "dat")
                        )
                    )
            )
                return true;
        return false;
    }

    // "đến 31/12/2023 còn 37 trường hợp": until a day of a year gone by.
    private bool UntilThen(Words words, int at, Figure figure) =>
        words.Is(at, "den")
        && at + 1 < figure.Word
        && words.IsNumber(at + 1)
        && WrittenDates.At(words.Folded, words.Start(at + 1)) is { Year: { } told }
        && told < year
        && !words.HasNear(figure.Word, Ahead, Math.Min(12, figure.Word - at));

    private static readonly Phrases<bool> Ahead = Vocabulary.Set("targets/aims");

    private const int LongestBefore = 250;

    private static bool Told(Words words, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (
                words.Is(i, "hien") && (words.Is(i + 1, "nay") || words.Is(i + 1, "tai"))
                || words.Is(i, "da") && words.Text[words.End(i) - 1] is 'ã'
            )
                return true;
        return false;
    }

    // "Năm 2021 tăng 3,2%": a figure of a year gone by, unless it is only compared with.
    private bool EarlierYear(Words words, TextRange clause, Figure figure)
    {
        var first = words.At(clause.Start);
        if (words.Is(first, "cuoi"))
            first++;
        if (words.Is(first, "nam") && Years.OfWord(words, first + 1) < year)
            return true;
        for (var i = figure.Word - 1; i > 0 && words.Start(i) >= clause.Start && i > figure.Word - 12; i--)
            if (Years.OfWord(words, i) is { } told && words.Is(i - 1, "nam"))
                return told < year
                    && !Raised(words, i, figure.Word)
                    && words.Text.AsSpan(words.End(i), figure.NumberStart - words.End(i)).IndexOf(')') < 0
                    && !(words.Is(i - 2, "voi") || words.Is(i - 2, "ky") || words.Is(i - 2, "den") || words.Is(i - 2, "tu"))
                    && i >= figure.Word - 5;
        return false;
    }

    // "từ 58% năm 2020 lên 60%": the year is that of the first figure.
    private static bool Raised(Words words, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (words.Is(i, "len") || words.Is(i, "xuong") || words.Is(i, "con"))
                return true;
        return false;
    }
}
