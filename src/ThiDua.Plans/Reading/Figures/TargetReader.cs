using ThiDua.Plans.Reading.Dates;
using ThiDua.Plans.Reading.Structure;
using ThiDua.Plans.Reading.Units;
using ThiDua.Plans.Source;

namespace ThiDua.Plans.Reading.Figures;

/// <summary>Finds targets: clauses with figures, and in target sections the goals without one.</summary>
internal sealed class TargetReader(UnitScanner units, DueReader dues, int? year, NamePool names, List<Warning> warnings)
{
    // In what was and what it costs only what is striven for, above the first section only what is called a goal.
    private static readonly Phrases<bool> Aims = Vocabulary.Set("targets/aims");
    private static readonly Phrases<bool> CalledGoals = Vocabulary.Set("targets/called-goals");
    private static readonly Phrases<bool> TimeOpenings = Vocabulary.Set("targets/time-openings");
    private static readonly WordSet TimeWords = Vocabulary.Words("targets/time-words");

    private readonly List<PlanTarget> _found = [];

    // What the paragraph's first clause measures.
    private string? _measure;

    public IReadOnlyList<PlanTarget> Found => _found;

    /// <summary>Where a clause stands: its section, and whom its row charges where it is a cell of a table.</summary>
    private sealed record Place(Paragraph Paragraph, string? Section, SectionKind Kind, IReadOnlyList<string>? Lead = null);

    public void Read(Paragraph paragraph)
    {
        var kind = SectionKinds.Of(paragraph.Section);
        if (SectionKinds.Rules(paragraph.Section))
            return;
        var figures = FigureFinder.In(paragraph.Words, paragraph.Marker.End).FindAll(f => f.NumberStart >= paragraph.Marker.End);
        if (figures.Count == 0 && kind is not SectionKind.Targets)
            return;
        _measure = null;
        var place = new Place(paragraph, paragraph.Section?.Number, kind);
        foreach (var clause in Clauses.Of(paragraph))
            if (
                kind is SectionKind.Past or SectionKind.Budget
                    ? paragraph.Words.HasAny(clause, Aims)
                    : paragraph.Section is not null || paragraph.Words.HasAny(clause, CalledGoals)
            )
                Clause(place, clause, figures);
    }

    /// <summary>A cell that says targets in words: "Tối thiểu 40% các sở có cơ sở dữ liệu dùng chung".</summary>
    /// <param name="row">The row it stands in.</param>
    /// <param name="lead">Whom the row makes responsible.</param>
    public void ReadCell(string text, Paragraph row, string? section, IReadOnlyList<string> lead)
    {
        var cell = new Paragraph(text, row.Lines.First, [], new SourceLine(text), Marker.None, allBold: false);
        _measure = null;
        var figures = FigureFinder.In(cell.Words);
        foreach (var clause in Clauses.Of(cell))
            Clause(new(cell, section, SectionKind.Targets, lead), clause, figures);
    }

    private void Clause(Place place, TextRange clause, List<Figure> figures)
    {
        var words = place.Paragraph.Words;
        var mine = figures.FindAll(f => f.NumberStart >= clause.Start && f.NumberStart < clause.End);
        var targets = ClauseFigures.Of(words, clause, mine, place.Kind, year);
        if (mine.Count == 0 && place.Kind is SectionKind.Targets && Goals.Is(place.Paragraph, clause, year))
            Add(place, clause, null, clause);
        foreach (var (figure, part) in targets)
            Add(place, clause, figure, part);
    }

    private void Add(Place place, TextRange clause, Figure? figure, TextRange part)
    {
        var (paragraph, words) = (place.Paragraph, place.Paragraph.Words);
        var text = Text(paragraph, clause);
        if (text.Length == 0)
            return;
        var (direction, baseline) = figure is null ? (null, null) : Directions.Of(words, part, figure);
        var (unit, per) = FigureUnits.Parts(figure?.Unit);
        var measure =
            figure is null ? text.ToString()
            : _measure is not null && SaysOnlyWhen(words, clause, figure) ? _measure
            : Measures.Of(words, part, figure);
        _measure ??= measure;
        var lines = paragraph.LinesOf(part.Start, part.End);
        _found.Add(
            new(
                place.Section,
                text,
                measure,
                figure?.Comparator,
                figure?.Value,
                figure?.Upper,
                names.Of(unit),
                direction,
                baseline,
                place.Lead ?? names.Of(Responsible(paragraph, clause)),
                dues.In(words, clause.Start, clause.End),
                Confidence(paragraph, figure, lines),
                lines
            )
            {
                Per = names.Of(per),
            }
        );
    }

    // What is doubtful is said to the person who imports.
    private double Confidence(Paragraph paragraph, Figure? figure, LineRange lines)
    {
        if (figure is null)
            return 0.5;
        var written = paragraph.Text[figure.NumberStart..figure.End];
        var doubt =
            figure.About ? new Warning("target.about", $"“Khoảng {written}” được đọc là bằng; cần kiểm tra lại.", lines)
            : figure.Form == FigureForm.Commas && written.Count(c => c is ',') == 1
                ? new("target.comma", $"“{written}”: dấu phẩy được đọc là dấu phân cách hàng nghìn; cần kiểm tra lại.", lines)
            : null;
        if (doubt is null)
            return figure.Unit == "%" || figure.Explicit ? 0.95 : 0.75;
        warnings.Add(doubt);
        return 0.6;
    }

    // "Tỷ lệ …: đến năm 2025: 65%; đến năm 2030: 80%": the second clause says no more than when.
    private static bool SaysOnlyWhen(Words words, TextRange clause, Figure figure)
    {
        var first = words.At(clause.Start);
        if (TimeOpenings.Match(words, first, out _) == 0)
            return false;
        for (var i = first; i < words.Count && words.Start(i) < figure.Start; i++)
            if (!words.IsNumber(i) && !TimeWords.Has(words, i))
                return false;
        return true;
    }

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
