using System.Text;

namespace ThiDua.App.Data;

/// <summary>Names as they are kept, and the key they sort by (the engines' own collations differ).</summary>
public static class NameText
{
    private const string Alphabet = "0123456789aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";

    // What its column holds; names that differ only behind that stand side by side.
    private const int LongestKey = 400;
    private const string Tones = "\u0300\u0309\u0303\u0301\u0323";

    /// <summary>NFC, white space folded to single spaces, ends trimmed.</summary>
    public static string Clean(string? text) =>
        string.Join(' ', (text ?? "").Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>
    /// Vietnamese dictionary order with numbers by size: letters first (a ă â … d đ …), the tones (huyền, hỏi, ngã, sắc,
    /// nặng) only to break ties. "Ấp 2" comes before "Ấp 10".
    /// </summary>
    public static string SortKey(string name)
    {
        var letters = new StringBuilder();
        var tones = new StringBuilder();
        var digits = 0;
        foreach (var c in Clean(name).ToLowerInvariant())
        {
            var parts = c.ToString().Normalize(NormalizationForm.FormD);
            var tone = parts.FirstOrDefault(p => Tones.Contains(p));
            var letter =
                tone == default ? c : parts.Replace(tone.ToString(), "", StringComparison.Ordinal).Normalize(NormalizationForm.FormC)[0];
            if (char.IsAsciiDigit(letter))
            {
                if (digits++ == 0)
                    letters.Append("!00000000");
                Shift(letters, letter);
                continue;
            }
            digits = 0;
            var place = Alphabet.IndexOf(letter);
            letters.Append(place < 0 ? ' ' : (char)('A' + place));
            tones.Append(tone == default ? '0' : (char)('1' + Tones.IndexOf(tone)));
        }
        var key = $"{letters}~{tones}";
        return key.Length <= LongestKey ? key : key[..LongestKey];
    }

    // Numbers are kept as eight digits, so that text order is number order.
    private static void Shift(StringBuilder key, char digit)
    {
        key.Remove(key.Length - 8, 1);
        key.Append(digit);
    }
}
