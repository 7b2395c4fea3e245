using static ThiDua.Plans.Reading.Figures.Rules.FigureRule;

namespace ThiDua.Plans.Reading.Figures.Rules;

/// <summary>Figures that say when a rule holds, and set no target.</summary>
internal static class ConditionRules
{
    private static readonly Phrases<bool> Cases = Vocabulary.Set("conditions/cases");
    private static readonly Phrases<bool> Places = Vocabulary.Set("conditions/places");
    private static readonly Phrases<bool> Consequences = Vocabulary.Set("conditions/consequences");

    public static readonly FigureRule[] All =
    [
        Out(
            "case",
            "Trường hợp tín nhiệm không quá 50% thì giới thiệu người khác",
            "Nếu vắng mặt thì có ít nhất 50% đại biểu dự",
            f => Case(f.Words, f)
        ),
        Out("place", "Đối với thôn có dưới 100 hộ thì họp toàn thể", "Đối với thôn xa, xây 02 điểm trường", f => Place(f.Words, f)),
    ];

    private static bool Case(Words words, FigureContext f)
    {
        for (var i = f.FirstOfClause; i < f.Figure.Word; i++)
            if (Cases.Match(words, i, out _) > 0 && Opens(words, i, f.Clause) && !Ended(words, i, f.Figure))
                return true;
        return false;
    }

    private static bool Place(Words words, FigureContext f)
    {
        for (var i = f.FirstOfClause; i < f.Figure.Word; i++)
            if (Places.Match(words, i, out _) > 0 && Has(words, i, f.Figure) && !Ended(words, i, f.Figure))
                return true;
        return false;
    }

    private static bool Opens(Words words, int at, TextRange clause) =>
        at == 0
        || words.Start(at) <= clause.Start + 3
        || !words.Gap(at - 1).Trim().IsEmpty
        || words.Is(at - 1, "trong")
        || words.Is(at, "neu") && words.Is(at + 1, "de");

    // "đối với thôn có dưới 100 cử tri": what stands there already.
    private static bool Has(Words words, int at, Figure figure)
    {
        for (var i = Math.Max(at, figure.Word - 4); i < figure.Word; i++)
            if (words.Is(i, "co"))
                return true;
        return false;
    }

    // Behind "thì", a comma or a colon the rule itself begins.
    private static bool Ended(Words words, int at, Figure figure)
    {
        for (var i = at + 1; i < figure.Word; i++)
            if (words.Gap(i - 1).IndexOfAny(":,") >= 0 || Consequences.Match(words, i, out _) > 0)
                return true;
        return false;
    }
}
