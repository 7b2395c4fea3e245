using System.Globalization;
using ThiDua.Plans.Reading.Dates;
using ThiDua.Plans.Reading.Figures;
using ThiDua.Plans.Reading.Structure;
using ThiDua.Plans.Reading.Units;
using ThiDua.Plans.Source;

namespace ThiDua.Plans.Reading.Tables;

/// <summary>Assignment tables (each row a task), target tables (each row a target for each year) and tables that give each unit its figures, by the words of their head row.</summary>
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
    /// <summary>Where a table of an annex stands: "PL", and behind it the annex's number as printed ("PL1", "PLII") where it has one.</summary>
    private const string Annex = "PL";
    private string _annex = Annex;

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

    private static readonly Phrases<bool> Papers = Vocabulary.Set("tables/papers");

    private int _table = -1;
    private Column[] _columns = [];
    private TableRow? _head;
    private TableRow? _read;
    private Shares? _shares;
    private string? _section;

    /// <summary>What each column but the first gives of each row: "Xã A | 40 | 0,94" under "Số hộ nghèo giảm (hộ)" and "Tỷ lệ cuối năm (%)".</summary>
    /// <param name="Units">By column; null where it gives no target.</param>
    private sealed record Shares(int Name, string?[] Units);

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
            Share(paragraph, row.Cells);
            return;
        }
        if (_columns.Length == 0 || row.Index <= 1 && !_columns.Contains(Column.Task) && !_columns.Contains(Column.Measure))
        {
            var columns = heads.Of(row.Cells);
            if (SectionKinds.Of(paragraph.Section) is SectionKind.Targets && Shared(row.Cells, columns) is { } shares)
                (_shares, _head) = (shares, row);
            else if (TableHeads.Tells(columns))
                (_columns, _head) = (TableHeads.Settle(columns), row);
            return;
        }
        // The head is printed again where the table goes on on another page.
        if (row.Cells.SequenceEqual(_head!.Cells))
            return;
        if (row.Index == _head.Index + 1 && heads.Second(_head.Cells, row.Cells) is { } both)
        {
            _columns = TableHeads.Settle(both);
            return;
        }
        Row(paragraph, row.Cells);
    }

    private void Row(Paragraph paragraph, IReadOnlyList<string> cells)
    {
        if (_columns.Contains(Column.Measure) && (_columns.Contains(Column.Value) || _columns.Contains(Column.Unit)))
            Target(paragraph, cells);
        else if (_columns.Contains(Column.Task) && (_columns.Contains(Column.Lead) || _columns.Contains(Column.Time)))
            Task(paragraph, cells, Column.Task);
        // "Nội dung chỉ tiêu | Chủ trì": the target stands in words, and someone sees to it.
        else if (_columns.Contains(Column.Measure) && _columns.Contains(Column.Lead))
            Task(paragraph, cells, Column.Measure);
    }

    // Measures with their unit in brackets head the columns, and no column names a task or a measure.
    private Shares? Shared(IReadOnlyList<string> cells, Column[] columns)
    {
        if (Array.Exists(columns, c => c is Column.Task or Column.Measure or Column.Lead) || cells.Count < 3)
            return null;
        var name = Array.FindIndex(columns, c => c is not Column.Number);
        var given = new string?[cells.Count];
        for (var i = name + 1; i < given.Length; i++)
            if (!heads.HasBeen(new Words(cells[i])))
                given[i] = Bracketed(cells[i]);
        return Array.Exists(given, u => u is not null) ? new(name, given) : null;
    }

    private static string? Bracketed(string head) =>
        head.TrimEnd() is [.., ')'] text
        && text.LastIndexOf('(') is > 0 and var open
        && text[(open + 1)..^1].Trim() is { Length: > 0 and < 20 } unit
        && !unit.Any(char.IsAsciiDigit)
            ? unit
            : null;

    private void Share(Paragraph paragraph, IReadOnlyList<string> cells)
    {
        if (cells.Count != _shares!.Units.Length || cells[_shares.Name].Trim() is not { Length: > 0 } name)
            return;
        for (var i = 0; i < cells.Count; i++)
        {
            if (_shares.Units[i] is not { } unit || Plain(cells[i]) is not { } value)
                continue;
            var head = _head!.Cells[i].Replace('\n', ' ');
            var measure = $"{name} – {head[..head.LastIndexOf('(')].Trim()}";
            var direction = $" {Folding.Of(measure)} ".Contains(" giam ", StringComparison.Ordinal) ? "decrease" : null;
            targets.Add(new(_section, measure, measure, "=", value, null, unit, direction, null, [], null, 0.8, paragraph.Lines));
        }
    }

    private string Cell(IReadOnlyList<string> cells, Column column)
    {
        var at = Array.IndexOf(_columns, column);
        return at >= 0 && at < cells.Count ? cells[at].Trim() : "";
    }

    private static string Line(string cell) => cell.Replace('\n', ' ').Trim(' ', '-', ';', '.');

    private void Task(Paragraph paragraph, IReadOnlyList<string> cells, Column told)
    {
        var text = Line(Cell(cells, told));
        if (text.Length < 3 || cells.Count > 2 && cells.Skip(1).Distinct(StringComparer.Ordinal).Count() == 1)
            return;
        var lead = UnitCell.Read(Cell(cells, Column.Lead), units);
        // "Đơn vị: Tỷ đồng" is no unit of the administration.
        lead.RemoveAll(u => !u.Any(char.IsLetter) || Money.IsUnit(u.ToLowerInvariant()));
        var time = Cell(cells, Column.Time);
        var due = dues.InCell(time);
        if (told is Column.Measure)
            clauses.ReadCell(text, paragraph, _section, lead);
        else
            Asked(paragraph, text, Line(Cell(cells, Column.Measure)), lead, due, sure: true);
        Asked(paragraph, text, Line(Cell(cells, Column.Product)), lead, due, sure: false);
        if (lead.Count == 0 && time.Length == 0)
            return;
        tasks.Add(new(_section, text, lead, UnitCell.Read(Cell(cells, Column.With), units), due, 0.9, paragraph.Lines));
    }

    // "Tập huấn … | 08 lớp": how much of the task. Among products "01 báo cáo" is what is handed in.
    private void Asked(Paragraph paragraph, string task, string cell, List<string> lead, Due? due, bool sure)
    {
        if (!cell.Any(char.IsAsciiDigit))
            return;
        var words = new Words(cell);
        foreach (var figure in FigureFinder.In(words))
        {
            var noun = words.AfterNumber(figure.Word);
            if (
                !sure && (figure.Value == 1 && !figure.Explicit || Papers.Match(words, noun, out _) > 0)
                || figure.Unit is not "%" && UnitNouns.Length(words, noun) == 0
            )
                continue;
            var (named, per) = FigureUnits.Parts(figure.Unit);
            targets.Add(
                new(
                    _section,
                    $"{task}: {cell}",
                    task,
                    figure.Comparator,
                    figure.Value,
                    figure.Upper,
                    named,
                    null,
                    null,
                    lead,
                    due,
                    0.8,
                    paragraph.Lines
                )
                {
                    Per = per,
                }
            );
        }
    }

    private void Target(Paragraph paragraph, IReadOnlyList<string> cells)
    {
        var measure = Line(Cell(cells, Column.Measure));
        // One cell over the whole row heads those below it; the same value for each year does not.
        if (measure.Length < 3 || cells.Count > 2 && cells.Count(c => Line(c) == measure) >= cells.Count - 1)
            return;
        var unit = Cell(cells, Column.Unit);
        var lead = UnitCell.Read(Cell(cells, Column.Lead), units);
        var due = dues.InCell(Cell(cells, Column.Time));
        if (lead.Count > 0)
            tasks.Add(new(_section, measure, lead, UnitCell.Read(Cell(cells, Column.With), units), due, 0.8, paragraph.Lines));
        var several = _columns.Count(c => c is Column.Value) > 1;
        for (var i = 0; i < _columns.Length && i < cells.Count; i++)
        {
            var value = cells[i].Trim();
            if (_columns[i] is not Column.Value || !value.Any(char.IsAsciiDigit))
                continue;
            var figure = FigureFinder.In(new Words(value + (value.Contains('%') ? "" : " " + unit))).FirstOrDefault();
            var bare = figure is null ? Bare(value) : null;
            if (
                (figure?.Value ?? bare?.Value) is not { } number
                || figure is null && unit.Length == 0 && (several || !_columns.Contains(Column.Unit))
            )
                continue;
            var until = due ?? Until(_head!.Cells[Math.Min(i, _head.Cells.Count - 1)]);
            var (named, per) = FigureUnits.Parts(figure?.Unit ?? (unit.Length > 0 ? unit : null));
            targets.Add(
                new(
                    _section,
                    measure,
                    measure,
                    figure?.Comparator ?? bare!.Value.Comparator,
                    number,
                    figure?.Upper,
                    named,
                    null,
                    null,
                    lead,
                    until,
                    0.85,
                    paragraph.Lines
                )
                {
                    Per = per,
                }
            );
        }
    }

    // "Kế hoạch 2026" over the values: where several columns give values, each by the end of its year.
    private Due? Until(string head)
    {
        if (_columns.Count(c => c is Column.Value) < 2)
            return null;
        var words = new Words(head);
        for (var i = 0; i < words.Count; i++)
            if (Years.OfWord(words, i) is { } year)
                return new(string.Create(CultureInfo.InvariantCulture, $"{year:D4}-12-31"), null);
        return null;
    }

    // "≥ 640", where the unit stands in its own column.
    private static (string Comparator, decimal Value)? Bare(string cell)
    {
        var words = new Words(cell);
        for (var i = 0; i < words.Count; i++)
            if (words.IsNumber(i) && FigureNumber.At(words, i) is { } number)
                return (
                    Comparators.Before(words, i, 0)?.Comparator.Sign is var sign && sign is Comparators.About
                        ? "="
                        : Comparators.After(words, number.End)?.Sign ?? sign ?? "=",
                    number.Value
                );
        return null;
    }

    private static decimal? Plain(string value) =>
        decimal.TryParse(
            value.Replace(".", "", StringComparison.Ordinal).Replace(',', '.').Trim(),
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;
}
