using ThiDua.Plans.Reading.Dates;
using ThiDua.Plans.Reading.Structure;
using ThiDua.Plans.Reading.Units;

namespace ThiDua.Plans.Reading.Tasks;

/// <summary>Finds tasks and who leads them: by chủ trì, giao, đề nghị, có trách nhiệm, as the subject of the sentence, or by the heading above.</summary>
internal sealed class TaskReader(UnitScanner units, DueReader dues, Lexicon lexicon, NamePool names, List<Warning> warnings)
{
    private readonly Leads _leads = new(units);
    private readonly AwardLists _awards = new(units);
    private readonly List<PlanTask> _found = [];
    private readonly Dictionary<OutlineNode, List<string>> _headings = [];
    private readonly HashSet<(OutlineNode Heading, string Unit)> _used = [];
    private OutlineNode? _lastHeading;

    public List<PlanTask> Found => _found;

    /// <summary>A unit that a heading names and nothing under it charges has a task all the same: the heading's.</summary>
    public void Finish()
    {
        foreach (var (node, units) in _headings)
            if (units.FindAll(u => !_used.Contains((node, u))) is { Count: > 0 } named)
                _found.Add(new(node.Number, node.Title, named, [], null, 0.7, new(node.FirstLine, node.LastLine)));
    }

    public void Read(Paragraph paragraph)
    {
        if (_awards.Has(paragraph) || paragraph.Section is not { } section || IsClosing(paragraph) || paragraph.Text.EndsWith('!'))
            return;
        if (paragraph.IsHeading && SectionKinds.Of(section) is not SectionKind.Scope && Heading(paragraph, section))
            return;
        if (Label(paragraph, section))
            return;
        Item(paragraph, section, paragraph.IsHeading ? HeadingBody(paragraph, section) : paragraph.Marker.End);
    }

    /// <summary>Of a letter without sections: whom it asks for something by name.</summary>
    public void ReadUnparted(Paragraph paragraph)
    {
        if (_awards.Has(paragraph) || IsClosing(paragraph))
            return;
        var words = paragraph.Words;
        var start = paragraph.Marker.End;
        var lead = _leads.Charged(words, words.At(start));
        if (lead.Count > 0)
            _found.Add(
                new(
                    null,
                    Excerpt.Trimmed(paragraph.Text, start, paragraph.Text.Length, " :.;"),
                    names.Of(lead),
                    names.Of(_leads.With(words, words.At(start), lead)),
                    dues.In(words, start, paragraph.Text.Length, horizon: false),
                    0.7,
                    paragraph.Lines
                )
            );
    }

    // "1. Cấp tỉnh: Ban Tuyên giáo …": what is said begins behind the colon.
    private static int HeadingBody(Paragraph paragraph, OutlineNode section) =>
        section.BodyStart < paragraph.Text.Length - 2 && paragraph.Text[section.BodyStart] is ':'
            ? section.BodyStart + 1
            : paragraph.Marker.End;

    // The heading names units: they lead what stands under it, and what its own paragraph goes on to say.
    private bool Heading(Paragraph paragraph, OutlineNode section)
    {
        var named = HeadingUnits.Of(section, units, lexicon, AmongUnits(section));
        if (named.Units.Count == 0)
            return Bare(paragraph, section);
        _headings[section] = named.Units;
        _lastHeading = section;
        if (named.Unsure)
            warnings.Add(
                new("unit.unknown", $"“{section.Title}” được hiểu là tên đơn vị chịu trách nhiệm; cần kiểm tra lại.", paragraph.Lines)
            );
        var body = section.BodyStart < paragraph.Text.Length - 2;
        if (body || named.Sentence)
            Add(
                paragraph,
                section,
                body ? section.BodyStart : paragraph.Marker.End,
                All(named, paragraph),
                named.Unsure ? 0.6 : 0.9,
                section
            );
        return true;
    }

    // What the heading's own paragraph goes on to say may charge others too: "…; đề nghị Tỉnh đoàn …".
    private List<string> All(HeadingUnits.Named named, Paragraph paragraph)
    {
        var lead = new List<string>(named.Units);
        foreach (var name in _leads.In(paragraph.Words, paragraph.Words.At(paragraph.Marker.End), onlyNamed: true))
            if (!lead.Exists(x => Folding.Of(x).Contains(Folding.Of(name), StringComparison.Ordinal)))
                Leads.Note(lead, name);
        return lead;
    }

    // The heading before it, of the same part, names a unit: this one will too, though the lexicon does not know it.
    private bool AmongUnits(OutlineNode section) =>
        _lastHeading is { } last
        && last.Parent == section.Parent
        && (
            section.BodyStart < section.Heading.Text.Length
                && section.BodyStart > 0
                && (section.Heading.Text[section.BodyStart] is ':' || section.Heading.Text[section.BodyStart - 1] is ':')
            || section.IsWhole && Folding.Of(section.Title).StartsWith("cac ", StringComparison.Ordinal)
        );

    private static bool Bare(Paragraph paragraph, OutlineNode section) =>
        paragraph.Words.Count < 4 || section.BodyStart >= paragraph.Text.Length && (paragraph.Bold || paragraph.Level > 0);

    // "Đơn vị chủ trì: Công an xã." says who leads the tasks above it in its section.
    private bool Label(Paragraph paragraph, OutlineNode section)
    {
        var label = AssignmentLabels.Read(paragraph, units, dues);
        if (label is null)
            return false;
        var open = _found.Count - 1;
        if (open >= 0 && (_found[open].Section != section.Number || _found[open].Lines.First < section.FirstLine))
            open = -1;
        if (open < 0)
        {
            _found.Add(
                new(section.Number, section.Title, label.Lead, label.With, label.Due, 0.9, new(section.FirstLine, paragraph.Lines.Last))
            );
            return true;
        }
        var task = _found[open];
        _found[open] = task with
        {
            Lead =
                label.Lead.Count == 0 ? task.Lead
                : task.Confidence >= 0.9 ? [.. task.Lead.Union(label.Lead)]
                : label.Lead,
            With = label.With.Count > 0 ? label.With : task.With,
            Due = label.Due ?? task.Due,
            Confidence = 0.9,
        };
        return true;
    }

    private void Item(Paragraph paragraph, OutlineNode section, int start)
    {
        var words = paragraph.Words;
        if (Attendance(words, words.At(start)))
            return;
        if (OnlyUnits(words, words.At(start)) && AssignmentLabels.Heads(section) is { } leads)
        {
            if (leads)
                Add(paragraph, section, start, UnitCell.Read(paragraph.Text[start..], units), 0.9, section);
            return;
        }
        if (OnlyUnits(words, words.At(start)))
        {
            _above = new(section, Bullet(paragraph), units.ListAt(words, words.At(start), out _));
            return;
        }
        if (_above is not null && (_above.Section != section || Bullet(paragraph) == _above.Bullet))
            _above = null;
        var kind = SectionKinds.Of(section);
        var lead = Supports(section, paragraph) ? [] : _leads.In(words, words.At(start), OnlyNamed(paragraph, section));
        foreach (var name in AssignmentLabels.Inside(paragraph, units))
            Leads.Note(lead, name);
        if (lead.Count > 0)
        {
            Add(paragraph, section, start, lead, 0.9, section);
            return;
        }
        if (kind is SectionKind.Scope)
            return;
        if (_above is not null)
        {
            Add(paragraph, section, start, [.. _above.Units.Select(u => u.Name)], 0.8, section);
            return;
        }
        foreach (var node in section.Path())
        {
            if (!_headings.TryGetValue(node, out var inherited))
                continue;
            Add(paragraph, section, start, inherited, 0.8, node);
            return;
        }
        if (kind is SectionKind.Work or SectionKind.Organisation && words.Count - words.At(start) >= 5)
            Add(paragraph, section, start, [], 0.5, section);
    }

    // "- Bộ Xây dựng" and below it "+ Rà soát …": a heading in all but its number.
    private sealed record Above(OutlineNode Section, char Bullet, List<Unit> Units);

    private Above? _above;

    private static char Bullet(Paragraph paragraph) =>
        paragraph.Marker.Kind is MarkerKind.Bullet ? Folding.Of(paragraph.Marker.Label[0]) : '\0';

    // "b) Chủ trì, phối hợp:" and below it "- Sở Tài chính …": whom the one named above works with.
    private static bool Supports(OutlineNode section, Paragraph paragraph) =>
        !paragraph.IsHeading
        && paragraph.Marker.Kind is MarkerKind.Bullet
        && Folding.Of(section.Title)
            is "chu tri, phoi hop"
                or "chu tri phoi hop"
                or "chu tri, phoi hop voi"
                or "phoi hop"
                or "phoi hop voi";

    // "Thành phần: Thường trực HĐND, UBND xã": who sits there, not who acts.
    private static bool Attendance(Words words, int first) =>
        words.Is(first, "thanh") && words.Is(first + 1, "phan") && words.Gap(Math.Min(first + 1, words.Count - 2)).Contains(':')
        || words.Is(first, "kinh") && words.Is(first + 1, "gui");

    // "Các ấp: Ấp Đông, Ấp Tây": a list of units is no task.
    private bool OnlyUnits(Words words, int first)
    {
        if (units.ListAt(words, first, out var next).Count == 0)
            return false;
        if (next < words.Count && words.Gap(next - 1).Contains(':') && units.ListAt(words, next, out var end).Count > 0)
            next = end;
        return next >= words.Count;
    }

    // "Các đơn vị làm đúng việc" among the demands, "Mỗi ấp có ít nhất …" among the targets: no task is given there.
    private static bool OnlyNamed(Paragraph paragraph, OutlineNode section) =>
        SectionKinds.Of(section) switch
        {
            SectionKind.Purpose or SectionKind.Past or SectionKind.Scope => true,
            SectionKind.Targets => paragraph
                .Folded.AsSpan(Math.Min(paragraph.Marker.End, paragraph.Folded.Length))
                .ContainsAnyInRange('0', '9'),
            _ => false,
        };

    private void Add(Paragraph paragraph, OutlineNode section, int start, List<string> lead, double confidence, OutlineNode named)
    {
        if (_headings.TryGetValue(named, out var own))
            _used.UnionWith(lead.Where(own.Contains).Select(u => (named, u)));
        var words = paragraph.Words;
        var text = Excerpt.Trimmed(paragraph.Text, Math.Min(start, paragraph.Text.Length), paragraph.Text.Length, " :.;");
        if (text.Length == 0)
            text = section.Title;
        var number = lead.Count > 0 ? named.Number : section.Number;
        _found.Add(
            new(
                number,
                text,
                names.Of(lead),
                names.Of(_leads.With(words, words.At(start), lead)),
                dues.In(words, start, paragraph.Text.Length, horizon: false),
                confidence,
                paragraph.Lines
            )
        );
    }

    private bool IsClosing(Paragraph paragraph)
    {
        if (paragraph.Marker.Kind is MarkerKind.None && Exhorts(paragraph))
            return true;
        var folded = paragraph.Folded.AsSpan(Math.Min(paragraph.Marker.End, paragraph.Folded.Length));
        return folded.StartsWith("tren day la", StringComparison.Ordinal)
            || folded.StartsWith("trong qua trinh", StringComparison.Ordinal)
                && (folded.Contains("vuong mac", StringComparison.Ordinal) || folded.Contains("phat sinh", StringComparison.Ordinal));
    }

    // "Yêu cầu các ngành, các ấp nghiêm túc thực hiện./.": the last sentence exhorts all and charges none.
    private bool Exhorts(Paragraph paragraph)
    {
        var words = paragraph.Words;
        if (
            !(
                words.Is(0, "yeu") && words.Is(1, "cau")
                || words.Is(0, "de") && words.Is(1, "nghi")
                || words.Is(0, "nhan") && words.Is(1, "duoc")
            )
        )
            return false;
        if (
            !paragraph.Text.TrimEnd().EndsWith("/.", StringComparison.Ordinal)
            && !paragraph.Folded.Contains("nghiem tuc", StringComparison.Ordinal)
        )
            return false;
        var at = words.Is(0, "nhan") ? words.At(Math.Max(0, paragraph.Folded.IndexOf("yeu cau", StringComparison.Ordinal) + 8)) : 2;
        return units.StartingAt(words, at) is { Collective: true };
    }
}
