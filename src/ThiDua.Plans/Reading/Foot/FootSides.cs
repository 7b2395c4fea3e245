using ThiDua.Plans.Reading.Structure;
using static ThiDua.Plans.Reading.Foot.SignatureLines;

namespace ThiDua.Plans.Reading.Foot;

/// <summary>The two sides of a foot: recipients on the left, the signature on the right, mixed up as lines come.</summary>
internal sealed class FootSides
{
    private readonly RecipientList _recipients;
    private readonly List<string> _signing = [];

    private string? _family;

    public FootSides() => _recipients = new(Signing);

    public IReadOnlyList<string> Recipients => _recipients.Lines;

    public bool Signed => _signing.Count > 0;

    /// <summary>The list is closed, and so the name closes the foot.</summary>
    public bool Stored => _recipients.Stored;

    public Signature Signature => SignatureLines.Of(_signing);

    public void Cell(string cell, bool first)
    {
        foreach (var part in cell.Split('\n'))
            if (part.Trim().Length > 0)
                Line(part.Trim(), first && FootLines.Opens(part));
    }

    /// <param name="head">It is the caption of the list.</param>
    public void Line(string text, bool head)
    {
        if (head || FootLines.Opens(text))
            Caption(text);
        else if (MarkerReader.Read(text).Kind is MarkerKind.Bullet)
            _recipients.Add(text);
        else if (IsSigning(text) || IsStamp(text))
            Signing(text);
        else if (_signing.Count > 0 && _family is null && IsFamily(text) && !_signing.Exists(IsName))
            _family = text;
        else
            Rest(WithFamily(text));
    }

    // "Nơi nhận: Như trên": what stands behind the caption.
    private void Caption(string text)
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
    }

    // "Trần" / "Chí Hùng": the name with what stood above it; what was none is taken by itself.
    private string WithFamily(string text)
    {
        if (_family is not { } family)
            return text;
        _family = null;
        if (IsName(text))
            return family + " " + text;
        Rest(family);
        return text;
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
        if (RecipientList.IsFileCopy(text) || (_recipients.Count == 0 && _signing.Count == 0) || text[^1] is ';')
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

    public void Signing(string text)
    {
        foreach (var part in text.Split('|', '\n'))
            if (part.Trim().Length > 0 && !IsStamp(part))
                _signing.Add(part.Trim());
    }
}
