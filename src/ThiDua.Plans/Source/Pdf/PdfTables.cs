using ThiDua.Plans.Source.Layout;
using UglyToad.PdfPig.Content;

namespace ThiDua.Plans.Source.Pdf;

/// <summary>Tables drawn with lines: the letters within each of their cells, whatever the letters' order in the file.</summary>
internal static class PdfTables
{
    private const int MostRules = 20_000;

    public static List<RuledGrid> Grids(Page page)
    {
        var (uprights, levels) = Rules(page);
        return RuledGrid.Find(uprights, levels);
    }

    public static PageTable Table(RuledGrid grid, Page page, bool blanks) => grid.Table(page.Letters, Place, l => Text(l, blanks));

    /// <summary>Where a letter counts as standing: in the middle, a little above its base.</summary>
    public static (double X, double Y) Place(Letter letter) =>
        ((letter.StartBaseLine.X + letter.EndBaseLine.X) / 2, letter.StartBaseLine.Y + 0.2 * letter.PointSize);

    // Lines come as strokes or as thin filled boxes, whole or in pieces a cell long.
    private static (List<Rule> Uprights, List<Rule> Levels) Rules(Page page)
    {
        List<Rule> uprights = [],
            levels = [];
        foreach (var path in page.Paths)
        {
            if (path.IsClipping || path.GetBoundingRectangle() is not { } box || uprights.Count + levels.Count > MostRules)
            {
                continue;
            }
            if (box.Width < 2 && box.Height > 6)
            {
                uprights.Add(new Rule(box.Left, box.Bottom, box.Top));
            }
            else if (box.Height < 2 && box.Width > 6)
            {
                levels.Add(new Rule(box.Bottom, box.Left, box.Right));
            }
            else if (path.IsStroked && box.Width > 6 && box.Height > 6 && box.Width < page.Width * 0.99)
            {
                uprights.AddRange([new Rule(box.Left, box.Bottom, box.Top), new Rule(box.Right, box.Bottom, box.Top)]);
                levels.AddRange([new Rule(box.Bottom, box.Left, box.Right), new Rule(box.Top, box.Left, box.Right)]);
            }
        }
        return (uprights, levels);
    }

    private static string Text(IEnumerable<Letter> letters, bool blanks) =>
        Source.Text.Clean.Line(Gaps.Plain(Gaps.Collapse(string.Join(' ', PdfLines.Of(letters, blanks).Select(l => l.Text.Trim())))));
}
