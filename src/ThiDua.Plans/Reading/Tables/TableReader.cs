using ThiDua.Plans.Reading.Dates;
using ThiDua.Plans.Reading.Figures;
using ThiDua.Plans.Reading.Structure;
using ThiDua.Plans.Reading.Units;
using ThiDua.Plans.Source;

namespace ThiDua.Plans.Reading.Tables;

/// <summary>
/// Assignment tables (each row a task), target tables (each row a target for each year) and tables that give each unit its
/// figures, by the words of their head row.
/// </summary>
/// <param name="parted">The document has sections; else what its tables give stands in none.</param>
internal sealed class TableReader(
    UnitScanner units,
    DueReader dues,
    TableHeads heads,
    bool parted,
    TargetReader clauses,
    List<PlanTask> tasks,
    List<PlanTarget> targets
)
{
    /// <summary>
    /// Where a table of an annex stands: "PL", and behind it the annex's number as printed ("PL1", "PLII") where it has
    /// one.
    /// </summary>
    private const string Annex = "PL";

    private readonly TaskRows _taskRows = new(units, dues, clauses, tasks, targets);
    private readonly TargetRows _targetRows = new(units, dues, tasks, targets);

    private string _annex = Annex;
    private int _table = -1;
    private Column[] _columns = [];
    private TableRow? _head;
    private TableRow? _read;
    private ShareTable? _shares;
    private string? _section;

    /// <summary>Takes note of an annex that opens at this paragraph: "PHỤ LỤC 2", "Phụ lục số II".</summary>
    public void Caption(Paragraph paragraph)
    {
        if (
            !paragraph.Folded.StartsWith("phu luc", StringComparison.Ordinal)
            || !(paragraph.Text.StartsWith("PHỤ LỤC", StringComparison.Ordinal) || paragraph.Text.Length < 60 && paragraph.Words.Capital(0))
        )
            return;
        var at = paragraph.Words.Is(2, "so") ? 3 : 2;
        _annex =
            at < paragraph.Words.Count
            && paragraph.Words.Slice(at, at) is { Length: < 4 } number
            && (paragraph.Words.IsNumber(at) || RomanNumerals.Value(number) > 0)
                ? Annex + number
                : Annex;
    }

    public void Read(Paragraph paragraph)
    {
        // A row so long that its text was parted is still one row.
        if (paragraph.Row is not { } row || row.Borderless || ReferenceEquals(row, _read))
            return;
        _read = row;
        if (row.Table != _table)
            (_table, _columns, _shares, _section) = (row.Table, [], null, paragraph.Section?.Number ?? (parted ? _annex : null));
        if (TableHeads.IsGroup(row.Cells))
            return;
        if (_shares is not null)
        {
            targets.AddRange(_shares.Read(row.Cells, _section, paragraph.Lines));
            return;
        }
        if (_columns.Length == 0 || row.Index <= 1 && !_columns.Contains(Column.Task) && !_columns.Contains(Column.Measure))
            Head(paragraph, row);
        // The head is printed again where the table goes on on another page.
        else if (!row.Cells.SequenceEqual(_head!.Cells))
        {
            if (row.Index == _head.Index + 1 && heads.Second(_head.Cells, row.Cells) is { } both)
                _columns = TableHeads.Settle(both);
            else
                Row(new(paragraph, row.Cells, _columns, _head, _section));
        }
    }

    private void Head(Paragraph paragraph, TableRow row)
    {
        var columns = heads.Of(row.Cells);
        if (SectionKinds.Of(paragraph.Section) is SectionKind.Targets && ShareTable.Of(row, columns, heads) is { } shares)
            (_shares, _head) = (shares, row);
        else if (TableHeads.Says(columns))
            (_columns, _head) = (TableHeads.Settle(columns), row);
    }

    private void Row(DataRow row)
    {
        if (row.Has(Column.Measure) && (row.Has(Column.Value) || row.Has(Column.Unit)))
            _targetRows.Read(row);
        else if (row.Has(Column.Task) && (row.Has(Column.Lead) || row.Has(Column.Time)))
            _taskRows.Read(row, Column.Task);
        // "Nội dung chỉ tiêu | Chủ trì": the target stands in words, and someone sees to it.
        else if (row.Has(Column.Measure) && row.Has(Column.Lead))
            _taskRows.Read(row, Column.Measure);
    }
}
