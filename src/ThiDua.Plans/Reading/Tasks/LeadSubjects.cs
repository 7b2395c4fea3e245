using ThiDua.Plans.Reading.Units;

namespace ThiDua.Plans.Reading.Tasks;

/// <summary>Units that lead as the subject of a sentence.</summary>
internal sealed class LeadSubjects(UnitScanner units)
{
    private static readonly WordSet NotWithinNames = Vocabulary.Words("tasks/not-within-names");

    private static readonly Phrases<bool> Working = Vocabulary.Set("tasks/working-with");

    // "Công chức Văn hóa viết bài, Đài Truyền thanh xã phát": another subject behind a comma, where nobody is only worked with.
    public void AddOthers(Words words, int first, List<string> lead)
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
                Leads.Note(lead, listed[0].Name);
        }
    }

    /// <summary>
    /// Adds the unit that opens a sentence at this word with its verb: "Ban Chỉ đạo xã quan tâm …"; false where none does.
    /// </summary>
    public bool Add(Words words, int at, int first, List<string> lead, bool onlyNamed)
    {
        var listed = units.ListAt(words, at, out var next);
        if (listed.Count == 0)
            return false;
        next = Subjects.AfterBracket(words, next) ?? units.AfterPlace(words, listed, next) ?? next;
        if (listed.Count == 1 && at == first && !onlyNamed && Sort(words, listed[0], next) is { } verb)
        {
            Leads.Note(lead, words.Slice(listed[0].First, verb - 1));
            return true;
        }
        if (next >= words.Count || (onlyNamed || at > first || words.Is(at, "moi")) && listed.TrueForAll(u => u.Collective))
            return false;
        if (at == first && Captioned(words, at, next) is { } caption)
        {
            foreach (var name in UnitCell.Read(caption, units))
                Leads.Note(lead, name);
            return true;
        }
        if (!IsSubject(words, listed[^1], at, next, first) || Orders.Length(words, next) > 0 && Orders.Is(words, next, first))
            return false;
        foreach (var unit in listed)
            Leads.Note(lead, unit.Name);
        return true;
    }

    private bool IsSubject(Words words, Unit last, int at, int next, int first) =>
        at == first && words.Gap(next - 1).Contains(':') || Acts(words, last, next, at == first, at > first && Opens(words, at));

    // "Các doanh nghiệp viễn thông triển khai …": a few more words say which of the group, and then comes the verb.
    private int? Sort(Words words, Unit unit, int next)
    {
        if (!unit.Collective || unit.Last + 1 != next || words.Is(unit.First, "moi") || next >= words.Count || units.IsVerb(words, next))
            return null;
        for (var i = next; i < words.Count && i < next + 6 && words.Touches(i - 1) && !words.IsNumber(i); i++)
        {
            if (i > next && units.IsVerb(words, i))
                return Subjects.IsReported(words, i) ? null : i;
            if (NotWithinNames.Has(words, i))
                return null;
        }
        return null;
    }

    // A sentence or a clause begins at this word, or at the "đồng chí" before it.
    private static bool Opens(Words words, int at) =>
        words.Gap(at - 1) is var gap && (gap.Contains(';') || gap.Contains('.'))
        || at > 2 && words.Touches(at - 1) && (words.Gap(at - 2).Contains('.') || words.Gap(at - 3).Contains('.'));

    // In mid-sentence only a known verb counts: "…: Công an xã tuần tra"; where another sentence opens, any word behind a name of several.
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
}
