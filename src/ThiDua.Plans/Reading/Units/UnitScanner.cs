using ThiDua.Plans.Reading.Scans;

namespace ThiDua.Plans.Reading.Units;

/// <summary>A unit as the text names it.</summary>
/// <param name="First">First word of the name.</param>
/// <param name="Last">Last word of the name.</param>
/// <param name="Collective">A group ("các ngành"), no unit in particular.</param>
internal sealed record Unit(string Name, int First, int Last, bool Collective);

/// <summary>Finds names of units in text: an organ's name opens one, its verb or a full stop ends it.</summary>
internal sealed class UnitScanner
{
    private readonly Lexicon _lexicon;
    private readonly UnitHeads _heads;
    private readonly UnitEnds _ends;

    public UnitScanner(Lexicon lexicon)
    {
        _lexicon = lexicon;
        _heads = new(lexicon);
        _ends = new(lexicon, _heads);
    }

    /// <summary>The unit whose name starts at this word.</summary>
    public Unit? StartingAt(Words words, int at)
    {
        if (!_heads.At(words, at, out var length, out var collective))
            return null;
        var last = _ends.Of(words, at, at + length - 1);
        return Make(words, at, last, collective);
    }

    /// <summary>The unit whose name ends at this word, read back to where it opens in the same clause.</summary>
    public Unit? EndingAt(Words words, int last)
    {
        Unit? best = null;
        for (var at = last; at >= 0 && last - at < UnitEnds.LongestName; at--)
        {
            if (at < last && words.Gap(at).IndexOfAny(";:.!?") >= 0)
                break;
            if (StartingAt(words, at) is { } unit && unit.Last >= last)
                best = Make(words, at, last, unit.Collective);
        }
        return best;
    }

    /// <summary>The units listed from this word on, and the word after them.</summary>
    public List<Unit> ListAt(Words words, int at, out int next)
    {
        var units = new List<Unit>();
        next = at;
        if (Branches(words, at, out next) is { Count: > 0 } branches)
            return branches;
        next = at;
        while (StartingAt(words, next) is { } unit)
        {
            if (
                unit.Collective
                && units.Count > 0
                && !words.Capital(unit.First)
                && !words.Gap(unit.First - 1).Contains(';')
                && !(words.Is(unit.First, "cac") && (words.Capital(unit.First + 1) || !units[^1].Collective))
            )
                units[^1] = Make(words, units[^1].First, unit.Last, units[^1].Collective);
            else
                units.Add(unit);
            next = unit.Last + 1;
            if (next >= words.Count)
                break;
            // "Phòng Hậu cần (PH10), Phòng Tài chính (PH01)": a code of one word.
            if (next + 1 < words.Count && words.Gap(next - 1).Trim() is "(" && words.Gap(next).StartsWith(")"))
                next++;
            if ((units.Count > 1 || words.Is(next, "cac")) && Tail(words, next) is { } tail)
            {
                units[^1] = Make(words, units[^1].First, tail, units[^1].Collective);
                next = tail + 1;
            }
            if (Offices(words, unit, ref next) is { Count: > 0 } offices)
            {
                units[^1] = offices[0];
                units.AddRange(offices.Skip(1));
                return units;
            }
            var gap = words.Gap(next - 1).TrimStart(')');
            var comma = gap.Trim() is "," or ";" or ", " or "," or "-" or "&" or "/";
            if (!comma && !gap.Trim().IsEmpty)
                break;
            var follower =
                words.Is(next, "va") || words.Is(next, "cung") ? next + 1
                : comma ? next
                : -1;
            if (follower >= 0 && !_heads.At(words, follower, out _, out _) && units.Count > 1 && Unknown(words, follower) is { } stranger)
            {
                units.Add(stranger);
                next = stranger.Last + 1;
                if (next >= words.Count || words.Gap(stranger.Last).IndexOfAny(",;") < 0)
                    break;
                follower = words.Is(next, "va") ? next + 1 : next;
            }
            if (follower < 0 || !_heads.At(words, follower, out _, out _))
                break;
            next = follower;
        }
        return units;
    }

    // "…, Thuế tỉnh, Kiểm toán nhà nước khu vực II, Chi cục Hải quan … tăng cường": a name that the lexicon does not know, in a list of names, up to the next of them or the list's verb.
    private Unit? Unknown(Words words, int at)
    {
        if (at >= words.Count || !words.Capital(at) && !(words.Is(at, "cac") && words.Gap(at - 1).Contains(',')))
            return null;
        var last = at;
        while (last + 1 < words.Count && last - at < LongestStranger && words.Gap(last).Trim().IsEmpty && !_heads.IsVerb(words, last + 1))
            last++;
        if (last == at || last + 1 >= words.Count)
            return null;
        var closed = words.Gap(last).Trim().IsEmpty
            ? _heads.IsVerb(words, last + 1)
            : words.Gap(last).IndexOfAny(",;") >= 0 && _heads.StartsAt(words, words.Is(last + 1, "va") ? last + 2 : last + 1);
        return closed ? Make(words, at, last, false) : null;
    }

    private const int LongestStranger = 10;

    // "…, Ban quản lý Khu Nông nghiệp ứng dụng Công nghệ cao, UBND cấp xã": within a list small words carry the name on to the comma before the next.
    private int? Tail(Words words, int next)
    {
        if (!words.Gap(next - 1).Trim().IsEmpty || words.Is(next, "va") || words.IsNumber(next))
            return null;
        for (var i = next; i + 1 < words.Count && i - next < LongestStranger; i++)
        {
            if (_heads.IsVerb(words, i))
                return null;
            if (words.Gap(i).Trim().IsEmpty)
                continue;
            return words.Gap(i).Contains(',') && _heads.StartsAt(words, i + 1) ? i : null;
        }
        return null;
    }

    // "Các Sở: Tài chính, Nội vụ, Xây dựng": each a unit of the kind that stands before the colon.
    private List<Unit>? Branches(Words words, int at, out int next, string office = "")
    {
        next = at;
        if (!IsKindBeforeColon(words, at))
            return null;
        var kind = words.Slice(at + 1, at + 1);
        kind = office + (IsPlace(words, at + 1) ? kind : char.ToUpperInvariant(kind[0]) + kind[1..]);
        var units = new List<Unit>();
        next = at + 2;
        while (next < words.Count && words.Capital(next))
        {
            var last =
                _lexicon.Fields.Match(words, next, out _) is > 0 and var field ? next + field - 1
                : _ends.Of(words, next, next) is var end ? ToMark(words, end) ?? end
                : next;
            units.Add(new(kind + " " + words.Slice(next, last), next, last, false));
            next = AfterBracket(words, last + 1) ?? last + 1;
            if (next >= words.Count || words.Gap(next - 1).Trim([' ', ')']) is not ("," or "" or ";"))
                break;
            var semicolon = words.Gap(next - 1).Contains(';');
            if (words.Is(next, "va"))
                next++;
            if (semicolon && !_heads.StartsAt(words, next))
                break;
            if (_lexicon.Fields.Match(words, next, out _) == 0 && _heads.StartsAt(words, next))
            {
                var rest = ListAt(words, next, out next);
                units.AddRange(rest);
                break;
            }
        }
        return units;
    }

    // "Các phòng: Cảnh sát hình sự (PC02), …": small words carry a name of the list on to its comma or bracket, verbs only to a bracket.
    private int? ToMark(Words words, int last)
    {
        var verb = false;
        for (var i = last + 1; i < words.Count && i - last <= LongestStranger && words.Touches(i - 1); i++)
        {
            verb |= IsVerb(words, i);
            if (words.IsNumber(i) || words[i] is "va" or "theo" or "can" or "cac" or "co" or "thuoc")
                return null;
            if (i + 1 == words.Count || words.Gap(i).IndexOfAny(",(;") >= 0)
                return verb && (i + 1 == words.Count || !words.Gap(i).Contains('(')) ? null : i;
        }
        return null;
    }

    // "Giám đốc các Sở: Tài chính, Nội vụ": the head of each.
    private List<Unit>? Offices(Words words, Unit unit, ref int next)
    {
        if (unit.Last <= unit.First + 1 || !IsKindBeforeColon(words, unit.Last - 1))
            return null;
        var units = Branches(words, unit.Last - 1, out var end, words.Slice(unit.First, unit.Last - 2) + " ");
        if (units is { Count: > 0 })
            next = end;
        return units;
    }

    // "Chủ tịch UBND các tỉnh: Gia Lai, Đắk Lắk": of each of these places.
    private static bool IsPlace(Words words, int at) => words[at] is "tinh" or "xa" or "phuong" or "huyen";

    /// <summary>"các sở:" and the like stand at this word, and names behind the colon.</summary>
    public static bool IsKindBeforeColon(Words words, int at) =>
        words.Is(at, "cac")
        && at + 2 < words.Count
        && words[at + 1] is "so" or "bo" or "phong" or "ban" or "hoi" or "truong" or "tinh" or "xa" or "phuong" or "huyen"
        && words.Gap(at + 1).Trim() is ":"
        && words.Capital(at + 2);

    /// <summary>The unit that ends before this word is the subject of what follows: a known verb, or, for a unit in particular, any word that does not carry its name on.</summary>
    public bool IsSubject(Words words, Unit unit, int next) =>
        next < words.Count
        && !Tells(words, next)
        && (
            IsVerb(words, next)
            || !unit.Collective
                && !words.Capital(next)
                && !words.IsNumber(next)
                && words.Touches(next - 1)
                && !(
                    words[next]
                    is "cua"
                        or "ve"
                        or "va"
                        or "hoac"
                        or "theo"
                        or "tai"
                        or "trong"
                        or "cac"
                        or "nhung"
                        or "de"
                        or "cho"
                        or "voi"
                        or "thuoc"
                        or "nay"
                        or "do"
                        or "bang"
                        or "den"
                        or "o"
                )
        );

    /// <summary>The word behind the bracket that opens before this one ("Công an xã (cơ quan thường trực) chủ trì"); null where none opens.</summary>
    public static int? AfterBracket(Words words, int next)
    {
        if (next <= 0 || next >= words.Count || !words.Gap(next - 1).Contains('('))
            return null;
        for (var i = next; i < words.Count && i < next + 30; i++)
            if (i + 1 < words.Count && words.Gap(i).Contains(')'))
                return i + 1;
        return null;
    }

    /// <summary>The verb behind where units are ("Chủ tịch UBND các xã tại khu vực có lũ tập trung chỉ đạo", "các tỉnh nêu trên tổ chức", "Ban Chấp hành nhiệm kỳ 2025 - 2030 lãnh đạo") or, at the end of a list, which ones ("…; các doanh nghiệp có bếp ăn tập thể tổ chức"); null where nothing of the kind stands at this word.</summary>
    public int? AfterPlace(Words words, List<Unit> listed, int next)
    {
        if (
            !words.Is(next, "tai")
            && !(words.Is(next, "neu") && words.Is(next + 1, "tren"))
            && !(words.Is(next, "nhiem") && words.Is(next + 1, "ky"))
            && !(words.Is(next, "co") && listed is [_, .., { Collective: true }] && !IsVerb(words, next))
        )
            return null;
        for (var i = next + 1; i < words.Count && i < next + LongestPlace && words.Gap(i - 1).IndexOfAny(";:.()") < 0; i++)
            if (IsVerb(words, i))
                return i;
        return null;
    }

    private const int LongestPlace = 14;

    // "Quốc hội là biểu tượng …", "Công an xã đã phối hợp": said of a unit, not asked of it.
    /// <summary>Said of a unit, not asked of it: "đã phối hợp", "là biểu tượng".</summary>
    public static bool Tells(Words words, int next) =>
        words.Is(next, "da") && words.Text[words.End(next) - 1] is 'ã'
        || words.Is(next, "la")
            && words.Text[words.End(next) - 1] is 'à'
            && !(
                words.Is(next + 1, "co") && words.Is(next + 2, "quan")
                || words.Is(next + 1, "don") && words.Is(next + 2, "vi")
                || words.Is(next + 1, "dau") && words.Is(next + 2, "moi")
                || words.Is(next + 1, "bo") && words.Is(next + 2, "phan")
                || words.Is(next + 1, "thanh") && words.Is(next + 2, "vien")
                || words.Is(next + 1, "to") && words.Is(next + 2, "truong")
                || words.Is(next + 1, "nong") && words.Is(next + 2, "cot")
            );

    public bool IsVerb(Words words, int at) => _heads.IsVerb(words, at);

    private static Unit Make(Words words, int first, int last, bool collective) =>
        new(OcrSlips.Names(words.Slice(first, last)), first, last, collective);
}
