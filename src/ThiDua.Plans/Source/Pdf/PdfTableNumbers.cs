namespace ThiDua.Plans.Source.Pdf;

/// <summary>Numbers the tables of a document; one that goes on at the top of the next page stays the same.</summary>
internal sealed class PdfTableNumbers
{
    private int _table = -1;
    private int _index;
    private int _columns;
    private bool _open;

    public SourceLine Number(SourceLine line)
    {
        var row = line.Row!;
        if (!_open || row.Cells.Count != _columns)
        {
            _table++;
            _index = 0;
            _columns = row.Cells.Count;
        }
        _open = true;
        return line with { Row = row with { Table = _table, Index = _index++ } };
    }

    /// <summary>Something came: text ends the table.</summary>
    public void Between(bool text) => _open &= !text;
}
