using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;
using ThiDua.Paper.Rules;

namespace ThiDua.Paper.Xlsx;

/// <summary>One sheet: its title, a header row that stays in sight and is repeated in print, and its rows.</summary>
internal static class SheetCells
{
    public const int HeaderRow = 2;

    /// <summary>Points: of one line of the body font, and the tallest row that Excel allows.</summary>
    private const double LineHeight = 16,
        TallestRow = 409;

    // Far more than the tallest row shows.
    private const int LongestMeasured = 10_000;

    public static Worksheet Of(Paper.Sheet sheet)
    {
        var last = Letters(sheet.Columns.Count) + Number(HeaderRow + sheet.Rows.Count);
        return new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetDimension { Reference = $"A1:{last}" },
            new SheetViews(
                new SheetView(
                    new Pane
                    {
                        VerticalSplit = HeaderRow,
                        TopLeftCell = $"A{Number(HeaderRow + 1)}",
                        ActivePane = PaneValues.BottomLeft,
                        State = PaneStateValues.Frozen,
                    }
                )
                {
                    WorkbookViewId = 0,
                }
            ),
            new SheetFormatProperties { DefaultRowHeight = LineHeight },
            new Columns(
                sheet.Columns.Select(
                    (c, i) =>
                        new Column
                        {
                            Min = (uint)i + 1,
                            Max = (uint)i + 1,
                            Width = c.Width,
                            CustomWidth = true,
                        }
                )
            ),
            Rows(sheet),
            new AutoFilter { Reference = $"A{Number(HeaderRow)}:{last}" },
            new MergeCells(new MergeCell { Reference = $"A1:{Letters(sheet.Columns.Count)}1" }),
            new PageMargins
            {
                Left = 0.6,
                Right = 0.6,
                Top = 0.8,
                Bottom = 0.8,
                Header = 0.3,
                Footer = 0.3,
            },
            // 9 is A4; as many pages down as it takes.
            new PageSetup
            {
                PaperSize = 9,
                Orientation = OrientationValues.Landscape,
                FitToWidth = 1,
                FitToHeight = 0,
            },
            new HeaderFooter(new OddFooter("&R&P/&N"))
        );
    }

    private static SheetData Rows(Paper.Sheet sheet)
    {
        double[] widths = [.. sheet.Columns.Select(c => c.Width)];
        var data = new SheetData();
        data.Append(Row(1, [sheet.Title], [widths.Sum()], _ => SheetStyles.Title));
        data.Append(Row(HeaderRow, [.. sheet.Columns.Select(c => c.Header)], widths, _ => SheetStyles.Header));
        for (var i = 0; i < sheet.Rows.Count; i++)
            data.Append(Row(HeaderRow + 1 + i, sheet.Rows[i], widths, SheetStyles.OfText));
        return data;
    }

    private static Row Row(int number, IReadOnlyList<string> texts, double[] widths, Func<string, uint> style)
    {
        var fitting = texts.Select(Fitting).ToArray();
        var lines = fitting.Select((t, i) => Lines(t, style(t), widths[i])).Max();
        return new(fitting.Select((t, i) => Cell($"{Letters(i + 1)}{Number(number)}", t, style(t))))
        {
            RowIndex = (uint)number,
            Height = Math.Min(TallestRow, lines * LineHeight),
        };
    }

    // A row without a height shows one line in programs that do not measure it on opening. A digit is half an em wide; lines
    // break at words, so they are filled to nine tenths.
    private static double Lines(string text, uint style, double width)
    {
        var (size, bold) = SheetStyles.FontOf(style);
        var room = 0.9 * width * TextWidth.Of("0", SheetStyles.Size, bold: false);
        return text[..Math.Min(text.Length, LongestMeasured)]
                .Split('\n')
                .Sum(line => Math.Max(1, Math.Ceiling(TextWidth.Of(line, size, bold) / room)))
            * size
            / SheetStyles.Size;
    }

    private static Cell Cell(string reference, string text, uint style) =>
        new(new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = reference,
            DataType = CellValues.InlineString,
            StyleIndex = style,
        };

    public static string Fitting(string text)
    {
        var clean = RichText.Clean(text);
        if (clean.Length <= SheetWriter.LongestCell)
            return clean;
        var end = SheetWriter.LongestCell - 1;
        return clean[..(char.IsHighSurrogate(clean[end - 1]) ? end - 1 : end)] + "…";
    }

    public static string Letters(int column) =>
        column <= 26 ? ((char)('A' + column - 1)).ToString() : Letters((column - 1) / 26) + Letters((column - 1) % 26 + 1);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
