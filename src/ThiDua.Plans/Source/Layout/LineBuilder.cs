using System.Text;
using ThiDua.Plans.Source.Text;

namespace ThiDua.Plans.Source.Layout;

/// <summary>Puts one line together from pieces of different weight, and says of the whole what the pieces say.</summary>
internal sealed class LineBuilder
{
    private readonly StringBuilder _text = new();
    private readonly List<(int Start, bool Bold, bool Italic)> _pieces = [];

    public int Length => _text.Length;

    public void Append(string piece, bool bold, bool italic)
    {
        if (piece.Length == 0)
        {
            return;
        }
        Mark(bold, italic);
        _text.Append(piece);
    }

    public void Append(char piece, bool bold, bool italic)
    {
        Mark(bold, italic);
        _text.Append(piece);
    }

    public char this[int index]
    {
        get => _text[index];
        set => _text[index] = value;
    }

    private void Mark(bool bold, bool italic)
    {
        if (_pieces.Count == 0 || _pieces[^1].Bold != bold || _pieces[^1].Italic != italic)
        {
            _pieces.Add((_text.Length, bold, italic));
        }
    }

    /// <summary>Takes the last character away.</summary>
    public void Trim() => _text.Length--;

    public void Clear()
    {
        _text.Clear();
        _pieces.Clear();
    }

    /// <summary>The line, trimmed, in NFC; formatting counts letters and digits only, since marks and blanks carry none on paper.</summary>
    public SourceLine Build() => Build(0, _text.Length);

    /// <summary>The part of the line between two offsets.</summary>
    public SourceLine Build(int start, int end)
    {
        var raw = _text.ToString(start, end - start);
        var text = Clean.Line(raw).Trim(' ');
        if (text.AsSpan().Trim().IsEmpty)
        {
            return SourceLine.Empty;
        }
        if (_pieces is [(_, false, false)])
        {
            return new SourceLine(text);
        }
        var (bold, italic, seen, leadStart, leadEnd) = Weigh(raw, start);
        var lead = bold || leadEnd <= leadStart ? null : Clean.Line(raw[leadStart..leadEnd]).Trim();
        return new SourceLine(text)
        {
            Bold = bold && seen,
            Italic = italic && seen,
            BoldLead = string.IsNullOrEmpty(lead) ? null : lead,
        };
    }

    private (bool Bold, bool Italic, bool Seen, int LeadStart, int LeadEnd) Weigh(string raw, int offset)
    {
        bool bold = true,
            italic = true,
            seen = false;
        int leadStart = 0,
            leadEnd = 0,
            piece = 0;
        var leadOver = false;
        for (var i = 0; i < raw.Length; i++)
        {
            while (piece + 1 < _pieces.Count && _pieces[piece + 1].Start <= offset + i)
            {
                piece++;
            }
            var (_, isBold, isItalic) = _pieces[piece];
            if (!leadOver && isBold)
            {
                leadStart = leadEnd == 0 ? i : leadStart;
                leadEnd = i + 1;
            }
            if (!char.IsLetterOrDigit(raw[i]))
            {
                continue;
            }
            seen = true;
            bold &= isBold;
            italic &= isItalic;
            leadOver |= !isBold && (leadEnd > 0 || !IsLabel(raw.AsSpan(0, i + 1)));
        }
        return (bold, italic, seen, leadStart, leadEnd);
    }

    // "1. ", "a) ", "- ": a label is often left plain before bold words.
    private static bool IsLabel(ReadOnlySpan<char> start)
    {
        start = start.TrimStart(" \t-–—+*•");
        if (start.Length > 6)
        {
            return false;
        }
        foreach (var c in start)
        {
            if (!char.IsAsciiDigit(c) && c is not ('.' or ')' or 'I' or 'V' or 'X') && !(start.Length == 1 && char.IsLower(c)))
            {
                return false;
            }
        }
        return true;
    }
}
