using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Wordprocessing;
using ThiDua.Paper.Rules;

namespace ThiDua.Paper.Docx;

/// <summary>Data tables: ruled, with a header row that Word repeats on each page and screen readers announce.</summary>
internal static class Tables
{
    public static Table Of(TableBlock block, double width)
    {
        var widths = ColumnWidths.Of(block, width);
        var table = new Table(Properties(block, widths), new TableGrid(widths.Select(w => new GridColumn { Width = Layout.Twips(w) })));
        table.Append(
            new TableRow([
                new TableRowProperties(new CantSplit(), new TableHeader()),
                .. block.Columns.Select((c, i) => Cell(c.Header, widths[i], CellAlign.Centre, header: true)),
            ])
        );
        foreach (var row in block.Rows)
            table.Append(
                new TableRow([
                    new TableRowProperties(new CantSplit()),
                    .. row.Select((c, i) => Cell(c, widths[i], block.Columns[i].Align, header: false)),
                ])
            );
        return table;
    }

    private static TableProperties Properties(TableBlock block, double[] widths)
    {
        var properties = new TableProperties(
            new TableStyle { Val = Styles.Grid },
            new TableWidth { Width = Layout.Twips(widths.Sum()), Type = TableWidthUnitValues.Dxa },
            new TableJustification { Val = TableRowAlignmentValues.Center },
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableLook
            {
                Val = "0020",
                FirstRow = true,
                LastRow = false,
                FirstColumn = false,
                LastColumn = false,
                NoHorizontalBand = true,
                NoVerticalBand = true,
            }
        );
        if (block.Caption is { } caption)
            properties.Append(new TableCaption { Val = ((RichText)caption).Plain });
        return properties;
    }

    private static TableCell Cell(RichText text, double width, CellAlign align, bool header)
    {
        var paragraph = Text.Paragraph(header ? Styles.CellHeader : Styles.Cell, text);
        if (!header && align != CellAlign.Left)
            paragraph.ParagraphProperties!.Append(
                new Justification { Val = align == CellAlign.Right ? JustificationValues.Right : JustificationValues.Center }
            );
        return new TableCell(
            new TableCellProperties(
                new TableCellWidth { Width = Layout.Twips(width), Type = TableWidthUnitValues.Dxa },
                new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }
            ),
            paragraph
        );
    }
}

/// <summary>Shares the width among columns by what they hold, and never breaks a word that can be kept whole.</summary>
internal static partial class ColumnWidths
{
    private const double Padding = 3.2;

    public static double[] Of(TableBlock block, double width)
    {
        var columns = block.Columns.Select((c, i) => Column(block, i)).ToArray();
        var least = columns.Select(c => c.Word + Padding).ToArray();
        if (least.Sum() >= width)
            return [.. least.Select(w => w / least.Sum() * width)];
        // Less than in proportion: one long text must not starve the others of room.
        var wish = columns.Select((c, i) => Math.Max(0, (1.6 * Math.Pow(c.Longest, 0.75)) - least[i])).ToArray();
        var free = width - least.Sum();
        return [.. least.Select((w, i) => w + (wish.Sum() > 0 ? wish[i] / wish.Sum() * free : free / least.Length))];
    }

    private static (double Word, double Longest) Column(TableBlock block, int i)
    {
        var texts = block
            .Rows.Select(r => (Text: r[i].Plain, Bold: false))
            .Append((Text: block.Columns[i].Header.Plain, Bold: true))
            .ToArray();
        var word = texts.Max(t => Blank().Split(t.Text).Max(w => TextWidth.Of(w, Annex.TableSize, t.Bold)));
        return (Math.Min(word, 45), texts.Max(t => Math.Min(600, TextWidth.Of(t.Text, Annex.TableSize, t.Bold))));
    }

    // "≥ 75%" stays together.
    [GeneratedRegex(@"(?<![≥≤<>=])\s")]
    private static partial Regex Blank();
}
