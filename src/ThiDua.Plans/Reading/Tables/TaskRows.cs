using ThiDua.Plans.Reading.Dates;
using ThiDua.Plans.Reading.Figures;
using ThiDua.Plans.Reading.Units;

namespace ThiDua.Plans.Reading.Tables;

/// <summary>Rows of an assignment table: each a task, and how much of it is asked.</summary>
internal sealed class TaskRows(UnitScanner units, DueReader dues, TargetReader clauses, List<PlanTask> tasks, List<PlanTarget> targets)
{
    private static readonly Phrases<bool> Papers = Vocabulary.Set("tables/papers");

    /// <param name="asked">The column that says what is asked: a task, or a target in words.</param>
    public void Read(DataRow row, Column asked)
    {
        var text = row.Line((asked));
        if (text.Length < 3 || row.Cells.Count > 2 && row.Cells.Skip(1).Distinct(StringComparer.Ordinal).Count() == 1)
            return;
        var lead = UnitCell.Read(row.Cell(Column.Lead), units);
        // "Đơn vị: Tỷ đồng" is no unit of the administration.
        lead.RemoveAll(u => !u.Any(char.IsLetter) || Money.IsUnit(u.ToLowerInvariant()));
        var time = row.Cell(Column.Time);
        var due = dues.InCell(time);
        if (asked is Column.Measure)
            clauses.ReadCell(text, row.Paragraph, row.Section, lead);
        else
            Asked(row, text, row.Line(Column.Measure), lead, due, sure: true);
        Asked(row, text, row.Line(Column.Product), lead, due, sure: false);
        if (lead.Count == 0 && time.Length == 0)
            return;
        tasks.Add(new(row.Section, text, lead, UnitCell.Read(row.Cell(Column.With), units), due, 0.9, row.Paragraph.Lines));
    }

    // "Tập huấn … | 08 lớp": how much of the task. Among products "01 báo cáo" is what is handed in.
    private void Asked(DataRow row, string task, string cell, List<string> lead, Due? due, bool sure)
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
                    row.Section,
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
                    row.Paragraph.Lines
                )
                {
                    Per = per,
                }
            );
        }
    }
}
