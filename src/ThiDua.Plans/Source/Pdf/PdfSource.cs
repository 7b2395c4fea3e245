using ThiDua.Plans.Source.External;
using ThiDua.Plans.Source.Layout;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace ThiDua.Plans.Source.Pdf;

/// <summary>PDF files with a text layer; pages without one go through the recogniser that the caller gives.</summary>
internal static class PdfSource
{
    // A scanned page may carry a stray stamp or number as text.
    private const int LettersOfAnEmptyPage = 8;

    /// <param name="recognise">Reads the pictured pages of these numbers; called only when there are any.</param>
    public static SourceDocument Read(ArraySegment<byte> file, ReadLimits limits, Func<IReadOnlyList<PicturedPage>, Dictionary<int, PdfPage>> recognise, CancellationToken ct)
    {
        try
        {
            using var pdf = PdfDocument.Open(file.AsSpan().ToArray(), new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            if (pdf.NumberOfPages > limits.MaxPages)
            {
                throw new UnreadableDocumentException("too-many-pages", $"Tệp PDF có {pdf.NumberOfPages} trang, vượt giới hạn {limits.MaxPages} trang.",
                    $"The PDF has {pdf.NumberOfPages} pages; the limit is {limits.MaxPages}.");
            }
            return Read(pdf, limits, recognise, ct);
        }
        catch (PdfDocumentEncryptedException e)
        {
            throw new UnreadableDocumentException("encrypted", "Tệp PDF có mật khẩu, không đọc được. Hãy bỏ mật khẩu rồi thử lại.", "The PDF is protected by a password.", e);
        }
        // The library lets almost any exception through on damaged input.
        catch (Exception e) when (e is not (UnreadableDocumentException or OperationCanceledException or OutOfMemoryException))
        {
            throw UnreadableDocumentException.Damaged("PDF", e);
        }
    }

    private static SourceDocument Read(PdfDocument pdf, ReadLimits limits, Func<IReadOnlyList<PicturedPage>, Dictionary<int, PdfPage>> recognise, CancellationToken ct)
    {
        var pages = new List<PdfPage>();
        var stamps = new PdfStamps(pdf);
        foreach (var page in pdf.GetPages())
        {
            ct.ThrowIfCancellationRequested();
            pages.Add(PdfPage.Of(page, stamps.Of(page)));
        }
        var warnings = Recognise(pages, limits, recognise);
        var lines = Lines(pages, limits);
        return lines.Count > 0 ? new SourceDocument("pdf", lines, warnings)
            : throw new UnreadableDocumentException("no-text", "Tệp PDF không có chữ nào.", "The PDF has no text.");
    }

    // Pages without text, and those whose text an earlier recogniser left without Vietnamese marks: it is kept where this one cannot run.
    private static List<Warning> Recognise(List<PdfPage> pages, ReadLimits limits, Func<IReadOnlyList<PicturedPage>, Dictionary<int, PdfPage>> recognise)
    {
        var empty = pages.Where(p => p.Letters < LettersOfAnEmptyPage && p.HasPicture).ToList();
        if (empty.Count > limits.MaxScannedPages)
        {
            throw new UnreadableDocumentException("too-many-pages", $"Tệp PDF có {empty.Count} trang là ảnh chụp, vượt giới hạn {limits.MaxScannedPages} trang; hãy tách tệp hoặc dùng bản có chữ.",
                $"{empty.Count} pages of the PDF are pictures; the limit is {limits.MaxScannedPages}.");
        }
        var misread = pages.Where(p => p.Misread).ToList();
        List<PdfPage> pictured = empty.Count + misread.Count <= limits.MaxScannedPages ? [.. empty, .. misread] : empty;
        try
        {
            foreach (var (number, read) in pictured.Count > 0 ? recognise(pictured.ConvertAll(p => new PicturedPage(p.Number, p.Longest))) : [])
            {
                pages[number - 1] = read;
            }
        }
        catch (UnreadableDocumentException e) when (e.Code is "needs-ocr" && empty.Count == 0)
        {
            pictured = [];
        }
        var warnings = new List<Warning>();
        if (pictured.Count > 0)
        {
            warnings.Add(new Warning("ocr", $"{pictured.Count} trang là ảnh chụp, đã nhận dạng chữ tự động; hãy soát lại kỹ.", null));
        }
        if (misread.Count > 0 && pictured.Count == empty.Count)
        {
            warnings.Add(new Warning("ocr", $"Chữ kèm theo ảnh chụp của {misread.Count} trang không có dấu tiếng Việt. Hãy cài chương trình nhận dạng chữ (apt install tesseract-ocr tesseract-ocr-vie poppler-utils) rồi đọc lại, hoặc dùng bản có chữ.", null));
        }
        return warnings;
    }

    /// <summary>The text of the pages, without page numbers and running heads.</summary>
    public static List<SourceLine> Lines(List<PdfPage> pages, ReadLimits limits)
    {
        PdfFurniture.Remove([.. pages.Select(p => p.Lines)]);
        var budget = new LineBudget(limits);
        var paragraphs = new PdfParagraphs(budget);
        var tables = new PdfTableNumbers();
        var whole = PdfMargins.Of([.. pages.SelectMany(p => p.Lines)]);
        var notes = new PdfNotes(paragraphs);
        for (var i = 0; i < pages.Count; i++)
        {
            paragraphs.Page(PdfMargins.Of(pages[i].Lines) with { Leading = whole.Leading });
            var foot = pages[i].TakeNotes(whole.Size, notes.Open);
            foreach (var item in pages[i].Items(i == 0))
            {
                paragraphs.Add(item.Row is null ? item : item with { Row = tables.Number(item.Row) });
                tables.Between(item.Row is null);
            }
            notes.Page(foot);
        }
        paragraphs.End();
        notes.End();
        return budget.Lines;
    }
}

/// <summary>A page to be read from its picture.</summary>
/// <param name="Longest">Its longer side, in points.</param>
internal readonly record struct PicturedPage(int Number, double Longest);

/// <summary>One page: its lines, and the rows of its ruled tables.</summary>
internal sealed class PdfPage
{
    public required int Number { get; init; }
    public required double Width { get; init; }
    /// <summary>Its longer side.</summary>
    public double Longest { get; private init; }
    public required int Letters { get; init; }
    public required bool HasPicture { get; init; }
    /// <summary>A picture with text behind it that is not Vietnamese: a scanner's own recogniser left it.</summary>
    public bool Misread { get; private init; }
    public required List<PdfLine> Lines { get; init; }
    public required List<PageTable> Tables { get; init; }

    /// <summary>A page of which only the picture is known, by what was recognised in it.</summary>
    public static PdfPage Recognised(int number, (List<PdfLine> Lines, List<PageTable> Tables) read)
    {
        var (lines, tables) = read;
        // The page's number, alone at its top or foot, is often misread ("lô" for 10).
        foreach (var edge in (PdfLine?[])[lines.FirstOrDefault(), lines.LastOrDefault()])
        {
            if (edge is { Segments.Count: 1 } && edge.Text.Length <= 3)
            {
                lines.Remove(edge);
            }
        }
        return new() { Number = number, Width = OcrPage.PageWidth, Letters = lines.Count, HasPicture = true, Lines = lines, Tables = tables };
    }

    /// <param name="stamped">Letters that stand on the page without being of its text.</param>
    public static PdfPage Of(Page page, List<Letter> stamped)
    {
        var letters = page.Letters;
        var grids = PdfTables.Grids(page);
        return new PdfPage
        {
            Number = page.Number,
            Width = page.Width,
            Longest = Math.Max(page.Width, page.Height),
            Letters = letters.Count(l => !string.IsNullOrWhiteSpace(l.Value)),
            HasPicture = page.NumberOfImages > 0 || letters.Count == 0,
            Misread = IsMisread(page),
            Lines = PdfLines.Of(letters.Concat(stamped).Where(l => !grids.Exists(g => g.Place(PdfTables.Place(l)) is not null))),
            Tables = grids.ConvertAll(g => PdfTables.Table(g, page)),
        };
    }

    private const int FewestLetters = 150;
    // Of every hundred letters of a Vietnamese text some twenty are Vietnamese alone; a recogniser of other languages leaves one or two.
    private const int FewestOwn = 4;
    private const double MostOfThePage = 0.6;

    private static bool IsMisread(Page page)
    {
        if (page.NumberOfImages == 0)
        {
            return false;
        }
        var text = string.Concat(page.Letters.Select(l => l.Value));
        var letters = text.Count(char.IsLetter);
        return letters >= FewestLetters && Source.Text.Vietnamese.Letters(text) * 100 < letters * FewestOwn
            && page.GetImages().Any(i => i.BoundingBox.Width * i.BoundingBox.Height > MostOfThePage * page.Width * page.Height);
    }

    /// <summary>Takes the footnotes at the foot of the page out of its lines: smaller letters after the last line of the text's size.</summary>
    /// <param name="goesOn">The last note of the page before was not at its end: what stands at the foot of this one goes on with it.</param>
    public List<PdfLine> TakeNotes(double size, bool goesOn)
    {
        var from = Lines.Count;
        while (from > 0 && Lines[from - 1].Size < 0.88 * size)
        {
            from--;
        }
        if (from == 0 || from == Lines.Count || !goesOn && !char.IsDigit(Lines[from].Text[0]) || Lines.Exists(l => l.Text.StartsWith("Nơi nhận", StringComparison.Ordinal)))
        {
            return [];
        }
        var notes = Lines.GetRange(from, Lines.Count - from);
        Lines.RemoveRange(from, Lines.Count - from);
        return notes;
    }

    /// <summary>Lines and table rows from top to bottom.</summary>
    public List<PdfItem> Items(bool firstPage)
    {
        var items = PdfColumns.Order(Lines, Width, firstPage);
        PdfBareTable.Replace(items);
        foreach (var table in Tables)
        {
            var at = items.FindIndex(i => i.Line.Base < table.Top);
            items.InsertRange(at < 0 ? items.Count : at, table.Rows.Select(r => new PdfItem(new PdfLine { Base = table.Top }, Alone: true, r)));
        }
        return items;
    }
}

/// <summary>Footnotes: each from its number on, over the lines and pages that it was printed on; it is told where it ends.</summary>
internal sealed class PdfNotes(PdfParagraphs to)
{
    private readonly List<PdfLine> _note = [];

    /// <summary>The last note is not at its end: the foot of the next page goes on with it.</summary>
    public bool Open => _note.Count > 0;

    public void Page(List<PdfLine> foot)
    {
        if (foot.Count == 0)
        {
            return;
        }
        to.End();
        foreach (var line in foot)
        {
            if (char.IsDigit(line.Text[0]) && !(Open && _note[^1].Text.TrimEnd() is [.., ',' or '/' or '-']))
            {
                End();
            }
            _note.Add(line);
        }
        if (_note[^1].Text.TrimEnd() is [.., '.' or ';' or '!' or '?'])
        {
            End();
        }
    }

    public void End()
    {
        if (Open)
        {
            to.Note(_note);
        }
        _note.Clear();
    }
}

/// <summary>Numbers the tables of a document; one that goes on at the top of the next page stays the same.</summary>
internal sealed class PdfTableNumbers
{
    private int _table = -1;
    private int _index;
    private int _columns;
    private bool _open;

    public SourceLine Number(SourceLine line)
    {
        var row = line.Row!;
        if (!_open || row.Cells.Count != _columns)
        {
            _table++;
            _index = 0;
            _columns = row.Cells.Count;
        }
        _open = true;
        return line with { Row = row with { Table = _table, Index = _index++ } };
    }

    /// <summary>Something came: text ends the table.</summary>
    public void Between(bool text) => _open &= !text;
}
