using System.Text;
using UglyToad.PdfPig.Tokens;

namespace ThiDua.Plans.Source.Pdf;

/// <summary>What a form shows, and where.</summary>
internal sealed class PdfShownText
{
    public readonly StringBuilder Text = new();
    public double X,
        Y,
        Size = 12;

    /// <param name="letters">What the codes of the font mean; null for a font of single bytes.</param>
    public void Add(IToken token, Dictionary<int, string>? letters)
    {
        var codes = token switch
        {
            StringToken text => text.GetBytes().ToArray(),
            HexToken hex => hex.Bytes.ToArray(),
            _ => [],
        };
        if (letters is null)
            Text.Append(Encoding.Latin1.GetString(codes));
        // Fonts with a table have codes of two bytes (Identity-H).
        else
            for (var i = 0; i + 1 < codes.Length; i += 2)
                Text.Append(letters.GetValueOrDefault((codes[i] << 8) | codes[i + 1], "?"));
    }
}
