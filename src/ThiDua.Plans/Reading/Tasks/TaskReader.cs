using ThiDua.Plans.Reading.Dates;
using ThiDua.Plans.Reading.Structure;
using ThiDua.Plans.Reading.Units;

namespace ThiDua.Plans.Reading.Tasks;

/// <summary>
/// Finds tasks and who leads them: by chủ trì, giao, đề nghị, có trách nhiệm, as the subject of the sentence, or by the
/// heading above.
/// </summary>
internal sealed class TaskReader
{
    // Fewer words ask for nothing.
    private const int ShortestTask = 5;

    private static readonly Phrases<bool> Attendance = Vocabulary.Set("tasks/attendance");
    private static readonly FoldedTexts SupportHeads = Vocabulary.Folded("tasks/support-heads");

    private readonly UnitScanner _units;
    private readonly DueReader _dues;
    private readonly Leads _leads;
    private readonly TaskList _tasks;
    private readonly HeadingLeads _headings;

    // "- Bộ Xây dựng" above a list of what it is to do.
    private Above? _above;

    private sealed record Above(OutlineNode Section, char Bullet, List<Unit> Units);

    public TaskReader(UnitScanner units, DueReader dues, Lexicon lexicon, NamePool names, List<Warning> warnings)
    {
        (_units, _dues) = (units, dues);
        _leads = new(units);
        _tasks = new(_leads, dues, names);
        _headings = new(units, lexicon, _leads, _tasks, warnings);
    }

    public List<PlanTask> Found => _tasks.Found;

    /// <summary>A unit that a heading names and nothing under it charges has a task all the same: the heading's.</summary>
    public void Finish() => _headings.Finish();

    public void Read(Paragraph paragraph)
    {
        if (paragraph.Section is not { } section || Closings.Is(paragraph, _units) || paragraph.Text.EndsWith('!'))
            return;
        if (paragraph.IsHeading && SectionKinds.Of(section) is not SectionKind.Scope && _headings.Read(paragraph, section))
            return;
        if (Label(paragraph, section))
            return;
        Item(paragraph, section, paragraph.IsHeading ? HeadingBody(paragraph, section) : paragraph.Marker.End);
    }

    // "1. Cấp tỉnh: Ban Tuyên giáo …": what is said begins behind the colon.
    private static int HeadingBody(Paragraph paragraph, OutlineNode section) =>
        section.BodyStart < paragraph.Text.Length - 2 && paragraph.Text[section.BodyStart] is ':'
            ? section.BodyStart + 1
            : paragraph.Marker.End;

    // "Đơn vị chủ trì: Công an xã." says who leads the tasks above it in its section.
    private bool Label(Paragraph paragraph, OutlineNode section)
    {
        var found = _tasks.Found;
        var label = AssignmentLabels.Read(paragraph, _units, _dues);
        if (label is null)
            return false;
        var open = found.Count - 1;
        if (open >= 0 && (found[open].Section != section.Number || found[open].Lines.First < section.FirstLine))
            open = -1;
        if (open < 0)
        {
            found.Add(
                new(section.Number, section.Title, label.Lead, label.With, label.Due, 0.9, new(section.FirstLine, paragraph.Lines.Last))
            );
            return true;
        }
        var task = found[open];
        found[open] = task with
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

    /// <summary>Of a letter without sections: whom it asks for something by name.</summary>
    public void ReadUnparted(Paragraph paragraph)
    {
        if (Closings.Is(paragraph, _units))
            return;
        var lead = _leads.Charged(paragraph.Words, paragraph.Words.At(paragraph.Marker.End));
        if (lead.Count > 0)
            _tasks.AddUnparted(paragraph, paragraph.Marker.End, lead);
    }

    private void Add(Paragraph paragraph, OutlineNode section, int start, List<string> lead, double confidence, OutlineNode named)
    {
        _headings.Use(named, lead);
        _tasks.Add(paragraph, section, start, lead, confidence, named);
    }

    private void Item(Paragraph paragraph, OutlineNode section, int start)
    {
        var words = paragraph.Words;
        if (Attendance.Match(words, words.At(start), out _) is > 0 and var length && IsAttendance(words, words.At(start) + length - 1))
            return;
        if (IsUnitList(paragraph, section, start))
            return;
        if (_above is not null && (_above.Section != section || Bullet(paragraph) == _above.Bullet))
            _above = null;
        var lead = Supports(section, paragraph) ? [] : _leads.In(words, words.At(start), OnlyNamed(paragraph, section));
        foreach (var name in AssignmentLabels.Inside(paragraph, _units))
            Leads.Note(lead, name);
        if (lead.Count > 0)
            Add(paragraph, section, start, lead, 0.9, section);
        else if (SectionKinds.Of(section) is not SectionKind.Scope)
            WithoutOwnLead(paragraph, section, start);
    }

    // Who leads is said above: by a list of _units, by a heading; or nobody says it.
    private void WithoutOwnLead(Paragraph paragraph, OutlineNode section, int start)
    {
        if (_above is not null)
        {
            Add(paragraph, section, start, [.. _above.Units.Select(u => u.Name)], 0.8, section);
            return;
        }
        foreach (var node in section.Path())
            if (_headings.Of(node) is { } inherited)
            {
                Add(paragraph, section, start, inherited, 0.8, node);
                return;
            }
        if (
            SectionKinds.Of(section) is SectionKind.Work or SectionKind.Organisation
            && paragraph.Words.Count - paragraph.Words.At(start) >= ShortestTask
        )
            Add(paragraph, section, start, [], 0.5, section);
    }

    // "- Bộ Xây dựng" and below it "+ Rà soát …": a heading in all but its number.
    private bool IsUnitList(Paragraph paragraph, OutlineNode section, int start)
    {
        var words = paragraph.Words;
        if (!OnlyUnits(words, words.At(start)))
            return false;
        if (AssignmentLabels.Heads(section) is not { } leads)
            _above = new(section, Bullet(paragraph), _units.ListAt(words, words.At(start), out _));
        else if (leads)
            Add(paragraph, section, start, UnitCell.Read(paragraph.Text[start..], _units), 0.9, section);
        return true;
    }

    // "Thành phần: Thường trực HĐND, UBND xã", "Kính gửi …": who sits there or is addressed, not who acts.
    private static bool IsAttendance(Words words, int last) =>
        words.Is(last, "gui") || words.Gap(Math.Min(last, words.Count - 2)).Contains(':');

    // "b) Chủ trì, phối hợp:" and below it "- Sở Tài chính …": whom the one named above works with.
    private static bool Supports(OutlineNode section, Paragraph paragraph) =>
        !paragraph.IsHeading && paragraph.Marker.Kind is MarkerKind.Bullet && SupportHeads.Has(Folding.Of(section.Title));

    private static char Bullet(Paragraph paragraph) =>
        paragraph.Marker.Kind is MarkerKind.Bullet ? Folding.Of(paragraph.Marker.Label[0]) : '\0';

    // "Các ấp: Ấp Đông, Ấp Tây": a list of units is no task.
    private bool OnlyUnits(Words words, int first)
    {
        if (_units.ListAt(words, first, out var next).Count == 0)
            return false;
        if (next < words.Count && words.Gap(next - 1).Contains(':') && _units.ListAt(words, next, out var end).Count > 0)
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
}
