using System.Text;
using ThiDua.Plans.Source;

namespace ThiDua.Plans.Reading.Structure;

/// <summary>A paragraph while its lines are read.</summary>
internal sealed class OpenParagraph
{
    private readonly StringBuilder _text = new();
    private readonly List<(int, int)> _breaks = [];
    private int _line;
    private bool _allBold;

    public SourceLine? First { get; private set; }
    public int Length => _text.Length;
    public Marker Marker { get; private set; }
    public string LastText { get; private set; } = "";

    /// <summary>It opened with a bracket: "(Kèm theo Quyết định …)".</summary>
    public bool Bracketed => _text.Length > 0 && _text[0] is '(';

    /// <summary>A heading in capitals or bold: a lower-case line below it is not its end.</summary>
    public bool Caption => Marker.Kind is MarkerKind.Roman or MarkerKind.Upper && LineEnds.AllCaps(LastText) && LastText.Length > 3;

    /// <summary>The paragraph does not itself open with this bullet.</summary>
    public bool Plain(char bullet) => Marker.Kind is not MarkerKind.Bullet || Marker.Label[0] != bullet;

    public void Start(string text, int number, SourceLine line, Marker marker)
    {
        _text.Clear().Append(text);
        _breaks.Clear();
        _line = number;
        _allBold = line.Bold;
        First = line;
        Marker = marker;
        LastText = text;
    }

    public void Append(string text, int number, SourceLine line)
    {
        // "KH-" + "UBND": a symbol broken at its dash or stroke.
        if (!(LastText[^1] is '-' or '/' && LastText.Length > 1 && char.IsLetterOrDigit(LastText[^2])))
            _text.Append(' ');
        _breaks.Add((_text.Length, number));
        _text.Append(text);
        _allBold &= line.Bold;
        LastText = text;
    }

    public void Close(List<Paragraph> into)
    {
        if (First is null)
            return;
        into.Add(new Paragraph(_breaks.Count == 0 ? LastText : _text.ToString(), _line, [.. _breaks], First, Marker, _allBold));
        First = null;
    }
}
