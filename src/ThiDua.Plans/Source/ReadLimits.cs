namespace ThiDua.Plans.Source;

/// <summary>What one document may cost to read. Above a limit it is refused, and the message names the limit.</summary>
public sealed record ReadLimits
{
    public static ReadLimits Default { get; } = new();

    /// <summary>Size of the file, in bytes.</summary>
    public long MaxFileBytes { get; init; } = 50L * 1024 * 1024;

    /// <summary>Size of the text found in it, in bytes of UTF-8.</summary>
    public long MaxTextBytes { get; init; } = 20L * 1024 * 1024;

    /// <summary>Lines with text (paragraphs, table rows).</summary>
    public int MaxParagraphs { get; init; } = 200_000;

    /// <summary>Bytes unpacked from a compressed file, counted as they come and never as declared.</summary>
    public long MaxUnpackedBytes { get; init; } = 160L * 1024 * 1024;

    /// <summary>Entries of a compressed file; an honest one of a thousand pictures has some twelve hundred.</summary>
    public int MaxEntries { get; init; } = 10_000;

    /// <summary>Unpacked to packed bytes of one part; honest Word files stay under 60.</summary>
    public int MaxRatio { get; init; } = 100;

    /// <summary>Nesting of elements; Word itself writes some 30 in a table within a table.</summary>
    public int MaxDepth { get; init; } = 256;

    /// <summary>Pages of a .pdf file.</summary>
    public int MaxPages { get; init; } = 2000;

    /// <summary>Pages of a .pdf file that have to be recognised from their picture; each takes some seconds.</summary>
    public int MaxScannedPages { get; init; } = 200;

    /// <summary>
    /// Whether LibreOffice and Tesseract may be started where they are installed; else their files are refused as if they were not.
    /// </summary>
    public bool AllowPrograms { get; init; } = true;

    /// <summary>Bytes of memory that LibreOffice may take; an honest text of some hundred pages takes a third of it.</summary>
    public long OfficeMemory { get; init; } = 1_500_000_000;

    /// <summary>Time for one run of another program (a page through Tesseract, a file through LibreOffice).</summary>
    public TimeSpan ProgramTimeout { get; init; } = TimeSpan.FromSeconds(120);
}

/// <summary>How far a slow reading (a scanned document, page by page) has come.</summary>
public readonly record struct ReadProgress(int Page, int Pages);
