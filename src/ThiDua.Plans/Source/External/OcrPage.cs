using System.Globalization;
using ThiDua.Plans.Source.Layout;
using ThiDua.Plans.Source.Pdf;

namespace ThiDua.Plans.Source.External;

/// <summary>
/// A page as Tesseract's table of words gives it (<c>tsv</c>: level, page, block, paragraph, line, word, left, top, width, height,
/// confidence, text, tab-separated, in pixels from the upper left corner), as the printed lines that a page with text has.
/// </summary>
internal sealed class OcrPage
{
    // An A4 page is 595 points wide: all distances below the lines are told in points.
    public const double PageWidth = 595;

    // In sizes of the letters.
    private const double ColumnGap = 1.8;
    private const double OneLine = 0.45;

    // Of a page that lies on its side or head hardly a word is sure.
    private const double SureOfWord = 80;
    private const int FewWords = 10;

    // The letterhead stands in the upper third; there two columns may nearly touch.
    private const double HeadPart = 0.35;

    private readonly PictureRules? _rules;
    private readonly List<OcrWord> _words;
    private readonly double _scale;
    private readonly double _height;
    private readonly List<RuledGrid> _grids;

    /// <param name="rules">The lines drawn on the page; none known when null.</param>
    public OcrPage(IEnumerable<string> tsv, PictureRules? rules = null)
    {
        (_words, _scale, _height) = OcrWord.Of(tsv, (x, y) => (x, y));
        _rules = rules;
        // On the page in points, from its foot.
        _grids =
            rules is null || _words.Count == 0
                ? []
                : RuledGrid.Find(
                    rules.Uprights.ConvertAll(u => new Rule(u.At * _scale, (_height - u.To) * _scale, (_height - u.From) * _scale)),
                    rules.Levels.ConvertAll(l => new Rule((_height - l.At) * _scale, l.From * _scale, l.To * _scale))
                );
    }

    /// <summary>How many words are sure and lie as words do, wider than high.</summary>
    public int Sound => _words.Count(w => w.Text.Length > 2 && w.Sure >= SureOfWord && w.Right - w.Left > w.Height);

    /// <summary>Most of its words are not sound: it may stand on its side or head.</summary>
    public bool MayBeTurned => _words.Count(w => w.Text.Length > 2) is > FewWords and var all && Sound * 2 < all;

    /// <summary>The cells of its tables in which no word was found.</summary>
    public List<PixelBox> EmptyCells()
    {
        var boxes = new List<PixelBox>();
        var places = _words.ConvertAll(Place);
        foreach (var (left, bottom, right, top) in _grids.SelectMany(g => g.Cells()))
        {
            if (places.Exists(p => p.X >= left && p.X <= right && p.Y >= bottom && p.Y <= top))
                continue;
            var (x, y) = _rules!.InPicture((left + right) / 2 / _scale, _height - (bottom + top) / 2 / _scale);
            double width = (right - left) / _scale,
                height = (top - bottom) / _scale;
            boxes.Add(new((int)(x - width / 2), (int)(y - height / 2), (int)(x + width / 2), (int)(y + height / 2)));
        }
        return boxes;
    }

    /// <summary>Takes the words of a sheet of cells to where these were cut from.</summary>
    public void Add(IEnumerable<string> tsv, CellSheet sheet) =>
        _words.AddRange(OcrWord.Of(tsv, sheet.OnPage, _scale, _height, _words.Count).Words);

    public (List<PdfLine> Lines, List<PageTable> Tables) Read()
    {
        var tables = _grids.ConvertAll(g => g.Table(_words, Place, Cell));
        var lines = _words
            .Where(w => !_grids.Exists(g => g.Place(Place(w)) is not null))
            .GroupBy(w => w.Line)
            .Select(g => g.OrderBy(w => w.Left).ToList())
            .ToList();
        if (lines.Count == 0)
            return ([], tables);
        var size = Median(lines.Select(l => l.Max(w => w.Base + w.Height) - l.Min(w => w.Base)));
        var segments = lines.SelectMany(l => Segments(l, size, _height * _scale)).OrderByDescending(s => s.Base).ToList();
        foreach (var segment in segments)
            segment.Runs[0] = (RecognisedText.Restored(segment.Text), false, false);
        segments.RemoveAll(s => s.Text.Length == 0);
        return (Rows(segments, size), tables);
    }

    // The middle of a word on the page set upright.
    private (double X, double Y) Place(OcrWord word)
    {
        double middle = (word.Left + word.Right) / 2,
            height = word.Base + word.Height / 2;
        if (_rules is null)
            return (middle, height);
        var (x, y) = _rules.Upright(middle / _scale, _height - height / _scale);
        return (x * _scale, (_height - y) * _scale);
    }

    // Words of a cell, line by line: Tesseract may have parted a line, and it takes one through several cells.
    private static string Cell(IEnumerable<OcrWord> words)
    {
        var lines = new List<(double Middle, List<OcrWord> Words)>();
        foreach (
            var part in words
                .Where(w => w.Text.Any(char.IsLetterOrDigit) || w.Text is "-" or "+" or "%")
                .GroupBy(w => w.Line)
                .Select(g =>
                    (Middle: Median(g.Select(w => w.Base + w.Height / 2)), Size: Median(g.Select(w => w.Height)), Words: g.ToList())
                )
                .OrderByDescending(p => p.Middle)
        )
        {
            if (lines.Count > 0 && lines[^1].Middle - part.Middle < OneLine * part.Size)
                lines[^1].Words.AddRange(part.Words);
            else
                lines.Add((part.Middle, part.Words));
        }
        return RecognisedText.Restored(
            string.Join(' ', lines.SelectMany(l => l.Words.OrderBy(w => w.Left)).Select(w => w.Text.Trim('|', '_', '[', ']')))
        );
    }

    private static IEnumerable<PdfSegment> Segments(List<OcrWord> line, double size, double height)
    {
        var start = Median(line.Select(w => w.Base));
        PdfSegment? open = null;
        foreach (var word in line)
        {
            if (
                open is not null
                && word.Left - open.Right <= ColumnGap * size
                && !(start > (1 - HeadPart) * height && word.Text is "CỘNG" or "ĐẢNG" && word.Left - open.Right > 0.5 * size)
            )
            {
                open.Append(" " + word.Text, false, false);
                open.Right = Math.Max(open.Right, word.Right);
                continue;
            }
            if (open is not null)
                yield return open;
            open = new PdfSegment
            {
                Left = word.Left,
                Right = word.Right,
                Base = start,
                Size = size,
            };
            open.Append(word.Text, false, false);
        }
        if (open is not null)
            yield return open;
    }

    // What Tesseract parted into blocks and stands at one height is one printed line.
    private static List<PdfLine> Rows(List<PdfSegment> segments, double size)
    {
        var lines = new List<PdfLine>();
        foreach (var segment in segments)
        {
            if (lines.Count == 0 || lines[^1].Base - segment.Base > OneLine * size)
                lines.Add(new PdfLine { Base = segment.Base });
            lines[^1].Segments.Add(segment);
        }
        foreach (var line in lines)
            line.Segments.Sort((a, b) => a.Left.CompareTo(b.Left));
        return lines;
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
