using System.Globalization;
using ThiDua.Plans.Source.Pdf;

namespace ThiDua.Plans.Source.External;

/// <summary>
/// A page as Tesseract's table of words gives it (<c>tsv</c>: level, page, block, paragraph, line, word, left, top, width, height,
/// confidence, text, tab-separated, in pixels from the upper left corner), as the printed lines that a page with text has.
/// </summary>
internal static class OcrPage
{
    // An A4 page is 595 points wide: all distances below the lines are told in points.
    public const double PageWidth = 595;
    // In sizes of the letters.
    private const double ColumnGap = 1.8;
    private const double OneLine = 0.45;
    // Specks and strokes of a stamp come as words of which Tesseract itself is unsure (0 to 100).
    private const double LeastConfidence = 30;
    private const double SureOfMark = 60;
    // The letterhead stands in the upper third; there two columns may nearly touch.
    private const double HeadPart = 0.35;

    private readonly record struct Word(string Text, double Left, double Right, double Base, double Height, int Line);

    public static List<PdfLine> Parse(IEnumerable<string> tsv)
    {
        var (words, scale, height) = Words(tsv);
        if (words.Count == 0) return [];
        var lines = words.GroupBy(w => w.Line).Select(g => g.OrderBy(w => w.Left).ToList()).ToList();
        var size = Median(lines.Select(l => l.Max(w => w.Base + w.Height) - l.Min(w => w.Base)));
        var segments = lines.SelectMany(l => Segments(l, size, height * scale)).OrderByDescending(s => s.Base).ToList();
        foreach (var segment in segments) segment.Runs[0] = (RecognisedText.Restored(segment.Text), false, false);
        segments.RemoveAll(s => s.Text.Length == 0);
        return Rows(segments, size);
    }

    private static (List<Word> Words, double Scale, double Height) Words(IEnumerable<string> tsv)
    {
        var words = new List<Word>();
        double scale = 1, height = 0;
        var line = 0;
        foreach (var row in tsv)
        {
            var cells = row.Split('\t', 12);
            if (cells.Length < 12 || !int.TryParse(cells[0], NumberStyles.None, CultureInfo.InvariantCulture, out var level) || Box(cells) is not { } box) continue;
            if (level == 1) (scale, height) = (PageWidth / Math.Max(1, Math.Min(box.Width, box.Height)), box.Height);
            else if (level == 4) line++;
            else if (level == 5 && double.TryParse(cells[10], CultureInfo.InvariantCulture, out var sure) && Text.Clean.Line(cells[11]).Trim() is { Length: > 0 } text && IsWord(text, sure))
                words.Add(new(text, box.Left * scale, (box.Left + box.Width) * scale, (height - box.Top - box.Height) * scale, box.Height * scale, line));
        }
        return (words, scale, height);
    }

    private static (double Left, double Top, double Width, double Height)? Box(string[] cells)
    {
        Span<double> box = stackalloc double[4];
        for (var i = 0; i < 4; i++)
            if (!double.TryParse(cells[6 + i], CultureInfo.InvariantCulture, out box[i])) return null;
        return (box[0], box[1], box[2], box[3]);
    }

    private static bool IsWord(string text, double sure) => text.Any(char.IsLetterOrDigit) ? sure >= LeastConfidence || text.Length > 1 : sure >= SureOfMark;

    private static IEnumerable<PdfSegment> Segments(List<Word> line, double size, double height)
    {
        var start = Median(line.Select(w => w.Base));
        PdfSegment? open = null;
        foreach (var word in line)
        {
            if (open is not null && word.Left - open.Right <= ColumnGap * size && !(start > (1 - HeadPart) * height && word.Text is "CỘNG" or "ĐẢNG" && word.Left - open.Right > 0.5 * size))
            {
                open.Append(" " + word.Text, false, false);
                open.Right = word.Right;
                continue;
            }
            if (open is not null) yield return open;
            open = new PdfSegment { Left = word.Left, Right = word.Right, Base = start, Size = size };
            open.Append(word.Text, false, false);
        }
        if (open is not null) yield return open;
    }

    // What Tesseract parted into blocks and stands at one height is one printed line.
    private static List<PdfLine> Rows(List<PdfSegment> segments, double size)
    {
        var lines = new List<PdfLine>();
        foreach (var segment in segments)
        {
            if (lines.Count == 0 || lines[^1].Base - segment.Base > OneLine * size) lines.Add(new PdfLine { Base = segment.Base });
            lines[^1].Segments.Add(segment);
        }
        foreach (var line in lines) line.Segments.Sort((a, b) => a.Left.CompareTo(b.Left));
        return lines;
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
