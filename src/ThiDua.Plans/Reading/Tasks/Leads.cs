using ThiDua.Plans.Reading.Units;

namespace ThiDua.Plans.Reading.Tasks;

/// <summary>
/// The units that a text itself makes responsible, by an order, by "chủ trì" and its like, or as the subject of a sentence;
/// and those that only support.
/// </summary>
internal sealed class Leads(UnitScanner units)
{
    // True where the words name a lead in mid-sentence too.
    private static readonly Phrases<bool> Leading = Cues();
    private static readonly Phrases<bool> Supporting = Vocabulary.Set("tasks/supporting");
    private static readonly Phrases<bool> Doing = Vocabulary.Set("tasks/done-by");

    private readonly Orders _orders = new(units);
    private readonly LeadCues _cues = new(units);
    private readonly LeadSubjects _subjects = new(units);

    /// <summary>Leads named by the text from this word on, each once, as written.</summary>
    /// <param name="onlyNamed">Collective names as subjects do not count.</param>
    public List<string> In(Words words, int first, bool onlyNamed)
    {
        var lead = new List<string>();
        var taken = -1;
        foreach (var (at, circumstance) in Openings.Of(words, first))
            if ((circumstance < 0 || circumstance != taken) && _subjects.Add(words, at, first, lead, onlyNamed))
                taken = circumstance;
        if (lead.Count > 0)
            _subjects.AddOthers(words, first, lead);
        Charged(words, first, lead);
        return lead;
    }

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
            if (Orders.Length(words, i) is > 0 and var order && Orders.Is(words, i, first))
                _orders.Take(words, i, i + order, first, lead);
            // "Sở chỉ đạo Chi cục Thủy sản thực hiện": he who directs, and whom he directs.
            else if (
                lead.Count > 0
                && words.Is(i, "chi")
                && words.Is(i + 1, "dao")
                && words.Capital(i + 2)
                && words.Touches(i + 1)
                && units.IsVerb(words, i)
            )
                _orders.Take(words, i, i + 2, first, lead);
            else if (Leading.Match(words, i, out var anywhere) > 0 && i > first)
                _cues.Add(words, i, first, lead, anywhere);
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

    /// <summary>Adds a name that is not there yet.</summary>
    public static void Note(List<string> lead, string name)
    {
        if (!lead.Exists(x => Folding.Of(x) == Folding.Of(name)))
            lead.Add(name);
    }

    private static Phrases<bool> Cues()
    {
        var cues = Vocabulary.Set("tasks/leading");
        foreach (var cue in Vocabulary.Entries("tasks/leading-where-a-sentence-opens"))
            cues.Add(cue, false);
        return cues;
    }
}
