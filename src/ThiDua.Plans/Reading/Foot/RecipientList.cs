using ThiDua.Plans.Reading.Scans;
using static ThiDua.Plans.Reading.Foot.SignatureLines;

namespace ThiDua.Plans.Reading.Foot;

/// <summary>The lines under "Nơi nhận", without their dashes; what stands beside them of the signature is handed on.</summary>
internal sealed class RecipientList(Action<string> signing)
{
    private static readonly FoldedTexts FileCopies = Vocabulary.Folded("foot/file-copies");

    private readonly List<string> _lines = [];

    // The mark that the last line ended with: without one the next line may go on with it.
    private char _lastMark = ';';
    private bool _dashed;

    public IReadOnlyList<string> Lines => _lines;
    public int Count => _lines.Count;

    /// <summary>The file copy ("Lưu: VT"), which closes the list, has been read.</summary>
    public bool Stored => _lines.Exists(IsFileCopy);

    public static bool IsFileCopy(string line) => FileCopies.AnyStarts(Folding.Of(line));

    /// <summary>The line, which has no dash, can only be the rest of the last recipient: "- Như" / "Điều 3;".</summary>
    public bool Awaits(string text) =>
        _lines.Count > 0
        && _lastMark is not (';' or '.' or ':' or '/')
        && (char.IsLower(text[0]) || _lastMark is ',' || _dashed && text[^1] is ';');

    /// <summary>The line goes on with the last recipient.</summary>
    public void GoOn(string text)
    {
        _lines[^1] = Clean(_lines[^1] + (_lastMark is ',' ? ", " : " ") + text);
        Mark(text);
    }

    private void Mark(string text)
    {
        if (text.TrimEnd() is { Length: > 0 } line)
            _lastMark = line[^1];
    }

    /// <summary>One line, or a cell of several: "- Như trên; - Đảng ủy xã (b/c); - Lưu: VT."</summary>
    public void Add(string text)
    {
        foreach (var piece in Split(text))
        {
            var (mine, beside) = Tail(piece);
            _dashed = mine.Length > 0 && mine[0] is '-' or '–';
            if (Clean(mine) is { Length: > 1 } one)
                _lines.Add(one);
            Mark(mine);
            var dash = beside.IndexOf(" - ", StringComparison.Ordinal);
            if (dash > 3 && IsSigning(beside[..dash]) && beside[dash..].Any(char.IsLower))
            {
                signing(beside[..dash]);
                Add(beside[(dash + 1)..]);
            }
            else if (beside.Length > 0)
                signing(beside);
        }
    }

    private static IEnumerable<string> Split(string text)
    {
        var start = 0;
        for (var i = 1; i + 1 < text.Length; i++)
        {
            if (text[i] is not ('-' or '–') || text[i - 1] is not (' ' or ';' or '.') || text[i + 1] is not ' ')
                continue;
            var before = text[start..i].TrimEnd();
            if (before.Length == 0 || before[^1] is not (';' or '.' or ','))
                continue;
            yield return before;
            start = i;
        }
        yield return text[start..];
    }

    // "- Như trên;        CHỦ TỊCH": two columns on one line.
    private static (string Mine, string Signing) Tail(string piece)
    {
        var gap = piece.IndexOf("   ", StringComparison.Ordinal);
        if (gap > 3 && (IsSigning(piece[gap..].Trim()) || IsName(piece[gap..].Trim())))
            return (piece[..gap], piece[gap..].Trim());
        var end = piece.IndexOfAny([';', '.'], Math.Min(2, piece.Length));
        while (end > 0 && end + 1 < piece.Length)
        {
            var rest = piece[(end + 1)..].Trim();
            if (rest.Length > 3 && IsSigning(rest))
                return (piece[..end], rest);
            end = piece.IndexOfAny([';', '.'], end + 1);
        }
        return (piece, "");
    }

    private static string Clean(string text)
    {
        var start = 0;
        while (start < text.Length && (text[start] is '-' or '–' or '—' or '+' or '•' or '*' or ' ' or '\u00A0' or '\t'))
            start++;
        return OcrSlips.Names(text[start..].Trim().TrimEnd(';', '.', ',', ' ', '/'));
    }
}
