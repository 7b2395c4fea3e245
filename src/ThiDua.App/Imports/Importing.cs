using Microsoft.Extensions.Localization;

namespace ThiDua.App.Imports;

/// <summary>One mistake of a file: where it stands and what is right there.</summary>
/// <param name="Row">Line of the file; 0 for the whole file.</param>
/// <param name="Column">The column's name as the file writes it; empty for the whole row.</param>
/// <param name="Code">Stable, for programs: <c>unknown-unit</c>.</param>
public sealed record RowError(string File, int Row, string Column, string Code, string Message)
{
    public override string ToString() =>
        Row == 0 ? $"{File}: {Message}"
        : Column.Length == 0 ? $"{File}:{Row}: {Message}"
        : $"{File}:{Row}: {Column}: {Message}";
}

/// <summary>What an import did, or would do.</summary>
/// <param name="Rows">Rows read.</param>
/// <param name="New">Things that were not there.</param>
/// <param name="Changed">Things that change.</param>
/// <param name="Same">Rows that say what is known already: an import repeated changes nothing.</param>
public sealed record ImportResult(int Rows, int New, int Changed, int Same, IReadOnlyList<RowError> Errors, bool Applied)
{
    /// <summary>Rows that touch what is approved: kept, and counted when the period is reopened.</summary>
    public int Pending { get; init; }

    /// <summary>Public id by which the import can be taken back; null when nothing was applied.</summary>
    public string? Import { get; init; }
    public bool Ok => Errors.Count == 0;
}

/// <summary>The one way in which files of rows come in: read, every row checked, every mistake named; then all of it or nothing.</summary>
public sealed class RowErrors(string file, IStringLocalizer<Text> text)
{
    public const int Most = 1000;

    private readonly List<RowError> found = [];

    /// <summary>In the order of the rows.</summary>
    public IReadOnlyList<RowError> Found =>
        found.Zip(Enumerable.Range(0, found.Count)).OrderBy(f => (f.First.Row, f.Second)).Select(f => f.First).ToList();

    /// <summary>All of them, also those that are not kept.</summary>
    public int Count { get; private set; }

    public void Add(int row, string column, string code, params object[] arguments)
    {
        // Words are made only for what is kept.
        if (found.Count < Most)
            found.Add(new(file, row, column, code, text[code, arguments]));
        Count++;
    }

    public void Add(RowError error)
    {
        Count++;
        if (found.Count < Most)
            found.Add(error);
    }

    public void Add(TableRefused refused) => Add(refused.Row, "", refused.Code, refused.Arguments);

    public string Text(string key) => text[key].Value;

    /// <summary>The table, when the file can be read and has these columns; else null and the reason is among the errors.</summary>
    public CsvTable? Open(Stream content, params string[][] columns)
    {
        CsvTable table;
        try
        {
            table = CsvTable.Read(content);
        }
        catch (TableRefused refused)
        {
            Add(refused);
            return null;
        }
        foreach (var names in columns.Where(names => !table.Has(names)))
            Add(1, "", "missing-column", names[0], string.Join(", ", table.Head));
        if (table.Rows.Count > CsvTable.MostRows)
            Add(0, "", "too-many-rows", CsvTable.MostRows);
        if (Count == 0 && table.Rows.Count == 0)
            Add(0, "", "no-rows");
        return Count == 0 ? table : null;
    }
}
