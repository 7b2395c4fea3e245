namespace ThiDua.Plans.Source.Docx;

/// <summary>Runs in fonts of the years before Unicode (".VnTime", "VNI-Times"), whose letters are other characters underneath.</summary>
internal sealed class LegacyFonts
{
    public bool Used { get; private set; }

    public string Decode(string text, string? font)
    {
        if (font is null || font.Length < 4 || (font[0] != '.' && font[0] is not ('V' or 'v')))
        {
            return text;
        }
        if (font.StartsWith(".Vn", StringComparison.OrdinalIgnoreCase))
        {
            Used = true;
            var decoded = Text.Tcvn3.Decode(text);
            // ".VnTimeH": the capitals' fonts draw small letters' codes as capitals.
            return font.EndsWith('H') ? decoded.ToUpperInvariant() : decoded;
        }
        if (font.StartsWith("VNI-", StringComparison.OrdinalIgnoreCase))
        {
            Used = true;
            return Text.VniWindows.Decode(text);
        }
        return text;
    }
}
