using UglyToad.PdfPig.Content;

namespace ThiDua.Plans.Source.Pdf;

/// <summary>Puts the letters of a page together into printed lines.</summary>
internal static class PdfLines
{
    // In sizes of the letters: from how much white a new word begins, and from how much a new column.
    private const double WordGap = 0.1;
    private const double WordGapBesideBlanks = 0.55;
    private const double ColumnGap = 1.8;

    // Of a line set wide, letter from letter; what stands farther apart is words of one letter.
    private const double WidestSpacing = 0.2;

    // A line so short may be one word, on a page that has blanks elsewhere.
    private const int FewLetters = 20;

    // A blank that truly parts two letters leaves at least this much white: a row of blanks may lie under another text.
    private const double LeastBlank = 0.08;

    /// <summary>Blanks are letters of their own here: small gaps are then only how the font spaces its marks.</summary>
    public static bool HasBlanks(IReadOnlyCollection<Letter> letters) =>
        letters.Count(l => string.IsNullOrWhiteSpace(l.Value)) * 25 > letters.Count;

    /// <param name="blanks">The page that the letters are of has blanks.</param>
    public static List<PdfLine> Of(IEnumerable<Letter> all, bool blanks)
    {
        var letters = all.Where(l =>
                l.TextOrientation == TextOrientation.Horizontal
                && l.PointSize > 0.5
                && double.IsFinite(l.StartBaseLine.X + l.StartBaseLine.Y + l.EndBaseLine.X)
            )
            .ToList();
        var lines = new List<PdfLine>();
        foreach (var row in Rows(letters))
        {
            row.Sort((a, b) => a.StartBaseLine.X.CompareTo(b.StartBaseLine.X));
            var byBlanks = HasBlanks(row) || blanks && row.Count < FewLetters;
            if (Line(row, byBlanks ? WordGapBesideBlanks : WordGap + Spacing(row)) is { } line)
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

    // How far the letters of a line stand apart within its words, in sizes of the letters.
    private static double Spacing(List<Letter> row)
    {
        var gaps = new List<double>();
        for (var i = 1; i < row.Count; i++)
        {
            gaps.Add((row[i].StartBaseLine.X - row[i - 1].EndBaseLine.X) / row[i].PointSize);
        }
        gaps.Sort();
        return gaps.Count > 0 ? Math.Clamp(gaps[gaps.Count / 4], 0, WidestSpacing) : 0;
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
                segment!.Gaps.Add((segment.Length, segment.Right, letter.StartBaseLine.X));
                segment.Append(" ", segment.Runs[^1].Bold, segment.Runs[^1].Italic);
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
