namespace ThiDua.Plans.Reading.Units;

/// <summary>How far the name of a unit goes on behind its first words.</summary>
internal sealed class UnitEnds(Lexicon lexicon, UnitHeads heads)
{
    public const int LongestName = 45;

    private static readonly Phrases<bool> Heads = Vocabulary.Set("unit-names/heads-of-groups");
    private static readonly Phrases<bool> Places = Vocabulary.Set("unit-names/places");
    private static readonly Phrases<bool> Lowest = Vocabulary.Set("unit-names/numbered-behind");
    private static readonly WordSet Numbered = Vocabulary.Words("unit-names/numbered");
    private static readonly WordSet Meetings = Vocabulary.Words("unit-names/meetings");

    private readonly UnitLevels _levels = new(heads);

    /// <summary>The last word of the name that opens at <paramref name="head"/> and has been read up to <paramref name="last"/>.</summary>
    public int Of(Words words, int head, int last)
    {
        if (_levels.OfCommittee(words, head, last) is { } far)
            last = far;
        var compound = false;
        while (last + 1 < words.Count && last - head < LongestName)
        {
            var step = Step(words, head, last, ref compound) is > 0 and var near ? near : _levels.OfActivity(words, last);
            if (step == 0)
                break;
            last += step;
        }
        return last;
    }

    // How many words the name goes on for; 0 when it ends here.
    private int Step(Words words, int head, int last, ref bool compound)
    {
        var at = last + 1;
        var gap = words.Gap(last);
        if (EndsAtMark(gap))
            return 0;
        if (SecondOfPair(words, last) is > 0 and var pair)
            return pair;
        // "Người đứng đầu các cơ sở giáo dục", "thủ trưởng các đơn vị": of which group.
        if (gap.Trim().IsEmpty && Heads.MatchEnding(words, last, out _) > 0 && lexicon.Groups.Match(words, at, out _) is > 0 and var led)
            return led;
        var goesOn = GoesOn(words, at);
        var verb = heads.IsVerb(words, at) ? lexicon.VerbAt(words, at) : 0;
        if (gap.Trim().IsEmpty && verb < 2 && goesOn < 2 && Halves.IsSecond(words, last))
            return 1;
        if (verb > 0 && verb >= goesOn)
            return 0;
        if (gap.Contains(','))
            return OverComma(words, head, last, ref compound);
        // "Cục Văn hóa cơ sở, Gia đình và Thư viện": what closes the list is of the name, whatever it is by itself.
        if (words.Is(at, "va"))
            return compound && words.Capital(at + 1) && words.Touches(at) ? 2 : AfterAnd(words, at);
        if (words.Capital(at))
            return Math.Max(1, goesOn);
        if (OverSmallWord(words, last) is > 0 and var over)
            return over;
        if (words.IsNumber(at))
            return words.Is(last, "dao") || Numbered.Has(words, last) || Lowest.Match(words, at + 1, out _) > 0 ? 1 : 0;
        return goesOn > 0 ? goesOn : _levels.Ahead(words, at);
    }

    private static bool EndsAtMark(ReadOnlySpan<char> gap) =>
        gap.IndexOfAny(";:.!?(") >= 0 && gap.Trim() is not "." || gap.Trim() is "." && gap.Length > 1;

    // "Tài chính-kế toán", "Văn hóa - xã hội"; "Ngành Giáo dục & Đào tạo".
    private int SecondOfPair(Words words, int last)
    {
        var at = last + 1;
        var mark = words.Gap(last).Trim();
        if (
            mark is "-" or "–"
            && words.Capital(last - 1)
            && !words.Capital(at)
            && !words.IsNumber(at)
            && words.Touches(at)
            && !heads.IsVerb(words, at)
        )
            return 2;
        return mark is "&" && words.Capital(at) && !heads.StartsAt(words, at) ? 1 : 0;
    }

    private int OverComma(Words words, int head, int last, ref bool compound)
    {
        var at = last + 1;
        if (words.Capital(at) && !heads.StartsAt(words, at) && CompoundCloses(words, at))
        {
            compound = true;
            return 1;
        }
        if (words.Capital(at) && !heads.StartsAt(words, at) && InPlaces(words, head, last))
            return 1;
        // "UBMTTQ xã, các đoàn thể xã": a unit, and then a group.
        return words.Is(at, "cac") && words.Capital(head) && !words.Is(head, "cac") ? 0 : CollectiveComma(words, at);
    }

    // "Tổ đảng ở Thường trực Hội đồng", "Ban Quản lý chợ Long Thành", "Ban Quản lý các Khu chế xuất": a small word, and the name behind it.
    private int OverSmallWord(Words words, int last)
    {
        var at = last + 1;
        if (!words.Gap(last).Trim().IsEmpty || !words.Capital(at + 1) || !words.Touches(at))
            return 0;
        if (words.Is(at, "o"))
            return 2;
        var managed = words.Is(last, "ly") && words.Is(last - 1, "quan") && !words.Is(at, "cac");
        return (managed || words.Is(at, "cac")) && !heads.StartsAt(words, at + 1) ? 2 : 0;
    }

    // "UBND các xã An Tân, An Lạc": the places that the unit is of.
    private static bool InPlaces(Words words, int head, int last)
    {
        for (var i = last; i > head + 1; i--)
            if (words.Capital(i) && !words.Capital(i - 1) && Places.MatchEnding(words, i - 1, out _) > 0)
                return true;
            else if (!words.Capital(i) && !(words.Gap(i).Contains(',') || words.Is(i, "va")))
                return false;
        return false;
    }

    // "Tư pháp xã, Hội Nông dân": "xã hội" over a comma and a capital is the end of one name and the start of the next.
    private int GoesOn(Words words, int at)
    {
        var length = lexicon.GoesOnAt(words, at);
        // "tổ chức hội nghị" is a verb and its object, "tổ chức hội" a kind of unit.
        if (length > 0 && words.Is(at + length - 1, "hoi") && words.Touches(at + length - 1) && Meetings.Has(words, at + length))
            length = 0;
        for (var i = 1; i < length; i++)
            if (words.Gap(at + i - 1).Contains(',') && words.Capital(at + i))
                return i;
        return length;
    }

    // "Các ngành, đơn vị, 6 ấp": a collective name goes on over commas as long as only such nouns follow.
    private int CollectiveComma(Words words, int at)
    {
        if (
            words.Capital(at)
            || (words.Is(at, "cac") && words.Capital(at + 1))
            || heads.StartsAt(words, at) && lexicon.Groups.Match(words, at, out _) == 0
        )
            return 0;
        if (UnitHeads.GroupOfNumber(words, at) is > 0 and var group)
            return group;
        var length = lexicon.GoesOnAt(words, at);
        return length > 0 && !words.Is(at, "cua") ? length : 0;
    }

    private int AfterAnd(Words words, int and)
    {
        if (and + 1 >= words.Count || !words.Touches(and))
            return 0;
        if (words.Capital(and + 1))
            return heads.StartsAt(words, and + 1) ? 0 : 2;
        if (heads.IsVerb(words, and + 1))
            return 0;
        if (
            lexicon.GoesOnAt(words, and + 1) is > 0 and var length
            && !(words.Is(and + 1, "cac") && lexicon.Groups.Match(words, and + 1, out _) > 0 && !words.Is(and + 4, "thanh"))
        )
            return 1 + length;
        return lexicon.Groups.Match(words, and + 1, out _) is > 0 and var group && (!words.Is(and + 1, "cac") || words.Is(and + 4, "thanh"))
            ? 1 + group
            : 0;
    }

    // "Trung tâm Văn hóa, Thể thao và Truyền thanh": a comma is inside the name when "và" with a capital closes the list.
    private static bool CompoundCloses(Words words, int at)
    {
        for (var i = at; i < words.Count - 1 && i < at + 9; i++)
        {
            if (words.Gap(i).IndexOfAny(";:.") >= 0)
                return false;
            if (words.Is(i + 1, "va"))
                return words.Capital(i + 2);
        }
        return false;
    }
}
