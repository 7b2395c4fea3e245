using System.Globalization;
using System.Security;
using System.Text;

namespace ThiDua.Paper.Xlsx;

/// <summary>The parts of a workbook of one sheet that is written as a stream.</summary>
internal static class SheetParts
{
    public const string SheetPath = "xl/worksheets/sheet1.xml";

    private const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
        Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        Package = "http://schemas.openxmlformats.org/package/2006",
        Type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    // Day 0 of a sheet, counted with the 29 February 1900 that it takes to have been.
    private static readonly DateTime Origin = new(1899, 12, 30);

    public static IEnumerable<(string Path, string Content)> Around(string name)
    {
        yield return (
            "[Content_Types].xml",
            $"{Declaration}<Types xmlns=\"{Package}/content-types\">"
                + $"<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Type}sheet.main+xml\"/>"
                + $"<Override PartName=\"/{SheetPath}\" ContentType=\"{Type}worksheet+xml\"/>"
                + $"<Override PartName=\"/xl/styles.xml\" ContentType=\"{Type}styles+xml\"/></Types>"
        );
        yield return ("_rels/.rels", Relations(("officeDocument", "xl/workbook.xml")));
        yield return ("xl/_rels/workbook.xml.rels", Relations(("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")));
        yield return (
            "xl/workbook.xml",
            $"{Declaration}<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>"
                + $"<sheet name=\"{SecurityElement.Escape(name)}\" sheetId=\"1\" r:id=\"rId1\"/></sheets><definedNames>"
                + $"<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"0\">"
                + $"'{SecurityElement.Escape(name.Replace("'", "''", StringComparison.Ordinal))}'"
                + $"!${SheetCells.HeaderRow}:${SheetCells.HeaderRow}</definedName></definedNames></workbook>"
        );
        yield return ("xl/styles.xml", Declaration + SheetStyles.All().OuterXml);
    }

    public static string BeforeRows(IReadOnlyList<SheetColumn> columns)
    {
        var text = new StringBuilder(Declaration)
            .Append(CultureInfo.InvariantCulture, $"<worksheet xmlns=\"{Main}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>")
            .Append(CultureInfo.InvariantCulture, $"<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"{SheetCells.HeaderRow}\" ")
            .Append(
                CultureInfo.InvariantCulture,
                $"topLeftCell=\"A{SheetCells.HeaderRow + 1}\" activePane=\"bottomLeft\" state=\"frozen\"/>"
            )
            .Append("</sheetView></sheetViews><cols>");
        for (var i = 1; i <= columns.Count; i++)
            text.Append(CultureInfo.InvariantCulture, $"<col min=\"{i}\" max=\"{i}\" width=\"{columns[i - 1].Width}\" customWidth=\"1\"/>");
        return text.Append("</cols><sheetData>").ToString();
    }

    public static string AfterRows(int columns, int rows) =>
        $"</sheetData><autoFilter ref=\"A{SheetCells.HeaderRow}:{SheetCells.Letters(columns)}{Math.Max(rows, SheetCells.HeaderRow)}\"/>"
        + "<pageMargins left=\"0.6\" right=\"0.6\" top=\"0.8\" bottom=\"0.8\" header=\"0.3\" footer=\"0.3\"/>"
        // 9 is A4; as many pages down as it takes.
        + "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToWidth=\"1\" fitToHeight=\"0\"/>"
        + "<headerFooter><oddFooter>&amp;R&amp;P/&amp;N</oddFooter></headerFooter></worksheet>";

    /// <param name="style">Null: the one that the value asks for.</param>
    public static void Append(StringBuilder row, string reference, SheetCell cell, uint? style)
    {
        switch (cell.Value)
        {
            case null:
                row.Append(CultureInfo.InvariantCulture, $"<c r=\"{reference}\" s=\"{style ?? SheetStyles.Cell}\"/>");
                break;
            case decimal number:
                Number(SheetStyles.Number(cell.Decimals), number);
                break;
            case DateOnly day:
                Number(SheetStyles.Date, (decimal)day.ToDateTime(TimeOnly.MinValue).Subtract(Origin).TotalDays);
                break;
            case DateTime at:
                Number(SheetStyles.Time, Math.Round((decimal)at.Subtract(Origin).TotalDays, 6));
                break;
            case var other:
                var text = SheetCells.Fitting(Convert.ToString(other, CultureInfo.InvariantCulture)!);
                row.Append(CultureInfo.InvariantCulture, $"<c r=\"{reference}\" t=\"inlineStr\" s=\"{style ?? SheetStyles.OfText(text)}\">")
                    .Append(CultureInfo.InvariantCulture, $"<is><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></is></c>");
                break;
        }
        void Number(uint format, decimal value) =>
            row.Append(CultureInfo.InvariantCulture, $"<c r=\"{reference}\" s=\"{style ?? format}\"><v>{value}</v></c>");
    }

    private static string Relations(params (string Kind, string Target)[] parts) =>
        $"{Declaration}<Relationships xmlns=\"{Package}/relationships\">"
        + string.Concat(parts.Select((p, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"{Office}/{p.Kind}\" Target=\"{(p.Target)}\"/>"))
        + "</Relationships>";
}
