using System.Globalization;
using ThiDua.Plans.Source.Layout;

namespace ThiDua.Plans.Source.Html;

/// <summary>A table while it is read; cells that span rows are put into the rows they reach into.</summary>
internal sealed class HtmlTable(int number, (long, int) spent)
{
    private readonly List<List<TableCell>> _rows = [];
    private readonly int[] _reach = new int[TableCell.MaxColumns];
    private Borders _borders;
    private List<TableCell>? _row;
    private TableCell? _cell;
    private int _column;
    private int _columns;

    /// <summary>Where lines go now: the open cell, or nowhere (text between cells is shown before the table by browsers).</summary>
    public TableCell? Cell => _cell;

    public void Border(bool drawn, bool header)
    {
        _borders.InsideV = drawn || header || _borders.InsideV == true;
    }

    public void Row()
    {
        EndRow();
        _row = [];
        _column = 0;
        _rows.Add(_row);
    }

    public void Open(string? colspan, string? rowspan, in HtmlStyle style)
    {
        if (_row is null)
        {
            Row();
        }
        Reached();
        if (_column >= TableCell.MaxColumns)
        {
            _cell = new TableCell();
            return;
        }
        _cell = new TableCell { Span = Math.Clamp(Number(colspan), 1, TableCell.MaxColumns - _column) };
        if (style.Bordered == true)
        {
            _cell.Borders = new Borders { Top = true, Left = true };
        }
        var down = Math.Clamp(Number(rowspan), 1, 100_000) - 1;
        for (var i = 0; i < _cell.Span; i++)
        {
            _reach[_column + i] = down;
        }
        _row!.Add(_cell);
        _column += _cell.Span;
        _columns = Math.Max(_columns, _column);
    }

    public void CloseCell() => _cell = null;

    // Cells from above stand in this row before the next own cell.
    private void Reached()
    {
        while (_column < TableCell.MaxColumns && _reach[_column] > 0)
        {
            _reach[_column]--;
            _row!.Add(new TableCell { ContinuesAbove = true });
            _column++;
        }
    }

    private void EndRow()
    {
        if (_row is not null)
        {
            Reached();
        }
        _cell = null;
        _row = null;
    }

    public void Write(List<SourceLine> into, LineBudget budget)
    {
        EndRow();
        var layout = TableKind.IsLayout(_rows, _columns, _borders);
        if (!layout)
        {
            budget.Spent = spent;
        }
        new TableLines(_rows, number, budget).Write(layout, into);
    }

    private static int Number(string? value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 1;
}
