namespace ThiDua.Plans.Reading.Units;

/// <summary>Offices named by what they do: "Trung tâm Dịch vụ" | "việc làm tỉnh" goes on to its level, whatever words it takes.</summary>
internal sealed class UnfinishedNames(UnitHeads heads)
{
    private const int LongestRest = 11;

    private static readonly Phrases<bool> Activities = Vocabulary.Set("unit-names/unfinished");
    private static readonly WordSet NoName = Vocabulary.Words("unit-names/no-part-of-a-name");

    /// <summary>How many words are missing behind the last; 0 where the name is whole or no level closes it.</summary>
    public int Rest(Words words, int last)
    {
        if (Activities.MatchEnding(words, last, out _) is not (> 0 and var length) || !words.Capital(last - length + 1))
            return 0;
        for (var i = last + 1; i < words.Count && i - last <= LongestRest; i++)
        {
            if (words.Gap(i - 1).Trim() is not ("" or ",") || words.Capital(i) || NoName.Has(words[i]) || heads.StartsAt(words, i))
                return 0;
            var level = words.Is(i, "so") && words.IsNumber(i + 1) ? 2 : UnitLevels.At(words, i);
            var after = i + level;
            if (level > 0 && i > last + 1 && (after >= words.Count || !words.Touches(after - 1) || heads.IsVerb(words, after)))
                return after - last - 1;
        }
        return 0;
    }
}
