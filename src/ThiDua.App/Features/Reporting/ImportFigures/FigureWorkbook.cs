using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.Extensions.Localization;
using ThiDua.App.Packs;
using Cell = DocumentFormat.OpenXml.Spreadsheet.Cell;

namespace ThiDua.App.Features.Reporting.ImportFigures;

/// <summary>
/// The form as a workbook: names for people, codes for the way back, the figures that hold now; codes are chosen from lists on a
/// second sheet. Brought back unchanged it says what is known already.
/// </summary>
public sealed class FigureWorkbook(IStringLocalizer<Reporting.Text> text)
{
    public const string Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static readonly double[] Widths = [28, 14, 48, 26, 18, 12, 14];
    private const string Codes = "Codes";

    public byte[] Write(IReadOnlyList<FormLine> lines)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var (main, codes) = (workbook.AddNewPart<WorksheetPart>(), workbook.AddNewPart<WorksheetPart>());
            var units = lines.Select(l => l.Unit.Code).Distinct().ToList();
            var indicators = lines.Select(l => l.Figure.Indicator.Code).Distinct().ToList();
            main.Worksheet = new(
                new SheetViews(new SheetView(Frozen()) { WorkbookViewId = 0 }),
                new Columns(Widths.Select((width, at) => Wide(at + 1, width))),
                Rows([Heads(), .. lines.Select(Cells)]),
                new DataValidations(
                    List("B", lines.Count, $"{Codes}!$A$1:$A${Math.Max(1, units.Count)}"),
                    List("D", lines.Count, $"{Codes}!$B$1:$B${Math.Max(1, indicators.Count)}")
                )
            );
            codes.Worksheet = new(
                Rows(
                    Enumerable
                        .Range(0, Math.Max(units.Count, indicators.Count))
                        .Select(at => new[] { Text(units.ElementAtOrDefault(at) ?? ""), Text(indicators.ElementAtOrDefault(at) ?? "") })
                )
            );
            workbook.Workbook = new(
                new Sheets(
                    new Sheet
                    {
                        Id = workbook.GetIdOfPart(main),
                        SheetId = 1,
                        Name = text["ColumnValue"].Value,
                    },
                    new Sheet
                    {
                        Id = workbook.GetIdOfPart(codes),
                        SheetId = 2,
                        Name = Codes,
                        State = SheetStateValues.Hidden,
                    }
                )
            );
        }
        return file.ToArray();
    }

    private Cell[] Heads() =>
        [
            .. new[]
            {
                "ColumnUnit",
                "ColumnUnitCode",
                "ColumnIndicator",
                "ColumnIndicatorCode",
                "ColumnPeriod",
                "ColumnMeasure",
                "ColumnValue",
            }.Select(key => Text(text[key].Value)),
        ];

    private Cell[] Cells(FormLine line) =>
        [
            Text(line.Unit.Name),
            Text(line.Unit.Code),
            Text(line.Figure.Indicator.Name.Here()),
            Text(line.Figure.Indicator.Code),
            Text(text.Name(line.Figure.Period)),
            Text(line.Figure.Indicator.Measure.Here()),
            line.Value is { } value ? Number(value, line.Figure.Indicator.Scale) : Text(""),
        ];

    // Texts stand in their cells: what begins like a formula is none there.
    private static Cell Text(string value) =>
        new()
        {
            DataType = CellValues.InlineString,
            InlineString = new InlineString(
                new DocumentFormat.OpenXml.Spreadsheet.Text(value) { Space = SpaceProcessingModeValues.Preserve }
            ),
        };

    private static Cell Number(long value, int scale) =>
        new() { CellValue = new CellValue(((decimal)value / (decimal)Math.Pow(10, scale)).ToString(CultureInfo.InvariantCulture)) };

    private static SheetData Rows(IEnumerable<Cell[]> rows) => new(rows.Select(r => new Row(r)));

    private static Pane Frozen() =>
        new()
        {
            VerticalSplit = 1,
            TopLeftCell = "A2",
            ActivePane = PaneValues.BottomLeft,
            State = PaneStateValues.Frozen,
        };

    private static Column Wide(int at, double width) =>
        new()
        {
            Min = (uint)at,
            Max = (uint)at,
            Width = width,
            CustomWidth = true,
        };

    private static DataValidation List(string column, int rows, string source) =>
        new(new Formula1(source))
        {
            Type = DataValidationValues.List,
            AllowBlank = true,
            ShowErrorMessage = true,
            SequenceOfReferences = new ListValue<StringValue>([new StringValue($"{column}2:{column}{rows + 500}")]),
        };
}
