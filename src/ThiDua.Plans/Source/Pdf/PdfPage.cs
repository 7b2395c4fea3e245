using ThiDua.Plans.Source.External;
using ThiDua.Plans.Source.Layout;
using UglyToad.PdfPig.Content;

namespace ThiDua.Plans.Source.Pdf;

/// <summary>A page to be read from its picture.</summary>
/// <param name="Longest">Its longer side, in points.</param>
/// <param name="Photograph">What it says of its size tells nothing.</param>
internal readonly record struct PicturedPage(int Number, double Longest, bool Photograph = false);

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
        return new()
        {
            Number = number,
            Width = OcrPage.PageWidth,
            Letters = lines.Count,
            HasPicture = true,
            Lines = lines,
            Tables = tables,
        };
    }

    /// <param name="stamped">Letters that stand on the page without being of its text.</param>
    public static PdfPage Of(Page page, List<Letter> stamped)
    {
        var letters = page.Letters;
        var grids = PdfTables.Grids(page);
        var blanks = PdfLines.HasBlanks(letters);
        return new PdfPage
        {
            Number = page.Number,
            Width = page.Width,
            Longest = Math.Max(page.Width, page.Height),
            Letters = letters.Count(l => !string.IsNullOrWhiteSpace(l.Value)),
            HasPicture = page.NumberOfImages > 0 || letters.Count == 0,
            Misread = IsMisread(page),
            Lines = PdfLines.Of(letters.Concat(stamped).Where(l => !grids.Exists(g => g.Place(PdfTables.Place(l)) is not null)), blanks),
            Tables = grids.ConvertAll(g => PdfTables.Table(g, page, blanks)),
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
        return letters >= FewestLetters
            && Source.Text.Vietnamese.Letters(text) * 100 < letters * FewestOwn
            && page.GetImages().Any(i => i.BoundingBox.Width * i.BoundingBox.Height > MostOfThePage * page.Width * page.Height);
    }

    /// <summary>
    /// Takes the footnotes at the foot of the page out of its lines: smaller letters after the last line of the text's size.
    /// </summary>
    /// <param name="goesOn">
    /// The last note of the page before was not at its end: what stands at the foot of this one goes on with it.
    /// </param>
    public List<PdfLine> TakeNotes(double size, bool goesOn)
    {
        var from = Lines.Count;
        while (from > 0 && Lines[from - 1].Size < 0.88 * size)
        {
            from--;
        }
        if (
            from == 0
            || from == Lines.Count
            || !goesOn && !char.IsDigit(Lines[from].Text[0])
            || Lines.Exists(l => l.Text.StartsWith("Nơi nhận", StringComparison.Ordinal))
        )
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
            items.InsertRange(
                at < 0 ? items.Count : at,
                table.Rows.Select(r => new PdfItem(new PdfLine { Base = table.Top }, Alone: true, r))
            );
        }
        return items;
    }
}
