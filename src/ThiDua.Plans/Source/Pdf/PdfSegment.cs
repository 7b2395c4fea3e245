namespace ThiDua.Plans.Source.Pdf;

/// <summary>A piece of one printed line without a wide gap in it. Lengths are in points, from the lower left corner of the page.</summary>
internal sealed class PdfSegment
{
    public readonly List<(string Text, bool Bold, bool Italic)> Runs = [];
    public double Left;
    public double Right;
    public double Base;
    public double Size;

    public string Text => Runs.Count == 1 ? Runs[0].Text : string.Concat(Runs.Select(r => r.Text));

    public bool Bold => Runs.TrueForAll(r => r.Bold || !r.Text.Any(char.IsLetterOrDigit));

    public void Append(string text, bool bold, bool italic)
    {
        if (Runs.Count > 0 && Runs[^1].Bold == bold && Runs[^1].Italic == italic)
        {
            Runs[^1] = (Runs[^1].Text + text, bold, italic);
            return;
        }
        Runs.Add((text, bold, italic));
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
