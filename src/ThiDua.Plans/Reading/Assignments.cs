namespace ThiDua.Plans.Reading;

/// <summary>Finds tasks and who leads them: by chủ trì, giao, đề nghị, có trách nhiệm, as the subject of the sentence, or by the heading above.</summary>
internal sealed class Assignments(UnitScanner units, Lexicon lexicon, List<Warning> warnings)
{
    private static readonly Phrases<bool> Ordering = Of("giao", "giao cho", "đề nghị", "yêu cầu", "phân công", "giao trách nhiệm cho", "đề nghị đồng chí");
    // True where the words name a lead in mid-sentence too.
    private static readonly Phrases<bool> Leading = Of("chủ trì", "làm đầu mối", "là cơ quan thường trực", "là đầu mối").Add("có trách nhiệm", false).Add("chịu trách nhiệm", false);
    private static readonly Phrases<bool> Supporting = Of("phối hợp chặt chẽ với", "phối hợp với", "phối hợp cùng", "phối hợp", "phối hợp chặt chẽ", "cùng với", "phối hợp đồng bộ với");

    private readonly List<PlanTask> _found = [];
    private readonly Dictionary<OutlineNode, List<string>> _headings = [];
    private readonly HashSet<OutlineNode> _used = [];
    private OutlineNode? _lastHeading;

    public List<PlanTask> Found => _found;

    /// <summary>A heading that names a unit and has nothing under it is a task itself.</summary>
    public void Finish()
    {
        foreach (var (node, named) in _headings)
            if (!_used.Contains(node)) _found.Add(new(node.Number, node.Title, named, [], null, 0.7, new(node.FirstLine, node.LastLine)));
    }

    public void Read(Paragraph paragraph)
    {
        if (paragraph.Section is not { } section || IsClosing(paragraph)) return;
        if (paragraph.IsHeading && Heading(paragraph, section)) return;
        if (Label(paragraph, section)) return;
        Item(paragraph, section, paragraph.IsHeading ? HeadingBody(paragraph, section) : paragraph.Marker.End);
    }

    // "1. Cấp tỉnh: Ban Tuyên giáo …": what is said begins behind the colon.
    private static int HeadingBody(Paragraph paragraph, OutlineNode section) =>
        section.BodyStart < paragraph.Text.Length - 2 && paragraph.Text[section.BodyStart] is ':' ? section.BodyStart + 1 : paragraph.Marker.End;

    // The heading names units: they lead what stands under it, and what its own paragraph goes on to say.
    private bool Heading(Paragraph paragraph, OutlineNode section)
    {
        var named = HeadingUnits.Of(section, units, lexicon, AmongUnits(section));
        if (named.Units.Count == 0) return Bare(paragraph, section);
        _headings[section] = named.Units;
        _lastHeading = section;
        if (named.Unsure) warnings.Add(new("unit.unknown", $"“{section.Title}” được hiểu là tên đơn vị chịu trách nhiệm; cần kiểm tra lại.", paragraph.Lines));
        if (section.BodyStart < paragraph.Text.Length - 2 || named.Sentence) Add(paragraph, section, section.BodyStart < paragraph.Text.Length ? section.BodyStart : paragraph.Marker.End, named.Units, named.Unsure ? 0.6 : 0.9, section);
        return true;
    }

    // The heading before it, of the same part, names a unit: this one will too, though the lexicon does not know it.
    private bool AmongUnits(OutlineNode section) =>
        _lastHeading is { } last && last.Parent == section.Parent && section.Parent is not null && section.BodyStart < section.Heading.Text.Length && section.BodyStart > 0 && (section.Heading.Text[section.BodyStart] is ':' || section.Heading.Text[section.BodyStart - 1] is ':');

    private static bool Bare(Paragraph paragraph, OutlineNode section) => paragraph.Words.Count < 4 || (section.BodyStart >= paragraph.Text.Length && paragraph.Formatted);

    // "Đơn vị chủ trì: Công an xã." says who leads the tasks above it in its section.
    private bool Label(Paragraph paragraph, OutlineNode section)
    {
        var label = AssignmentLabels.Read(paragraph, units);
        if (label is null) return false;
        var open = _found.Count - 1;
        if (open >= 0 && (_found[open].Section != section.Number || _found[open].Lines.First < section.FirstLine)) open = -1;
        if (open < 0)
        {
            _found.Add(new(section.Number, section.Title, label.Lead, label.With, label.Due, 0.9, new(section.FirstLine, paragraph.Lines.Last)));
            return true;
        }
        var task = _found[open];
        _found[open] = task with { Lead = label.Lead.Count > 0 ? label.Lead : task.Lead, With = label.With.Count > 0 ? label.With : task.With, Due = label.Due ?? task.Due, Confidence = 0.9 };
        return true;
    }

    private void Item(Paragraph paragraph, OutlineNode section, int start)
    {
        var words = paragraph.Words;
        var lead = Explicit(words, words.At(start), OnlyNamed(paragraph, section));
        if (lead.Count > 0) { Add(paragraph, section, start, lead, 0.9, section); return; }
        var kind = SectionKinds.Of(section);
        foreach (var node in section.Path())
        {
            if (!_headings.TryGetValue(node, out var inherited)) continue;
            Add(paragraph, section, start, inherited, 0.8, node);
            return;
        }
        if (kind is SectionKind.Work or SectionKind.Organisation && words.Count - words.At(start) >= 5) Add(paragraph, section, start, [], 0.5, section);
    }

    // "Các đơn vị làm đúng việc" among the demands, "Mỗi ấp có ít nhất …" among the targets: no task is given there.
    private static bool OnlyNamed(Paragraph paragraph, OutlineNode section) => SectionKinds.Of(section) switch
    {
        SectionKind.Purpose or SectionKind.Past => true,
        SectionKind.Targets => paragraph.Folded.AsSpan(Math.Min(paragraph.Marker.End, paragraph.Folded.Length)).ContainsAnyInRange('0', '9'),
        _ => false,
    };

    /// <summary>The units that this text itself makes responsible.</summary>
    private List<string> Explicit(Words words, int first, bool onlyNamed)
    {
        var lead = new List<string>();
        Subject(words, first, lead, onlyNamed);
        for (var i = first; i < words.Count; i++)
        {
            if (Ordering.Match(words, i, out _) is > 0 and var ordering && IsOrder(words, i)) Take(words, i + ordering, lead);
            else if (Leading.Match(words, i, out var anywhere) > 0 && i > first && words.Touches(i - 1)) Before(words, i, lead, anywhere);
        }
        return lead;
    }

    // "tôn giáo", "giáo dục" fold to "giao" too: the mark must be absent in the text, and a unit must follow.
    private static bool IsOrder(Words words, int at) => !words.Is(at, "giao") || words.Text.AsSpan(words.Start(at), 4).EndsWith("iao", StringComparison.Ordinal);

    private void Take(Words words, int at, List<string> lead)
    {
        if (at < words.Count && !words.Touches(at - 1)) return;
        foreach (var unit in units.ListAt(words, at, out var next))
        {
            if (unit.Collective && next >= words.Count && lead.Count > 0) continue;
            Note(lead, unit.Name);
        }
    }

    // "chủ trì" names its lead wherever it stands; "chịu trách nhiệm" only when a sentence opens with its unit.
    private void Before(Words words, int cue, List<string> lead, bool anywhere)
    {
        for (var at = Math.Max(0, cue - 60); at < cue; at++)
        {
            var listed = units.ListAt(words, at, out var next);
            if (listed.Count == 0) continue;
            if (next == cue && !anywhere && at > 0 && words.Gap(at - 1).IndexOfAny(".;:") < 0) return;
            if (next == cue) { foreach (var unit in listed) Note(lead, unit.Name); return; }
            at = Math.Max(at, listed[0].Last);
        }
        if (anywhere && units.EndingAt(words, cue - 1) is { } ending) Note(lead, ending.Name);
    }

    // The sentence opens with a unit and its verb: "Ban Chỉ đạo xã quan tâm …".
    private void Subject(Words words, int first, List<string> lead, bool onlyNamed)
    {
        var listed = units.ListAt(words, first, out var next);
        if (listed.Count == 0 || next >= words.Count || ((onlyNamed || words.Is(first, "moi")) && listed.TrueForAll(u => u.Collective))) return;
        if (Captioned(words, first, next) is { } caption) { foreach (var name in UnitCell.Read(caption, units)) Note(lead, name); return; }
        var colon = words.Gap(next - 1).Contains(':');
        if (!colon && (!words.Gap(next - 1).Trim(' ').IsEmpty && words.Gap(next - 1).Trim() is not "," || !units.IsSubject(words, listed[^1], next))) return;
        if (Ordering.Match(words, next, out _) > 0 && IsOrder(words, next)) return;
        foreach (var unit in listed) Note(lead, unit.Name);
    }

    // "Sở Nông nghiệp và …: Nghiên cứu …": what stands before the colon is the unit, however long its name.
    private static string? Captioned(Words words, int first, int next)
    {
        for (var i = next - 1; i < words.Count - 1 && i < next + 8; i++)
        {
            var gap = words.Gap(i);
            if (gap.IndexOfAny(";.") >= 0) return null;
            if (gap.Contains(':')) return i == next - 1 ? null : words.Text[words.Start(first)..words.End(i)];
        }
        return null;
    }

    private static void Note(List<string> lead, string name)
    {
        if (!lead.Exists(x => Folding.Of(x) == Folding.Of(name))) lead.Add(name);
    }

    private void Add(Paragraph paragraph, OutlineNode section, int start, List<string> lead, double confidence, OutlineNode named)
    {
        _used.Add(named);
        var words = paragraph.Words;
        var text = paragraph.Text[Math.Min(start, paragraph.Text.Length)..].Trim(' ', ':', '.', ';');
        if (text.Length == 0) text = section.Title;
        var number = lead.Count > 0 ? named.Number : section.Number;
        _found.Add(new(number, text, lead, With(words, words.At(start), lead), Dues.In(words, start, paragraph.Text.Length, horizon: false), confidence, paragraph.Lines));
    }

    private List<string> With(Words words, int first, List<string> lead)
    {
        var with = new List<string>();
        for (var i = first; i < words.Count; i++)
        {
            if (Supporting.Match(words, i, out _) is not (> 0 and var length)) continue;
            foreach (var unit in units.ListAt(words, i + length, out _))
                if (!lead.Contains(unit.Name)) Note(with, unit.Name);
            i += length - 1;
        }
        return with;
    }

    private bool IsClosing(Paragraph paragraph)
    {
        if (paragraph.Marker.Kind is MarkerKind.None && Exhorts(paragraph)) return true;
        var folded = paragraph.Folded.AsSpan(Math.Min(paragraph.Marker.End, paragraph.Folded.Length));
        return folded.StartsWith("tren day la", StringComparison.Ordinal) || folded.StartsWith("trong qua trinh", StringComparison.Ordinal);
    }

    // "Yêu cầu các ngành, các ấp nghiêm túc thực hiện./.": the last sentence exhorts all and charges none.
    private bool Exhorts(Paragraph paragraph)
    {
        var words = paragraph.Words;
        if (!(words.Is(0, "yeu") && words.Is(1, "cau") || words.Is(0, "de") && words.Is(1, "nghi") || words.Is(0, "nhan") && words.Is(1, "duoc"))) return false;
        if (!paragraph.Text.TrimEnd().EndsWith("/.", StringComparison.Ordinal) && !paragraph.Folded.Contains("nghiem tuc", StringComparison.Ordinal)) return false;
        var at = words.Is(0, "nhan") ? words.At(Math.Max(0, paragraph.Folded.IndexOf("yeu cau", StringComparison.Ordinal) + 8)) : 2;
        return units.StartingAt(words, at) is { Collective: true };
    }

    private static Phrases<bool> Of(params string[] phrases)
    {
        var set = new Phrases<bool>();
        foreach (var phrase in phrases) set.Add(phrase, true);
        return set;
    }
}
