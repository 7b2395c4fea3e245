namespace ThiDua.Plans.Reading.Head;

/// <summary>Types of document and their codes: Decree 30/2020/NĐ-CP, Annex III, and the types above it (laws, decrees).</summary>
internal static class DocumentKinds
{
    private static readonly FoldedTexts ActingOrgans = Vocabulary.Folded("head/acting-organs");

    private static readonly Dictionary<string, string> Codes = Entries("document-kinds/codes")
        .ToDictionary(e => e[0], e => e[^1], StringComparer.OrdinalIgnoreCase);

    private static readonly (string Folded, string Code, int Length)[] Folded =
    [
        .. Entries("document-kinds/types").Select(e => (Folding.Of(e[0]), e[1], e[0].Length)),
    ];

    private static IEnumerable<string[]> Entries(string name) =>
        Vocabulary.Entries(name).Select(e => e.Split('|', StringSplitOptions.TrimEntries));

    /// <summary>The kind that a symbol's codes tell; a letter's where they tell none, null without a symbol.</summary>
    public static string? OfSymbol(string? codes)
    {
        if (codes is null)
            return null;
        var parts = codes.Split('/', '-');
        var first = Array.Find(parts, p => !p.All(char.IsAsciiDigit)) ?? "";
        return OfCode(parts[0]) ?? (codes.Length > 0 ? OfCode(first) ?? "CV" : null);
    }

    /// <summary>The kind of a symbol's first letter code; null for the code of an organ (a letter).</summary>
    public static string? OfCode(string code)
    {
        if (Codes.TryGetValue(code, out var kind))
            return kind;
        return code.StartsWith("QH", StringComparison.Ordinal) && code.Length is 3 or 4 ? "Luật"
            : code.StartsWith("UBTVQH", StringComparison.Ordinal) ? "NQ"
            : null;
    }

    /// <summary>The type that a line of the head names: the line is the type's name in capitals, or begins with it in capitals.</summary>
    public static (string Kind, int Length)? OfTypeLine(string line)
    {
        if (line.Length < 5)
            return null;
        var folded = Folding.Of(line.Length > 40 ? line[..40] : line);
        foreach (var (name, code, length) in Folded)
        {
            if (!folded.StartsWith(name, StringComparison.Ordinal))
                continue;
            var rest = line[length..];
            if (rest.Length > 0 && char.IsLetterOrDigit(rest[0]))
                continue;
            if (!InCapitals(line.AsSpan(0, length)))
                return null;
            return rest.Trim(' ', ':', '.').Length == 0 ? (code, line.Length)
                : rest.StartsWith(": ", StringComparison.Ordinal) && code is "QĐ" ? null
                : (code, length);
        }
        return null;
    }

    /// <summary>The organ in capitals that a decision names between its subject and its grounds.</summary>
    public static bool IsActing(string line) => !line.Any(char.IsLower) && ActingOrgans.AnyStarts(Folding.Of(line));

    private static bool InCapitals(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (char.IsLower(c))
                return false;
        return true;
    }

    /// <summary>Names of types as they stand before a symbol in running text, folded; longest first.</summary>
    public static IEnumerable<(string Folded, string Code)> Names => Folded.Select(f => (f.Folded, f.Code));
}
