using ThiDua.Plans.Reading.Structure;
using ThiDua.Plans.Source;

namespace ThiDua.Plans.Reading.Tables;

/// <summary>A row of data under its head.</summary>
/// <param name="Section">Where its table stands.</param>
internal sealed record DataRow(Paragraph Paragraph, IReadOnlyList<string> Cells, Column[] Columns, TableRow Head, string? Section)
{
    public bool Has(Column column) => Columns.Contains(column);

    /// <summary>The cell of a column; blank where there is none.</summary>
    public string Cell(Column column)
    {
        var at = Array.IndexOf(Columns, column);
        return at >= 0 && at < Cells.Count ? Cells[at].Trim() : "";
    }

    /// <summary>The cell of a column in one line, without its mark.</summary>
    public string Line(Column column) => Line(Cell(column));

    public static string Line(string cell) => cell.Replace('\n', ' ').Trim(' ', '-', ';', '.');
}
