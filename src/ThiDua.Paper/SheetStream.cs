using System.Globalization;
using System.IO.Compression;
using System.Text;
using ThiDua.Paper.Xlsx;

namespace ThiDua.Paper;

/// <summary>One typed cell of a streamed sheet: a text, a number with its decimal places, a day or a moment.</summary>
/// <param name="Value">
/// A <see cref="string"/>, <see cref="decimal"/>, <see cref="DateOnly"/> or <see cref="DateTime"/>; null leaves it empty.
/// </param>
public readonly record struct SheetCell(object? Value, int Decimals = 0);

/// <summary>
/// Writes a long table as an Excel workbook of one sheet, row by row into a stream that need not be sought or read back: a
/// hundred thousand rows are never held. Numbers and days are what they are, so that they sort and add up; texts are
/// texts, also those that look like a formula.
/// </summary>
public sealed class SheetStream : IAsyncDisposable
{
    private const int Enough = 64 * 1024;

    // The archive writes at once where it closes a part, which a web server's stream refuses: it fills this, and this is emptied.
    private readonly MemoryStream waiting = new();
    private readonly Stream output;
    private readonly ZipArchive archive;
    private readonly StreamWriter sheet;
    private readonly StringBuilder row = new();
    private readonly int columns;
    private int rows;

    private SheetStream(Stream output, string name, IReadOnlyList<SheetColumn> columns)
    {
        (this.output, this.columns) = (output, columns.Count);
        archive = new ZipArchive(new ForwardOnly(waiting), ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (path, content) in SheetParts.Around(name))
            using (var part = Open(path))
                part.Write(content);
        sheet = Open(SheetParts.SheetPath);
        sheet.Write(SheetParts.BeforeRows(columns));
    }

    /// <param name="name">On the tab: 1 to 31 characters, none of <c>[ ] : * ? / \</c>.</param>
    public static async Task<SheetStream> Begin(
        Stream output,
        string name,
        string title,
        IReadOnlyList<SheetColumn> columns,
        CancellationToken cancellationToken
    )
    {
        var stream = new SheetStream(output, name, columns);
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
        archive.Dispose();
        await Send(CancellationToken.None);
    }

    private async Task Write(IReadOnlyList<SheetCell> cells, uint? style, CancellationToken cancellationToken)
    {
        rows++;
        row.Clear().Append(CultureInfo.InvariantCulture, $"<row r=\"{rows}\">");
        for (var i = 0; i < cells.Count; i++)
            SheetParts.Append(row, $"{SheetCells.Letters(i + 1)}{rows}", cells[i], style);
        sheet.Write(row.Append("</row>"));
        if (waiting.Length > Enough)
            await Send(cancellationToken);
    }

    private async Task Send(CancellationToken cancellationToken)
    {
        await output.WriteAsync(waiting.GetBuffer().AsMemory(0, (int)waiting.Length), cancellationToken);
        waiting.SetLength(0);
    }

    private StreamWriter Open(string path) =>
        new(archive.CreateEntry(path, CompressionLevel.Fastest).Open(), new UTF8Encoding(false), Enough);

    /// <summary>What is written is gone: the archive must not look back.</summary>
    private sealed class ForwardOnly(Stream to) : Stream
    {
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() { }

        public override void Write(byte[] buffer, int offset, int count) => to.Write(buffer, offset, count);

        public override void Write(ReadOnlySpan<byte> buffer) => to.Write(buffer);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
