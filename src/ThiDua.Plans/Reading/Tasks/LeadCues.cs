using ThiDua.Plans.Reading.Units;

namespace ThiDua.Plans.Reading.Tasks;

/// <summary>Words that make the unit before them responsible: "chủ trì", "chịu trách nhiệm".</summary>
internal sealed class LeadCues(UnitScanner units)
{
    private const int LongestOffice = 10;
    private const int Reach = 60;

    /// <summary>Adds the units that the cue at this word makes responsible.</summary>
    /// <param name="anywhere">"chủ trì" names its lead wherever it stands; "chịu trách nhiệm" only when a sentence opens
    /// with its unit.</param>
    public void Add(Words words, int cue, int first, List<string> lead, bool anywhere)
    {
        if (lead.Count == 0 && Listed(words, first, cue) is { Count: > 0 } named)
        {
            AddAll(lead, named);
            return;
        }
        if (RightBefore(words, cue, first) is var (listed, at))
        {
            var withinSentence = !anywhere && at > 0 && words.Gap(at - 1).IndexOfAny(".;:") < 0;
            if (!withinSentence && !InBrackets(words, at, cue, first) && !Attended(words, at, first))
                AddAll(lead, listed);
            return;
        }
        if (!anywhere && lead.Count == 0 && Group(words, first, cue) is { } group)
            Leads.Note(lead, group);
        if (anywhere && Office(words, cue, first) is { } office)
            Leads.Note(lead, office);
        else if (
            anywhere
            && words.Touches(cue - 1)
            && units.EndingAt(words, cue - 1) is { } ending
            && !Attended(words, ending.First, first)
            && !InBrackets(words, ending.First, cue, first)
        )
            Leads.Note(lead, ending.Name);
    }

    private static void AddAll(List<string> lead, List<Unit> listed)
    {
        foreach (var unit in listed)
            Leads.Note(lead, unit.Name);
    }

    // The units that end right before the cue, or before the bracket there, and the word that they begin at.
    private (List<Unit> Units, int At)? RightBefore(Words words, int cue, int first)
    {
        for (var at = Math.Max(first, cue - Reach); at < cue; at++)
        {
            var listed = units.ListAt(words, at, out var next);
            if (listed.Count == 0)
                continue;
            if (next == cue && words.Touches(cue - 1) || Subjects.AfterBracket(words, next) == cue)
                return (listed, at);
            at = Math.Max(at, listed[0].Last);
        }
        return null;
    }

    // "Chánh Văn phòng …, Thủ trưởng các sở, ban, ngành, các tổ chức và cá nhân có liên quan chịu trách nhiệm": the last
    // may be no unit that is known.
    private List<Unit>? Listed(Words words, int first, int cue)
    {
        var listed = units.ListAt(words, first, out var next);
        if (listed.Count < 2 || next >= cue || cue - next > 16)
            return null;
        for (var i = Math.Max(first, next - 1); i < cue; i++)
            if (words.Gap(i).IndexOfAny(":.") >= 0 || i >= next && units.IsVerb(words, i))
                return null;
        return listed;
    }

    // "báo cáo cấp trên (các Bộ chủ trì dự án)": said of them in passing; "(Sở Nội vụ chủ trì)" says no more than who leads.
    private static bool InBrackets(Words words, int at, int cue, int first)
    {
        if (cue + 1 < words.Count && (cue + 2 == words.Count || words.Gap(cue + 1).IndexOfAny("),;") >= 0 || words.Is(cue + 2, "phoi")))
            return false;
        for (var i = at - 1; i >= first; i--)
        {
            if (words.Gap(i).Contains(')'))
                return false;
            if (words.Gap(i).Contains('('))
                return i < at - 1 || !words.Gap(i).Contains(':');
        }
        return false;
    }

    // "Các cơ sở y tế trong và ngoài công lập có trách nhiệm …": a group named at length.
    private string? Group(Words words, int first, int cue)
    {
        if (cue - first > 14 || units.StartingAt(words, first) is not { Collective: true })
            return null;
        for (var i = first; i < cue; i++)
            if (words.Gap(i).IndexOfAny(";:.(") >= 0)
                return null;
        return words.Slice(first, cue - 1);
    }

    // "Phòng Người có công chủ trì": between where a sentence opens with an office and the cue stand few words, and none of them a verb.
    private string? Office(Words words, int cue, int first)
    {
        var at = cue;
        while (at > first && cue - at <= LongestOffice && words.Touches(at - 1))
            at--;
        if (
            cue - at is < 2 or > LongestOffice
            || at > first && words.Gap(at - 1).IndexOfAny(".;") < 0
            || units.StartingAt(words, at) is not { Collective: false } office
        )
            return null;
        for (var i = office.Last + 1; i < cue; i++)
            if (units.IsVerb(words, i))
                return null;
        return words.Slice(at, cue - 1);
    }

    // "Tham dự hội nghị do Mặt trận chủ trì": another's meeting.
    private static bool Attended(Words words, int unit, int first)
    {
        if (!words.Is(unit - 1, "do"))
            return false;
        for (var i = unit - 1; i >= first && (i == unit - 1 || words.Gap(i).IndexOfAny(";:") < 0 && words.Gap(i).IndexOf(". ") < 0); i--)
            if (
                words.Is(i, "tham") && (words.Is(i + 1, "gia") || words.Is(i + 1, "du"))
                || words.Is(i, "du") && words.Text[words.End(i) - 1] is 'ự'
            )
                return true;
        return false;
    }
}
