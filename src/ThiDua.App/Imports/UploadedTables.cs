using System.Runtime.CompilerServices;
using ThiDua.App.Cli;
using ThiDua.App.Sandbox;

namespace ThiDua.App.Imports;

/// <summary>Files of rows that somebody uploaded, each read in a child that is bounded and shut in; rows come as it reads them.</summary>
public sealed class UploadedTables(RunFolders folders)
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>Bytes of heap: a workbook keeps its words in memory.</summary>
    private const long Heap = 160 * Megabyte;
    private const long MostSaid = 96 * Megabyte;

    public static readonly TimeSpan Wall = TimeSpan.FromSeconds(60);

    // Two at a time: the machine's memory is bounded too, not only one child's.
    private readonly SemaphoreSlim places = new(2);

    /// <summary>The head, then the rows.</summary>
    /// <exception cref="TableRefused">While it is read, too.</exception>
    public async IAsyncEnumerable<CsvRow> Rows(Stream content, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            using var folder = folders.Make();
            await folder.Take(content, cancellationToken);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(Wall);
            using var child = Child.Start(folder, ["read", RunFolder.InputName, "--table"], Heap, Wall);
            await using var lines = Answer(child, limit.Token).GetAsyncEnumerator(limit.Token);
            while (await Next(lines, cancellationToken))
                yield return lines.Current;
        }
        finally
        {
            places.Release();
        }
    }

    private static async Task<bool> Next(IAsyncEnumerator<CsvRow> rows, CancellationToken cancellationToken)
    {
        try
        {
            return await rows.MoveNextAsync();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TableRefused("table-too-slow", 0, (long)Wall.TotalSeconds);
        }
        catch (TooMuchSaid)
        {
            throw new TableRefused("table-too-long", 0, MostSaid / Megabyte);
        }
    }

    private static async IAsyncEnumerable<CsvRow> Answer(Child child, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Nobody waits for what it says beside its answer; but a full pipe would stop it.
        var said = child.Said.CopyToAsync(Stream.Null, cancellationToken);
        await foreach (var line in BoundedText.Lines(child.Output, 8 * CsvReader.MostCharacters, MostSaid, cancellationToken))
        {
            if (TableAnswer.Parse(line) is not { } row)
                throw new TableRefused("table-damaged");
            if (row.Code is { } code)
                throw new TableRefused(code, row.Line, [.. (row.Numbers ?? []).Cast<object>()]);
            yield return new(row.Line, row.Cells ?? []);
        }
        await said;
        var end = await child.Ended(cancellationToken);
        if (end is Child.OutOfMemory || Child.RanOutOfMemory(end))
            throw new TableRefused("table-too-heavy", 0, Heap / Megabyte);
        if (end != CommandLine.Done)
            throw new TableRefused("table-damaged");
    }
}
