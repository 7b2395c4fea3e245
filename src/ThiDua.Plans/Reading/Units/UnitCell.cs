using ThiDua.Plans.Reading.Scans;

namespace ThiDua.Plans.Reading.Units;

/// <summary>A text that holds only names of units: a table's cell, what stands behind "Đơn vị chủ trì:".</summary>
internal static class UnitCell
{
    public static List<string> Read(string text, UnitScanner units)
    {
        var names = new List<string>();
        foreach (var piece in text.Split(['\n', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var words = new Words(piece.TrimStart('-', '+', ' ', '•').TrimEnd('.', ' ', ',', ':'));
            if (words.Count == 0)
                continue;
            var listed = units.ListAt(words, 0, out var next);
            if (listed.Count == 0)
            {
                names.AddRange(UnknownNames(words.Text));
                continue;
            }
            names.AddRange(listed.Select(u => u.Name));
            if (next < words.Count && !units.IsVerb(words, next))
                Rest(words, next, names, units);
        }
        return names;
    }

    // "P KHTC, P TCHC": names that the lexicon does not know, each begun with a capital and of few words; else one name.
    private static IEnumerable<string> UnknownNames(string text)
    {
        var parts = text.Split(", ");
        return Array.TrueForAll(parts, p => p.Length is > 1 and < 30 && char.IsUpper(p[0]) && p.Count(c => c is ' ') < 4)
            ? parts.Select(OcrSlips.Names)
            : [OcrSlips.Names(text)];
    }

    private static void Rest(Words words, int next, List<string> names, UnitScanner units)
    {
        if (words.Gap(next - 1).Contains(',') && !units.IsVerb(words, next))
            names.Add(OcrSlips.Names(words.Text[words.Start(next)..].Trim()));
        else
            names[^1] = OcrSlips.Names((names[^1] + words.Text[words.End(next - 1)..]).Trim(' ', '.', ';'));
    }
}
