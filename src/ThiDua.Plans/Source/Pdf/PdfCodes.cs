using System.Globalization;
using System.Text.RegularExpressions;

namespace ThiDua.Plans.Source.Pdf;

/// <summary>A font's table of what its codes mean (ISO 32000-1, 9.10.3: ToUnicode).</summary>
internal static partial class PdfCodes
{
    private const int LongestRange = 256;

    public static Dictionary<int, string> Letters(string text)
    {
        var letters = new Dictionary<int, string>();
        foreach (Match m in Ranges().Matches(text))
        {
            int first = Hex(m.Groups[1]),
                last = Hex(m.Groups[2]),
                to = Hex(m.Groups[3]);
            for (var i = first; i <= last && i - first < LongestRange; i++)
                letters[i] = ((char)(to + i - first)).ToString();
        }
        foreach (Match m in Pairs().Matches(Ranges().Replace(text, "")))
            letters[Hex(m.Groups[1])] = ((char)Hex(m.Groups[2])).ToString();
        return letters;
    }

    [GeneratedRegex("<([0-9A-Fa-f]{1,4})>\\s*<([0-9A-Fa-f]{1,4})>\\s*<([0-9A-Fa-f]{1,4})>", RegexOptions.NonBacktracking)]
    private static partial Regex Ranges();

    [GeneratedRegex("<([0-9A-Fa-f]{1,4})>\\s*<([0-9A-Fa-f]{1,4})>", RegexOptions.NonBacktracking)]
    private static partial Regex Pairs();

    private static int Hex(Group group) => int.Parse(group.ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
