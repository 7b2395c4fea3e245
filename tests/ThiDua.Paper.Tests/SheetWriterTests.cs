using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace ThiDua.Paper.Tests;

public sealed class SheetWriterTests
{
    private static readonly string[] Dangerous = ["=1+1", "+84 912", "-2", "@SUM(A1)", "\t=1", "=HYPERLINK(\"http://x\")"];

    [Fact]
    public void The_validator_finds_no_error()
    {
        using var package = Open(SheetWriter.Write([Table("Chỉ tiêu", Dangerous), Table("Người & 'vật'", [])]));
        Assert.Equal(
            "",
            string.Join(
                '\n',
                new OpenXmlValidator()
                    .Validate(package, TestContext.Current.CancellationToken)
                    .Select(e => $"{e.Path?.XPath}: {e.Description}")
            )
        );
    }

    [Fact]
    public void Nothing_becomes_a_formula_when_opened_or_when_edited()
    {
        using var package = Open(SheetWriter.Write([Table("A", Dangerous)]));
        var book = package.WorkbookPart!;
        var cells = book.WorksheetParts.Single().Worksheet!.Descendants<Cell>().ToList();
        Assert.Empty(book.WorksheetParts.Single().Worksheet!.Descendants<CellFormula>());
        Assert.All(cells, c => Assert.Equal(CellValues.InlineString, c.DataType!.Value));
        var formats = book.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ToList();
        var body = Enumerable.Range(3, Dangerous.Length).Select(n => cells.Single(c => c.CellReference!.Value == $"A{n}")).ToList();
        Assert.Equal(Dangerous, body.Select(c => c.InnerText));
        Assert.All(body, c => Assert.True(formats[(int)c.StyleIndex!.Value].QuotePrefix?.Value));
    }

    [Fact]
    public void The_header_stays_in_sight_repeats_in_print_and_long_text_wraps()
    {
        using var package = Open(SheetWriter.Write([Table("A", ["x"])]));
        var sheet = package.WorkbookPart!.WorksheetParts.Single().Worksheet!;
        Assert.Equal(PaneStateValues.Frozen, sheet.Descendants<Pane>().Single().State!.Value);
        Assert.Equal([10d, 40d], sheet.Descendants<Column>().Select(c => c.Width!.Value));
        Assert.Equal("'A'!$2:$2", package.WorkbookPart!.Workbook!.DefinedNames!.InnerText);
        var formats = package.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ToList();
        Assert.All(sheet.Descendants<Cell>(), c => Assert.True(formats[(int)c.StyleIndex!.Value].Alignment!.WrapText!.Value));
    }

    [Fact]
    public void A_row_is_as_tall_as_its_longest_cell_needs()
    {
        using var package = Open(
            SheetWriter.Write([Table("A", ["ngắn", new string('n', 40), string.Join(' ', Enumerable.Repeat("dài", 100_000))])])
        );
        var heights = package.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Row>().Select(r => r.Height!.Value).ToArray();
        Assert.Equal(heights[1], heights[2]);
        Assert.True(heights[3] >= 4 * heights[2]);
        Assert.Equal(409, heights[4]);
    }

    [Fact]
    public void What_no_cell_can_hold_is_cut_and_control_characters_are_dropped()
    {
        var text = new string('a', SheetWriter.LongestCell - 2) + "😀" + "b\u0001";
        using var package = Open(SheetWriter.Write([Table("A", [text])]));
        var kept = package
            .WorkbookPart!.WorksheetParts.Single()
            .Worksheet!.Descendants<Cell>()
            .Single(c => c.CellReference!.Value == "A3")
            .InnerText;
        Assert.True(kept.Length <= SheetWriter.LongestCell);
        Assert.EndsWith("a…", kept, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_tables_give_the_same_bytes() =>
        Assert.Equal(SheetWriter.Write([Table("A", Dangerous)]), SheetWriter.Write([Table("A", Dangerous)]));

    [Theory, InlineData(""), InlineData("a/b"), InlineData("a name of more than thirty-one characters")]
    public void A_name_that_no_tab_can_have_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => SheetWriter.Write([Table(name, [])]));

    private static Paper.Sheet Table(string name, string[] firsts) =>
        new(name, "Tiêu đề", [new("Một", 10), new("Hai", 40)], [.. firsts.Select(f => (IReadOnlyList<string>)[f, "chữ"])]);

    private static SpreadsheetDocument Open(byte[] file) => SpreadsheetDocument.Open(new MemoryStream(file), isEditable: false);
}
