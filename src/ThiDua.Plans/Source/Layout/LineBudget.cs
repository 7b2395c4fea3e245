namespace ThiDua.Plans.Source.Layout;

/// <summary>Collects the lines of a document and stops it at the limits while it grows, not after.</summary>
internal sealed class LineBudget(ReadLimits limits)
{
    private readonly List<SourceLine> _lines = [];
    private long _bytes;
    private int _paragraphs;
    private int _seen;

    public List<SourceLine> Lines => _lines;

    /// <summary>What has been spent, to be given back when lines turn into cells of a row that is charged as a whole.</summary>
    public (long Bytes, int Paragraphs) Spent
    {
        get => (_bytes, _paragraphs);
        set => (_bytes, _paragraphs) = value;
    }

    public void Add(SourceLine line)
    {
        Charge(line.Text);
        _lines.Add(line);
    }

    public void Charge(string text)
    {
        if (text.Length == 0)
        {
            return;
        }
        _paragraphs++;
        _bytes += System.Text.Encoding.UTF8.GetByteCount(text) + 1;
        Check();
    }

    /// <summary>A paragraph element has begun, empty or not: honest files have fewer empty ones than full ones.</summary>
    public void Begin()
    {
        if (++_seen > 2L * limits.MaxParagraphs)
        {
            throw UnreadableDocumentException.TooManyParagraphs(limits.MaxParagraphs);
        }
    }

    /// <summary>Refuses text that is being put together and is not a line yet.</summary>
    public void CheckPending(int chars)
    {
        if (_bytes + chars > limits.MaxTextBytes)
        {
            throw UnreadableDocumentException.TooMuchText(limits.MaxTextBytes);
        }
    }

    private void Check()
    {
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
