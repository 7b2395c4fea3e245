namespace ThiDua.Plans.Reading.Units;

/// <summary>Names that run to their level: "Trung tâm Cung ứng dịch vụ công xã", a committee's long name.</summary>
internal sealed class UnitLevels(UnitHeads heads)
{
    private static readonly Phrases<bool> Levels = Vocabulary.Set("unit-names/levels");
    private const int LongestRest = 11;
    private static readonly Phrases<bool> Activities = Vocabulary.Set("unit-names/unfinished");
    private static readonly WordSet NoName = Vocabulary.Words("unit-names/no-part-of-a-name");
    private static readonly WordSet EndsOfNames = Vocabulary.Words("unit-names/ends-of-names");

    /// <summary>How many words of a level stand here; 0 for none.</summary>
    public static int At(Words words, int at) => Levels.Match(words, at, out _);

    // "Trung tâm Cung ứng dịch vụ công xã phát tin": unknown small words belong to the name when its level closes them soon.
    public int Ahead(Words words, int at)
    {
        for (var i = at; i < words.Count && i < at + 6; i++)
        {
            if (i > at && !words.Gap(i - 1).Trim().IsEmpty)
                return 0;
            if (heads.IsVerb(words, i) || words.IsNumber(i) || EndsOfNames.Has(words, i))
                return 0;
            if (i == at || Levels.Match(words, i, out _) is not (> 0 and var length) || (words.Is(i, "xa") && words.Is(i + 1, "hoi")))
                continue;
            var after = i + length;
            if (after >= words.Count || !words.Gap(after - 1).Trim().IsEmpty || heads.IsVerb(words, after))
                return after - at;
        }
        return 0;
    }

    // "Ban Chỉ đạo Phòng, chống tội phạm, tệ nạn xã hội và xây dựng phong trào … xã": a committee's name runs to its level.
    public int? OfCommittee(Words words, int head, int last)
    {
        if (!(words.Is(last, "dao") && words.Is(last - 1, "chi")) && !words.Is(head, "bcd"))
            return null;
        int? found = null;
        for (var i = last + 1; i < words.Count && i - head < UnitEnds.LongestName; i++)
        {
            if (words.Gap(i - 1).IndexOfAny(";:.!?") >= 0)
                break;
            if (i == last + 1 && !words.Capital(i) && !(words.Is(i, "phong") && words.Is(i + 1, "chong")))
                break;
            if (Levels.Match(words, i, out _) is not (> 0 and var length))
                continue;
            var after = i + length;
            if (words.Is(i, "xa") && words.Is(i + 1, "hoi"))
                continue;
            if (
                after >= words.Count
                || heads.IsVerb(words, after)
                || !words.Gap(after - 1).Trim().IsEmpty
                || words.Is(after, "va")
                || words.Is(after, "ve")
                || words.Capital(after)
            )
            {
                found = after - 1;
                break;
            }
        }
        return found;
    }

    // "Trung tâm Dịch vụ" | "việc làm tỉnh": an office's name does not end with what it does, and goes on to its level
    // whatever words it takes.
    public int OfActivity(Words words, int last)
    {
        if (Activities.MatchEnding(words, last, out _) is not (> 0 and var length) || !words.Capital(last - length + 1))
            return 0;
        for (var i = last + 1; i < words.Count && i - last <= LongestRest; i++)
        {
            if (words.Gap(i - 1).Trim() is not ("" or ",") || words.Capital(i) || NoName.Has(words[i]) || heads.StartsAt(words, i))
                return 0;
            var level = words.Is(i, "so") && words.IsNumber(i + 1) ? 2 : Levels.Match(words, i, out _);
            var after = i + level;
            if (level > 0 && i > last + 1 && (after >= words.Count || !words.Touches(after - 1) || heads.IsVerb(words, after)))
                return after - last - 1;
        }
        return 0;
    }
}
