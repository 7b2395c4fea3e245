using static ThiDua.Plans.Reading.Figures.Rules.FigureRule;

namespace ThiDua.Plans.Reading.Figures.Rules;

/// <summary>Figures of rules, contests and awards. They hold outside parts that set targets: there a figure means what it says.</summary>
internal static class OtherPurposeRules
{
    private static readonly Phrases<bool> Awards = Vocabulary.Set("asides/awards");
    private static readonly Phrases<bool> Votes = Vocabulary.Set("asides/votes");
    private static readonly Phrases<bool> InterestRates = Vocabulary.Set("asides/interest-rates");
    private static readonly Phrases<bool> Parts = Vocabulary.Set("asides/made-of-parts");
    private static readonly Phrases<bool> Composition = Vocabulary.Set("asides/composition");
    private static readonly Phrases<bool> Gifts = Vocabulary.Set("asides/gifts");
    private static readonly WordSet PrizePlaces = Vocabulary.Words("asides/prize-places");
    private static readonly Phrases<bool> Striving = Vocabulary.Set("targets/striving");

    public static readonly FigureRule[] All =
    [
        Out("awards", "Đề nghị tặng giấy khen cho 05 tập thể", "Vận động 05 tập thể tham gia", f => f.ClauseHas(Awards)),
        Out("votes", "Danh sách được ít nhất 50% cử tri tán thành", "Vận động ít nhất 50% cử tri đăng ký", f => f.ClauseHas(Votes)),
        Out(
            "interest rates",
            "Lãi suất cho vay hộ nghèo giảm xuống 6,2%/năm",
            "Tỷ lệ hộ nghèo giảm xuống 6,2%",
            f => f.ClauseHas(InterestRates)
        ),
        Out("make-up of one", "Mở lớp dạy nghề, mỗi lớp từ 25 đến 30 học viên", "Mỗi ấp thành lập ít nhất 01 tổ tự quản", MakesUpOne),
        Out("prizes", "Cơ cấu giải: 01 giải nhất, 02 giải nhì", "Phấn đấu đạt 01 giải nhất", IsPrize),
        Out(
            "gifts",
            "Quà tặng: Mỗi giải nhận được 01 loa, 10 thùng sữa",
            "Trao tặng 10 thùng sữa cho hộ nghèo",
            f => Gifts.Match(f.Words, f.FirstOfClause, out _) > 0
        ),
    ];

    // "mỗi đội không quá 12 người", where no more than a bound stands between the thing and its figure.
    private static bool MakesUpOne(FigureContext f)
    {
        var words = f.Words;
        for (var i = f.Figure.Word - 1; i >= 0 && words.Start(i) >= f.Clause.Start && i >= f.Figure.Word - 9; i--)
        {
            if (!words.Is(i, "moi"))
                continue;
            if (words.HasNear(i, Striving, 4) || Parts.Match(words, i + 1, out _) is not (> 0 and var length))
                return false;
            var at = i + 1 + length;
            while (at < f.Figure.Word && Composition.Match(words, at, out _) is > 0 and var filler)
                at += filler;
            return at >= f.Figure.Word;
        }
        return false;
    }

    private static bool IsPrize(FigureContext f) =>
        f.Figure.Unit.StartsWith("giải", StringComparison.Ordinal)
        && PrizePlaces.Has(f.Words, Math.Min(f.Noun + 1, f.Words.Count - 1))
        && !f.Words.Is(f.Before, "dat");
}
