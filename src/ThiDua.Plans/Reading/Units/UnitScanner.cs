using ThiDua.Plans.Reading.Scans;

namespace ThiDua.Plans.Reading.Units;

/// <summary>Finds names of units in text: an organ's name opens one, its verb or a full stop ends it.</summary>
internal sealed class UnitScanner
{
    /// <summary>A name that the lexicon does not know has so many words at most.</summary>
    public const int LongestUnknown = 10;

    private readonly UnitHeads _heads;
    private readonly UnitEnds _ends;
    private readonly UnitBranches _branches;
    private readonly Subjects _subjects;

    public UnitScanner(Lexicon lexicon)
    {
        _heads = new(lexicon);
        _ends = new(lexicon, _heads);
        _branches = new(lexicon, _heads, _ends, this);
        _subjects = new(_heads);
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
        if (_branches.At(words, at, out next) is { Count: > 0 } branches)
            return branches;
        var units = new List<Unit>();
        next = at;
        while (StartingAt(words, next) is { } unit)
        {
            Take(words, units, unit);
            next = unit.Last + 1;
            if (next >= words.Count)
                break;
            next = WithTail(words, units, AfterCode(words, next));
            if (_branches.Offices(words, unit, ref next) is { Count: > 0 } offices)
            {
                units[^1] = offices[0];
                units.AddRange(offices.Skip(1));
                return units;
            }
            if (Follower(words, units, ref next) is not { } follower)
                break;
            next = follower;
        }
        return units;
    }

    // A group in small letters goes on with the unit before it.
    private static void Take(Words words, List<Unit> units, Unit unit)
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
    }

    // "Phòng Hậu cần (PH10), Phòng Tài chính (PH01)": a code of one word.
    private static int AfterCode(Words words, int next) =>
        next + 1 < words.Count && words.Gap(next - 1).Trim() is "(" && words.Gap(next).StartsWith(")") ? next + 1 : next;

    private int WithTail(Words words, List<Unit> units, int next)
    {
        if (units.Count <= 1 && !words.Is(next, "cac") || Tail(words, next) is not { } tail)
            return next;
        units[^1] = Make(words, units[^1].First, tail, units[^1].Collective);
        return tail + 1;
    }

    // Where the next unit of the list opens; null where the list ends.
    private int? Follower(Words words, List<Unit> units, ref int next)
    {
        var gap = words.Gap(next - 1).TrimStart(')').Trim();
        var comma = gap is "," or ";" or "-" or "&" or "/";
        if (!comma && !gap.IsEmpty)
            return null;
        var follower =
            words.Is(next, "va") || words.Is(next, "cung") ? next + 1
            : comma ? next
            : -1;
        if (follower < 0 || _heads.StartsAt(words, follower))
            return follower < 0 ? null : follower;
        if (units.Count < 2 || Unknown(words, follower) is not { } unknown)
            return null;
        units.Add(unknown);
        next = unknown.Last + 1;
        if (next >= words.Count || words.Gap(unknown.Last).IndexOfAny(",;") < 0)
            return null;
        follower = words.Is(next, "va") ? next + 1 : next;
        return _heads.StartsAt(words, follower) ? follower : null;
    }

    // "…, Thuế tỉnh, Kiểm toán nhà nước khu vực II, Chi cục Hải quan … tăng cường": a name that the lexicon does not know, in
    // a list of names, up to the next of them or the list's verb.
    private Unit? Unknown(Words words, int at)
    {
        if (at >= words.Count || !words.Capital(at) && !(words.Is(at, "cac") && words.Gap(at - 1).Contains(',')))
            return null;
        var last = at;
        while (last + 1 < words.Count && last - at < LongestUnknown && words.Gap(last).Trim().IsEmpty && !_heads.IsVerb(words, last + 1))
            last++;
        if (last == at || last + 1 >= words.Count)
            return null;
        var closed = words.Gap(last).Trim().IsEmpty
            ? _heads.IsVerb(words, last + 1)
            : words.Gap(last).IndexOfAny(",;") >= 0 && _heads.StartsAt(words, words.Is(last + 1, "va") ? last + 2 : last + 1);
        return closed ? Make(words, at, last, false) : null;
    }

    // "…, Ban quản lý Khu Nông nghiệp ứng dụng Công nghệ cao, UBND cấp xã": within a list small words carry the name on to
    // the comma before the next.
    private int? Tail(Words words, int next)
    {
        if (!words.Gap(next - 1).Trim().IsEmpty || words.Is(next, "va") || words.IsNumber(next))
            return null;
        for (var i = next; i + 1 < words.Count && i - next < LongestUnknown; i++)
        {
            if (_heads.IsVerb(words, i))
                return null;
            if (words.Gap(i).Trim().IsEmpty)
                continue;
            return words.Gap(i).Contains(',') && _heads.StartsAt(words, i + 1) ? i : null;
        }
        return null;
    }

    public bool IsVerb(Words words, int at) => _heads.IsVerb(words, at);

    /// <inheritdoc cref="Subjects.Is"/>
    public bool IsSubject(Words words, Unit unit, int next) => _subjects.Is(words, unit, next);

    /// <inheritdoc cref="Subjects.AfterPlace"/>
    public int? AfterPlace(Words words, List<Unit> listed, int next) => _subjects.AfterPlace(words, listed, next);

    private static Unit Make(Words words, int first, int last, bool collective) =>
        new(OcrSlips.Names(words.Slice(first, last)), first, last, collective);
}
