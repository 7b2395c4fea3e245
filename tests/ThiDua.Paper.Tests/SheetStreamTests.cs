using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace ThiDua.Paper.Tests;

public sealed class SheetStreamTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<byte[]> Written(params SheetCell[][] rows)
    {
        using var output = new MemoryStream();
        await using (var sheet = await SheetStream.Begin(output, "Sổ 'A' & B", "Tên <sổ>", [new("Mục", 40), new("Số", 12)], Stop))
            foreach (var row in rows)
                await sheet.Write(row, Stop);
        return output.ToArray();
    }

    private static SpreadsheetDocument Open(byte[] file) => SpreadsheetDocument.Open(new MemoryStream(file), false);

    [Fact]
    public async Task The_validator_finds_no_error_and_values_are_what_they_are()
    {
        var file = await Written(
            [new("Ấp 1 & \"2\" <3>"), new(-1234.5m, 2)],
            [new(new DateOnly(2024, 2, 29)), new(new DateTime(2024, 5, 15, 18, 0, 0))],
            [new("chữ\u0000 lạ \ud800"), new(null)]
        );
        using var book = Open(file);
        Assert.Empty(new OpenXmlValidator().Validate(book, Stop).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        var cells = book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Cell>().ToDictionary(c => c.CellReference!.Value!);
        Assert.Equal("Tên <sổ>", cells["A1"].InnerText);
        Assert.Equal("Ấp 1 & \"2\" <3>", cells["A3"].InnerText);
        Assert.Equal("-1234.5", cells["B3"].InnerText);
        Assert.Equal("45351", cells["A4"].InnerText);
        Assert.Equal("45427.75", cells["B4"].InnerText);
        Assert.Equal("chữ lạ ", cells["A5"].InnerText);
        Assert.Equal("#,##0.00", Format(book, cells["B3"]));
        Assert.Equal("dd/mm/yyyy", Format(book, cells["A4"]));
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+84 912")]
    [InlineData("-2")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    public async Task Nothing_becomes_a_formula(string text)
    {
        using var book = Open(await Written([new(text), new(null)]));
        var cell = book.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Cell>().Single(c => c.CellReference == "A3");
        Assert.Equal(CellValues.InlineString, cell.DataType!.Value);
        Assert.True(Style(book, cell).QuotePrefix?.Value);
        Assert.Equal("'" + text, FormulaText.Quoted(text));
    }

    [Fact]
    public async Task A_hundred_thousand_rows_are_not_held()
    {
        await using var sheet = await SheetStream.Begin(Stream.Null, "A", "A", [new("Mục", 40)], Stop);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < 100_000; i++)
            await sheet.Write([new("Tổ chức tuyên truyền tại các ấp, lần thứ " + i)], Stop);
        Assert.True(GC.GetTotalMemory(forceFullCollection: true) - before < 4_000_000);
    }

    private static CellFormat Style(SpreadsheetDocument book, Cell cell) =>
        book.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value);

    private static string? Format(SpreadsheetDocument book, Cell cell) =>
        book.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.NumberingFormats!.Elements<NumberingFormat>()
            .Single(f => f.NumberFormatId! == Style(book, cell).NumberFormatId!)
            .FormatCode;
}
