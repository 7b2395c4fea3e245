using ThiDua.Plans.Reading.Structure;
using ThiDua.Plans.Reading.Units;

namespace ThiDua.Plans.Reading.Tasks;

/// <summary>Headings that name units: these lead what stands under them, and what the heading's own paragraph goes on to say.</summary>
internal sealed class HeadingLeads(UnitScanner units, Lexicon lexicon, Leads leads, TaskList tasks, List<Warning> warnings)
{
    private readonly Dictionary<OutlineNode, List<string>> _headings = [];
    private readonly HashSet<(OutlineNode Heading, string Unit)> _used = [];

    private OutlineNode? _lastHeading;

    /// <summary>A unit that a heading names and nothing under it charges has a task all the same: the heading's.</summary>
    public void Finish()
    {
        foreach (var (node, units) in _headings)
            if (units.FindAll(u => !_used.Contains((node, u))) is { Count: > 0 } named)
                tasks.Found.Add(new(node.Number, node.Title, named, [], null, 0.7, new(node.FirstLine, node.LastLine)));
    }

    // The heading names units: they lead what stands under it, and what its own paragraph goes on to say.
    public bool Read(Paragraph paragraph, OutlineNode section)
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
        {
            var lead = All(named, paragraph);
            Use(section, lead);
            tasks.Add(paragraph, section, body ? section.BodyStart : paragraph.Marker.End, lead, named.Unsure ? 0.6 : 0.9, section);
        }
        return true;
    }

    // What the heading's own paragraph goes on to say may charge others too: "…; đề nghị Tỉnh đoàn …".
    private List<string> All(HeadingUnits.Named named, Paragraph paragraph)
    {
        var lead = new List<string>(named.Units);
        foreach (var name in leads.In(paragraph.Words, paragraph.Words.At(paragraph.Marker.End), onlyNamed: true))
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

    /// <summary>The units that a heading names; null where it names none.</summary>
    public List<string>? Of(OutlineNode node) => _headings.GetValueOrDefault(node);

    /// <summary>These lead something under the heading.</summary>
    public void Use(OutlineNode heading, List<string> lead)
    {
        if (_headings.TryGetValue(heading, out var own))
            _used.UnionWith(lead.Where(own.Contains).Select(u => (heading, u)));
    }
}
