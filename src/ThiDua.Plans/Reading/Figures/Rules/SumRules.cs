using static ThiDua.Plans.Reading.Figures.Rules.FigureRule;

namespace ThiDua.Plans.Reading.Figures.Rules;

/// <summary>Sums of money: a target is what is earned, raised or invested, not what is allotted or what a thing may cost.</summary>
internal static class SumRules
{
    private static readonly Phrases<bool> Needs = Vocabulary.Set("money/needs");
    private static readonly Phrases<bool> Incomes = Vocabulary.Set("money/incomes");
    private static readonly Phrases<bool> Goals = Vocabulary.Set("money/goals");
    private static readonly Phrases<bool> OfSociety = Vocabulary.Set("money/social-investment");
    private static readonly Phrases<bool> Allowances = Vocabulary.Set("money/allowances");
    private static readonly Phrases<bool> Norms = Vocabulary.Set("money/norms");

    public static readonly FigureRule[] All =
    [
        Out("need", "Nhu cầu vốn 12 tỷ đồng", "Thu nhập 12 tỷ đồng", f => f.ClauseHas(Needs)),
        Out(
            "ceiling",
            "Hỗ trợ giá trị phương tiện nhưng không quá 400 triệu đồng/xe",
            "Vận động ủng hộ trên 400 triệu đồng",
            f => !f.AmongTargets && f.Figure.Comparator is "<="
        ),
        Out("sum in brackets", "Vận động xây nhà (60 triệu đồng)", "Vận động 60 triệu đồng", f => !f.AmongTargets && f.BracketedInClause),
        Out(
            "sum for each",
            "Vận động 500.000 đồng/suất",
            "Thu nhập đạt 60 triệu đồng/người/năm",
            f => !f.AmongTargets && f.Figure.Unit.Contains('/') && !f.ClauseHas(Incomes)
        ),
        Out("sum without a goal", "Mua thiết bị 300 triệu đồng", "Vận động 300 triệu đồng", f => !f.AmongTargets && !f.ClauseHas(Goals)),
        In("sum to be reached", "Thu ngân sách đạt 45 tỷ đồng", "Thu ngân sách 45 tỷ đồng", f => f.Words.Is(f.Before, "dat")),
        In(
            "investment of all",
            "[Targets] Tổng vốn đầu tư toàn xã hội trên 900 tỷ đồng",
            "[Targets] Tổng vốn đầu tư công trên 900 tỷ đồng",
            f => f.AmongTargets && f.ClauseHas(OfSociety)
        ),
        Out("allowance", "Huy động mức đóng 50 triệu đồng", "Huy động 50 triệu đồng", f => f.Near(Allowances, 14)),
        Out("norm of a sum", "Vận động hỗ trợ 50 triệu đồng", "Vận động 50 triệu đồng", f => !f.AmongTargets && f.Near(Norms)),
        In("sum", "Vận động gây quỹ 50 triệu đồng", "Vận động 50 hộ dân", f => Money.IsUnit(f.Figure.Unit)),
    ];
}
