namespace ThiDua.App.Imports;

/// <summary>A file of rows cannot be read.</summary>
/// <param name="code">One of the texts of imports: <c>not-utf8</c>.</param>
/// <param name="row">Line of the file; 0 for the whole file.</param>
/// <param name="arguments">What the text names.</param>
public sealed class TableRefused(string code, int row = 0, params object[] arguments) : Exception($"{code} {row}")
{
    public string Code => code;
    public int Row => row;
    public object[] Arguments => arguments;
}

/// <summary>A file of rows, .csv or .xlsx, row by row in this process: of the operator's own, and in a child of what is uploaded.</summary>
public static class TableFile
{
    /// <summary>The head, then the rows that have any text. The kind is told by the first bytes.</summary>
    /// <exception cref="TableRefused">While it is read, too.</exception>
    public static IEnumerable<CsvRow> Rows(Stream content)
    {
        // What comes through a pipe is text: a workbook is not read from its beginning.
        if (!content.CanSeek)
            return Csv(content);
        var head = new byte[4];
        var count = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        content.Position = 0;
        return head.AsSpan(0, count) switch
        {
            [0x50, 0x4B, 3 or 5 or 7, ..] => XlsxRows.Of(content),
            [0xD0, 0xCF, 0x11, 0xE0] => throw new TableRefused("old-spreadsheet"),
            _ => Csv(content),
        };
    }

    private static IEnumerable<CsvRow> Csv(Stream content)
    {
        using var reader = new CsvReader(content);
        yield return new(reader.HeadLine, reader.Head);
        foreach (var row in reader.Rows())
            yield return row;
    }
}
