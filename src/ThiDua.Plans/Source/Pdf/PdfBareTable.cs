namespace ThiDua.Plans.Source.Pdf;

/// <summary>
/// A table printed without lines: a head that begins with "TT" or "STT", and below it lines that keep the same white gutters. A line with
/// nothing under the numbers goes on with the row above.
/// </summary>
internal static class PdfBareTable
{
    private const double Gutter = 5;
    private static readonly string[] Numbers = ["TT", "STT", "SỐ TT"];

    /// <summary>Puts rows in the place of the lines that make such a table.</summary>
    public static void Replace(List<PdfItem> items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (!IsHead(items[i]))
            {
                continue;
            }
            var (length, columns) = Extent(items, i);
            var rows = Rows(items.GetRange(i, length), columns);
            if (rows.Count < 3)
            {
                continue;
            }
            var at = items[i].Line;
            items.RemoveRange(i, length);
            items.InsertRange(
                i,
                rows.Select(
                    (r, n) =>
                        new PdfItem(
                            new PdfLine { Base = at.Base },
                            Alone: true,
                            new SourceLine(string.Join(" | ", r)) { Row = new TableRow(0, n, Borderless: false, r) }
                        )
                )
            );
            i += rows.Count - 1;
        }
    }

    private static bool IsHead(PdfItem item) =>
        item is { Row: null, Alone: false }
        && item.Line.Segments.Count >= 3
        && Array.Exists(Numbers, n => string.Equals(n, item.Line.Segments[0].Text.Trim(), StringComparison.OrdinalIgnoreCase));

    // Lines are taken as long as what they print leaves the gutters of the head white.
    private static (int Length, List<(double Left, double Right)> Columns) Extent(List<PdfItem> items, int at)
    {
        var columns = items[at].Line.Segments.ConvertAll(s => (s.Left, s.Right));
        var (length, least) = (1, double.MaxValue);
        for (; at + length < items.Count && items[at + length] is { Row: null, Alone: false } next; length++)
        {
            var step = items[at + length - 1].Line.Base - next.Line.Base;
            if (step < 0 || step > 4 * next.Line.Size || Widened(columns, next.Line) is not { } wider)
            {
                break;
            }
            // What goes on with a row stands close below it and is not all bold: else the next part of the text begins.
            if (length > 1 && next.Line.Left > columns[0].Right && (step > 1.35 * least || next.Line.Segments.TrueForAll(s => s.Bold)))
            {
                break;
            }
            (columns, least) = (wider, Math.Min(least, step));
        }
        return (length, columns);
    }

    private static List<(double Left, double Right)>? Widened(List<(double Left, double Right)> columns, PdfLine line)
    {
        var wider = new List<(double Left, double Right)>(columns);
        foreach (var segment in line.Segments)
        {
            var over = wider.FindAll(c => segment.Left < c.Right + Gutter && segment.Right > c.Left - Gutter);
            // A short entry may stand beside its centred heading, in the white to the left of it.
            var column = over.Count == 0 ? wider.FindIndex(c => c.Left > segment.Left) : wider.IndexOf(over[0]);
            if (over.Count > 1 || column < 0)
            {
                return null;
            }
            wider[column] = (Math.Min(wider[column].Left, segment.Left), Math.Max(wider[column].Right, segment.Right));
        }
        for (var i = 1; i < wider.Count; i++)
        {
            if (wider[i].Left - wider[i - 1].Right < Gutter)
            {
                return null;
            }
        }
        return wider;
    }

    private static List<string[]> Rows(List<PdfItem> lines, List<(double Left, double Right)> columns)
    {
        var rows = new List<string[]>();
        foreach (var line in lines.Select(i => i.Line))
        {
            var numbered = line.Segments[0].Left < columns[0].Right + Gutter;
            if (numbered)
            {
                rows.Add([.. columns.Select(_ => "")]);
            }
            foreach (var segment in line.Segments)
            {
                var column = columns.FindIndex(c => segment.Left <= c.Right);
                rows[^1][column] = Text.Clean.Line($"{rows[^1][column]} {segment.Text.Trim()}".Trim());
            }
        }
        return rows;
    }
}
