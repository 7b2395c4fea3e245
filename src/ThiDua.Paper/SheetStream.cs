using System.Globalization;
using System.IO.Compression;
using System.Text;
using ThiDua.Paper.Xlsx;

namespace ThiDua.Paper;

/// <summary>One typed cell of a streamed sheet: a text, a number with its decimal places, a day or a moment.</summary>
/// <param name="Value">A <see cref="string"/>, <see cref="decimal"/>, <see cref="DateOnly"/> or <see cref="DateTime"/>; null leaves it empty.</param>
public readonly record struct SheetCell(object? Value, int Decimals = 0);

/// <summary>
/// Writes a long table as an Excel workbook of one sheet, row by row into a stream that need not be sought or read back: a
/// hundred thousand rows are never held. Numbers and days are what they are, so that they sort and add up; texts are
/// texts, also those that look like a formula.
/// </summary>
public sealed class SheetStream : IAsyncDisposable
{
    private const int Buffer = 64 * 1024;

    private readonly ZipArchive archive;
    private readonly StreamWriter sheet;
    private readonly StringBuilder row = new();
    private readonly int columns;
    private int rows;

    private SheetStream(ZipArchive archive, StreamWriter sheet, int columns) =>
        (this.archive, this.sheet, this.columns) = (archive, sheet, columns);

    /// <param name="name">On the tab: 1 to 31 characters, none of <c>[ ] : * ? / \</c>.</param>
    public static async Task<SheetStream> Begin(
        Stream output,
        string name,
        string title,
        IReadOnlyList<SheetColumn> columns,
        CancellationToken cancellationToken
    )
    {
        var archive = await ZipArchive.CreateAsync(
            output,
            ZipArchiveMode.Create,
            leaveOpen: true,
            entryNameEncoding: null,
            cancellationToken
        );
        foreach (var (path, content) in SheetParts.Around(name))
            await using (var part = await Open(archive, path, cancellationToken))
                await part.WriteAsync(content.AsMemory(), cancellationToken);
        var stream = new SheetStream(archive, await Open(archive, SheetParts.SheetPath, cancellationToken), columns.Count);
        await stream.sheet.WriteAsync(SheetParts.BeforeRows(columns).AsMemory(), cancellationToken);
        await stream.Write([new(title)], SheetStyles.Title, cancellationToken);
        await stream.Write([.. columns.Select(c => new SheetCell(c.Header))], SheetStyles.Header, cancellationToken);
        return stream;
    }

    /// <param name="cells">As many as there are columns.</param>
    public Task Write(IReadOnlyList<SheetCell> cells, CancellationToken cancellationToken) => Write(cells, null, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await sheet.WriteAsync(SheetParts.AfterRows(columns, rows));
        await sheet.DisposeAsync();
        await archive.DisposeAsync();
    }

    private async Task Write(IReadOnlyList<SheetCell> cells, uint? style, CancellationToken cancellationToken)
    {
        rows++;
        row.Clear().Append(CultureInfo.InvariantCulture, $"<row r=\"{rows}\">");
        for (var i = 0; i < cells.Count; i++)
            SheetParts.Append(row, $"{SheetCells.Letters(i + 1)}{rows}", cells[i], style);
        row.Append("</row>");
        foreach (var chunk in row.GetChunks())
            await sheet.WriteAsync(chunk, cancellationToken);
    }

    private static async Task<StreamWriter> Open(ZipArchive archive, string path, CancellationToken cancellationToken) =>
        new(await archive.CreateEntry(path, CompressionLevel.Fastest).OpenAsync(cancellationToken), new UTF8Encoding(false), Buffer);
}
