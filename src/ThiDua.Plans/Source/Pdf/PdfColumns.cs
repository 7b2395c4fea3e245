namespace ThiDua.Plans.Source.Pdf;

/// <summary>
/// The two places where official documents have two columns: the letterhead on the first page, and "Nơi nhận" beside the signature at the
/// end. Each column is read whole; everything else is read across.
/// </summary>
internal static class PdfColumns
{
    private static readonly string[] Heads = ["CỘNG HÒA XÃ HỘI", "CỘNG HOÀ XÃ HỘI", "ĐẢNG CỘNG SẢN VIỆT NAM", "ĐẢNG CỘNG SẢN"];
    private static readonly string[] Signers = ["TM.", "KT.", "TL.", "TUQ.", "T/M", "Q."];

    /// <summary>Lines in reading order; those taken out of columns stand alone and join nothing.</summary>
    public static List<PdfItem> Order(List<PdfLine> lines, double width, bool firstPage)
    {
        var items = new List<PdfItem>(lines.Count);
        for (var i = 0; i < lines.Count; )
        {
            double split = 0;
            var n = firstPage && i < 6 ? Head(lines, i, width, out split) : 0;
            n = n == 0 ? Foot(lines, i, width, out split) : n;
            if (n == 0)
            {
                items.Add(new PdfItem(lines[i++], Alone: false));
                continue;
            }
            foreach (var right in (ReadOnlySpan<bool>)[false, true])
            {
                Column(lines.GetRange(i, n), split, right, items);
            }
            i += n;
        }
        return items;
    }

    private static void Column(List<PdfLine> block, double split, bool right, List<PdfItem> items)
    {
        foreach (var line in block)
        {
            var column = new PdfLine { Base = line.Base };
            column.Segments.AddRange(line.Segments.Where(s => s.Left >= split == right));
            if (column.Segments.Count > 0)
            {
                items.Add(new PdfItem(column, Alone: true));
            }
        }
    }

    private static int Head(List<PdfLine> lines, int at, double width, out double split)
    {
        split = 0;
        // The organ may be printed a little above the country's name.
        for (var i = at; i < Math.Min(lines.Count, at + 3); i++)
        {
            var nation = lines[i]
                .Segments.Find(s => s.Left > 0.25 * width && Array.Exists(Heads, h => s.Text.Contains(h, StringComparison.Ordinal)));
            if (nation is not null)
            {
                return HeadLength(lines, at, i, nation, out split);
            }
        }
        return 0;
    }

    private static int HeadLength(List<PdfLine> lines, int at, int nationAt, PdfSegment nation, out double split)
    {
        var left = lines
            .Skip(at)
            .Take(nationAt - at + 1)
            .SelectMany(l => l.Segments)
            .Where(s => s.Right < nation.Left)
            .Select(s => s.Right)
            .DefaultIfEmpty(nation.Left - 30)
            .Max();
        var middle = split = (left + nation.Left) / 2;
        var n = 0;
        while (at + n < lines.Count && n < 14)
        {
            // A line that lies across the middle is the title or the text: the letterhead is over.
            if (
                at + n > nationAt
                && (lines[at + n].Segments.Exists(s => s.Left < middle && s.Right > middle + 4) || IsTitle(lines[at + n], nation))
            )
            {
                break;
            }
            n++;
        }
        return n;
    }

    private static bool IsTitle(PdfLine line, PdfSegment nation) =>
        line.Segments is [var only] && only.Left < nation.Left && only.Right > nation.Left && only.Bold;

    private static int Foot(List<PdfLine> lines, int at, double width, out double split)
    {
        split = 0;
        var below = at;
        while (
            below < Math.Min(lines.Count, at + 4)
            && lines[below].Segments is [{ } only]
            && only.Left > 0.4 * width
            && (below > at || Array.Exists(Signers, s => only.Text.StartsWith(s, StringComparison.Ordinal)))
        )
        {
            below++;
        }
        if (below >= lines.Count || !lines[below].Segments[0].Text.StartsWith("Nơi nhận", StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }
        var rights = lines.Skip(at).Take(40).SelectMany(l => l.Segments).Where(s => s.Left > 0.38 * width).Select(s => s.Left).ToList();
        if (rights.Count == 0)
        {
            return 0;
        }
        split = rights.Min() - 1;
        var middle = split;
        var n = 0;
        while (at + n < lines.Count && !lines[at + n].Segments.Exists(s => s.Left < 0.3 * width && s.Right > middle + 40))
        {
            n++;
        }
        return n;
    }
}

/// <param name="Alone">From a column: a line of its own.</param>
/// <param name="Row">A row of a ruled table, in place of the line's own text.</param>
internal sealed record PdfItem(PdfLine Line, bool Alone, SourceLine? Row = null);
