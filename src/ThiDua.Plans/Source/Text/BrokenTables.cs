namespace ThiDua.Plans.Source.Text;

/// <summary>
/// Pipe tables whose cells were put on lines of their own: "|" alone opens a row and closes each cell. Rows of a table of data (its head
/// begins with "TT" or "STT") are put together on their first line, the lines they came from are left empty, so that the lines of the file
/// stay countable.
/// </summary>
internal static class BrokenTables
{
    private const int FewestColumns = 3;
    private const int MostColumns = 40;
    private const int LongestRow = 400;
    private static readonly string[] Heads = ["TT", "STT", "SỐ TT", "Số TT", "Stt", "Tt"];

    private readonly record struct Row(List<string> Cells, int First, int Next);

    public static void Join(List<SourceLine> lines)
    {
        var table = 1_000_000;
        for (var i = 0; i + 2 < lines.Count; i++)
        {
            if (
                !IsBar(lines[i])
                || Array.IndexOf(Heads, lines[i + 1].Text) < 0
                || Read(lines, i, 0) is not { Cells.Count: >= FewestColumns } head
            )
                continue;
            var columns = head.Cells.Count;
            var index = 0;
            for (var row = head; ; row = Read(lines, row.Next, columns) is { } next ? next : default)
            {
                if (row.Cells is null)
                    break;
                Put(lines, row, table, index++, columns);
                i = row.Next - 1;
            }
            table++;
        }
    }

    private static void Put(List<SourceLine> lines, Row row, int table, int index, int columns)
    {
        // A cell over the whole width stands in every column, as a merged one does.
        var cells = row.Cells.Count == 1 ? [.. Enumerable.Repeat(row.Cells[0], columns)] : row.Cells;
        var bold = Enumerable
            .Range(row.First, row.Next - row.First)
            .All(n => lines[n].Bold || lines[n].Text.Length == 0 || IsBar(lines[n]));
        lines[row.First] = new SourceLine(string.Join(" | ", row.Cells))
        {
            Bold = bold,
            Row = new TableRow(table, index, Borderless: false, cells),
        };
        for (var n = row.First + 1; n < row.Next; n++)
            lines[n] = SourceLine.Empty;
    }

    /// <summary>The row that opens at this line; null where none does.</summary>
    /// <param name="columns">Of the table's head; 0 for the head itself.</param>
    private static Row? Read(List<SourceLine> lines, int at, int columns)
    {
        if (at >= lines.Count || !IsBar(lines[at]))
            return null;
        List<string> cells = [],
            open = [];
        for (var i = at + 1; i < lines.Count && i - at < LongestRow && cells.Count <= MostColumns; i++)
        {
            if (!IsBar(lines[i]))
            {
                if (lines[i].Row is not null || open.Count == 0 && lines[i].Text.Length == 0)
                    return Close(cells, at, i);
                if (lines[i].Text.Length > 0)
                    open.Add(lines[i].Text);
                continue;
            }
            // Two bars end a row, or hold an empty cell where columns are still to come.
            if (open.Count == 0 && (cells.Count <= 1 || columns == 0 || cells.Count >= columns))
                return Close(cells, at, i);
            cells.Add(string.Join(' ', open));
            open.Clear();
        }
        return null;
    }

    private static Row? Close(List<string> cells, int first, int next) => cells.Count > 0 ? new(cells, first, next) : null;

    private static bool IsBar(SourceLine line) => line.Text is "|";
}
