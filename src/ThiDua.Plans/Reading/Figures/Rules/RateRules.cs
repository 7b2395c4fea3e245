using static ThiDua.Plans.Reading.Figures.Rules.FigureRule;

namespace ThiDua.Plans.Reading.Figures.Rules;

/// <summary>Per cents and per milles. A rate in passing ("pha Clo 70%") is no target: something must be to be reached.</summary>
internal static class RateRules
{
    private static readonly Phrases<bool> Reaching = Vocabulary.Set("targets/reaching");
    private static readonly Phrases<bool> Striving = Vocabulary.Set("targets/striving");
    private static readonly Phrases<bool> Funds = Vocabulary.Set("money/funds");
    private static readonly Phrases<bool> Spending = Vocabulary.Set("money/revenue-and-spending");
    private static readonly Phrases<bool> Norms = Vocabulary.Set("money/norms");
    private static readonly Phrases<bool> Costs = Vocabulary.Set("money/costs");

    public static readonly FigureRule[] All =
    [
        Out("same once more", "Phấn đấu ba ấp đạt chuẩn (60%)", "Phấn đấu 60% ấp đạt chuẩn", RepeatsInBrackets),
        Out(
            "share in brackets",
            "Trồng cây ăn quả (chiếm 20% diện tích)",
            "Cây ăn quả chiếm 20% diện tích",
            f => f.Words.Is(f.Figure.Word - 1, "chiem") && f.InBrackets(Math.Max(0, f.Figure.NumberStart - 60))
        ),
        Out(
            "share of a cost",
            "Hộ nghèo được hưởng 70% kinh phí",
            "Giải ngân 70% kinh phí",
            f => IsBefore(f, Costs) && !f.ClauseHas(Spending) && !(f.Figure.Explicit && f.AmongTargets)
        ),
        In("rate among targets", "[Targets] 70% hộ có Internet", "70% hộ có Internet", f => f.AmongTargets),
        Out(
            "who pays",
            "Ngân sách xã đối ứng 30%",
            "Phấn đấu huy động 30% từ xã hội",
            f => f.Figure.Value != 100 && f.ClauseHas(Funds) && !f.ClauseHas(Spending) && !f.ClauseHas(Striving)
        ),
        Out(
            "rate in passing",
            "Pha dung dịch 70%",
            "Phấn đấu 70% hộ dân",
            f => !f.Figure.Explicit && f.Figure.Value != 100 && !f.ClauseHas(Reaching)
        ),
        In(
            "all are served",
            "Cấp thẻ cho 100% trẻ em",
            "Cấp thẻ cho 90% trẻ em",
            f => f.Figure.Value == 100 && f.Words.Is(f.Figure.Word - 1, "cho")
        ),
        In("rate to be reached", "Tỷ lệ hỗ trợ đạt 80%", "Tỷ lệ hỗ trợ 80%", f => f.Words.Is(f.Before, "dat")),
        Out("norm", "Mức hỗ trợ bằng 80%", "Tỷ lệ hòa giải bằng 80%", f => f.Near(Norms)),
        In("rate", "Vận động 80% hộ dân tham gia", "[Work] Vận động 80 hộ dân tham gia", f => f.IsShare),
    ];

    private static bool RepeatsInBrackets(FigureContext f) =>
        f.Figure.NumberStart > 0
        && f.Words.Folded[f.Figure.NumberStart - 1] is '('
        && f.Figure.End < f.Words.Folded.Length
        && f.Words.Folded[f.Figure.End] is ')';

    /// <summary>The figure stands before one of these.</summary>
    public static bool IsBefore(FigureContext f, Phrases<bool> phrases) => phrases.Match(f.Words, f.Words.At(f.Figure.End), out _) > 0;
}
