using ThiDua.Plans.Source.Layout;

namespace ThiDua.Plans.Source.Docx;

/// <summary>
/// One table: rows of data, or a layout (a letterhead, a signature block, a frame) whose cells are read one after the other.
/// </summary>
internal sealed class DocxTable(DocxBody body, int number)
{
    private const int MaxColumns = TableCell.MaxColumns;

    private readonly List<List<TableCell>> _rows = [];
    private Borders _borders;
    private int _columns;

    public void Read(PartReader x, List<SourceLine> into)
    {
        if (!x.Enter(out var depth))
        {
            return;
        }
        var spent = body.Budget.Spent;
        var wrappers = new Wrappers();
        while (x.Next(depth))
        {
            if (wrappers.Passes(x))
            {
                continue;
            }
            switch (x.Name)
            {
                case "tblPr":
                    ReadProperties(x);
                    break;
                case "tr" when x.IsWord:
                    ReadRow(x);
                    break;
                default:
                    x.Skip();
                    break;
            }
        }
        var layout = TableKind.IsLayout(_rows, _columns, _borders);
        body.Budget.Spent = layout ? body.Budget.Spent : spent;
        new TableLines(_rows, number, body.Budget).Write(layout, into);
    }

    private void ReadProperties(PartReader x)
    {
        if (!x.Enter(out var depth))
        {
            return;
        }
        Borders style = default,
            own = default;
        while (x.Next(depth))
        {
            switch (x.Name)
            {
                case "tblStyle":
                    style = body.Styles.Get(x.Val).Borders;
                    x.Skip();
                    break;
                case "tblBorders":
                    DocxBorders.Read(x, ref own);
                    break;
                default:
                    x.Skip();
                    break;
            }
        }
        _borders = own.Over(style);
    }

    private void ReadRow(PartReader x)
    {
        var row = new List<TableCell>();
        var wrappers = new Wrappers();
        var deleted = false;
        var columns = 0;
        if (x.Enter(out var depth))
        {
            while (x.Next(depth))
            {
                if (x.Name == "trPr")
                {
                    deleted |= RowProperties(x, row);
                }
                else if (wrappers.Passes(x)) { }
                else if (x.Name == "tc" && x.IsWord && columns < MaxColumns)
                {
                    var cell = new TableCell();
                    body.Blocks(x, cell.Lines, cell);
                    columns += cell.Span;
                    row.Add(cell);
                }
                else
                {
                    x.Skip();
                }
            }
        }
        if (!deleted)
        {
            _rows.Add(row);
            _columns = Math.Max(_columns, columns);
        }
    }

    private static bool RowProperties(PartReader x, List<TableCell> row)
    {
        var deleted = false;
        if (!x.Enter(out var depth))
        {
            return false;
        }
        while (x.Next(depth))
        {
            switch (x.Name)
            {
                case "del":
                    deleted = true;
                    break;
                case "gridBefore" when x.Int("val") is { } before and > 0:
                    row.Add(new TableCell { Span = Math.Min(before, MaxColumns) });
                    break;
            }
            x.Skip();
        }
        return deleted;
    }
}
