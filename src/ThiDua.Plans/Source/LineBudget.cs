namespace ThiDua.Plans.Source;

/// <summary>Collects the lines of a document and stops it at the limits while it grows, not after.</summary>
internal sealed class LineBudget(ReadLimits limits)
{
    private readonly List<SourceLine> _lines = [];
    private long _bytes;
    private int _paragraphs;

    public List<SourceLine> Lines => _lines;

    public void Add(SourceLine line)
    {
        _lines.Add(line);
        if (line.Text.Length == 0)
        {
            return;
        }
        _paragraphs++;
        _bytes += System.Text.Encoding.UTF8.GetByteCount(line.Text) + 1;
        if (_paragraphs > limits.MaxParagraphs)
        {
            throw UnreadableDocumentException.TooManyParagraphs(limits.MaxParagraphs);
        }
        if (_bytes > limits.MaxTextBytes)
        {
            throw UnreadableDocumentException.TooMuchText(limits.MaxTextBytes);
        }
    }
}
