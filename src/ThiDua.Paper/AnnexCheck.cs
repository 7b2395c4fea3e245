using ThiDua.Paper.Check;

namespace ThiDua.Paper;

/// <summary>
/// Measures a Word file against Annex I of Decree 30/2020/NĐ-CP: paper, margins, fonts, sizes, the lines under motto and
/// names, the form of number, date and recipients. It checks what can be measured, whoever wrote the file.
/// </summary>
public static class AnnexCheck
{
    /// <summary>Largest file read, in bytes.</summary>
    public const int MaxBytes = 50_000_000;

    /// <summary>What deviates, in the order of the rules; empty when nothing does.</summary>
    /// <exception cref="InvalidDataException">Not a readable .docx, or larger than the limits.</exception>
    public static IReadOnlyList<Deviation> Docx(Stream file)
    {
        var page = DocxPage.Read(file);
        var found = new Findings();
        PageRules.Check(page, found);
        var parts = Components.Find(page);
        LetterheadRules.Check(parts, found);
        TitleRules.Check(parts, found);
        BodyRules.Check(parts, found);
        EndRules.Check(parts, found);
        return found.All;
    }

    /// <inheritdoc cref="Docx(Stream)"/>
    public static IReadOnlyList<Deviation> Docx(byte[] file) => Docx(new MemoryStream(file, writable: false));
}

/// <param name="Rule">Stable name of the rule: <c>margin-left</c>, <c>number-zero</c> …</param>
/// <param name="Where">The place, in words ("Đoạn 12: “Số: 5/KH-UBND”").</param>
/// <param name="Found">What stands there.</param>
/// <param name="Right">What the Annex asks for.</param>
public sealed record Deviation(string Rule, string Where, string Found, string Right)
{
    public override string ToString() => $"{Where}: {Found}; đúng là {Right}.";
}
