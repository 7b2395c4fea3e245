using ThiDua.Plans.Source;

namespace ThiDua.Plans.Reading.Structure;

/// <summary>One paragraph as its author meant it: one line, or the lines that OCR and page breaks made of it.</summary>
internal sealed class Paragraph
{
    // Where its lines begin after the first.
    private readonly (int Offset, int Line)[] _breaks;
    private readonly int _line;
    private Words? _words;

    /// <param name="line">Number of its first line.</param>
    /// <param name="breaks">Offset and number of every further line.</param>
    public Paragraph(string text, int line, (int Offset, int Line)[] breaks, SourceLine first, Marker marker, bool allBold)
    {
        Text = text;
        _line = line;
        _breaks = breaks;
        Marker = marker;
        Bold = allBold;
        BoldLead = first.BoldLead;
        Level = first.HeadingLevel;
        Row = first.Row is { Borderless: true } ? null : first.Row;
        Note = first.Note;
    }

    /// <summary>Made when first asked for; see <see cref="Forget"/>.</summary>
    public Words Words => _words ??= new Words(Text);
    public string Text { get; }
    public string Folded => Words.Folded;
    public Marker Marker { get; }
    public bool Bold { get; }
    public string? BoldLead { get; }
    public int Level { get; }

    /// <summary>Of a table of data; what a layout table only places is text as any other.</summary>
    public TableRow? Row { get; }

    /// <summary>A footnote: it cites, but has no sections.</summary>
    public bool Note { get; }

    /// <summary>Number of the section it stands in, null before the first; set by <see cref="Outline"/>.</summary>
    public OutlineNode? Section { get; set; }

    /// <summary>It opens <see cref="Section"/>.</summary>
    public bool IsHeading { get; set; }

    public LineRange Lines => new(_line, _breaks.Length == 0 ? _line : _breaks[^1].Line);

    /// <summary>Lets go of the words: a document of 20 MB does not hold them all at once.</summary>
    public void Forget() => _words = null;

    public bool Formatted => Bold || Level > 0 || BoldLead is not null;

    /// <summary>Set off from running text: by its look, or in capitals.</summary>
    public bool SetOff => Formatted || Capitals() is { Only: true, Letters: > 3 };

    /// <summary>Several words in capitals open it, whatever a stamp or a note across the line adds to them.</summary>
    public bool OpensInCapitals => Capitals().Letters > 11;

    private (bool Only, int Letters) Capitals()
    {
        var letters = 0;
        foreach (var c in Text.AsSpan(Math.Min(Marker.End, Text.Length)))
        {
            if (char.IsLower(c))
                return (false, letters);
            if (char.IsUpper(c))
                letters++;
        }
        return (true, letters);
    }

    public LineRange LinesOf(int start, int end) => new(LineAt(start), LineAt(Math.Max(start, end - 1)));

    private int LineAt(int offset)
    {
        int low = 0,
            high = _breaks.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_breaks[middle].Offset > offset)
                high = middle;
            else
                low = middle + 1;
        }
        return low == 0 ? _line : _breaks[low - 1].Line;
    }
}
