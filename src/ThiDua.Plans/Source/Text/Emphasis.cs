using ThiDua.Plans.Source.Layout;

namespace ThiDua.Plans.Source.Text;

/// <summary>
/// Bold and italic marks of one line: "**", "__", "*", "_". A double mark without a partner is dropped, a single one kept ("(*)").
/// </summary>
internal ref struct Emphasis
{
    private readonly int _lastStar;
    private readonly int _lastUnderscore;

    // "*2.1. *Việc …": converters leave the blank behind an emphasised number inside the marks.
    private readonly bool _opens;
    private char _italicMark;

    public Emphasis(ReadOnlySpan<char> line)
    {
        _opens = line.Length > 3 && line[0] == '*' && (char.IsLetterOrDigit(line[1]) || line[1] == '(' && char.IsAsciiDigit(line[2]));
        _lastStar = LastCloser(line, '*');
        _lastUnderscore = LastCloser(line, '_');
        // "text**" alone: the line ends a bold run that an earlier line began.
        Bold = line.EndsWith("**") && line.IndexOf("**") == line.Length - 2;
    }

    public bool Bold;
    public bool Italic;

    // Found once, so that a line of a million marks stays linear.
    private readonly int LastCloser(ReadOnlySpan<char> line, char mark)
    {
        for (var i = line.Length - 1; i > 0; i--)
        {
            if (
                line[i] == mark
                && line[i - 1] != mark
                && (i + 1 == line.Length || line[i + 1] != mark)
                && (!char.IsWhiteSpace(line[i - 1]) || Loose(mark, i + 1 < line.Length ? line[i + 1] : ' '))
                && line[i - 1] is not ('(' or '\\')
            )
            {
                return i;
            }
        }
        return -1;
    }

    /// <summary>Handles the run of marks at <paramref name="at"/> and returns its length.</summary>
    public int Run(ReadOnlySpan<char> line, int at, LineBuilder to)
    {
        var mark = line[at];
        var n = 1;
        while (at + n < line.Length && line[at + n] == mark)
        {
            n++;
        }
        // "* (1) Tiêu chí*": a converter put the blank before an emphasised number inside the marks.
        if (at == 0 && n == 1 && line is ['*', ' ', '(', >= '0' and <= '9', ..])
        {
            Italic = _lastStar > 0;
            _italicMark = mark;
            return 1;
        }
        var before = at > 0 ? line[at - 1] : ' ';
        var after = at + n < line.Length ? line[at + n] : ' ';
        if (n == line.Length || n > (mark == '*' ? 4 : 2))
        {
            return Literal(to, mark, n);
        }
        if (n >= 2 && (mark == '*' || !char.IsLetterOrDigit(before) || !char.IsLetterOrDigit(after)))
        {
            Bold = n == 4 ? Bold : !Bold;
            Italic = n == 3 ? Bold : Italic;
            _italicMark = n == 3 ? mark : _italicMark;
            return n;
        }
        if (n == 1 && TurnsItalic(at, mark, before, after))
        {
            Italic = !Italic;
            _italicMark = mark;
            return 1;
        }
        // "*2.2. Sở" / "Nội vụ*": emphasis over two lines of the file.
        if (
            n == 1
            && mark == '*'
            && (
                at == 0 && _opens && _lastStar < 0
                || at + 1 == line.Length && at > 0 && !char.IsWhiteSpace(before) && before is not '(' && line.IndexOf('*') == at
            )
        )
        {
            return 1;
        }
        return Literal(to, mark, n);
    }

    private readonly bool TurnsItalic(int at, char mark, char before, char after)
    {
        if (Italic)
        {
            return mark == _italicMark
                && (!char.IsWhiteSpace(before) || Loose(mark, after))
                && (mark == '*' || !char.IsLetterOrDigit(after));
        }
        return at < (mark == '*' ? _lastStar : _lastUnderscore)
            && !char.IsWhiteSpace(after)
            && after is not (')' or '.' or ',' or ';')
            && (mark == '*' || !char.IsLetterOrDigit(before));
    }

    private readonly bool Loose(char mark, char after) => _opens && mark == '*' && char.IsLetterOrDigit(after);

    private readonly int Literal(LineBuilder to, char mark, int n)
    {
        for (var i = 0; i < n; i++)
        {
            to.Append(mark, Bold, Italic);
        }
        return n;
    }
}
