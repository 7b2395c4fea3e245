using UglyToad.PdfPig.Content;

namespace ThiDua.Plans.Source.Pdf;

/// <summary>Puts the letters of a page together into printed lines.</summary>
internal static class PdfLines
{
    // In sizes of the letters: from how much white a new word begins, and from how much a new column.
    private const double WordGap = 0.22;
    private const double WordGapBesideSpaces = 0.7;
    private const double ColumnGap = 1.8;

    // A blank that truly parts two letters leaves at least this much white: a row of blanks may lie under another text.
    private const double LeastBlank = 0.08;

    public static List<PdfLine> Of(IEnumerable<Letter> all)
    {
        var letters = all.Where(l =>
                l.TextOrientation == TextOrientation.Horizontal
                && l.PointSize > 0.5
                && double.IsFinite(l.StartBaseLine.X + l.StartBaseLine.Y + l.EndBaseLine.X)
            )
            .ToList();
        // Where blanks are letters of their own, small gaps are only how the font spaces its marks.
        var spaces = letters.Count(l => string.IsNullOrWhiteSpace(l.Value)) * 25 > letters.Count;
        var lines = new List<PdfLine>();
        foreach (var row in Rows(letters))
        {
            row.Sort((a, b) => a.StartBaseLine.X.CompareTo(b.StartBaseLine.X));
            if (Line(row, spaces ? WordGapBesideSpaces : WordGap) is { } line)
            {
                lines.Add(line);
            }
        }
        return lines;
    }

    // Letters of one baseline; superscripts and the like join the line they overlap.
    private static List<List<Letter>> Rows(List<Letter> letters)
    {
        var rows = new List<List<Letter>>();
        letters.Sort((a, b) => b.StartBaseLine.Y.CompareTo(a.StartBaseLine.Y));
        var at = double.NaN;
        foreach (var letter in letters)
        {
            if (rows.Count == 0 || at - letter.StartBaseLine.Y > 0.35 * Math.Max(letter.PointSize, 4))
            {
                rows.Add([]);
                at = letter.StartBaseLine.Y;
            }
            rows[^1].Add(letter);
        }
        return rows;
    }

    private static PdfLine? Line(List<Letter> row, double wordGap)
    {
        var line = new PdfLine();
        PdfSegment? segment = null;
        Letter? last = null;
        var blank = false;
        foreach (var letter in row)
        {
            if (string.IsNullOrWhiteSpace(letter.Value))
            {
                // Blanks only say that a word ended: their width is what the next letter's place shows.
                blank = true;
                continue;
            }
            if (last is not null && IsOverprint(last, letter))
            {
                continue;
            }
            var gap = segment is null ? double.PositiveInfinity : letter.StartBaseLine.X - segment.Right;
            if (gap > ColumnGap * letter.PointSize)
            {
                line.Segments.Add(
                    segment = new PdfSegment
                    {
                        Left = letter.StartBaseLine.X,
                        Right = letter.StartBaseLine.X,
                        Base = letter.StartBaseLine.Y,
                    }
                );
            }
            else if (gap > (blank ? LeastBlank : wordGap) * letter.PointSize)
            {
                segment!.Append(" ", segment.Runs[^1].Bold, segment.Runs[^1].Italic);
            }
            blank = false;
            var (bold, italic) = Weight(letter);
            segment!.Append(letter.Value, bold, italic);
            segment.Right = Math.Max(segment.Right, letter.EndBaseLine.X);
            segment.Size = Math.Max(segment.Size, letter.PointSize);
            last = letter;
        }
        line.Base = line.Segments.Count > 0 ? line.Segments[0].Base : 0;
        return line.Segments.Count > 0 ? line : null;
    }

    // Bold is sometimes faked by printing the letter twice, a hair apart.
    private static bool IsOverprint(Letter last, Letter next) =>
        last.Value == next.Value
        && Math.Abs(last.StartBaseLine.X - next.StartBaseLine.X) < 0.15 * next.PointSize
        && Math.Abs(last.StartBaseLine.Y - next.StartBaseLine.Y) < 0.15 * next.PointSize;

    private static (bool Bold, bool Italic) Weight(Letter letter)
    {
        var name = letter.FontName ?? "";
        return (
            letter.FontDetails.IsBold
                || letter.FontDetails.Weight >= 600
                || name.Contains("Bold", StringComparison.OrdinalIgnoreCase)
                || name.Contains("Black", StringComparison.OrdinalIgnoreCase),
            letter.FontDetails.IsItalic
                || name.Contains("Italic", StringComparison.OrdinalIgnoreCase)
                || name.Contains("Oblique", StringComparison.OrdinalIgnoreCase)
        );
    }
}
