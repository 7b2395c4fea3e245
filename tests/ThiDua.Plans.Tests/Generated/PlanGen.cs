using CsCheck;
using ThiDua.Paper;
using static ThiDua.Plans.Tests.Generated.Vocabulary;

namespace ThiDua.Plans.Tests.Generated;

/// <summary>
/// Makes plausible plans at random, each with what must be read of it. The sentences are ones whose meaning the contract
/// leaves no doubt about, so that a difference is a mistake of the reader, not a matter of taste.
/// </summary>
public static class PlanGen
{
    private sealed record Head(string Place, int? Number, PaperDate Date, string Movement, bool Superior, bool Committee);

    private sealed record Part(string Title, IReadOnlyList<Item> Intro, IReadOnlyList<Clause> Clauses);

    private sealed record Clause(string Title, IReadOnlyList<Item> Items, string? Unit = null, IReadOnlyList<Clause>? Below = null);

    private sealed record Foot(string[] Recipients, string? Name, bool Deputy, Urgency Urgency);

    private static readonly Gen<Head> Heads_ = Gen.Select(
            Pick(Places),
            Gen.Int[0, 300],
            Gen.Int[1, 28],
            Gen.Int[1, 12],
            Pick(Movements),
            Gen.Bool,
            Gen.Int[0, 3]
        )
        .Select(
            (place, number, day, month, movement, superior, draft) =>
                new Head(
                    place,
                    draft == 0 || number == 0 ? null : number,
                    new PaperDate(Items.Year, month, draft == 0 ? null : day),
                    movement,
                    superior,
                    false
                )
        );

    private static readonly Gen<Part> Purpose = Items.Aim.Array[1, 3].Select(a => new Part("Mục đích, yêu cầu", a, []));

    private static readonly Gen<Part> Targets = Gen.Select(
            Items.Figure.Array[1, 5],
            Items.Figure.Array[1, 4],
            Items.Aim.Array[1, 2],
            Gen.Bool
        )
        .Select(
            (a, b, aims, split) =>
                split
                    ? new Part("Mục tiêu, chỉ tiêu thi đua", [], [new("Mục tiêu", aims), new("Chỉ tiêu thi đua", [.. a, .. b])])
                    : new Part("Chỉ tiêu thi đua", a, [])
        );

    private static readonly Gen<Clause> Measure = Gen.Select(Pick(Heads), Gen.OneOf(Items.Aim, Items.Cite, Items.Assigned).Array[1, 4])
        .Select((t, items) => new Clause(t, items));

    private static readonly Gen<Part> Measures = Gen.Select(Measure.Array[1, 4], Measure.Array[0, 2])
        .Select(
            (clauses, below) =>
                new Part("Nhiệm vụ, giải pháp", [], below.Length == 0 ? clauses : [.. clauses, new("Các nội dung khác", [], Below: below)])
        );

    private static readonly Gen<Part> Doing = Gen.Select(Some(Units, 1, 4), Pick(Deeds).Array[1, 3], Gen.Bool)
        .Select(
            (units, deeds, period) =>
                new Part(
                    "Tổ chức thực hiện",
                    [],
                    [
                        .. period
                            ? [new Clause("Thời gian thực hiện", [new Aim($"Từ ngày 01/01/{Items.Year} đến hết ngày 31/12/{Items.Year}.")])]
                            : Array.Empty<Clause>(),
                        .. units.Select(u => new Clause(
                            u,
                            [.. deeds.Select(d => new Task(char.ToUpperInvariant(d[0]) + d[1..] + ".", [u], [], null))],
                            u
                        )),
                    ]
                )
        );

    private static readonly Gen<Foot> Feet = Gen.Select(Some(Recipients, 1, 5), Pick(Persons), Gen.Bool, Gen.Int[0, 9])
        .Select((r, name, deputy, n) => new Foot([.. r, "Lưu: VT"], n == 0 ? null : name, deputy, n == 1 ? Urgency.Khan : Urgency.None));

    /// <summary>A whole plan.</summary>
    public static readonly Gen<PlanCase> Plan = Gen.Select(
            Heads_,
            Items.Document.Array[0, 3],
            Gen.Int[0, 3],
            Purpose,
            Targets,
            Measures,
            Doing,
            Feet
        )
        .Select(
            (head, bases, form, purpose, targets, measures, doing, foot) =>
                new Builder(head, bases, form, foot).Build([purpose, targets, measures, doing])
        );

    /// <summary>Writes the document and the expectation side by side.</summary>
    private sealed class Builder(Head head, Cited[] bases, int form, Foot foot)
    {
        private static readonly string[] Roman = ["I", "II", "III", "IV", "V"];
        private readonly List<Block> _body = [];
        private readonly List<Section> _sections = [];
        private readonly List<PlanTarget> _targets = [];
        private readonly List<PlanTask> _tasks = [];
        private readonly List<Reference> _cited = [];

        public PlanCase Build(Part[] parts)
        {
            foreach (var b in bases)
                Refer(b, null);
            _body.Add(new TextBlock($"UBND xã {head.Place} phát động phong trào thi đua với các nội dung như sau:"));
            for (var i = 0; i < parts.Length; i++)
                Add(parts[i], Roman[i]);
            _body.Add(new TextBlock($"Trên đây là Kế hoạch phát động phong trào thi đua năm {Items.Year} của UBND xã {head.Place}."));
            return new(Document(), Expected(parts));
        }

        private void Add(Part part, string label)
        {
            Section(label, part.Title.ToUpperInvariant(), 1);
            _body.Add(new HeadingBlock(HeadingKind.Roman, label + ".", part.Title));
            foreach (var item in part.Intro)
                Add(item, label);
            for (var i = 0; i < part.Clauses.Count; i++)
                Add(part.Clauses[i], $"{i + 1}", $"{label}.{i + 1}", HeadingKind.Clause, 2);
        }

        private void Add(Clause clause, string printed, string path, HeadingKind kind, int depth)
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

        private Plan Expected(Part[] parts)
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
                    .. bases
                        .DistinctBy(b => (b.Symbol, b.Date))
                        .Select(b => new Reference(b.Kind, b.Symbol, Iso(b), b.Issuer, b.About, [])),
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
}
