namespace ThiDua.Plans.Reading.Head;

/// <summary>Types of document and their codes: Decree 30/2020/NĐ-CP, Annex III, and the types above it (laws, decrees).</summary>
internal static class DocumentKinds
{
    private static readonly (string Name, string Code)[] Types =
    [
        ("chương trình phối hợp", "CTr"),
        ("chương trình hành động", "CTr"),
        ("chương trình công tác", "CTr"),
        ("chương trình", "CTr"),
        ("kế hoạch liên tịch", "KH"),
        ("kế hoạch liên ngành", "KH"),
        ("kế hoạch phối hợp", "KH"),
        ("kế hoạch hành động", "KH"),
        ("kế hoạch", "KH"),
        ("công điện", "CĐ"),
        ("chỉ thị", "CT"),
        ("quyết định", "QĐ"),
        ("nghị quyết liên tịch", "NQ"),
        ("nghị quyết", "NQ"),
        ("hướng dẫn", "HD"),
        ("báo cáo", "BC"),
        ("thông báo", "TB"),
        ("thông cáo", "TC"),
        ("phương án", "PA"),
        ("đề án", "ĐA"),
        ("dự án", "DA"),
        ("tờ trình", "TTr"),
        ("quy chế", "QC"),
        ("quy định", "QyĐ"),
        ("kết luận", "KL"),
        ("biên bản", "BB"),
        ("hợp đồng", "HĐ"),
        ("thông tư", "TT"),
        ("nghị định", "NĐ"),
    ];

    private static readonly Dictionary<string, string> Codes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["NQ"] = "NQ",
        ["QĐ"] = "QĐ",
        ["QÐ"] = "QĐ",
        ["CT"] = "CT",
        ["QC"] = "QC",
        ["QyĐ"] = "QyĐ",
        ["TC"] = "TC",
        ["TB"] = "TB",
        ["HD"] = "HD",
        ["CTr"] = "CTr",
        ["KH"] = "KH",
        ["PA"] = "PA",
        ["ĐA"] = "ĐA",
        ["DA"] = "DA",
        ["BC"] = "BC",
        ["BB"] = "BB",
        ["TTr"] = "TTr",
        ["HĐ"] = "HĐ",
        ["CĐ"] = "CĐ",
        ["NĐ"] = "NĐ",
        ["NÐ"] = "NĐ",
        ["TT"] = "TT",
        ["TTLT"] = "TTLT",
        ["NQLT"] = "NQLT",
        ["KL"] = "KL",
        ["CTrPH"] = "CTrPH",
        ["CTPH"] = "CTrPH",
        ["KHPH"] = "KHPH",
        ["KHLT"] = "KHLT",
        ["KHLN"] = "KHLN",
        ["HDLN"] = "HDLN",
        ["QH"] = "Luật",
        ["PL"] = "PL",
        ["L"] = "Luật",
        ["QCPH"] = "QCPH",
        ["VBHN"] = "VBHN",
        ["CTHĐ"] = "CTr",
        ["HDLT"] = "HDLT",
        ["TBKL"] = "TB",
        ["QĐi"] = "QyĐ",
        ["CTR"] = "CTr",
    };

    private static readonly (string Folded, string Code, int Length)[] Folded =
    [
        .. Types.Select(t => (Folding.Of(t.Name), t.Code, t.Name.Length)),
    ];

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
    public static bool IsActing(string line)
    {
        if (line.Any(char.IsLower))
            return false;
        var folded = Folding.Of(line);
        return folded.StartsWith("uy ban nhan dan", StringComparison.Ordinal)
            || folded.StartsWith("chu tich", StringComparison.Ordinal)
            || folded.StartsWith("giam doc", StringComparison.Ordinal)
            || folded.StartsWith("bo truong", StringComparison.Ordinal)
            || folded.StartsWith("thu tuong", StringComparison.Ordinal)
            || folded.StartsWith("hoi dong nhan dan", StringComparison.Ordinal)
            || folded.StartsWith("truong ban", StringComparison.Ordinal)
            || folded.StartsWith("cuc truong", StringComparison.Ordinal)
            || folded.StartsWith("tong giam doc", StringComparison.Ordinal);
    }

    /// <summary>The type that a headline in small letters opens with, and a subject behind it: "Kế hoạch về phát động …"; a sentence is none.</summary>
    public static (string Kind, int Length)? OfHeadline(string line)
    {
        if (line.Length > LongestHeadline || !char.IsUpper(line[0]) || line[^1] is '.' or ':' or ';')
            return null;
        return
            OfTypeLine(line.ToUpperInvariant()) is { } type
            && line[type.Length..] is [' ', var next, ..] subject
            && (char.IsLower(next) || next is '“' or '"')
            && Subjects.AnyStarts(Folding.Of(subject.TrimStart()))
            ? type
            : null;
    }

    private const int LongestHeadline = 300;
    private static readonly FoldedTexts Subjects = Vocabulary.Folded("head/subjects");

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
