using ThiDua.Plans.Reading.Dates;
using ThiDua.Plans.Reading.Units;

namespace ThiDua.Plans.Reading.Figures;

/// <summary>Figures that a clause tells beside what it asks: how often, how large or how good a thing is, of how many it is made up, how it stands today, what follows for who reaches them.</summary>
internal sealed class FigureAsides(int? year)
{
    private static readonly Phrases<bool> Rhythm = Vocabulary.Set("asides/frequency");
    private static readonly Phrases<bool> Sizes = Vocabulary.Set("asides/scale");
    private static readonly Phrases<bool> Measured = Vocabulary.Set("asides/dimensions");
    private static readonly Phrases<bool> Strengths = Vocabulary.Set("asides/concentrations");
    private static readonly Phrases<bool> Lengths = Vocabulary.Set("asides/size-units");

    private static readonly Phrases<bool> Parts = Vocabulary.Set("asides/made-of-parts");
    private static readonly Phrases<bool> Composing = Vocabulary.Set("asides/composition");

    private static readonly Phrases<bool> Standing = Vocabulary.Set("asides/as-of-now");
    private static readonly Phrases<bool> RuleEnds = Vocabulary.Set("asides/consequences");
    private static readonly Phrases<bool> Having = Vocabulary.Set("targets/having");
    private static readonly Phrases<bool> Ahead = Vocabulary.Set("targets/striving");

    /// <summary>Wherever it stands.</summary>
    public bool Is(Words words, TextRange clause, Figure figure) =>
        IsFrequency(words, figure)
        || IsGrade(words, clause, figure)
        || IsStanding(words, clause, figure)
        || IsThere(words, figure)
        || IsBound(words, clause, figure)
        || IsRule(words, clause, figure)
        || IsSize(words, figure);

    // "củng cố 88 đội dân phòng hiện có", "tổng dư nợ hiện có 1.987 tỷ đồng": so many there are.
    private static bool IsThere(Words words, Figure figure)
    {
        if (figure.Unit is "%" or "‰" || figure.Explicit)
            return false;
        if (There.MatchEnding(words, words.At(figure.Start) - 1, out _) > 0 && words.Touches(words.At(figure.Start) - 1))
            return true;
        for (var i = words.AfterNumber(figure.Word); i < words.Count && i < figure.Word + 9 && (i == 0 || words.Touches(i - 1)); i++)
            if (There.Match(words, i, out _) > 0)
                return true;
        return false;
    }

    private static readonly Phrases<bool> There = Vocabulary.Set("asides/existing");

    // "không quá 25 học sinh một lớp theo quy định": what a rule allows at most.
    private static bool IsBound(Words words, TextRange clause, Figure figure) =>
        figure is { Comparator: "<=", Unit: not ("%" or "‰") } && words.HasAny(clause, ByRule);

    private static readonly Phrases<bool> ByRule = Vocabulary.Set("asides/by-rule");

    // "quan trắc với tần suất 02 lần/tháng": how often a thing is done.
    private static bool IsFrequency(Words words, Figure figure) => figure.Unit is not ("%" or "‰") && words.HasNear(figure.Word, Rhythm, 5);

    // "72 xã đạt 19 tiêu chí", "03 mô hình với quy mô từ 5 ha": how good or large each of those just counted is.
    private static bool IsGrade(Words words, TextRange clause, Figure figure)
    {
        var sized = figure.Unit is not ("%" or "‰") && words.HasNear(figure.Word, Sizes, 5);
        if (
            !sized && !figure.Unit.StartsWith("tiêu chí", StringComparison.Ordinal)
            || words.Text.AsSpan(figure.NumberStart, figure.End - figure.NumberStart).Contains('/')
        )
            return false;
        for (var i = figure.Word - 1; i >= 0 && words.Start(i) >= clause.Start && words.Gap(i).IndexOfAny(",:") < 0; i--)
            if (words.IsNumber(i) && Years.OfWord(words, i) is null && UnitNouns.Length(words, i + 1) > 0)
                return true;
        return false;
    }

    // "kích thước tối thiểu 6m x 12,5m", "nồng độ 0,5%", "không quá 1.500 chữ", "(tối đa 5 điểm)": how large, how strong or how long a thing is.
    private static bool IsSize(Words words, Figure figure) =>
        figure.Unit is "chữ" or "trang" or "mm" or "cm" or "điểm" && figure.Comparator is "<="
        || (Lengths.Match(new Words(figure.Unit), 0, out _) > 0 || figure.Unit is "%" or "‰")
            && words.HasNear(figure.Word, figure.Unit is "%" or "‰" ? Strengths : Measured, 7);

    private static readonly Phrases<bool> Gifts = Vocabulary.Set("asides/gifts");

    /// <summary>"Quà tặng: Mỗi giải nhận được 01 loa": what who wins is given.</summary>
    public static bool IsGift(Words words, TextRange clause) => Gifts.Match(words, words.At(clause.Start), out _) > 0;

    // "01 giải nhất 1.000.000 đồng".
    public static bool IsPrize(Words words, Figure figure) =>
        figure.Unit.StartsWith("giải", StringComparison.Ordinal)
        && words[Math.Min(words.AfterNumber(figure.Word) + 1, words.Count - 1)] is "nhat" or "nhi" or "ba" or "khuyen"
        && !words.Is(words.At(figure.Start) - 1, "dat");

    // "mỗi đội không quá 12 người", where no more than a bound stands between the thing and its figure.
    public static bool IsPart(Words words, TextRange clause, Figure figure)
    {
        for (var i = figure.Word - 1; i >= 0 && words.Start(i) >= clause.Start && i >= figure.Word - 9; i--)
        {
            if (!words.Is(i, "moi"))
                continue;
            if (words.HasNear(i, Ahead, 4) || Parts.Match(words, i + 1, out _) is not (> 0 and var length))
                return false;
            var at = i + 1 + length;
            while (at < figure.Word && Composing.Match(words, at, out _) is > 0 and var filler)
                at += filler;
            return at >= figure.Word;
        }
        return false;
    }

    private bool IsStanding(Words words, TextRange clause, Figure figure)
    {
        var open = words.Folded.LastIndexOf('(', figure.NumberStart);
        if (words.Folded.AsSpan(figure.End).TrimStart().StartsWith("(so lieu", StringComparison.Ordinal))
            return true;
        if (open < clause.Start || words.Folded.IndexOf(')', open, figure.NumberStart - open) >= 0)
            return false;
        for (var i = words.At(open); i < figure.Word; i++)
            if (
                Standing.Match(words, i, out _) > 0
                || words.Is(i, "nam") && Years.OfWord(words, i + 1) < year
                || words.Is(i, "den")
                    && WrittenDates.At(words.Folded, words.Start(Math.Min(i + 1, words.Count - 1))) is { Year: not null } told
                    && told.Year < year
            )
                return true;
        return false;
    }

    // "đạt từ 80 điểm mới được công nhận", "dưới 10 điểm không xếp hạng": what follows for who reaches it.
    private static bool IsRule(Words words, TextRange clause, Figure figure)
    {
        var last = words.At(figure.End);
        for (var i = last; i < words.Count && words.Start(i) < clause.End && i < last + 12; i++)
        {
            if (i > last && words.Gap(i - 1).IndexOfAny(",:") >= 0)
                return false;
            if (figure is { Explicit: true, Unit: not "%" } && words.Is(i, "phai") && words.HasNear(words.At(figure.Start), Having, 4))
                return true;
            if (RuleEnds.Match(words, i, out _) > 0 || words.Text.AsSpan(words.Start(i), words.End(i) - words.Start(i)) is "thì")
                return true;
        }
        return false;
    }
}
