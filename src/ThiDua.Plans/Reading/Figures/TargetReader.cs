using ThiDua.Plans.Reading.Dates;
using ThiDua.Plans.Reading.Figures.Rules;
using ThiDua.Plans.Reading.Head;
using ThiDua.Plans.Reading.Structure;
using ThiDua.Plans.Reading.Units;
using ThiDua.Plans.Source;

namespace ThiDua.Plans.Reading.Figures;

/// <summary>Finds targets: clauses with figures, and in target sections the wishes without one.</summary>
internal sealed class TargetReader(UnitScanner units, DueReader dues, int? year, NamePool names, List<Warning> warnings)
{
    private static readonly Phrases<bool> Wish = Vocabulary.Set("targets/wishes");

    private static readonly Phrases<bool> Ahead = Vocabulary.Set("targets/aims");
    private static readonly Phrases<bool> Called = Vocabulary.Set("targets/called-goals");

    private readonly List<PlanTarget> _found = [];

    public IReadOnlyList<PlanTarget> Found => _found;

    public void Read(Paragraph paragraph)
    {
        var kind = SectionKinds.Of(paragraph.Section);
        if (SectionKinds.Rules(paragraph.Section))
            return;
        var figures = FigureFinder.In(paragraph.Words, paragraph.Marker.End).FindAll(f => f.NumberStart >= paragraph.Marker.End);
        if (figures.Count == 0 && kind is not SectionKind.Targets)
            return;
        _before = null;
        var clauses = Clauses.Of(paragraph);
        foreach (var clause in clauses)
            if (
                kind is SectionKind.Past or SectionKind.Budget
                    ? paragraph.Words.HasAny(clause, Ahead)
                    : paragraph.Section is not null || paragraph.Words.HasAny(clause, Called)
            )
                Clause(paragraph, clause, figures, kind);
    }

    /// <summary>A cell that tells targets in words: "Tối thiểu 40% các sở có cơ sở dữ liệu dùng chung".</summary>
    /// <param name="row">The row it stands in.</param>
    /// <param name="lead">Whom the row makes responsible.</param>
    public void ReadCell(string text, Paragraph row, string? section, IReadOnlyList<string> lead)
    {
        var cell = new Paragraph(text, row.Lines.First, [], new SourceLine(text), Marker.None, allBold: false);
        (_cell, _before) = ((section, lead), null);
        var figures = FigureFinder.In(cell.Words);
        foreach (var clause in Clauses.Of(cell))
            Clause(cell, clause, figures, SectionKind.Targets);
        _cell = null;
    }

    // Of a cell: where its table stands and whom its row charges.
    private (string? Section, IReadOnlyList<string> Lead)? _cell;

    private void Clause(Paragraph paragraph, TextRange clause, List<Figure> figures, SectionKind kind)
    {
        var words = paragraph.Words;
        var mine = new List<Figure>();
        foreach (var figure in figures)
            if (
                figure.NumberStart >= clause.Start
                && figure.NumberStart < clause.End
                && FigureRules.Count(new(words, figure, clause, kind, mine.Count > 0 ? mine[^1] : null, year))
            )
                mine.Add(figure);
        LeaveQualifiers(mine, words, clause);
        if (mine.Count == 0)
        {
            if (
                kind is SectionKind.Targets
                && !paragraph.IsHeading
                && !figures.Exists(f => f.NumberStart >= clause.Start && f.NumberStart < clause.End)
                && words.HasAny(clause, Wish)
            )
                Add(paragraph, clause, null, clause);
            return;
        }
        for (var i = 1; i < mine.Count; i++)
            if (Shares(words, mine[i - 1], mine[i]))
                mine[i] = mine[i] with { Comparator = mine[i - 1].Comparator, Explicit = true };
        for (var i = 0; i < mine.Count; i++)
        {
            var from = i == 0 ? clause.Start : Boundary(words, mine[i - 1].End, mine[i].Start);
            var to = i + 1 < mine.Count ? Boundary(words, mine[i].End, mine[i + 1].Start) : clause.End;
            Add(paragraph, clause, mine[i], new(from, to));
        }
    }

    // Of two figures that nothing parts, one may say no more than which things the other counts.
    private static void LeaveQualifiers(List<Figure> mine, Words words, TextRange clause)
    {
        // "… được khám sức khỏe 1 lần/năm: 10%": how often, of those that the rate counts.
        if (mine.FindLast(f => f.Unit is "%") is { } last)
            mine.RemoveAll(f =>
                f.Word < last.Word
                && f.Unit.StartsWith("lần", StringComparison.Ordinal)
                && words.Folded.AsSpan(f.End, last.Start - f.End).IndexOf(',') < 0
            );
        // "100% chi hội đăng ký ít nhất 01 tiêu chí": what each of those that the rate counts does.
        mine.RemoveAll(f =>
            f.Unit is not ("%" or "‰") && mine.FindLast(m => m.Word < f.Word) is { Unit: "%" } rate && !Parted(words, rate, f)
        );
        // "100% cơ sở lưu trú, nhà trọ có trên 10 phòng": which of them.
        mine.RemoveAll(f =>
            f is { Explicit: true, Comparator: ">" }
            && f.Unit is not ("%" or "‰")
            && words.Is(words.At(f.Start) - 1, "co")
            && mine.Exists(m => m.Word < f.Word && m.Unit is "%")
        );
        // "Tỷ lệ hộ có từ 02 máy trở lên đạt 40%": of a rate only the rate counts.
        if (mine.Exists(f => f.Unit is "%") && StartsRate(words, clause))
            mine.RemoveAll(f => f.Unit is not ("%" or "‰") && f.Word < mine.FindLast(m => m.Unit is "%")!.Word);
        // "Mỗi doanh nghiệp có từ 100 lao động trở lên tổ chức ít nhất 01 hội thi": which ones, and then what of them.
        for (var i = mine.Count - 2; i >= 0; i--)
            if (mine[i].Explicit && words.HasNear(words.At(mine[i].Start), Having, 3) && !Parted(words, mine[i], mine[i + 1]))
                mine.RemoveAt(i);
    }

    // "ít nhất 100 doanh nghiệp khởi nghiệp, 50 doanh nghiệp công nghệ": one word for both, where the second stands right behind the comma.
    private static bool Shares(Words words, Figure first, Figure second) =>
        first is { Explicit: true, Comparator: ">=" }
        && second is { Explicit: false, About: false }
        && !(second is { Unit: "%", Value: 100 })
        && (first.Unit is "%") == (second.Unit is "%")
        && first.Upper is null
        && second.Word > 0
        && (words.Gap(second.Word - 1).Trim() is "," || words.Is(second.Word - 1, "va") && words.Touches(second.Word - 1));

    private static readonly Phrases<bool> Having = Vocabulary.Set("targets/having");

    private static bool Parted(Words words, Figure first, Figure second)
    {
        for (var i = Math.Max(1, words.At(first.End)); i < second.Word; i++)
            if (words.Is(i, "va") || words.Is(i, "voi") || words.Gap(i - 1).IndexOfAny(",;:()") >= 0)
                return true;
        return words.Gap(second.Word - 1).IndexOfAny(",;:()") >= 0;
    }

    private static bool StartsRate(Words words, TextRange clause) =>
        words.At(clause.Start) is var first && words.Is(first, "ty") && words.Is(first + 1, "le")
        || words.Is(words.At(clause.Start), "ti") && words.Is(words.At(clause.Start) + 1, "le");

    // Between two figures of one clause the comma, "và" or "trong đó" before the second parts them.
    private static int Boundary(Words words, int end, int next)
    {
        var within = words.Folded.IndexOf("trong do", end, Math.Max(0, next - end), StringComparison.Ordinal);
        if (within >= 0)
            return within;
        var comma = words.Folded.IndexOf(',', end, Math.Max(0, next - end));
        if (comma >= 0)
            return comma + 1;
        var and = words.Folded.IndexOf(" va ", end, Math.Max(0, next - end), StringComparison.Ordinal);
        return and >= 0 ? and + 4 : Math.Max(end, next);
    }

    private void Add(Paragraph paragraph, TextRange clause, Figure? figure, TextRange part)
    {
        var words = paragraph.Words;
        var text = Text(paragraph, clause);
        if (text.Length == 0)
            return;
        var lines = paragraph.LinesOf(part.Start, part.End);
        var (direction, baseline) = figure is null ? (null, null) : Directions.Of(words, part, figure);
        var confidence =
            figure is null ? 0.5
            : figure.Unit == "%" || figure.Explicit ? 0.95
            : 0.75;
        if (figure is { About: true })
        {
            warnings.Add(
                new("target.about", $"“Khoảng {paragraph.Text[figure.NumberStart..figure.End]}” được đọc là bằng; cần kiểm tra lại.", lines)
            );
            confidence = 0.6;
        }
        var (unit, per) = FigureUnits.Parts(figure?.Unit);
        var measure =
            figure is null ? text.ToString()
            : _before is not null && OnlyTime(words, clause, figure) ? _before
            : Measures.Of(words, part, figure);
        _before ??= measure;
        _found.Add(
            new(
                _cell is { } cell ? cell.Section : paragraph.Section?.Number,
                text,
                measure,
                figure?.Comparator,
                figure?.Value,
                figure?.Upper,
                names.Of(unit),
                direction,
                baseline,
                _cell?.Lead ?? names.Of(Responsible(paragraph, clause)),
                dues.In(words, clause.Start, clause.End),
                confidence,
                lines
            )
            {
                Per = names.Of(per),
            }
        );
    }

    // "Tỷ lệ …: đến năm 2025: 65%; đến năm 2030: 80%": the second clause says no more than when.
    private static bool OnlyTime(Words words, TextRange clause, Figure figure)
    {
        var first = words.At(clause.Start);
        if (!(words.Is(first, "den") || words.Is(first, "nam") || words.Is(first, "giai")))
            return false;
        for (var i = first; i < words.Count && words.Start(i) < figure.Start; i++)
            if (!words.IsNumber(i) && !When.Has(words, i))
                return false;
        return true;
    }

    private static readonly WordSet When = Vocabulary.Words("targets/time-words");

    // What the paragraph's first clause measures.
    private string? _before;

    private static Excerpt Text(Paragraph paragraph, TextRange clause) =>
        Excerpt.Trimmed(paragraph.Text, Math.Max(clause.Start, Math.Min(paragraph.Marker.End, clause.End)), clause.End, " ;.,-+");

    // Whom the clause opens with, else whom its paragraph does.
    private List<string> Responsible(Paragraph paragraph, TextRange clause)
    {
        var own = Subject(paragraph.Words, paragraph.Words.At(clause.Start));
        return own.Count > 0 || clause.Start <= paragraph.Marker.End
            ? own
            : Subject(paragraph.Words, paragraph.Words.At(paragraph.Marker.End));
    }

    private List<string> Subject(Words words, int at)
    {
        var listed = units.ListAt(words, at, out var next);
        return listed.Count > 0 && next < words.Count && units.IsVerb(words, next) ? [.. listed.Select(u => u.Name)] : [];
    }
}
