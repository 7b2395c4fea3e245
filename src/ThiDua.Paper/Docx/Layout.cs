using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;
using ThiDua.Paper.Rules;

namespace ThiDua.Paper.Docx;

/// <summary>Tables without borders that only place things beside each other, and vertical room.</summary>
internal static class Layout
{
    /// <param name="widths">Of the columns, in millimetres.</param>
    public static Table Table(string description, double[] widths, IEnumerable<Paragraph>[][] rows)
    {
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = Twips(widths.Sum()), Type = TableWidthUnitValues.Dxa },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa },
                    new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa }
                ),
                new TableDescription { Val = description }
            ),
            new TableGrid(widths.Select(w => new GridColumn { Width = Twips(w) }))
        );
        foreach (var row in rows)
        {
            var line = new TableRow(new TableRowProperties(new CantSplit()));
            for (var i = 0; i < widths.Length; i++)
            {
                var cell = new TableCell(
                    new TableCellProperties(new TableCellWidth { Width = Twips(widths[i]), Type = TableWidthUnitValues.Dxa })
                );
                cell.Append(row[i]);
                line.Append(cell);
            }
            table.Append(line);
        }
        return table;
    }

    /// <summary>An empty line of exact height in points.</summary>
    public static Paragraph Gap(double points) =>
        new(
            new ParagraphProperties(
                new ParagraphStyleId { Val = Styles.Rule },
                new SpacingBetweenLines
                {
                    Line = (points * 20).ToString("0", CultureInfo.InvariantCulture),
                    LineRule = LineSpacingRuleValues.Exact,
                }
            )
        );

    public static string Twips(double millimetres) => Millimetres.Twips(millimetres).ToString(CultureInfo.InvariantCulture);
}
