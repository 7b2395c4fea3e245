using ThiDua.Plans.Reading.Head;
using ThiDua.Plans.Reading.Structure;
using ThiDua.Plans.Source;
using static ThiDua.Plans.Reading.Foot.SignatureLines;

namespace ThiDua.Plans.Reading.Foot;

/// <summary>The foot of a document: recipients and signature (Decree 30/2020, Annex I, boxes 9b and 7).</summary>
internal sealed class DocumentFoot
{
    private readonly RecipientList _recipients;
    private readonly List<string> _signing = [];
    private string? _family;

    private DocumentFoot() => _recipients = new(Signing);

    public IReadOnlyList<string> Recipients => _recipients.Lines;
    public Signature Signature { get; private set; } = new(null, null, null);

    /// <summary>0-based index of the first line of the foot; the number of lines when there is none.</summary>
    public int Start { get; private set; }

    /// <summary>0-based index after its last line.</summary>
    public int End { get; private set; }

    public static DocumentFoot Read(IReadOnlyList<SourceLine> lines, int from)
    {
        var closing = new DocumentFoot { Start = lines.Count, End = lines.Count };
        var head = Find(lines, from);
        if (head >= 0)
            closing.Around(lines, from, head);
        else
            closing.SignatureOnly(lines, from);
        closing.Signature = SignatureLines.Of(closing._signing);
        return closing;
    }

    private static int Find(IReadOnlyList<SourceLine> lines, int from)
    {
        for (var i = from; i < lines.Count; i++)
            if (Opens(lines[i].Text))
                return i;
        return -1;
    }

    private static bool Opens(string text)
    {
        var at = 0;
        while (at < text.Length && !char.IsLetter(text[at]))
            at++;
        if (at > 6 || text.Length - at < 8)
            return text.Contains("Nơi nhận:", StringComparison.Ordinal) && text.Length < 400;
        var folded = Folding.Of(text.Length > at + 12 ? text[at..(at + 12)] : text[at..]);
        if (
            folded.StartsWith("noi nhan", StringComparison.Ordinal)
            && (folded.Length == 8 || !char.IsLetter(folded[8]))
            && char.IsUpper(text[at])
        )
            return true;
        // A letter or two misread: "Nơl nhận:", "Nơi nbận:", "Mơi nhận. ro" with specks behind.
        return text.Length - at is >= 7 and < 14
            && char.IsUpper(text[at])
            && folded.AsSpan().IndexOfAny(":;.") is > 5 and var mark
            && Folding.Slips(folded[..mark].TrimEnd(), "noi nhan") <= 2;
    }

    private void Around(IReadOnlyList<SourceLine> lines, int from, int head)
    {
        Start = head;
        var above = head - 1;
        // A signature printed above the recipients: capitals, then the name.
        for (var back = 0; above >= from && back < 10; above--, back++)
        {
            var text = lines[above].Text.Trim();
            if (text.Length == 0)
                continue;
            if (IsSigning(text) || (text.Length < 45 && IsName(text)) || IsStamp(text))
            {
                Start = above;
                continue;
            }
            break;
        }
        for (var i = Start; i < head; i++)
            Signing(lines[i].Text);
        End = Below(lines, head);
    }

    private int Below(IReadOnlyList<SourceLine> lines, int head)
    {
        var i = head;
        var signed = _signing.Count > 0;
        for (; i < lines.Count && i < head + 90; i++)
        {
            var text = lines[i].Text.Trim();
            if (text.Length == 0 || Paragraphs.IsRule(text))
                continue;
            if (i > head && (Ends(text) || (signed && MarkerReader.Read(text).Kind is MarkerKind.Bullet && lines[i].Bold)))
                break;
            if (lines[i].Row is { Borderless: false } row)
            {
                foreach (var cell in row.Cells)
                    Cell(cell, i == head);
                continue;
            }
            if (i > head && text.Length > 300)
                break;
            Line(text, i == head);
            signed |= _signing.Count > 0;
            if (_signing.Count > 0 && IsName(text) && _recipients.Stored)
            {
                i++;
                break;
            }
        }
        return i;
    }

    private static bool Ends(string text)
    {
        var folded = Folding.Of(text.Length > 12 ? text[..12] : text);
        // "[1] Quyết định số …": the notes of a page follow its signature.
        if (text.Length > 3 && text[0] is '[' && (char.IsAsciiDigit(text[1]) || text[1] is '^'))
            return true;
        return folded.StartsWith("phu luc", StringComparison.Ordinal)
            || folded.StartsWith("mau so", StringComparison.Ordinal)
            || folded.StartsWith("bieu mau", StringComparison.Ordinal)
            || folded.StartsWith("bieu so", StringComparison.Ordinal)
            || folded.StartsWith("danh muc", StringComparison.Ordinal)
            || DocumentKinds.OfTypeLine(text) is not null
            || MarkerReader.Read(text).Kind is MarkerKind.Article or MarkerKind.Roman or MarkerKind.Chapter;
    }

    private void Cell(string cell, bool first)
    {
        foreach (var part in cell.Split('\n'))
            if (part.Trim().Length > 0)
                Line(part.Trim(), first && Opens(part));
    }

    private void Line(string text, bool head)
    {
        if (head || Opens(text))
        {
            var colon = text.IndexOf(':');
            var rest =
                colon >= 0 ? text[(colon + 1)..].Trim()
                : text.Length < 14 ? ""
                : text[8..].Trim();
            if (rest.Length > 0 && IsSigning(rest))
                Signing(rest);
            else if (rest.Length > 1)
                _recipients.Add(rest);
            return;
        }
        var marker = MarkerReader.Read(text);
        if (marker.Kind is MarkerKind.Bullet)
        {
            _recipients.Add(text);
            return;
        }
        if (IsSigning(text) || IsStamp(text))
        {
            Signing(text);
            return;
        }
        if (_signing.Count > 0 && _family is null && IsFamily(text) && !_signing.Exists(IsName))
        {
            _family = text;
            return;
        }
        if (_family is { } family)
        {
            _family = null;
            if (IsName(text))
                text = family + " " + text;
            else
                Rest(family);
        }
        Rest(text);
    }

    private void Rest(string text)
    {
        if (_signing.Count > 0 && (IsName(text) || IsPost(text)))
        {
            Signing(text);
            return;
        }
        if (Beside(text))
            return;
        if (_recipients.Awaits(text))
        {
            _recipients.GoOn(text);
            return;
        }
        if (
            Folding.Of(text).StartsWith("luu", StringComparison.Ordinal)
            || (_recipients.Count == 0 && _signing.Count == 0)
            || text[^1] is ';'
        )
        {
            _recipients.Add(text);
            return;
        }
        if (_recipients.Count > 0 && _signing.Count == 0 && !IsName(text) && !_recipients.Stored)
            _recipients.GoOn(text);
        else if (IsName(text))
            Signing(text);
    }

    // "Trần" / "Chí Hùng": a name over two lines.
    private static bool IsFamily(string text) => text.Length is > 1 and < 8 && char.IsUpper(text[0]) && text.Skip(1).All(char.IsLower);

    // "CỘNG HÒA … QUỐC" / "HỘI": the power's name goes on; "Lê Văn An - Hội Nông dân xã;": the name stands beside a recipient.
    private bool Beside(string text)
    {
        if (_signing.Count == 0)
            return false;
        if (text.Length < 40 && IsPower(_signing[^1]) && !text.Any(char.IsLower))
        {
            _signing[^1] += " " + text;
            return true;
        }
        var dash = text.IndexOf(" - ", StringComparison.Ordinal);
        if (dash < 4 || !IsName(text[..dash]) || _signing.Exists(IsName))
            return false;
        Signing(text[..dash]);
        _recipients.Add(text[(dash + 1)..]);
        return true;
    }

    // Without "Nơi nhận" the signature alone closes: a power in capitals wherever it stands (a decision before its attached
    // plan), else the last lines that give a post.
    private void SignatureOnly(IReadOnlyList<SourceLine> lines, int from)
    {
        for (var i = from; i < lines.Count; i++)
        {
            if (!IsPower(lines[i].Text.Trim()))
                continue;
            Start = i;
            End = Collect(lines, i);
            return;
        }
        for (var i = LastPart(lines, Math.Max(from, lines.Count - 25)); i < lines.Count; i++)
        {
            var text = lines[i].Text.Trim();
            if (text.Length == 0)
                continue;
            if (IsSigning(text))
            {
                Start = Math.Min(Start, i);
                Signing(text);
            }
            else if (_signing.Count > 0 && IsName(text))
                Signing(text);
        }
    }

    // No signature stands above a numbered item or the grounds: "CHỦ TỊCH ỦY BAN NHÂN DÂN" there is the organ that acts.
    private static int LastPart(IReadOnlyList<SourceLine> lines, int from)
    {
        for (var i = lines.Count - 1; i >= from; i--)
            if (MarkerReader.Read(lines[i].Text).Numbered || Folding.Of(lines[i].Text).StartsWith("can cu ", StringComparison.Ordinal))
                return i + 1;
        return from;
    }

    private int Collect(IReadOnlyList<SourceLine> lines, int at)
    {
        var end = at;
        for (var i = at; i < lines.Count && i < at + 16; i++)
        {
            var text = lines[i].Text.Trim();
            if (text.Length == 0 || IsStamp(text))
                continue;
            if (!(IsSigning(text) || IsPost(text) || IsName(text)))
                break;
            Signing(text);
            end = i + 1;
            if (IsName(text) && !IsSigning(text))
                break;
        }
        return end;
    }

    private void Signing(string text)
    {
        foreach (var part in text.Split('|', '\n'))
            if (part.Trim().Length > 0 && !IsStamp(part))
                _signing.Add(part.Trim());
    }
}
