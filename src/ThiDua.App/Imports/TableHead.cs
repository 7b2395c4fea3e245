using System.Security.Cryptography;
using System.Text;

namespace ThiDua.App.Imports;

/// <summary>Which column of the file is which of ours, and what stands for one that the file lacks.</summary>
/// <param name="Places">Index in the file, by the code of our column.</param>
/// <param name="Given">One value for all rows, by the code of our column.</param>
public sealed record ColumnChoice(IReadOnlyDictionary<string, int> Places, IReadOnlyDictionary<string, string> Given)
{
    public bool Has(ImportColumn column) => Places.ContainsKey(column.Code) || Given.ContainsKey(column.Code);

    public IEnumerable<ImportColumn> Missing(IEnumerable<ImportColumn> columns) => columns.Where(c => c.Required && !Has(c));
}

/// <summary>The row of a table that names its columns: not always the first, where a title stands above.</summary>
/// <param name="Line">Of the file.</param>
/// <param name="Samples">The first values of each column.</param>
/// <param name="Choice">Our columns as their names tell.</param>
/// <param name="Last">Line of the last row of heads: some tables have two.</param>
public sealed record TableHead(
    int Line,
    int Last,
    IReadOnlyList<string> Names,
    IReadOnlyList<IReadOnlyList<string>> Samples,
    ColumnChoice Choice
)
{
    /// <summary>Rows among which the heads are looked for.</summary>
    public const int Rows = 10;

    /// <summary>Values shown of each column.</summary>
    public const int Shown = 3;

    private const int LongestName = 100,
        MostColumns = 100;

    /// <param name="first">The first rows of the file, more than <see cref="Rows"/> where it has more.</param>
    public static TableHead Find(IReadOnlyList<CsvRow> first, IReadOnlyList<ImportColumn> columns)
    {
        var matched = first.Take(Rows).Select(r => (Row: r, Places: Match(r.Cells, columns))).ToList();
        var (head, places) =
            matched.Count == 0 ? (new CsvRow(1, []), []) : matched.MaxBy(m => (m.Places.Count, m.Row.Cells.Count(c => c.Length > 0)));
        // A second row of heads (codes under words) names the same columns again.
        var last = matched
            .SkipWhile(m => m.Row != head)
            .Skip(1)
            .TakeWhile(m => m.Places.Count > 1 && m.Places.All(p => places.GetValueOrDefault(p.Key, p.Value) == p.Value))
            .Select(m => m.Row.Line)
            .LastOrDefault(head.Line);
        var values = first.Where(r => r.Line > last).Take(Shown).ToList();
        return new(
            head.Line,
            last,
            [.. head.Cells.Take(MostColumns).Select(Short)],
            [
                .. Enumerable
                    .Range(0, Math.Min(head.Cells.Count, MostColumns))
                    .Select(at => (IReadOnlyList<string>)[.. values.Select(v => at < v.Cells.Count ? Short(v.Cells[at]) : "")]),
            ],
            new(places, new Dictionary<string, string>())
        );
    }

    /// <summary>The same for files with the same heads.</summary>
    public string Hash() =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Names.Select(CsvTable.Key)))));

    private static Dictionary<string, int> Match(IReadOnlyList<string> cells, IReadOnlyList<ImportColumn> columns)
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (at, cell) in cells.Index())
            if (cell.Length is > 0 and <= LongestName && CsvTable.Key(cell) is { Length: > 0 } key)
                names.TryAdd(key, at);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        // The first name that the file has: a code is surer than a name.
        foreach (var column in columns)
            if (column.AllNames.Select(CsvTable.Key).FirstOrDefault(names.ContainsKey) is { } name && !places.ContainsValue(names[name]))
                places[column.Code] = names[name];
        return places;
    }

    private static string Short(string cell) => cell.Trim() is var text && text.Length <= LongestName ? text : text[..LongestName] + "…";
}
