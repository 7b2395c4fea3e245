namespace ThiDua.Plans.Reading.Units;

/// <summary>Whether a unit is the subject of what follows its name.</summary>
internal sealed class Subjects(UnitHeads heads)
{
    private const int LongestPlace = 14;

    private static readonly WordSet NoVerb = Vocabulary.Words("unit-names/no-verb-behind-unit");
    private static readonly Phrases<bool> WhereUnitsAre = Vocabulary.Set("unit-names/where-units-are");
    private static readonly Phrases<bool> MadeResponsible = Vocabulary.Set("unit-names/made-responsible");

    /// <summary>
    /// The unit that ends before this word is the subject of what follows: a known verb, or, for a unit in particular, any
    /// word that does not carry its name on.
    /// </summary>
    public bool Is(Words words, Unit unit, int next) =>
        next < words.Count
        && !IsReported(words, next)
        && (
            heads.IsVerb(words, next)
            || !unit.Collective && !words.Capital(next) && !words.IsNumber(next) && words.Touches(next - 1) && !NoVerb.Has(words, next)
        );

    /// <summary>
    /// The word behind the bracket that opens before this one ("Công an xã (cơ quan thường trực) chủ trì"); null where none
    /// opens.
    /// </summary>
    public static int? AfterBracket(Words words, int next)
    {
        if (next <= 0 || next >= words.Count || !words.Gap(next - 1).Contains('('))
            return null;
        for (var i = next; i < words.Count && i < next + 30; i++)
            if (i + 1 < words.Count && words.Gap(i).Contains(')'))
                return i + 1;
        return null;
    }

    /// <summary>
    /// The verb behind where units are ("Chủ tịch UBND các xã tại khu vực có lũ tập trung chỉ đạo", "các tỉnh nêu trên tổ
    /// chức", "Ban Chấp hành nhiệm kỳ 2025 - 2030 lãnh đạo") or, at the end of a list, which ones ("…; các doanh nghiệp có
    /// bếp ăn tập thể tổ chức"); null where nothing of the kind stands at this word.
    /// </summary>
    public int? AfterPlace(Words words, List<Unit> listed, int next)
    {
        if (
            WhereUnitsAre.Match(words, next, out _) == 0
            && !(words.Is(next, "co") && listed is [_, .., { Collective: true }] && !heads.IsVerb(words, next))
        )
            return null;
        for (var i = next + 1; i < words.Count && i < next + LongestPlace && words.Gap(i - 1).IndexOfAny(";:.()") < 0; i++)
            if (heads.IsVerb(words, i))
                return i;
        return null;
    }

    /// <summary>Said of a unit, not asked of it: "đã phối hợp", "là biểu tượng".</summary>
    public static bool IsReported(Words words, int next) =>
        words.Is(next, "da") && words.Text[words.End(next) - 1] is 'ã'
        || words.Is(next, "la") && words.Text[words.End(next) - 1] is 'à' && MadeResponsible.Match(words, next + 1, out _) == 0;
}
