using ThiDua.Paper;

namespace ThiDua.Plans.Tests.Generated;

internal sealed record PlanHead(string Place, int? Number, PaperDate Date, string Movement, bool Superior, bool Committee);

internal sealed record PlanPart(string Title, IReadOnlyList<Item> Intro, IReadOnlyList<PlanClause> Clauses);

internal sealed record PlanClause(string Title, IReadOnlyList<Item> Items, string? Unit = null, IReadOnlyList<PlanClause>? Below = null);

internal sealed record PlanFoot(string[] Recipients, string? Name, bool Deputy, Urgency Urgency);

/// <summary>Writes the document and the expectation side by side.</summary>
internal sealed class PlanBuilder(PlanHead head, Cited[] bases, int form, PlanFoot foot)
{
    private static readonly string[] Roman = ["I", "II", "III", "IV", "V"];
    private readonly List<Block> _body = [];
    private readonly List<Section> _sections = [];
    private readonly List<PlanTarget> _targets = [];
    private readonly List<PlanTask> _tasks = [];
    private readonly List<Reference> _cited = [];

    public PlanCase Build(PlanPart[] parts)
    {
        foreach (var b in bases)
            Refer(b, null);
        _body.Add(new TextBlock($"UBND xã {head.Place} phát động phong trào thi đua với các nội dung như sau:"));
        for (var i = 0; i < parts.Length; i++)
            Add(parts[i], Roman[i]);
        _body.Add(new TextBlock($"Trên đây là Kế hoạch phát động phong trào thi đua năm {Items.Year} của UBND xã {head.Place}."));
        return new(Document(), Expected(parts));
    }

    private void Add(PlanPart part, string label)
    {
        Section(label, part.Title.ToUpperInvariant(), 1);
        _body.Add(new HeadingBlock(HeadingKind.Roman, label + ".", part.Title));
        foreach (var item in part.Intro)
            Add(item, label);
        for (var i = 0; i < part.Clauses.Count; i++)
            Add(part.Clauses[i], $"{i + 1}", $"{label}.{i + 1}", HeadingKind.Clause, 2);
    }

    private void Add(PlanClause clause, string printed, string path, HeadingKind kind, int depth)
    {
        Section(path, clause.Title, depth);
        _body.Add(new HeadingBlock(kind, printed + ".", clause.Title));
        foreach (var item in clause.Items)
            Add(item, path);
        for (var i = 0; i < clause.Below?.Count; i++)
            Add(clause.Below[i], $"{printed}.{i + 1}", $"{path}.{i + 1}", HeadingKind.SubClause, depth + 1);
    }

    private void Add(Item item, string section)
    {
        _body.Add(new BulletBlock(item.Text));
        switch (item)
        {
            case Target t:
                _targets.Add(
                    new(section, t.Text, "", t.Comparator, t.Value, t.Upper, t.Unit, t.Direction, t.Baseline, [], null, 1, default)
                );
                break;
            case Task t:
                _tasks.Add(new(section, t.Text, t.Lead, t.With, t.Due, 1, default));
                break;
            case Citation c:
                Refer(c.Document, section);
                break;
        }
    }

    private void Section(string number, string title, int depth) => _sections.Add(new(number, title, depth, default));

    private void Refer(Cited c, string? section)
    {
        var at = _cited.FindIndex(r => r.Symbol == c.Symbol && r.Date == Iso(c));
        if (at < 0)
        {
            _cited.Add(new(c.Kind, c.Symbol, Iso(c), c.Issuer, c.About, section is null ? [] : [section]));
            return;
        }
        if (section is not null && !_cited[at].Cited.Contains(section))
            _cited[at] = _cited[at] with { Cited = [.. _cited[at].Cited, section] };
    }

    private static string Iso(Cited c) => c.Date.ToString("yyyy-MM-dd");

    private string Subject => $"Phát động phong trào thi đua “{head.Movement}” năm {Items.Year}";

    private OfficialDocument Document() =>
        new()
        {
            SuperiorOrgan = head.Superior ? "UBND huyện Tân Phú Mẫu" : null,
            IssuingOrgan = "Ủy ban nhân dân xã " + head.Place,
            Number = head.Number,
            Symbol = "KH-UBND",
            Place = head.Place,
            Date = head.Date,
            TypeName = "Kế hoạch",
            Subject = Subject,
            LegalBases = [.. bases.Select(b => (RichText)("Căn cứ " + b.Full(form)))],
            Body = _body,
            Signature = new(
                "TM. Ủy ban nhân dân",
                foot.Deputy ? "KT. Chủ tịch" : null,
                foot.Deputy ? "Phó Chủ tịch" : "Chủ tịch",
                foot.Name
            ),
            Recipients = foot.Recipients,
            Urgency = foot.Urgency,
        };

    private Plan Expected(PlanPart[] parts)
    {
        var dated = parts.SelectMany(p => p.Clauses).Any(c => c.Title == "Thời gian thực hiện");
        return new()
        {
            Header = new(
                "KH",
                head.Number?.ToString("00"),
                "KH-UBND",
                "ỦY BAN NHÂN DÂN XÃ " + head.Place.ToUpperInvariant(),
                head.Place,
                $"{head.Date.Year}-{head.Date.Month:00}" + (head.Date.Day is { } d ? $"-{d:00}" : ""),
                Subject,
                Items.Year
            ),
            Period = dated ? new($"{Items.Year}-01-01", $"{Items.Year}-12-31") : new(null, null),
            LegalBases =
            [
                .. bases.DistinctBy(b => (b.Symbol, b.Date)).Select(b => new Reference(b.Kind, b.Symbol, Iso(b), b.Issuer, b.About, [])),
            ],
            References = _cited,
            Sections = _sections,
            Targets = _targets,
            Tasks = _tasks,
            Recipients = foot.Recipients,
            Signature = new(
                foot.Deputy ? "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH" : "TM. ỦY BAN NHÂN DÂN",
                foot.Deputy ? "PHÓ CHỦ TỊCH" : "CHỦ TỊCH",
                foot.Name
            ),
        };
    }
}
