using ThiDua.Plans.Reading.Head;
using ThiDua.Plans.Reading.Units;

namespace ThiDua.Plans.Reading.Tasks;

/// <summary>The units that a text itself makes responsible, by an order, by "chủ trì" and its like, or as the subject of a sentence; and those that only support.</summary>
internal sealed class Leads(UnitScanner units)
{
    private static readonly Phrases<bool> Ordering = Vocabulary.Set("tasks/orders");

    // True where the words name a lead in mid-sentence too.
    private static readonly Phrases<bool> Leading = Phrases
        .Of("chủ trì", "làm đầu mối", "là cơ quan thường trực", "là đầu mối")
        .Add("có trách nhiệm", false)
        .Add("chịu trách nhiệm", false);
    private static readonly Phrases<bool> Supporting = Vocabulary.Set("tasks/supporting");

    private static readonly Phrases<bool> Reported = Vocabulary.Set("tasks/no-order-behind");

    private static readonly Phrases<bool> Deciding = Vocabulary.Set("tasks/deciding");

    /// <summary>Leads named by the text from this word on, each once, as written.</summary>
    /// <param name="onlyNamed">Collective names as subjects do not count.</param>
    public List<string> In(Words words, int first, bool onlyNamed)
    {
        var lead = new List<string>();
        var told = -1;
        foreach (var (at, circumstance) in Openings.Of(words, first))
            if ((circumstance < 0 || circumstance != told) && Subject(words, at, first, lead, onlyNamed))
                told = circumstance;
        if (lead.Count > 0)
            Others(words, first, lead);
        Charged(words, first, lead);
        return lead;
    }

    // "Công chức Văn hóa viết bài, Đài Truyền thanh xã phát": another subject behind a comma, where nobody is only worked with.
    private void Others(Words words, int first, List<string> lead)
    {
        var supported = false;
        for (var i = first + 1; i < words.Count; i++)
        {
            supported =
                words.Gap(i - 1).IndexOfAny(";") < 0
                && words.Gap(i - 1).IndexOf(". ") < 0
                && (supported || Working.Match(words, i - 1, out _) > 0);
            if (supported || !words.Capital(i) || !words.Gap(i - 1).Contains(','))
                continue;
            var listed = units.ListAt(words, i, out var next);
            if (
                listed.Count == 1
                && !listed[0].Collective
                && listed[0].Last > i
                && next < words.Count
                && words.Touches(next - 1)
                && units.IsVerb(words, next)
                && units.IsSubject(words, listed[0], next)
            )
                Note(lead, listed[0].Name);
        }
    }

    private static readonly Phrases<bool> Working = Vocabulary.Set("tasks/working-with");

    private static readonly Phrases<bool> Doing = Vocabulary.Set("tasks/done-by");

    // "Tài liệu do Tạp chí Giáo dục phối hợp với các trường biên soạn": by whom it is done.
    private void By(Words words, int at, List<string> lead)
    {
        if (
            !words.Is(at, "do")
            || !words.Spelled(at, "do")
            || !words.Touches(at)
            || units.StartingAt(words, at + 1) is not { Collective: false } unit
        )
            return;
        var next = unit.Last + 1;
        if (Supporting.Match(words, next, out _) > 0)
            for (; next < words.Count && words.Gap(next - 1).IndexOfAny(";:.") < 0 && Doing.Match(words, next, out _) == 0; next++) { }
        if (next < words.Count && words.Gap(next - 1).IndexOfAny(";:.") < 0 && Doing.Match(words, next, out _) > 0)
            Note(lead, unit.Name);
    }

    /// <summary>Only those whom an order or a word of leading charges, not who else acts.</summary>
    public List<string> Charged(Words words, int first)
    {
        var lead = new List<string>();
        Charged(words, first, lead);
        return lead;
    }

    private void Charged(Words words, int first, List<string> lead)
    {
        for (var i = first; i < words.Count; i++)
        {
            if (Ordering.Match(words, i, out _) is > 0 and var ordering && IsOrder(words, i, first))
                Take(words, i, i + ordering, first, lead);
            // "Sở chỉ đạo Chi cục Thủy sản thực hiện": he who directs, and whom he directs.
            else if (
                lead.Count > 0
                && words.Is(i, "chi")
                && words.Is(i + 1, "dao")
                && words.Capital(i + 2)
                && words.Touches(i + 1)
                && units.IsVerb(words, i)
            )
                Take(words, i, i + 2, first, lead);
            else if (Leading.Match(words, i, out var anywhere) > 0 && i > first)
                Before(words, i, first, lead, anywhere);
            else if (i > first)
                By(words, i, lead);
        }
    }

    /// <summary>The units that support, the leads left out.</summary>
    public List<string> With(Words words, int first, List<string> lead)
    {
        var with = new List<string>();
        for (var i = first; i < words.Count; i++)
        {
            if (Supporting.Match(words, i, out _) is not (> 0 and var length))
                continue;
            foreach (var unit in units.ListAt(words, i + length, out _))
                if (!lead.Contains(unit.Name))
                    Note(with, unit.Name);
            i += length - 1;
        }
        return with;
    }

    /// <summary>An order stands at this word: "giao", "yêu cầu".</summary>
    public static bool Orders(Words words, int at) =>
        Ordering.Match(words, at, out _) is > 0 and var length
        && IsOrder(words, at, at)
        && (words.Capital(at + length) || words.Is(at + length, "cac") || Openings.SkipAddress(words, at + length) > at + length);

    // "tôn giáo", "giáo dục" fold to "giao" too: the mark must be absent in the text, and a unit must follow.
    private static bool IsOrder(Words words, int at, int first)
    {
        if (words.Is(at, "giao") && !words.Text.AsSpan(words.Start(at), 4).EndsWith("iao", StringComparison.Ordinal))
            return false;
        return at == first || !words.Touches(at - 1) || Reported.MatchEnding(words, at - 1, out _) == 0;
    }

    private void Take(Words words, int cue, int at, int first, List<string> lead)
    {
        if (at < words.Count && !words.Touches(at - 1))
            return;
        at = Openings.SkipAddress(words, at);
        var listed = units.ListAt(words, at, out var next);
        if (cue > first && words.Gap(cue - 1).IndexOfAny(";:.") < 0 && Deciding.Match(words, next, out _) > 0)
            return;
        if (listed.Count == 0 && Person(words, at, lead))
            return;
        foreach (var unit in listed)
            if (!unit.Collective || next < words.Count || lead.Count == 0)
                Note(lead, unit.Name);
    }

    // "Giao đồng chí Trần Văn A - Phó Chủ tịch …": the office stands behind the name.
    private bool Person(Words words, int at, List<string> lead)
    {
        for (var i = at; i < words.Count && i < at + 6 && words.Capital(i); i++)
        {
            if (i + 1 >= words.Count || words.Gap(i).Trim() is not ("-" or ","))
                continue;
            var offices = units.ListAt(words, i + 1, out _);
            foreach (var unit in offices)
                Note(lead, unit.Name);
            return offices.Count > 0;
        }
        return false;
    }

    // "chủ trì" names its lead wherever it stands; "chịu trách nhiệm" only when a sentence opens with its unit.
    private void Before(Words words, int cue, int first, List<string> lead, bool anywhere)
    {
        if (lead.Count == 0 && Listed(words, first, cue) is { Count: > 0 } named)
        {
            foreach (var unit in named)
                Note(lead, unit.Name);
            return;
        }
        for (var at = Math.Max(first, cue - 60); at < cue; at++)
        {
            var listed = units.ListAt(words, at, out var next);
            if (listed.Count == 0)
                continue;
            if (next == cue && words.Touches(cue - 1) || Subjects.AfterBracket(words, next) == cue)
            {
                if (
                    !anywhere && at > 0 && words.Gap(at - 1).IndexOfAny(".;:") < 0
                    || InBrackets(words, at, cue, first)
                    || Attended(words, at, first)
                )
                    return;
                foreach (var unit in listed)
                    Note(lead, unit.Name);
                return;
            }
            at = Math.Max(at, listed[0].Last);
        }
        if (!anywhere && lead.Count == 0 && Group(words, first, cue) is { } group)
            Note(lead, group);
        if (anywhere && Office(words, cue, first) is { } office)
        {
            Note(lead, office);
            return;
        }
        if (
            anywhere
            && words.Touches(cue - 1)
            && units.EndingAt(words, cue - 1) is { } ending
            && !Attended(words, ending.First, first)
            && !InBrackets(words, ending.First, cue, first)
        )
            Note(lead, ending.Name);
    }

    // "Chánh Văn phòng …, Thủ trưởng các sở, ban, ngành, các tổ chức và cá nhân có liên quan chịu trách nhiệm": the last may be no unit that is known.
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

    private const int LongestOffice = 10;

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

    // The sentence opens with a unit and its verb: "Ban Chỉ đạo xã quan tâm …".
    private bool Subject(Words words, int at, int first, List<string> lead, bool onlyNamed)
    {
        var listed = units.ListAt(words, at, out var next);
        if (listed.Count == 0)
            return false;
        next = Subjects.AfterBracket(words, next) ?? units.AfterPlace(words, listed, next) ?? next;
        if (listed.Count == 1 && at == first && !onlyNamed && Sort(words, listed[0], next) is { } verb)
        {
            Note(lead, words.Slice(listed[0].First, verb - 1));
            return true;
        }
        var collective = listed.TrueForAll(u => u.Collective);
        if (next >= words.Count || (onlyNamed || at > first || words.Is(at, "moi")) && collective)
            return false;
        if (at == first && Captioned(words, at, next) is { } caption)
        {
            foreach (var name in UnitCell.Read(caption, units))
                Note(lead, name);
            return true;
        }
        if (
            !(at == first && words.Gap(next - 1).Contains(':'))
            && !Acts(words, listed[^1], next, at == first, at > first && Opens(words, at))
        )
            return false;
        if (Ordering.Match(words, next, out _) > 0 && IsOrder(words, next, first))
            return false;
        foreach (var unit in listed)
            Note(lead, unit.Name);
        return true;
    }

    // "Các doanh nghiệp viễn thông triển khai …": a few more words say which of the group, and then comes the verb.
    private int? Sort(Words words, Unit unit, int next)
    {
        if (!unit.Collective || unit.Last + 1 != next || words.Is(unit.First, "moi") || next >= words.Count || units.IsVerb(words, next))
            return null;
        for (var i = next; i < words.Count && i < next + 6 && words.Touches(i - 1) && !words.IsNumber(i); i++)
        {
            if (i > next && units.IsVerb(words, i))
                return Subjects.IsReported(words, i) ? null : i;
            if (words[i] is "da" or "duoc" or "la" or "phai" or "se" or "can" or "khi" or "de" or "va" or "dang" or "khong" or "co")
                return null;
        }
        return null;
    }

    // A sentence or a clause begins at this word, or at the "đồng chí" before it.
    private static bool Opens(Words words, int at) =>
        words.Gap(at - 1) is var gap && (gap.Contains(';') || gap.Contains('.'))
        || at > 2 && words.Touches(at - 1) && (words.Gap(at - 2).Contains('.') || words.Gap(at - 3).Contains('.'));

    // In mid-sentence only a known verb tells: "…: Công an xã tuần tra"; where another sentence opens, any word behind a name of several.
    private bool Acts(Words words, Unit last, int next, bool first, bool opens)
    {
        var gap = words.Gap(next - 1).Trim();
        if (!gap.IsEmpty && gap is not ("," or ")" or "),"))
            return false;
        return (first || units.IsVerb(words, next) || opens && last is { Collective: false } && last.Last > last.First + 1)
            && units.IsSubject(words, last, next);
    }

    // "Sở Nông nghiệp và …: Nghiên cứu …": what stands before the colon is the unit, however long its name.
    private static string? Captioned(Words words, int first, int next)
    {
        for (var i = next - 1; i < words.Count - 1 && i < next + 8; i++)
        {
            var gap = words.Gap(i);
            if (gap.IndexOfAny(";.") >= 0)
                return null;
            if (!gap.Contains(':'))
                continue;
            // "Phòng An ninh kinh tế (PA04):", its code left out.
            var end =
                gap.Contains(')') && words.Text.LastIndexOf('(', words.End(i)) is var open && open > words.End(first) ? open : words.End(i);
            return i == next - 1 ? null : words.Text[words.Start(first)..end].TrimEnd();
        }
        return null;
    }

    /// <summary>Adds a name that is not there yet.</summary>
    public static void Note(List<string> lead, string name)
    {
        if (!lead.Exists(x => Folding.Of(x) == Folding.Of(name)))
            lead.Add(name);
    }
}
