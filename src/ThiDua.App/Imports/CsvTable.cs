using System.Text;

namespace ThiDua.App.Imports;

/// <param name="Line">1-based line of the file on which the row begins.</param>
public sealed record CsvRow(int Line, IReadOnlyList<string> Cells);

/// <summary>
/// A table as spreadsheets save it: UTF-8 with or without a byte-order mark, parted by semicolons, commas or tabs, cells in
/// double quotes where they need it (RFC 4180). The first row names the columns.
/// </summary>
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

    public static CsvTable Read(Stream content)
    {
        using var reader = new StreamReader(content, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
        var text = reader.ReadToEnd().Normalize(NormalizationForm.FormC);
        return new(Parse(text, Separator(text)));
    }

    /// <summary>The cell of a column under any of its names, trimmed; empty when the row is too short.</summary>
    public string Cell(CsvRow row, params string[] names) =>
        Place(names) is { } at && at < row.Cells.Count ? row.Cells[at].Trim() : "";

    public bool Has(params string[] names) => Place(names) is not null;

    /// <summary>The column's name as the file writes it.</summary>
    public string NameOf(params string[] names) => Place(names) is { } at ? Head[at] : names[0];

    private int? Place(string[] names)
    {
        foreach (var name in names)
            if (places.TryGetValue(Key(name), out var at)) return at;
        return null;
    }

    // "Mã đơn vị", "ma don vi" and "MA_DON_VI" are one name.
    private static string Key(string name) => Data.SearchText.Fold(name).Replace('_', ' ');

    private static char Separator(string text)
    {
        var head = text.Split('\n', 2)[0];
        return new[] { '\t', ';', ',' }.MaxBy(c => head.Count(x => x == c));
    }

    private static List<CsvRow> Parse(string text, char separator)
    {
        var (rows, cells, cell) = (new List<CsvRow>(), new List<string>(), new StringBuilder());
        var (quoted, line, start) = (false, 1, 1);
        void EndRow()
        {
            cells.Add(cell.ToString());
            cell.Clear();
            if (cells.Any(c => c.Trim().Length > 0)) rows.Add(new(start, [.. cells]));
            cells.Clear();
            start = line + 1;
        }
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '"' && quoted && at + 1 < text.Length && text[at + 1] == '"') { cell.Append('"'); at++; }
            else if (c == '"' && (quoted || cell.Length == 0)) quoted = !quoted;
            else if (c == separator && !quoted) { cells.Add(cell.ToString()); cell.Clear(); }
            else if (c == '\n' && !quoted) EndRow();
            else if (c != '\r' || quoted) cell.Append(c);
            if (c == '\n') line++;
        }
        EndRow();
        return rows;
    }
}
