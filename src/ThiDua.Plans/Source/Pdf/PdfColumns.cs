namespace ThiDua.Plans.Source.Pdf;

/// <summary>
/// The two places where official documents have two columns: the letterhead on the first page, and "Nơi nhận" beside the signature at the
/// end. Each column is read whole; everything else is read across.
/// </summary>
internal static class PdfColumns
{
    private static readonly string[] Heads = ["CỘNG HÒA XÃ HỘI", "CỘNG HOÀ XÃ HỘI", "ĐẢNG CỘNG SẢN VIỆT NAM", "ĐẢNG CỘNG SẢN"];
    private static readonly string[] Signers = ["TM.", "KT.", "TL.", "TUQ.", "T/M", "Q."];

    // In sizes of the letters: columns stand at least so far apart, and by so many times farther than words.
    private const double LeastApart = 0.6;
    private const double LeastWider = 1.8;
    private const double WordsApart = 0.3;

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
            if (Nation(lines[i], width) is { } nation)
            {
                return HeadLength(lines, at, i, nation, out split);
            }
        }
        return 0;
    }

    // The organ may nearly touch the country's name: what stands before it in capitals is the other column.
    private static PdfSegment? Nation(PdfLine line, double width)
    {
        foreach (var segment in line.Segments)
        {
            var text = segment.Text;
            var begins = Array
                .ConvertAll(Heads, h => text.IndexOf(h, StringComparison.Ordinal))
                .Where(i => i >= 0)
                .DefaultIfEmpty(-1)
                .Min();
            if (begins > 0 && segment.Gaps.FindIndex(g => g.At == begins - 1) is >= 0 and var gap && !text[..begins].Any(char.IsLower))
            {
                return PartAt(line, segment, segment.Gaps[gap]);
            }
            if (begins >= 0 && segment.Left > 0.25 * width)
            {
                return segment;
            }
        }
        return null;
    }

    private static PdfSegment PartAt(PdfLine line, PdfSegment segment, (int At, double Left, double Right) gap)
    {
        var (before, after) = segment.Parted(gap);
        var at = line.Segments.IndexOf(segment);
        line.Segments[at] = before;
        line.Segments.Insert(at + 1, after);
        return after;
    }

    // Where a piece lies across the middle and has one gap that is wider than those between its words, two columns meet.
    private static void PartAcross(PdfLine line, double middle)
    {
        if (line.Segments.Find(s => s.Left < middle && s.Right > middle + 4) is not { Gaps.Count: > 0 } across)
        {
            return;
        }
        var widths = across.Gaps.Select(g => g.Right - g.Left).Order().ToList();
        var words = widths.Count == 1 ? WordsApart * across.Size : widths[(widths.Count - 1) / 2];
        if (widths[^1] > LeastApart * across.Size && widths[^1] > LeastWider * words)
        {
            PartAt(line, across, across.Gaps.MaxBy(g => g.Right - g.Left));
        }
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
            PartAcross(lines[at + n], middle);
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
        for (; at + n < lines.Count; n++)
        {
            PartAcross(lines[at + n], middle);
            if (lines[at + n].Segments.Exists(s => s.Left < 0.3 * width && s.Right > middle + 40))
            {
                break;
            }
        }
        return n;
    }
}

/// <param name="Alone">From a column: a line of its own.</param>
/// <param name="Row">A row of a ruled table, in place of the line's own text.</param>
internal sealed record PdfItem(PdfLine Line, bool Alone, SourceLine? Row = null);
