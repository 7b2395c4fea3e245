using System.Runtime.CompilerServices;

namespace ThiDua.App.Imports;

/// <summary>A file that is being read: its first rows are known, the others come.</summary>
public sealed class TableReading : IAsyncDisposable
{
    private readonly IAsyncEnumerator<CsvRow> rows;
    private readonly List<CsvRow> first = [];

    private TableReading(IAsyncEnumerator<CsvRow> rows) => this.rows = rows;

    public IReadOnlyList<CsvRow> First => first;

    /// <exception cref="TableRefused">While it is read, too.</exception>
    public static async Task<TableReading> Begin(IAsyncEnumerable<CsvRow> rows, CancellationToken cancellationToken)
    {
        var reading = new TableReading(rows.GetAsyncEnumerator(cancellationToken));
        try
        {
            while (reading.first.Count < TableHead.Rows + TableHead.Shown && await reading.rows.MoveNextAsync())
                reading.first.Add(reading.rows.Current);
            return reading;
        }
        catch
        {
            await reading.DisposeAsync();
            throw;
        }
    }

    /// <summary>Once only: those behind the heads.</summary>
    public async IAsyncEnumerable<CsvRow> After(int line, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var row in first.Where(r => r.Line > line))
            yield return row;
        while (await rows.MoveNextAsync())
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return rows.Current;
        }
    }

    public ValueTask DisposeAsync() => rows.DisposeAsync();
}
