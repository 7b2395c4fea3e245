using ThiDua.Plans.Reading.Citing;
using ThiDua.Plans.Reading.Dates;
using ThiDua.Plans.Reading.Figures;
using ThiDua.Plans.Reading.Head;
using ThiDua.Plans.Reading.Structure;
using ThiDua.Plans.Reading.Tables;
using ThiDua.Plans.Reading.Tasks;
using ThiDua.Plans.Reading.Units;

namespace ThiDua.Plans.Reading;

/// <summary>Takes the paragraphs in order, and each to those who look for something in it.</summary>
internal sealed class BodyReader
{
    private static readonly FoldedTexts GroundTitles = Vocabulary.Folded("grounds/titles");
    private static readonly FoldedTexts GroundOpenings = Vocabulary.Folded("grounds/openings");
    private static readonly FoldedTexts DocumentWords = Vocabulary.Folded("grounds/document-words");
    private static readonly FoldedTexts Carrying = Vocabulary.Folded("grounds/carrying-out");

    private readonly CitationReader _citations;
    private readonly TargetReader _targets;
    private readonly TaskReader _assignments;
    private readonly AwardLists _awards;
    private readonly TableReader _tables;
    private readonly DutyReader _reporting;
    private readonly List<Duty> _duties = [];
    private readonly List<PlanTarget> _tableTargets = [];
    private readonly List<int> _bases = [];
    private readonly HashSet<int> _based = [];
    private readonly Examples _examples = new();
    private readonly bool _parted;
    private bool _underBasis;

    // The grounds before ended with a semicolon where a line ended: what the next line names is of them.
    private bool _basisGoesOn;

    /// <param name="parted">The document has sections.</param>
    public BodyReader(Lexicon lexicon, DocumentHead head, bool parted, List<Warning> warnings)
    {
        _parted = parted;
        var units = new UnitScanner(lexicon);
        var names = new NamePool();
        _citations = new CitationReader(head.OwnSymbol, head.Header.Date, names);
        var dues = new DueReader(head.Header.Year, head.Header.Date);
        _targets = new TargetReader(units, dues, head.Header.Year, names, warnings);
        if (head.TitleParagraph is { } title)
            _citations.Read(title);
        _awards = new AwardLists(units);
        _assignments = new TaskReader(units, dues, lexicon, names, warnings);
        _reporting = new DutyReader(units, dues);
        _tables = new TableReader(units, dues, new TableHeads(head.Header.Year), parted, _targets, _assignments.Found, _tableTargets);
    }

    public void Read(Paragraph paragraph)
    {
        var cited = _citations.Read(paragraph);
        _underBasis = paragraph.Section is null && (IsBasisCaption(paragraph) || _underBasis && paragraph.Marker.Kind is MarkerKind.Bullet);
        var basis =
            paragraph.Section is { } part && IsBasisPart(part) && paragraph is { IsHeading: false, Row: null }
            || paragraph is { Section: null, Row: null } && (_underBasis || IsBasis(paragraph) || _basisGoesOn && NamesDocument(paragraph));
        if (basis)
            _bases.AddRange(cited.Where(_based.Add));
        _basisGoesOn = basis && paragraph.Text.EndsWith(';');
        // A footnote explains: it cites, and asks nothing of anybody.
        if (paragraph.Note)
            return;
        if (paragraph.Row is not null)
        {
            _tables.Read(paragraph);
            return;
        }
        if (_examples.Is(paragraph))
            return;
        _tables.Caption(paragraph);
        _targets.Read(paragraph);
        if (_awards.Has(paragraph))
            return;
        if (_parted)
            _assignments.Read(paragraph);
        else if (!basis)
            _assignments.ReadUnparted(paragraph);
        _reporting.Read(paragraph, _assignments.Found, _duties);
    }

    public void Finish() => _assignments.Finish();

    public Plan Plan
    {
        get
        {
            var references = _citations.References;
            return new()
            {
                Header = new(null, null, null, null, null, null, null, null),
                LegalBases = [.. _bases.Select(i => references[i])],
                References = references,
                Targets = [.. _targets.Found.Concat(_tableTargets).OrderBy(t => t.Lines.First)],
                Tasks = [.. _assignments.Found.OrderBy(t => t.Lines.First)],
                Duties = _duties,
            };
        }
    }

    // "I. CĂN CỨ LẬP KẾ HOẠCH", "1. Căn cứ pháp lý": the grounds have a part of their own.
    private bool IsBasisPart(OutlineNode section)
    {
        if (_basisPart is null && _bases.Count == 0 && NamesGrounds(section))
            _basisPart = section;
        return _basisPart == section;
    }

    // Only where none open the document: a procedure of an annex has grounds too.
    private OutlineNode? _basisPart;

    private static bool NamesGrounds(OutlineNode section) => section.Title.Length < 60 && GroundTitles.AnyStarts(Folding.Of(section.Title));

    // "Căn cứ:" alone, then a list.
    private static bool IsBasisCaption(Paragraph paragraph) =>
        paragraph.Words.Count <= 5 && paragraph.Folded.StartsWith("can cu", StringComparison.Ordinal);

    private static bool NamesDocument(Paragraph paragraph) =>
        paragraph.Marker.Kind is MarkerKind.None
        && (
            DocumentWords.AnyStarts(paragraph.Folded)
            || DocumentKinds.Names.Any(n => paragraph.Folded.StartsWith(n.Folded, StringComparison.Ordinal))
        );

    private static bool IsBasis(Paragraph paragraph)
    {
        var folded = paragraph.Folded[Math.Min(paragraph.Marker.End, paragraph.Folded.Length)..];
        return GroundOpenings.AnyStarts(folded)
            || Carrying.Start(folded) is > 0 and var length
                && DocumentKinds.Names.Any(n => folded.AsSpan(length).StartsWith(n.Folded, StringComparison.Ordinal));
    }
}
