using System.Globalization;
using ThiDua.Plans.Reading.Dates;
using ThiDua.Plans.Reading.Figures;
using ThiDua.Plans.Reading.Units;

namespace ThiDua.Plans.Reading.Tables;

/// <summary>Rows of a target table: each a target for each year that is planned.</summary>
internal sealed class TargetRows(UnitScanner units, DueReader dues, List<PlanTask> tasks, List<PlanTarget> targets)
{
    public void Read(DataRow row)
    {
        var measure = row.Line(Column.Measure);
        // One cell over the whole row heads those below it; the same value for each year does not.
        if (measure.Length < 3 || row.Cells.Count > 2 && row.Cells.Count(c => DataRow.Line(c) == measure) >= row.Cells.Count - 1)
            return;
        var lead = UnitCell.Read(row.Cell(Column.Lead), units);
        var due = dues.InCell(row.Cell(Column.Time));
        if (lead.Count > 0)
            tasks.Add(new(row.Section, measure, lead, UnitCell.Read(row.Cell(Column.With), units), due, 0.8, row.Paragraph.Lines));
        for (var i = 0; i < row.Columns.Length && i < row.Cells.Count; i++)
            if (row.Columns[i] is Column.Value && row.Cells[i].Any(char.IsAsciiDigit) && Value(row, row.Cells[i].Trim()) is { } value)
                targets.Add(Target(row, measure, value, lead, due ?? Until(row, row.Head.Cells[Math.Min(i, row.Head.Cells.Count - 1)])));
    }

    private readonly record struct CellValue(string Comparator, decimal Number, decimal? Upper, string? Unit);

    private static PlanTarget Target(DataRow row, string measure, CellValue value, List<string> lead, Due? due)
    {
        var (unit, per) = FigureUnits.Parts(value.Unit);
        return new(
            row.Section,
            measure,
            measure,
            value.Comparator,
            value.Number,
            value.Upper,
            unit,
            null,
            null,
            lead,
            due,
            0.85,
            row.Paragraph.Lines
        )
        {
            Per = per,
        };
    }

    // A figure with its unit, in the cell or in the unit's column; a bare number only where it cannot be anything else.
    private static CellValue? Value(DataRow row, string cell)
    {
        var unit = row.Cell(Column.Unit);
        if (FigureFinder.In(new Words(cell + (cell.Contains('%') ? "" : " " + unit))).FirstOrDefault() is { } figure)
            return new(figure.Comparator, figure.Value, figure.Upper, figure.Unit);
        if (unit.Length == 0 && (row.Columns.Count(c => c is Column.Value) > 1 || !row.Has(Column.Unit)))
            return null;
        return Bare(cell) is { } bare ? new(bare.Comparator, bare.Value, null, unit.Length > 0 ? unit : null) : null;
    }

    // "Kế hoạch 2026" over the values: where several columns give values, each by the end of its year.
    private static Due? Until(DataRow row, string head)
    {
        if (row.Columns.Count(c => c is Column.Value) < 2)
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
}
