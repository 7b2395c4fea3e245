namespace ThiDua.Plans.Source.Layout;

/// <summary>
/// Takes letterheads and signature blocks that were set in two columns with tabs apart: first the left column, then the right.
/// </summary>
internal static class Columns
{
    private static readonly string[] Heads = ["CỘNG HÒA XÃ HỘI", "CỘNG HOÀ XÃ HỘI", "ĐẢNG CỘNG SẢN VIỆT NAM", "Độc lập"];
    private static readonly string[] Feet = ["Nơi nhận", "NƠI NHẬN"];
    private const int MaxHead = 8;
    private const int MaxFoot = 40;

    public static List<SourceLine> Resolve(List<SourceLine> lines)
    {
        if (!lines.Exists(l => l.Text.Contains('\t')))
        {
            return lines;
        }
        var result = new List<SourceLine>(lines.Count + 16);
        for (var i = 0; i < lines.Count; )
        {
            var n = lines[i].Text.Contains('\t') && lines[i].Row is null ? BlockLength(lines, i) : 0;
            if (n == 0)
            {
                result.Add(Plain(lines[i++]));
                continue;
            }
            Split(lines.GetRange(i, n), result);
            i += n;
        }
        return result;
    }

    private static int BlockLength(List<SourceLine> lines, int at)
    {
        if (Array.Exists(Feet, f => lines[at].Text.TrimStart().StartsWith(f, StringComparison.Ordinal)))
        {
            return FootLength(lines, at);
        }
        if (at >= 20)
        {
            return 0;
        }
        var n = 0;
        while (n < MaxHead && at + n < lines.Count && lines[at + n] is { Row: null } line && line.Text.Contains('\t'))
        {
            n++;
        }
        return lines.GetRange(at, n).Exists(l => Array.Exists(Heads, h => l.Text.Contains(h, StringComparison.Ordinal))) ? n : 0;
    }

    // The left column of a signature may go on below the right one, and the name stands under both.
    private static int FootLength(List<SourceLine> lines, int at)
    {
        var n = 1;
        while (
            n < MaxFoot
            && at + n < lines.Count
            && lines[at + n] is { Row: null } line
            && line.Text.Length < 120
            && !line.Text.StartsWith("PHỤ LỤC", StringComparison.OrdinalIgnoreCase)
        )
        {
            n++;
        }
        return n;
    }

    private static void Split(List<SourceLine> block, List<SourceLine> result)
    {
        foreach (var right in (ReadOnlySpan<bool>)[false, true])
        {
            foreach (var line in block)
            {
                var gap = line.Text.IndexOf('\t');
                var text =
                    gap < 0 ? (right ? "" : line.Text)
                    : right ? line.Text[gap..]
                    : line.Text[..gap];
                if (Gaps.Plain(text).Trim() is { Length: > 0 } part)
                {
                    result.Add(line with { Text = part, BoldLead = null, Label = right ? null : line.Label });
                }
            }
        }
    }

    private static SourceLine Plain(SourceLine line) => line.Text.Contains('\t') ? line with { Text = Gaps.Plain(line.Text) } : line;
}
