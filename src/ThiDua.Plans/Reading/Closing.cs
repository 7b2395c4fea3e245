using ThiDua.Plans.Source;
using static ThiDua.Plans.Reading.SignatureLines;

namespace ThiDua.Plans.Reading;

/// <summary>The foot of a document: recipients and signature (Decree 30/2020, Annex I, boxes 9b and 7).</summary>
internal sealed class Closing
{
    private readonly List<string> _recipients = [];
    private readonly List<string> _signing = [];

    public IReadOnlyList<string> Recipients => _recipients;
    public Signature Signature { get; private set; } = new(null, null, null);
    /// <summary>0-based index of the first line of the foot; the number of lines when there is none.</summary>
    public int Start { get; private set; }
    /// <summary>0-based index after its last line.</summary>
    public int End { get; private set; }

    public static Closing Read(IReadOnlyList<SourceLine> lines, int from)
    {
        var closing = new Closing { Start = lines.Count, End = lines.Count };
        var head = Find(lines, from);
        if (head >= 0) closing.Around(lines, from, head);
        else closing.SignatureOnly(lines, from);
        closing.Signature = SignatureLines.Of(closing._signing);
        return closing;
    }

    private static int Find(IReadOnlyList<SourceLine> lines, int from)
    {
        for (var i = from; i < lines.Count; i++)
            if (Opens(lines[i].Text)) return i;
        return -1;
    }

    private static bool Opens(string text)
    {
        var at = 0;
        while (at < text.Length && !char.IsLetter(text[at])) at++;
        if (at > 6 || text.Length - at < 8) return text.Contains("Nơi nhận:", StringComparison.Ordinal) && text.Length < 400;
        var folded = Folding.Of(text.Length > at + 12 ? text[at..(at + 12)] : text[at..]);
        if (folded.StartsWith("noi nhan", StringComparison.Ordinal) && (folded.Length == 8 || !char.IsLetter(folded[8])) && char.IsUpper(text[at])) return true;
        // One letter misread: "Nơl nhận:", "Nơi nbận:".
        return text.Length - at is >= 7 and < 14 && char.IsUpper(text[at]) && text.TrimEnd()[^1] is ':' or ';' or '.' && Folding.Slips(folded.TrimEnd(':', ';', '.', ' '), "noi nhan") <= 2;
    }

    private void Around(IReadOnlyList<SourceLine> lines, int from, int head)
    {
        Start = head;
        var above = head - 1;
        // A signature printed above the recipients: capitals, then the name.
        for (var back = 0; above >= from && back < 10; above--, back++)
        {
            var text = lines[above].Text.Trim();
            if (text.Length == 0) continue;
            if (IsSigning(text) || (text.Length < 45 && IsName(text)) || IsStamp(text)) { Start = above; continue; }
            break;
        }
        for (var i = Start; i < head; i++) Signing(lines[i].Text);
        End = Below(lines, head);
    }

    private int Below(IReadOnlyList<SourceLine> lines, int head)
    {
        var i = head;
        var signed = _signing.Count > 0;
        for (; i < lines.Count && i < head + 90; i++)
        {
            var text = lines[i].Text.Trim();
            if (text.Length == 0 || Paragraphs.IsRule(text)) continue;
            if (i > head && (Ends(text) || (signed && MarkerReader.Read(text).Kind is MarkerKind.Bullet && lines[i].Bold))) break;
            if (lines[i].Row is { Borderless: false } row)
            {
                foreach (var cell in row.Cells) Cell(cell, i == head);
                continue;
            }
            if (i > head && text.Length > 300) break;
            Line(text, i == head);
            signed |= _signing.Count > 0;
            if (_signing.Count > 0 && IsName(text) && _recipients.Count > 0 && Stored()) { i++; break; }
        }
        return i;
    }

    private bool Stored() => _recipients.Exists(r => Folding.Of(r).StartsWith("luu", StringComparison.Ordinal));

    private static bool Ends(string text)
    {
        var folded = Folding.Of(text.Length > 12 ? text[..12] : text);
        return folded.StartsWith("phu luc", StringComparison.Ordinal) || folded.StartsWith("bieu mau", StringComparison.Ordinal) || folded.StartsWith("bieu so", StringComparison.Ordinal) || folded.StartsWith("danh muc", StringComparison.Ordinal)
            || DocumentKinds.OfTypeLine(text) is not null || MarkerReader.Read(text).Kind is MarkerKind.Article or MarkerKind.Roman or MarkerKind.Chapter;
    }

    private void Cell(string cell, bool first)
    {
        foreach (var part in cell.Split('\n'))
            if (part.Trim().Length > 0) Line(part.Trim(), first && Opens(part));
    }

    private void Line(string text, bool head)
    {
        if (head || Opens(text))
        {
            var colon = text.IndexOf(':');
            var rest = colon >= 0 ? text[(colon + 1)..].Trim() : text[Math.Min(text.Length, 8)..].Trim();
            if (rest.Length > 0 && IsSigning(rest)) Signing(rest);
            else if (rest.Length > 1) AddRecipients(rest);
            return;
        }
        var marker = MarkerReader.Read(text);
        if (marker.Kind is MarkerKind.Bullet) { AddRecipients(text); return; }
        if (IsSigning(text) || IsStamp(text)) { Signing(text); return; }
        if (_signing.Count > 0 && (IsName(text) || IsPost(text))) { Signing(text); return; }
        if (Folding.Of(text).StartsWith("luu", StringComparison.Ordinal) || (_recipients.Count == 0 && _signing.Count == 0) || text[^1] is ';') { AddRecipients(text); return; }
        if (_recipients.Count > 0 && _signing.Count == 0 && !IsName(text) && !Stored()) _recipients[^1] = Clean(_recipients[^1] + " " + text);
        else if (IsName(text)) Signing(text);
    }

    // One line, or a cell of several: "- Như trên; - Đảng ủy xã (b/c); - Lưu: VT."
    private void AddRecipients(string text)
    {
        foreach (var piece in Split(text))
        {
            var (mine, signing) = Tail(piece);
            if (Clean(mine) is { Length: > 1 } one) _recipients.Add(one);
            if (signing.Length > 0) Signing(signing);
        }
    }

    private static IEnumerable<string> Split(string text)
    {
        var start = 0;
        for (var i = 1; i + 1 < text.Length; i++)
        {
            if (text[i] is not ('-' or '–') || text[i - 1] is not (' ' or ';' or '.') || text[i + 1] is not ' ') continue;
            var before = text[start..i].TrimEnd();
            if (before.Length == 0 || before[^1] is not (';' or '.' or ',')) continue;
            yield return before;
            start = i;
        }
        yield return text[start..];
    }

    // "- Như trên;        CHỦ TỊCH": two columns on one line.
    private static (string Mine, string Signing) Tail(string piece)
    {
        var gap = piece.IndexOf("   ", StringComparison.Ordinal);
        if (gap > 3 && (IsSigning(piece[gap..].Trim()) || IsName(piece[gap..].Trim()))) return (piece[..gap], piece[gap..].Trim());
        var end = piece.IndexOfAny([';', '.'], Math.Min(2, piece.Length));
        while (end > 0 && end + 1 < piece.Length)
        {
            var rest = piece[(end + 1)..].Trim();
            if (rest.Length > 3 && IsSigning(rest)) return (piece[..end], rest);
            end = piece.IndexOfAny([';', '.'], end + 1);
        }
        return (piece, "");
    }

    private static string Clean(string text)
    {
        var start = 0;
        while (start < text.Length && (text[start] is '-' or '–' or '—' or '+' or '•' or '*' or ' ' or '\u00A0' or '\t')) start++;
        return OcrForgiving.Names(text[start..].Trim().TrimEnd(';', '.', ',', ' ', '/'));
    }

    // Without "Nơi nhận" the signature alone closes: a power in capitals wherever it stands (a decision before its attached
    // plan), else the last lines that give a post.
    private void SignatureOnly(IReadOnlyList<SourceLine> lines, int from)
    {
        for (var i = from; i < lines.Count; i++)
        {
            if (!IsPower(lines[i].Text.Trim())) continue;
            Start = i;
            End = Collect(lines, i);
            return;
        }
        for (var i = Math.Max(from, lines.Count - 25); i < lines.Count; i++)
        {
            var text = lines[i].Text.Trim();
            if (text.Length == 0) continue;
            if (IsSigning(text)) { Start = Math.Min(Start, i); Signing(text); }
            else if (_signing.Count > 0 && IsName(text)) Signing(text);
        }
    }

    private int Collect(IReadOnlyList<SourceLine> lines, int at)
    {
        var end = at;
        for (var i = at; i < lines.Count && i < at + 16; i++)
        {
            var text = lines[i].Text.Trim();
            if (text.Length == 0 || IsStamp(text)) continue;
            if (!(IsSigning(text) || IsPost(text) || IsName(text))) break;
            Signing(text);
            end = i + 1;
            if (IsName(text) && !IsSigning(text)) break;
        }
        return end;
    }

    private void Signing(string text)
    {
        foreach (var part in text.Split('|', '\n'))
            if (part.Trim().Length > 0 && !IsStamp(part)) _signing.Add(part.Trim());
    }

}
