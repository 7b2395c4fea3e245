namespace ThiDua.Plans.Reading;

/// <summary>A unit as the text names it.</summary>
/// <param name="First">First word of the name.</param>
/// <param name="Last">Last word of the name.</param>
/// <param name="Collective">A group ("các ngành"), no unit in particular.</param>
internal sealed record Unit(string Name, int First, int Last, bool Collective);

/// <summary>Finds names of units in text: an organ's name opens one, its verb or a full stop ends it.</summary>
internal sealed class UnitScanner(Lexicon lexicon)
{
    private const int LongestName = 45;

    /// <summary>The unit whose name starts at this word.</summary>
    public Unit? StartingAt(Words words, int at)
    {
        if (!Head(words, at, out var length, out var collective)) return null;
        var last = Extend(words, at, at + length - 1);
        return Make(words, at, last, collective);
    }

    /// <summary>The unit whose name ends at this word, read back to where it opens in the same clause.</summary>
    public Unit? EndingAt(Words words, int last)
    {
        Unit? best = null;
        for (var at = last; at >= 0 && last - at < LongestName; at--)
        {
            if (at < last && words.Gap(at).IndexOfAny(";:.!?") >= 0) break;
            if (StartingAt(words, at) is { } unit && unit.Last >= last) best = Make(words, at, last, unit.Collective);
        }
        return best;
    }

    /// <summary>The units listed from this word on, and the word after them.</summary>
    public List<Unit> ListAt(Words words, int at, out int next)
    {
        var units = new List<Unit>();
        next = at;
        if (Branches(words, at, out next) is { Count: > 0 } branches) return branches;
        next = at;
        while (StartingAt(words, next) is { } unit)
        {
            if (unit.Collective && units.Count > 0 && !words.Capital(unit.First) && !(words.Is(unit.First, "cac") && words.Capital(unit.First + 1))) units[^1] = Make(words, units[^1].First, unit.Last, units[^1].Collective);
            else units.Add(unit);
            next = unit.Last + 1;
            if (next >= words.Count) break;
            if (Offices(words, unit, ref next) is { Count: > 0 } offices) { units[^1] = offices[0]; units.AddRange(offices.Skip(1)); return units; }
            var gap = words.Gap(next - 1);
            var comma = gap.Trim() is "," or ";" or ", " or "," or "-" or "&" or "/";
            if (!comma && !gap.Trim().IsEmpty) break;
            var follower = words.Is(next, "va") || words.Is(next, "cung") ? next + 1 : comma ? next : -1;
            if (follower < 0 || !Head(words, follower, out _, out _)) break;
            next = follower;
        }
        return units;
    }

    // "Các Sở: Tài chính, Nội vụ, Xây dựng": each a unit of the kind that stands before the colon.
    private List<Unit>? Branches(Words words, int at, out int next, string office = "")
    {
        next = at;
        if (!IsKindBeforeColon(words, at)) return null;
        var kind = words.Slice(at + 1, at + 1);
        kind = office + char.ToUpperInvariant(kind[0]) + kind[1..];
        var units = new List<Unit>();
        next = at + 2;
        while (next < words.Count && words.Capital(next))
        {
            var last = lexicon.Fields.Match(words, next, out _) is > 0 and var field ? next + field - 1 : Extend(words, next, next);
            units.Add(new(kind + " " + words.Slice(next, last), next, last, false));
            next = last + 1;
            if (next >= words.Count || words.Gap(last).Trim() is not ("," or "")) break;
            if (words.Is(next, "va")) next++;
            if (lexicon.Fields.Match(words, next, out _) == 0 && StartsHead(words, next)) { var rest = ListAt(words, next, out next); units.AddRange(rest); break; }
        }
        return units;
    }

    // "Giám đốc các Sở: Tài chính, Nội vụ": the head of each.
    private List<Unit>? Offices(Words words, Unit unit, ref int next)
    {
        if (unit.Last <= unit.First + 1 || !IsKindBeforeColon(words, unit.Last - 1)) return null;
        var units = Branches(words, unit.Last - 1, out var end, words.Slice(unit.First, unit.Last - 2) + " ");
        if (units is { Count: > 0 }) next = end;
        return units;
    }

    /// <summary>"các sở:" and the like stand at this word, and names behind the colon.</summary>
    public static bool IsKindBeforeColon(Words words, int at) =>
        words.Is(at, "cac") && at + 2 < words.Count && words[at + 1] is "so" or "bo" or "phong" or "ban" or "hoi" && words.Gap(at + 1).Trim() is ":" && words.Capital(at + 2);

    /// <summary>The unit that ends before this word is the subject of what follows: a known verb, or, for a unit in particular, any word that does not carry its name on.</summary>
    public bool IsSubject(Words words, Unit unit, int next) => next < words.Count && !Told(words, next) && (IsVerb(words, next)
        || !unit.Collective && !words.Capital(next) && !words.IsNumber(next) && words.Touches(next - 1)
        && !(words[next] is "cua" or "ve" or "va" or "hoac" or "theo" or "tai" or "trong" or "cac" or "nhung" or "de" or "cho" or "voi" or "thuoc" or "nay" or "do" or "bang" or "den" or "o"));

    /// <summary>The word behind the bracket that opens before this one ("Công an xã (cơ quan thường trực) chủ trì"); null where none opens.</summary>
    public static int? AfterBracket(Words words, int next)
    {
        if (next <= 0 || next >= words.Count || !words.Gap(next - 1).Contains('(')) return null;
        for (var i = next; i < words.Count && i < next + 30; i++)
            if (i + 1 < words.Count && words.Gap(i).Contains(')')) return i + 1;
        return null;
    }

    // "Quốc hội là biểu tượng …", "Công an xã đã phối hợp": said of a unit, not asked of it.
    private static bool Told(Words words, int next) =>
        words.Is(next, "da") && words.Text[words.End(next) - 1] is 'ã' || words.Is(next, "la") && words.Text[words.End(next) - 1] is 'à'
        && !(words.Is(next + 1, "co") && words.Is(next + 2, "quan") || words.Is(next + 1, "don") && words.Is(next + 2, "vi") || words.Is(next + 1, "dau") && words.Is(next + 2, "moi") || words.Is(next + 1, "bo") && words.Is(next + 2, "phan") || words.Is(next + 1, "thanh") && words.Is(next + 2, "vien") || words.Is(next + 1, "to") && words.Is(next + 2, "truong") || words.Is(next + 1, "nong") && words.Is(next + 2, "cot"));

    public bool IsVerb(Words words, int at) => at < words.Count && !words.Capital(at) && lexicon.Verbs.Match(words, at, out _) > 0 && !OrganisationNoun(words, at) && !(words.Is(at, "cu") && words.Is(at + 1, "tri"));

    private bool Head(Words words, int at, out int length, out bool collective)
    {
        collective = false;
        length = Digits(words, at) ? GroupOfNumber(words, at) : 0;
        if (length > 0) { collective = true; return true; }
        length = words.Capital(at) ? lexicon.Organs.Match(words, at, out var organ) is var n && n > 0 && Written(words, at, n, organ) ? n : 0 : 0;
        if (length == 1 && !NamedNext(words, at)) length = 0;
        var group = lexicon.Groups.Match(words, at, out _);
        if (group > length) { length = group; collective = true; }
        return length > 0 && lexicon.NotUnits.Match(words, at, out _) <= length && (lexicon.Verbs.Match(words, at, out _) <= length || OrganisationNoun(words, at));
    }

    // "Phòng Tư pháp", "Đoàn xã", but not "Phòng ngừa", "Đoàn kết": one word alone opens a name only before another of its kind.
    private bool NamedNext(Words words, int at) => words.Touches(at) && (words.Capital(at + 1) || lexicon.GoesOn.Match(words, at + 1, out _) > 0) || words[at].Length > 3 && InCapitals(words, at, 1);

    private static bool Written(Words words, int at, int length, Lexicon.Organ organ) => organ.Abbreviated
        ? InCapitals(words, at, length)
        : organ.Short is null || string.Equals(words.Slice(at, at), organ.Short, StringComparison.OrdinalIgnoreCase);

    private static bool Digits(Words words, int at) => words.IsNumber(at);

    // "6 ấp", "17 thôn": as many units of the lowest level.
    private static int GroupOfNumber(Words words, int at) =>
        words.Touches(at) && (words.Is(at + 1, "ap") || words.Is(at + 1, "thon") || words.Is(at + 1, "khom") || words.Is(at + 1, "xom") || (words.Is(at + 1, "khu") && words.Is(at + 2, "pho"))) ? 2 : 0;

    private static bool InCapitals(Words words, int at, int count)
    {
        for (var i = words.Start(at); i < words.End(at + count - 1); i++)
            if (char.IsLower(words.Text[i])) return false;
        return true;
    }

    private int Extend(Words words, int head, int last)
    {
        if (LongName(words, head, last) is { } far) last = far;
        while (last + 1 < words.Count && last - head < LongestName)
        {
            var step = Step(words, last);
            if (step == 0) break;
            last += step;
        }
        return last;
    }

    // How many words the name goes on for; 0 when it ends here.
    private int Step(Words words, int last)
    {
        var at = last + 1;
        var gap = words.Gap(last);
        if (gap.IndexOfAny(";:.!?(") >= 0 && gap.Trim() is not ".") return 0;
        if (gap.Trim() is "." && gap.Length > 1) return 0;
        var comma = gap.Contains(',');
        var goesOn = GoesOn(words, at);
        var verb = IsVerb(words, at) ? lexicon.Verbs.Match(words, at, out _) : 0;
        if (gap.Trim().IsEmpty && verb < 2 && goesOn < 2 && SecondSyllable(words, last)) return 1;
        if (verb > 0 && verb >= goesOn) return 0;
        if (words.Is(at, "va") && !comma) return AfterAnd(words, at);
        if (comma) return words.Capital(at) && !StartsHead(words, at) && CompoundCloses(words, at) ? 1 : CollectiveComma(words, at);
        if (words.Capital(at)) return Math.Max(1, goesOn);
        if (words.IsNumber(at)) return words.Is(last, "dao") || AfterLevel(words, last) || words.Is(at + 1, "ap") || words.Is(at + 1, "thon") ? 1 : 0;
        return goesOn > 0 ? goesOn : ToLevel(words, at);
    }

    // "Trung tâm Cung ứng dịch vụ công xã phát tin": unknown small words belong to the name when its level closes them soon.
    private int ToLevel(Words words, int at)
    {
        for (var i = at; i < words.Count && i < at + 6; i++)
        {
            if (i > at && !words.Gap(i - 1).Trim().IsEmpty) return 0;
            if (IsVerb(words, i) || words.IsNumber(i) || words[i] is "cac" or "va" or "voi" or "cho" or "de" or "tai" or "ve" or "theo" or "nhung") return 0;
            if (i == at || !IsLevel(words, i, out var length) || (words.Is(i, "xa") && words.Is(i + 1, "hoi"))) continue;
            var after = i + length;
            if (after >= words.Count || !words.Gap(after - 1).Trim().IsEmpty || IsVerb(words, after)) return after - at;
        }
        return 0;
    }

    // "Tư pháp xã, Hội Nông dân": "xã hội" over a comma and a capital is the end of one name and the start of the next.
    private int GoesOn(Words words, int at)
    {
        var length = lexicon.GoesOn.Match(words, at, out _);
        // "tổ chức hội nghị" is a verb and its object, "tổ chức hội" a kind of unit.
        if (length > 0 && words.Is(at + length - 1, "hoi") && words.Touches(at + length - 1) && words[at + length] is "nghi" or "thao" or "thi" or "dien" or "hop" or "cho" or "trai" or "dam") length = 0;
        for (var i = 1; i < length; i++)
            if (words.Gap(at + i - 1).Contains(',') && words.Capital(at + i)) return i;
        return length;
    }

    // "Nội vụ", "Ngoại giao", "Tài chính": one small syllable after a lone capital is the second half of its word; place
    // names ("Bình Minh") have capitals throughout.
    private static bool SecondSyllable(Words words, int last) =>
        words.Capital(last) && !words.Capital(last + 1) && !words.IsNumber(last + 1) && last > 0 && (!words.Capital(last - 1) || !words.Gap(last - 1).Trim().IsEmpty || words[last - 1] is "so" or "bo" or "phong" or "cuc" or "ban" or "hoi" or "vu" or "doan" or "truong" or "hat" or "doi" or "to" or "tram" or "dai" or "vien" or "quy")
        && (!(words[last + 1] is "phai" or "can" or "la" or "se" or "da" or "va" or "cac" or "xa" or "co" or "duoc" or "thi" or "tu" or "de" or "voi" or "cung") || words.Is(last, "dau") && words.Is(last + 1, "tu"));

    private bool StartsHead(Words words, int at) => Head(words, at, out _, out _);

    // "Các ngành, đơn vị, 6 ấp": a collective name goes on over commas as long as only such nouns follow.
    private int CollectiveComma(Words words, int at)
    {
        if (words.Capital(at) || (words.Is(at, "cac") && words.Capital(at + 1))) return 0;
        if (GroupOfNumber(words, at) is > 0 and var group) return group;
        var length = lexicon.GoesOn.Match(words, at, out _);
        return length > 0 && !words.Is(at, "cua") ? length : 0;
    }

    private int AfterAnd(Words words, int and)
    {
        if (and + 1 >= words.Count || !words.Touches(and)) return 0;
        if (words.Capital(and + 1)) return StartsHead(words, and + 1) ? 0 : 2;
        if (IsVerb(words, and + 1)) return 0;
        if (lexicon.GoesOn.Match(words, and + 1, out _) is > 0 and var length) return 1 + length;
        return lexicon.Groups.Match(words, and + 1, out _) is > 0 and var group ? 1 + group : 0;
    }

    // "Trung tâm Văn hóa, Thể thao và Truyền thanh": a comma is inside the name when "và" with a capital closes the list.
    private static bool CompoundCloses(Words words, int at)
    {
        for (var i = at; i < words.Count - 1 && i < at + 9; i++)
        {
            if (words.Gap(i).IndexOfAny(";:.") >= 0) return false;
            if (words.Is(i + 1, "va")) return words.Capital(i + 2);
        }
        return false;
    }

    private static bool AfterLevel(Words words, int at) => words.Is(at, "phuong") || words.Is(at, "quan") || words.Is(at, "ap") || words.Is(at, "thon") || words.Is(at, "to") || words.Is(at, "pho") || words.Is(at, "khom") || words.Is(at, "vuc") || words.Is(at, "v");

    // "Ban Chỉ đạo Phòng, chống tội phạm, tệ nạn xã hội và xây dựng phong trào … xã": a committee's name runs to its level.
    private int? LongName(Words words, int head, int last)
    {
        if (!(words.Is(last, "dao") && words.Is(last - 1, "chi")) && !words.Is(head, "bcd")) return null;
        int? found = null;
        for (var i = last + 1; i < words.Count && i - head < LongestName; i++)
        {
            if (words.Gap(i - 1).IndexOfAny(";:.!?") >= 0) break;
            if (i == last + 1 && !words.Capital(i) && !(words.Is(i, "phong") && words.Is(i + 1, "chong"))) break;
            if (!IsLevel(words, i, out var length)) continue;
            var after = i + length;
            if (words.Is(i, "xa") && words.Is(i + 1, "hoi")) continue;
            if (after >= words.Count || IsVerb(words, after) || !words.Gap(after - 1).Trim().IsEmpty || words.Is(after, "va") || words.Is(after, "ve") || words.Capital(after)) { found = after - 1; break; }
        }
        return found;
    }

    private static bool IsLevel(Words words, int at, out int length)
    {
        length = words.Is(at, "xa") || words.Is(at, "phuong") || words.Is(at, "huyen") || words.Is(at, "tinh") || words.Is(at, "quan") ? 1
            : (words.Is(at, "thanh") && words.Is(at + 1, "pho")) || (words.Is(at, "thi") && (words.Is(at + 1, "tran") || words.Is(at + 1, "xa"))) || words.Is(at, "trung") && words.Is(at + 1, "uong") ? 2 : 0;
        return length > 0;
    }

    // "tổ chức" is a noun before these, and a verb else.
    private static bool OrganisationNoun(Words words, int at) =>
        words.Is(at, "to") && words.Is(at + 1, "chuc") && (words.Is(at + 2, "chinh") || words.Is(at + 2, "doan") || words.Is(at + 2, "thanh") && words.Is(at + 3, "vien") || words.Is(at + 2, "xa") || words.Is(at + 2, "dang") || words.Is(at + 2, "hoi") && !words.Is(at + 3, "nghi"));

    private static Unit Make(Words words, int first, int last, bool collective) => new(OcrForgiving.Names(words.Slice(first, last)), first, last, collective);
}
