using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ThiDua.Paper.Xlsx;

namespace ThiDua.Paper;

/// <summary>One sheet of a workbook: a title, a header row, rows of text.</summary>
/// <param name="Name">On the tab: 1 to 31 characters, none of <c>[ ] : * ? / \</c>.</param>
/// <param name="Rows">As many cells in each as there are columns.</param>
public sealed record Sheet(string Name, string Title, IReadOnlyList<SheetColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <param name="Width">In characters of the body font; longer text wraps.</param>
public sealed record SheetColumn(string Header, double Width);

/// <summary>
/// Writes tables as an Excel workbook (ISO/IEC 29500) for reading, sorting and printing on A4. Every cell is text: nothing
/// in it is ever taken for a formula, when the file is opened or when a cell is edited.
/// </summary>
public static class SheetWriter
{
    /// <summary>A cell of Excel holds no more characters; what is longer is cut and ends in "…".</summary>
    public const int LongestCell = 32_767;

    /// <exception cref="ArgumentException">No sheet, a sheet name that Excel refuses, a row with another number of cells than
    /// columns.</exception>
    public static byte[] Write(IReadOnlyList<Sheet> sheets)
    {
        ArgumentNullException.ThrowIfNull(sheets);
        Check(sheets);
        using var file = new MemoryStream();
        using (var package = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = package.AddNewPart<WorkbookPart>(
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                "rIdBook"
            );
            book.AddNewPart<WorkbookStylesPart>("rIdStyles").Stylesheet = SheetStyles.All();
            var tabs = new Sheets();
            var names = new DefinedNames();
            for (var i = 0; i < sheets.Count; i++)
            {
                book.AddNewPart<WorksheetPart>($"rIdSheet{i + 1}").Worksheet = SheetCells.Of(sheets[i]);
                tabs.Append(
                    new DocumentFormat.OpenXml.Spreadsheet.Sheet
                    {
                        Name = sheets[i].Name,
                        SheetId = (uint)i + 1,
                        Id = $"rIdSheet{i + 1}",
                    }
                );
                names.Append(
                    new DefinedName(
                        $"'{sheets[i].Name.Replace("'", "''", StringComparison.Ordinal)}'!${SheetCells.HeaderRow}:${SheetCells.HeaderRow}"
                    )
                    {
                        Name = "_xlnm.Print_Titles",
                        LocalSheetId = (uint)i,
                    }
                );
            }
            book.Workbook = new Workbook(tabs, names);
        }
        return Packages.Repacked(file);
    }

    private static void Check(IReadOnlyList<Sheet> sheets)
    {
        if (sheets.Count == 0)
            throw new ArgumentException("A workbook has at least one sheet.", nameof(sheets));
        foreach (var sheet in sheets)
        {
            if (sheet.Name.Length is 0 or > 31 || sheet.Name.IndexOfAny(['[', ']', ':', '*', '?', '/', '\\']) >= 0)
                throw new ArgumentException($"'{sheet.Name}' cannot be the name of a sheet.", nameof(sheets));
            if (sheet.Columns.Count == 0 || sheet.Rows.Any(r => r.Count != sheet.Columns.Count))
                throw new ArgumentException($"'{sheet.Name}': each row needs as many cells as there are columns.", nameof(sheets));
        }
    }
}
