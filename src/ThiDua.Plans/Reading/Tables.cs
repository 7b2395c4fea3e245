using System.Globalization;
using ThiDua.Plans.Source;

namespace ThiDua.Plans.Reading;

/// <summary>Assignment tables (each row a task) and target tables (each row a target), by the words of their head row.</summary>
/// <param name="parted">The document has sections; else what its tables give stands in none.</param>
internal sealed class Tables(UnitScanner units, Dues dues, bool parted, List<PlanTask> tasks, List<PlanTarget> targets)
{
    private enum Column { None, Number, Task, Lead, With, Time, Product, Measure, Unit, Value, Note }

    private static readonly Phrases<Column> Heads = new Phrases<Column>()
        .Add("stt", Column.Number).Add("tt", Column.Number).Add("số tt", Column.Number)
        .Add("nhiệm vụ", Column.Task).Add("nội dung", Column.Task).Add("nội dung công việc", Column.Task).Add("công việc", Column.Task).Add("hoạt động", Column.Task).Add("nội dung thực hiện", Column.Task).Add("nội dung nhiệm vụ", Column.Task).Add("tên nhiệm vụ", Column.Task).Add("nhiệm vụ, giải pháp", Column.Task)
        .Add("chủ trì", Column.Lead).Add("cơ quan chủ trì", Column.Lead).Add("đơn vị chủ trì", Column.Lead).Add("đơn vị thực hiện", Column.Lead).Add("cơ quan thực hiện", Column.Lead).Add("bộ phận thực hiện", Column.Lead).Add("phân công", Column.Lead).Add("đơn vị phụ trách", Column.Lead).Add("cơ quan, đơn vị chủ trì", Column.Lead).Add("người thực hiện", Column.Lead).Add("phân công thực hiện", Column.Lead).Add("đơn vị, bộ phận chủ trì", Column.Lead).Add("đơn vị chịu trách nhiệm", Column.Lead).Add("trách nhiệm", Column.Lead)
        .Add("phối hợp", Column.With).Add("cơ quan phối hợp", Column.With).Add("đơn vị phối hợp", Column.With).Add("cơ quan, đơn vị phối hợp", Column.With)
        .Add("thời gian", Column.Time).Add("thời gian thực hiện", Column.Time).Add("thời gian hoàn thành", Column.Time).Add("thời hạn", Column.Time).Add("tiến độ", Column.Time).Add("hoàn thành", Column.Time)
        .Add("sản phẩm", Column.Product).Add("kết quả", Column.Product).Add("sản phẩm, kết quả", Column.Product).Add("ghi chú", Column.Note)
        .Add("chỉ tiêu", Column.Measure).Add("tên chỉ tiêu", Column.Measure).Add("chỉ tiêu chủ yếu", Column.Measure).Add("nội dung chỉ tiêu", Column.Measure).Add("mục tiêu", Column.Measure)
        .Add("đơn vị tính", Column.Unit).Add("đvt", Column.Unit).Add("đơn vị", Column.Unit)
        .Add("kế hoạch", Column.Value).Add("chỉ tiêu năm", Column.Value).Add("chỉ tiêu giao", Column.Value).Add("số lượng", Column.Value).Add("chỉ tiêu phấn đấu", Column.Value).Add("mức phấn đấu", Column.Value).Add("năm", Column.Value).Add("tỷ lệ", Column.Value).Add("mục tiêu năm", Column.Value).Add("số", Column.Value);

    /// <summary>Where a table of an annex stands, which has no number of its own ("phụ lục").</summary>
    private const string Annex = "PL";

    private int _table = -1;
    private Column[] _columns = [];
    private TableRow? _head;
    private TableRow? _read;
    private string? _section;

    public void Read(Paragraph paragraph)
    {
        // A row so long that its text was parted is still one row.
        if (paragraph.Row is not { } row || row.Borderless || ReferenceEquals(row, _read)) return;
        _read = row;
        if (row.Table != _table) (_table, _columns, _section) = (row.Table, [], paragraph.Section?.Number ?? (parted ? Annex : null));
        if (_columns.Length == 0 || row.Index <= 1 && !_columns.Contains(Column.Task) && !_columns.Contains(Column.Measure))
        {
            var columns = row.Cells.Select(Head).ToArray();
            if (columns.Count(c => c is not Column.None) >= 2) (_columns, _head) = (Settle(columns), row);
            return;
        }
        if (row.Index == _head!.Index + 1 && SecondHead(row.Cells) is { } both) { _columns = Settle(both); return; }
        Row(paragraph, row.Cells);
    }

    // "Cơ quan thực hiện" over "Chủ trì" and "Phối hợp": the row below the head says more of some columns and nothing of the others.
    private Column[]? SecondHead(IReadOnlyList<string> cells)
    {
        if (cells.Count != _head!.Cells.Count) return null;
        var columns = new Column[cells.Count];
        var told = 0;
        for (var i = 0; i < columns.Length; i++)
        {
            var same = cells[i].Trim() is { Length: 0 } || cells[i] == _head.Cells[i];
            columns[i] = same ? Head(_head.Cells[i]) : Head(cells[i]);
            if (same) continue;
            if (columns[i] is Column.None or Column.Number || cells[i].Length > 40) return null;
            told++;
        }
        return told > 1 && told < columns.Length ? columns : null;
    }

    private static Column Head(string cell)
    {
        var words = new Words(cell.Replace('\n', ' '));
        if (words.Count is 0 or > 14) return Column.None;
        for (var i = 0; i < words.Count; i++)
            if (Heads.Match(words, i, out var column) > 0) return column;
        return Column.None;
    }

    // "Chỉ tiêu" is the measure's column where units or values stand beside it; "đơn vị" is who, where no value does.
    private static Column[] Settle(Column[] columns)
    {
        var measures = columns.Contains(Column.Measure) && (columns.Contains(Column.Unit) || columns.Contains(Column.Value) || columns.Count(c => c is Column.Measure) > 1);
        if (measures && columns.Count(c => c is Column.Measure) > 1) columns[Array.LastIndexOf(columns, Column.Measure)] = Column.Value;
        if (!measures && columns.Contains(Column.Task))
            for (var i = 0; i < columns.Length; i++)
                if (columns[i] is Column.Unit) columns[i] = columns.Contains(Column.Lead) ? Column.None : Column.Lead;
        return columns;
    }

    private void Row(Paragraph paragraph, IReadOnlyList<string> cells)
    {
        if (_columns.Contains(Column.Measure) && (_columns.Contains(Column.Value) || _columns.Contains(Column.Unit))) Target(paragraph, cells);
        else if (_columns.Contains(Column.Task) && (_columns.Contains(Column.Lead) || _columns.Contains(Column.Time))) Task(paragraph, cells);
    }

    private string Cell(IReadOnlyList<string> cells, Column column)
    {
        var at = Array.IndexOf(_columns, column);
        return at >= 0 && at < cells.Count ? cells[at].Trim() : "";
    }

    private void Task(Paragraph paragraph, IReadOnlyList<string> cells)
    {
        var text = Cell(cells, Column.Task).Replace('\n', ' ').Trim(' ', '-', ';', '.');
        if (text.Length < 3 || cells.Count > 3 && cells.Skip(1).Distinct(StringComparer.Ordinal).Count() == 1) return;
        var lead = UnitCell.Read(Cell(cells, Column.Lead), units);
        // "Đơn vị: Tỷ đồng" is no unit of the administration.
        lead.RemoveAll(u => !u.Any(char.IsLetter) || FigureUnits.IsMoney(u.ToLowerInvariant()));
        var time = Cell(cells, Column.Time);
        if (lead.Count == 0 && time.Length == 0) return;
        tasks.Add(new(_section, text, lead, UnitCell.Read(Cell(cells, Column.With), units), dues.InCell(time), 0.9, paragraph.Lines));
    }

    private void Target(Paragraph paragraph, IReadOnlyList<string> cells)
    {
        var measure = Cell(cells, Column.Measure).Replace('\n', ' ').Trim(' ', '-', ';', '.');
        if (measure.Length < 3) return;
        var unit = Cell(cells, Column.Unit);
        var value = Cell(cells, Column.Value);
        if (value.Length == 0 || !value.Any(char.IsAsciiDigit)) return;
        var figure = Figures.In(new Words(value + (value.Contains('%') ? "" : " " + unit))).FirstOrDefault();
        var number = figure?.Value ?? Plain(value);
        if (number is null) return;
        targets.Add(new(_section, measure, measure, figure?.Comparator ?? "=", number, figure?.Upper, figure?.Unit ?? (unit.Length > 0 ? unit : null), null, null, UnitCell.Read(Cell(cells, Column.Lead), units), dues.InCell(Cell(cells, Column.Time)), 0.85, paragraph.Lines));
    }

    private static decimal? Plain(string value) =>
        decimal.TryParse(value.Replace(".", "", StringComparison.Ordinal).Replace(',', '.').Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
}
