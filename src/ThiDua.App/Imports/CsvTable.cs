namespace ThiDua.App.Imports;

/// <param name="Line">1-based line of the file on which the row begins.</param>
public sealed record CsvRow(int Line, IReadOnlyList<string> Cells);

/// <summary>A table of some size, read whole (<see cref="TableFile"/>).</summary>
public sealed class CsvTable
{
    public const int MostRows = 200_000;

    private readonly Dictionary<string, int> places;

    private CsvTable(IReadOnlyList<CsvRow> rows)
    {
        Rows = [.. rows.Skip(1)];
        Head = rows.Count > 0 ? [.. rows[0].Cells.Select(c => c.Trim())] : [];
        places = Head.Select((name, at) => (name, at)).GroupBy(c => Key(c.name)).ToDictionary(g => g.Key, g => g.First().at);
    }

    public IReadOnlyList<string> Head { get; }
    public IReadOnlyList<CsvRow> Rows { get; }

    public static CsvTable Read(Stream content) => new([.. TableFile.Rows(content)]);

    /// <summary>The cell of a column under any of its names, trimmed; empty when the row is too short.</summary>
    public string Cell(CsvRow row, params string[] names) => Place(names) is { } at && at < row.Cells.Count ? row.Cells[at].Trim() : "";

    public bool Has(params string[] names) => Place(names) is not null;

    /// <summary>The column's name as the file writes it.</summary>
    public string NameOf(params string[] names) => Place(names) is { } at ? Head[at] : names[0];

    private int? Place(string[] names)
    {
        foreach (var name in names)
            if (places.TryGetValue(Key(name), out var at))
                return at;
        return null;
    }

    // "Mã đơn vị", "ma don vi" and "MA_DON_VI" are one name.
    internal static string Key(string name) => Data.SearchText.Fold(name).Replace('_', ' ');
}
