namespace ThiDua.Plans.Source.Pdf;

/// <summary>A piece of one printed line without a wide gap in it. Lengths are in points, from the lower left corner of the page.</summary>
internal sealed class PdfSegment
{
    public readonly List<(string Text, bool Bold, bool Italic)> Runs = [];

    /// <summary>The white between its words, where the letters' places are known: after so much text, from where to where.</summary>
    public readonly List<(int At, double Left, double Right)> Gaps = [];
    public double Left;
    public double Right;
    public double Base;
    public double Size;

    public string Text => Runs.Count == 1 ? Runs[0].Text : string.Concat(Runs.Select(r => r.Text));

    public int Length => Runs.Sum(r => r.Text.Length);

    public bool Bold => Runs.TrueForAll(r => r.Bold || !r.Text.Any(char.IsLetterOrDigit));

    public void Append(string text, bool bold, bool italic)
    {
        if (text.Length == 0)
        {
            return;
        }
        if (Runs.Count > 0 && Runs[^1].Bold == bold && Runs[^1].Italic == italic)
        {
            Runs[^1] = (Runs[^1].Text + text, bold, italic);
            return;
        }
        Runs.Add((text, bold, italic));
    }

    /// <summary>The two pieces that it falls into at one of its gaps.</summary>
    public (PdfSegment Before, PdfSegment After) Parted((int At, double Left, double Right) gap)
    {
        var before = new PdfSegment
        {
            Left = Left,
            Right = gap.Left,
            Base = Base,
            Size = Size,
        };
        var after = new PdfSegment
        {
            Left = gap.Right,
            Right = Right,
            Base = Base,
            Size = Size,
        };
        var at = 0;
        foreach (var (text, bold, italic) in Runs)
        {
            var cut = Math.Clamp(gap.At - at, 0, text.Length);
            before.Append(text[..cut], bold, italic);
            after.Append(after.Runs.Count == 0 ? text[cut..].TrimStart() : text[cut..], bold, italic);
            at += text.Length;
        }
        before.Gaps.AddRange(Gaps.Where(g => g.At < gap.At));
        after.Gaps.AddRange(Gaps.Where(g => g.At > gap.At).Select(g => (g.At - gap.At - 1, g.Left, g.Right)));
        return (before, after);
    }
}

/// <summary>One printed line of a page, its pieces from left to right.</summary>
internal sealed class PdfLine
{
    public readonly List<PdfSegment> Segments = [];
    public double Base;

    public double Left => Segments[0].Left;
    public double Right => Segments[^1].Right;
    public double Size => Segments.Max(s => s.Size);
    public string Text => string.Join(' ', Segments.Select(s => s.Text));
}
