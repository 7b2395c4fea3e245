namespace ThiDua.Plans.Source.Pdf;

/// <summary>Where the text of a page stands, in points.</summary>
/// <param name="Even">
/// Full lines end at the right margin: the text is justified. Else the longest line only shows how far lines may go.
/// </param>
internal readonly record struct PdfMargins(
    double Left,
    double Right,
    double Leading,
    double Size,
    double Indent,
    bool HangingLists,
    bool Even
)
{
    // Lines end at one place: within so many points, so many of them.
    private const double OnePlace = 4;
    private const double EvenShare = 0.2;
    private const double MostlyEven = 0.5;
    private const int LeastEven = 3;

    // No line of the text goes so far over the page: all are short.
    private const double FarEnough = 0.7;

    // In sizes of the letters.
    private const double Blank = 0.25;
    private const double Slack = 0.5;
    private const double ClearlyShort = 3;

    /// <param name="lines">Of a page, or of all pages of one width.</param>
    /// <param name="width">Of the page.</param>
    public static PdfMargins Of(List<PdfLine> lines, double width)
    {
        // Letterheads and signatures keep no margins.
        var single = lines.Where(l => l.Segments.Count == 1).ToList();
        lines = single.Count > 3 ? single : lines;
        if (lines.Count == 0)
        {
            return default;
        }
        var left = Often(lines.Select(l => l.Left), smallest: true);
        var (right, even) = RightOf(lines, left, width);
        var steps = lines.Zip(lines.Skip(1), (a, b) => a.Base - b.Base).Where(s => s > 1).Order().ToList();
        var sizes = lines.Select(l => l.Size).Order().ToList();
        // Where nearly every line is indented, indents are hanging lists and not first lines.
        var indent =
            lines
                .Select(l => Math.Round(l.Left))
                .Where(l => l > left + 8)
                .GroupBy(l => l)
                .Where(g => g.Count() > 1)
                .OrderByDescending(g => g.Count())
                .FirstOrDefault()
                ?.Key
            ?? left;
        var hanging = lines.Count(l => l.Left > left + 8) * 3 > lines.Count * 2;
        return new PdfMargins(
            left,
            right,
            steps.Count > 0 ? steps[steps.Count / 3] : sizes[0] * 1.2,
            sizes[sizes.Count / 2],
            indent,
            hanging,
            even
        );
    }

    private static (double Right, bool Even) RightOf(List<PdfLine> lines, double left, double width)
    {
        var often = Often(lines.Select(l => l.Right), smallest: false);
        var there = lines.Count(l => Math.Abs(l.Right - often) < OnePlace);
        if (there >= LeastEven && there >= (often < FarEnough * width ? MostlyEven : EvenShare) * lines.Count)
        {
            return (often, true);
        }
        var longest = lines.Max(l => l.Right);
        return (longest < FarEnough * width ? width - left : longest, false);
    }

    /// <summary>Of a page with few full lines: the right margin and the leading are those of all such pages.</summary>
    public PdfMargins Within(PdfMargins all)
    {
        var wider = Math.Abs(Left - all.Left) < OnePlace && all.Right > Right;
        return this with { Leading = all.Leading, Right = wider ? all.Right : Right, Even = wider ? all.Even : Even };
    }

    /// <summary>The line ends before it must: what comes next would have had room on it.</summary>
    public bool IsShort(PdfLine line, PdfLine next) =>
        Even && line.Right < Right - ClearlyShort * line.Size || Reach(line, next) < Right - Slack * line.Size;

    /// <summary>The line ends so long before it must that no name kept in one piece can be the cause.</summary>
    public bool IsClearlyShort(PdfLine line, PdfLine next) =>
        line.Right < Right - ClearlyShort * line.Size && (Even || Reach(line, next) < Right - ClearlyShort * line.Size);

    // How far the line would go with the next one's first word.
    private static double Reach(PdfLine line, PdfLine next)
    {
        var first = next.Segments[0];
        var text = first.Text;
        var word = text.IndexOf(' ') is > 0 and var end ? end : text.Length;
        return line.Right + (Blank * line.Size) + ((first.Right - first.Left) * word / text.Length);
    }

    public bool IsCentred(PdfLine line)
    {
        double before = line.Left - Left,
            after = Right - line.Right;
        // A short heading may stand in the middle by chance: its beginning then is where first lines begin.
        return Math.Abs(line.Left - Indent) > 3
            && before > 2.2 * line.Size
            && Math.Abs(before - after) < Math.Max(6, 0.12 * (before + after))
            && line.Segments.Count == 1;
    }

    // The outermost place where at least a tenth of the lines begin or end.
    private static double Often(IEnumerable<double> places, bool smallest)
    {
        var sorted = places.Order().ToList();
        var need = Math.Max(Math.Min(2, sorted.Count), sorted.Count / 10);
        if (!smallest)
        {
            sorted.Reverse();
        }
        for (var i = 0; i + need <= sorted.Count; i++)
        {
            if (Math.Abs(sorted[i + need - 1] - sorted[i]) < 4)
            {
                return sorted[i];
            }
        }
        return sorted[0];
    }
}
