namespace ThiDua.Plans.Reading.Units;

/// <summary>How far the name of a unit goes on behind its first words.</summary>
internal sealed class UnitEnds(Lexicon lexicon, UnitHeads heads)
{
    public const int LongestName = 45;

    /// <summary>The last word of the name that opens at <paramref name="head"/> and has been read up to <paramref name="last"/>.</summary>
    public int Of(Words words, int head, int last)
    {
        if (LongName(words, head, last) is { } far)
            last = far;
        var compound = false;
        while (last + 1 < words.Count && last - head < LongestName)
        {
            var step = Step(words, head, last, ref compound) is > 0 and var near ? near : Unfinished(words, last);
            if (step == 0)
                break;
            last += step;
        }
        return last;
    }

    private const int LongestRest = 11;
    private static readonly Phrases<bool> Activities = Vocabulary.Set("unit-names/unfinished");
    private static readonly WordSet NoName = Vocabulary.Words("unit-names/no-part-of-a-name");

    // "Trung tâm Dịch vụ" | "việc làm tỉnh": an office's name does not end with what it does, and goes on to its level whatever words it takes.
    private int Unfinished(Words words, int last)
    {
        if (Activities.MatchEnding(words, last, out _) is not (> 0 and var length) || !words.Capital(last - length + 1))
            return 0;
        for (var i = last + 1; i < words.Count && i - last <= LongestRest; i++)
        {
            if (words.Gap(i - 1).Trim() is not ("" or ",") || words.Capital(i) || NoName.Has(words[i]) || heads.StartsAt(words, i))
                return 0;
            var level =
                words.Is(i, "so") && words.IsNumber(i + 1) ? 2
                : IsLevel(words, i, out var n) ? n
                : 0;
            var after = i + level;
            if (level > 0 && i > last + 1 && (after >= words.Count || !words.Touches(after - 1) || heads.IsVerb(words, after)))
                return after - last - 1;
        }
        return 0;
    }

    // How many words the name goes on for; 0 when it ends here.
    private int Step(Words words, int head, int last, ref bool compound)
    {
        var at = last + 1;
        var gap = words.Gap(last);
        if (gap.IndexOfAny(";:.!?(") >= 0 && gap.Trim() is not ".")
            return 0;
        if (gap.Trim() is "." && gap.Length > 1)
            return 0;
        // "Tài chính-kế toán", "Văn hóa - xã hội": the second word of a pair.
        if (
            gap.Trim() is "-" or "–"
            && words.Capital(last - 1)
            && !words.Capital(at)
            && !words.IsNumber(at)
            && words.Touches(at)
            && !heads.IsVerb(words, at)
        )
            return 2;
        // "Ngành Giáo dục & Đào tạo".
        if (gap.Trim() is "&" && words.Capital(at) && !heads.StartsAt(words, at))
            return 1;
        // "Người đứng đầu các cơ sở giáo dục", "thủ trưởng các đơn vị": of which group.
        if (
            gap.Trim().IsEmpty
            && (words.Is(last, "dau") && words.Is(last - 1, "dung") || words.Is(last, "truong") && words.Is(last - 1, "thu"))
            && lexicon.Groups.Match(words, at, out _) is > 0 and var led
        )
            return led;
        var comma = gap.Contains(',');
        var goesOn = GoesOn(words, at);
        var verb = heads.IsVerb(words, at) ? lexicon.VerbAt(words, at) : 0;
        if (gap.Trim().IsEmpty && verb < 2 && goesOn < 2 && SecondSyllable(words, last))
            return 1;
        if (verb > 0 && verb >= goesOn)
            return 0;
        // "Cục Văn hóa cơ sở, Gia đình và Thư viện": what closes the list is of the name, whatever it is by itself.
        if (words.Is(at, "va") && !comma)
            return compound && words.Capital(at + 1) && words.Touches(at) ? 2 : AfterAnd(words, at);
        if (comma && words.Capital(at) && !heads.StartsAt(words, at) && CompoundCloses(words, at))
        {
            compound = true;
            return 1;
        }
        if (comma && words.Capital(at) && !heads.StartsAt(words, at) && InPlaces(words, head, last))
            return 1;
        // "UBMTTQ xã, các đoàn thể xã": a unit, and then a group.
        if (comma && words.Is(at, "cac") && words.Capital(head) && !words.Is(head, "cac"))
            return 0;
        if (comma)
            return CollectiveComma(words, at);
        if (words.Capital(at))
            return Math.Max(1, goesOn);
        // "Tổ đảng ở Thường trực Hội đồng Dân tộc".
        if (words.Is(at, "o") && words.Capital(at + 1) && gap.Trim().IsEmpty && words.Touches(at))
            return 2;
        // "Ban Quản lý chợ Long Thành", "Ban Quản lý các Khu chế xuất": what it is in charge of.
        if (
            words.Is(last, "ly")
            && words.Is(last - 1, "quan")
            && gap.Trim().IsEmpty
            && words.Capital(at + 1)
            && words.Touches(at)
            && !words.Is(at, "cac")
            && !heads.StartsAt(words, at + 1)
        )
            return 2;
        if (words.Is(at, "cac") && words.Capital(at + 1) && gap.Trim().IsEmpty && words.Touches(at) && !heads.StartsAt(words, at + 1))
            return 2;
        if (words.IsNumber(at))
            return words.Is(last, "dao") || AfterLevel(words, last) || words.Is(at + 1, "ap") || words.Is(at + 1, "thon") ? 1 : 0;
        return goesOn > 0 ? goesOn : ToLevel(words, at);
    }

    // "Trung tâm Cung ứng dịch vụ công xã phát tin": unknown small words belong to the name when its level closes them soon.
    private int ToLevel(Words words, int at)
    {
        for (var i = at; i < words.Count && i < at + 6; i++)
        {
            if (i > at && !words.Gap(i - 1).Trim().IsEmpty)
                return 0;
            if (
                heads.IsVerb(words, i)
                || words.IsNumber(i)
                || words[i] is "cac" or "va" or "voi" or "cho" or "de" or "tai" or "ve" or "theo" or "nhung"
            )
                return 0;
            if (i == at || !IsLevel(words, i, out var length) || (words.Is(i, "xa") && words.Is(i + 1, "hoi")))
                continue;
            var after = i + length;
            if (after >= words.Count || !words.Gap(after - 1).Trim().IsEmpty || heads.IsVerb(words, after))
                return after - at;
        }
        return 0;
    }

    // "Tư pháp xã, Hội Nông dân": "xã hội" over a comma and a capital is the end of one name and the start of the next.
    private int GoesOn(Words words, int at)
    {
        var length = lexicon.GoesOnAt(words, at);
        // "tổ chức hội nghị" is a verb and its object, "tổ chức hội" a kind of unit.
        if (
            length > 0
            && words.Is(at + length - 1, "hoi")
            && words.Touches(at + length - 1)
            && words[at + length] is "nghi" or "thao" or "thi" or "dien" or "hop" or "cho" or "trai" or "dam"
        )
            length = 0;
        for (var i = 1; i < length; i++)
            if (words.Gap(at + i - 1).Contains(',') && words.Capital(at + i))
                return i;
        return length;
    }

    // "Nội vụ", "Ngoại giao", "Tài chính": one small syllable after a lone capital is the second half of its word; place
    // names ("Bình Minh") have capitals throughout.
    private static bool SecondSyllable(Words words, int last) =>
        words.Capital(last)
        && !Abbreviation(words, last)
        && !words.Capital(last + 1)
        && !words.IsNumber(last + 1)
        && last > 0
        && (
            !words.Capital(last - 1)
            || !words.Gap(last - 1).Trim().IsEmpty
            || Abbreviation(words, last - 1)
            || words[last - 1]
                is "so"
                    or "bo"
                    or "phong"
                    or "cuc"
                    or "ban"
                    or "hoi"
                    or "vu"
                    or "doan"
                    or "truong"
                    or "hat"
                    or "doi"
                    or "to"
                    or "tram"
                    or "dai"
                    or "vien"
                    or "quy"
                    or "nganh"
        )
        && (
            !(
                words[last + 1]
                is "phai"
                    or "can"
                    or "la"
                    or "se"
                    or "da"
                    or "va"
                    or "cac"
                    or "xa"
                    or "co"
                    or "duoc"
                    or "thi"
                    or "tu"
                    or "de"
                    or "voi"
                    or "cung"
            )
            || words.Is(last, "dau") && words.Is(last + 1, "tu")
        );

    // "GDTX" has no second syllable.
    private static bool Abbreviation(Words words, int at) =>
        words[at].Length > 1 && words.Text.AsSpan(words.Start(at), words.End(at) - words.Start(at)).IndexOfAnyExceptInRange('A', 'Z') < 0;

    // "UBND các xã An Tân, An Lạc": the places that the unit is of.
    private static bool InPlaces(Words words, int head, int last)
    {
        for (var i = last; i > head + 1; i--)
            if (
                words.Capital(i)
                && !words.Capital(i - 1)
                && (
                    words.Is(i - 2, "cac")
                    && (
                        words.Is(i - 1, "xa")
                        || words.Is(i - 1, "phuong")
                        || words.Is(i - 1, "huyen")
                        || words.Is(i - 1, "thon")
                        || words.Is(i - 1, "ap")
                        || words.Is(i - 1, "tinh")
                    )
                )
            )
                return true;
            else if (!words.Capital(i) && !(words.Gap(i).Contains(',') || words.Is(i, "va")))
                return false;
        return false;
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

    private static bool AfterLevel(Words words, int at) =>
        words.Is(at, "phuong")
        || words.Is(at, "quan")
        || words.Is(at, "ap")
        || words.Is(at, "thon")
        || words.Is(at, "to")
        || words.Is(at, "pho")
        || words.Is(at, "khom")
        || words.Is(at, "vuc")
        || words.Is(at, "v");

    // "Ban Chỉ đạo Phòng, chống tội phạm, tệ nạn xã hội và xây dựng phong trào … xã": a committee's name runs to its level.
    private int? LongName(Words words, int head, int last)
    {
        if (!(words.Is(last, "dao") && words.Is(last - 1, "chi")) && !words.Is(head, "bcd"))
            return null;
        int? found = null;
        for (var i = last + 1; i < words.Count && i - head < LongestName; i++)
        {
            if (words.Gap(i - 1).IndexOfAny(";:.!?") >= 0)
                break;
            if (i == last + 1 && !words.Capital(i) && !(words.Is(i, "phong") && words.Is(i + 1, "chong")))
                break;
            if (!IsLevel(words, i, out var length))
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

    private static bool IsLevel(Words words, int at, out int length)
    {
        length =
            words.Is(at, "xa") || words.Is(at, "phuong") || words.Is(at, "huyen") || words.Is(at, "tinh") || words.Is(at, "quan") ? 1
            : (words.Is(at, "thanh") && words.Is(at + 1, "pho"))
            || (words.Is(at, "thi") && (words.Is(at + 1, "tran") || words.Is(at + 1, "xa")))
            || words.Is(at, "trung") && words.Is(at + 1, "uong")
                ? 2
            : 0;
        return length > 0;
    }
}
