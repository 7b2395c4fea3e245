using ThiDua.Plans.Reading.Structure;
using ThiDua.Plans.Source;
using static ThiDua.Plans.Reading.Foot.SignatureLines;

namespace ThiDua.Plans.Reading.Foot;

/// <summary>The foot of a document: recipients and signature (Decree 30/2020, Annex I, boxes 9b and 7).</summary>
internal sealed class DocumentFoot
{
    private readonly FootSides _sides = new();

    private DocumentFoot() { }

    public IReadOnlyList<string> Recipients => _sides.Recipients;
    public Signature Signature => _sides.Signature;

    /// <summary>0-based index of the first line of the foot; the number of lines when there is none.</summary>
    public int Start { get; private set; }

    /// <summary>0-based index after its last line.</summary>
    public int End { get; private set; }

    public static DocumentFoot Read(IReadOnlyList<SourceLine> lines, int from)
    {
        var foot = new DocumentFoot { Start = lines.Count, End = lines.Count };
        var head = FootLines.Find(lines, from);
        if (head >= 0)
            foot.Around(lines, from, head);
        else
            foot.SignatureOnly(lines, from);
        return foot;
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
            _sides.Signing(lines[i].Text);
        End = Below(lines, head);
    }

    private int Below(IReadOnlyList<SourceLine> lines, int head)
    {
        var i = head;
        var signed = _sides.Signed;
        for (; i < lines.Count && i < head + 90; i++)
        {
            var text = lines[i].Text.Trim();
            if (text.Length == 0 || Paragraphs.IsRule(text))
                continue;
            if (i > head && (FootLines.Ends(text) || (signed && MarkerReader.Read(text).Kind is MarkerKind.Bullet && lines[i].Bold)))
                break;
            if (lines[i].Row is { Borderless: false } row)
            {
                foreach (var cell in row.Cells.Where((c, n) => n == 0 || c != row.Cells[n - 1]))
                    _sides.Cell(cell, i == head);
                continue;
            }
            if (i > head && text.Length > 300)
                break;
            _sides.Line(text, i == head);
            signed |= _sides.Signed;
            if (_sides.Signed && IsName(text) && _sides.Stored)
            {
                i++;
                break;
            }
        }
        return i;
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
        for (var i = FootLines.LastPart(lines, Math.Max(from, lines.Count - 25)); i < lines.Count; i++)
        {
            var text = lines[i].Text.Trim();
            if (text.Length == 0)
                continue;
            if (IsSigning(text))
            {
                Start = Math.Min(Start, i);
                _sides.Signing(text);
            }
            else if (_sides.Signed && IsName(text))
                _sides.Signing(text);
        }
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
            _sides.Signing(text);
            end = i + 1;
            if (IsName(text) && !IsSigning(text))
                break;
        }
        return end;
    }
}
