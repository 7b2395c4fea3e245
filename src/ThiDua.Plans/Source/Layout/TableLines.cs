namespace ThiDua.Plans.Source.Layout;

/// <summary>Writes a table's rows as lines.</summary>
internal sealed class TableLines(List<List<TableCell>> rows, int number, LineBudget budget)
{
    private const int LongestHead = 500;
    private List<string> _above = [];

    public void Write(bool layout, List<SourceLine> into)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var (cells, text) = Texts(rows[i]);
            layout |= i > 0 && TableKind.IsFoot(rows[i]);
            var row = new TableRow(number, i, layout, cells);
            if (layout)
            {
                WriteCells(rows[i], row, into);
            }
            else if (text.Length > 0)
            {
                WriteRow(rows[i], row, text, into);
            }
        }
    }

    private static void WriteCells(List<TableCell> cells, TableRow row, List<SourceLine> into)
    {
        foreach (var cell in cells)
        {
            foreach (var line in cell.Lines)
            {
                // A frame of one column, which may hold a whole plan, is no table to the reader.
                into.Add(line.Row is null && row.Cells.Count > 1 ? line with { Row = row } : line);
            }
        }
    }

    private void WriteRow(List<TableCell> cells, TableRow row, string text, List<SourceLine> into)
    {
        budget.Charge(text);
        var bold = cells.TrueForAll(c => c.Lines.TrueForAll(l => l.Bold || l.Note));
        into.Add(new SourceLine(text) { Row = row, Bold = bold });
        foreach (var cell in cells)
        {
            foreach (var note in cell.Lines)
            {
                if (note.Note)
                {
                    budget.Charge(note.Text);
                    into.Add(note);
                }
            }
        }
    }

    /// <summary>One text a grid column, merged cells repeated; and the printed row, where a cell merged sideways stands once.</summary>
    private (List<string> Cells, string Text) Texts(List<TableCell> row)
    {
        var texts = new List<string>(row.Count);
        var printed = new List<string>(row.Count);
        foreach (var cell in row)
        {
            var own = Own(cell);
            if (cell.ContinuesAbove && texts.Count < _above.Count)
            {
                own = _above[texts.Count];
            }
            else if (cell.ContinuesLeft && texts.Count > 0)
            {
                texts.Add(texts[^1]);
                continue;
            }
            // What is merged downwards heads each of its rows, unless it is no head but a text.
            printed.Add(cell.ContinuesAbove && own.Length > LongestHead ? "" : own.Replace('\n', ' '));
            for (var i = 0; i < cell.Span; i++)
            {
                texts.Add(own);
            }
        }
        _above = texts;
        return (texts, printed.TrueForAll(t => t.Length == 0) ? "" : string.Join(" | ", printed));
    }

    private static string Own(TableCell cell)
    {
        if (cell.Lines.Count == 0)
        {
            return "";
        }
        var lines = cell.Lines.Where(l => !l.Note).Select(l => Gaps.Plain(l.Text)).ToList();
        return lines.Count == 1 ? lines[0] : string.Join('\n', lines);
    }
}
