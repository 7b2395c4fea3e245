using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using ThiDua.Paper.Docx;
using ThiDua.Paper.Rules;

namespace ThiDua.Paper.Tests;

public sealed class DocxWriterTests
{
    [Theory, MemberData(nameof(Samples.Names), MemberType = typeof(Samples))]
    public void The_validator_finds_no_error(string name) =>
        Assert.Equal("", string.Join('\n', Errors(DocxWriter.Write(Samples.Of(name)))));

    [Fact]
    public void The_same_document_gives_the_same_bytes() =>
        Assert.Equal(DocxWriter.Write(Samples.Report()), DocxWriter.Write(Samples.Report()));

    [Fact]
    public void Lengths_are_those_of_the_Annex_in_twentieths_of_a_point()
    {
        using var package = Open(Samples.Report());
        var body = package.MainDocumentPart!.Document!.Body!;
        var sections = body.Descendants<SectionProperties>().ToList();
        Assert.Equal(3, sections.Count);
        // 210 x 297 mm; margins 20, 20, 30, 20 mm.
        Assert.Equal(
            (11906u, 16838u),
            (sections[0].GetFirstChild<PageSize>()!.Width!.Value, sections[0].GetFirstChild<PageSize>()!.Height!.Value)
        );
        Assert.Equal(
            (16838u, 11906u),
            (sections[2].GetFirstChild<PageSize>()!.Width!.Value, sections[2].GetFirstChild<PageSize>()!.Height!.Value)
        );
        Assert.All(
            sections,
            s =>
                Assert.Equal(
                    (1134, 1134, 1701u, 1134u),
                    (
                        s.GetFirstChild<PageMargin>()!.Top!.Value,
                        s.GetFirstChild<PageMargin>()!.Bottom!.Value,
                        s.GetFirstChild<PageMargin>()!.Left!.Value,
                        s.GetFirstChild<PageMargin>()!.Right!.Value
                    )
                )
        );
        Assert.All(sections, s => Assert.NotNull(s.GetFirstChild<TitlePage>()));
        Assert.Equal([null, 1, 1], sections.Select(s => s.GetFirstChild<PageNumberType>()?.Start?.Value));
    }

    [Fact]
    public void The_line_under_the_motto_is_as_long_as_the_motto_and_that_under_the_organ_a_third_to_a_half()
    {
        using var package = Open(Samples.Report());
        double Line(string text, double column)
        {
            var rule = package
                .MainDocumentPart!.Document!.Descendants<Paragraph>()
                .Single(p => p.InnerText == text)
                .NextSibling<Paragraph>()!;
            Assert.NotNull(rule.ParagraphProperties!.ParagraphBorders!.TopBorder);
            var side = double.Parse(rule.ParagraphProperties.Indentation!.Left!.Value!) / 1440 * 25.4;
            return column - (2 * side);
        }
        Assert.Equal(TextWidth.Of(Annex.Motto, 13, true), Line(Annex.Motto, 95), 0.1);
        var longest = TextWidth.Of("ỦY BAN NHÂN DÂN", 12, true);
        Assert.InRange(Line("XÃ AN BÌNH", 65), longest / 3, longest / 2);
    }

    [Fact]
    public void A_table_has_a_repeated_header_row_a_caption_and_aligned_columns()
    {
        using var package = Open(Samples.Report());
        var table = package
            .MainDocumentPart!.Document!.Descendants<Table>()
            .First(t => t.InnerText.StartsWith("TT", StringComparison.Ordinal));
        var rows = table.Elements<TableRow>().ToList();
        Assert.NotNull(rows[0].TableRowProperties!.GetFirstChild<TableHeader>());
        Assert.Null(rows[1].TableRowProperties!.GetFirstChild<TableHeader>());
        Assert.Equal("Kết quả thực hiện chỉ tiêu", table.GetFirstChild<TableProperties>()!.GetFirstChild<TableCaption>()!.Val!.Value);
        Assert.Equal(JustificationValues.Right, rows[1].Elements<TableCell>().Last().Descendants<Justification>().Single().Val!.Value);
    }

    [Fact]
    public void Columns_fill_the_page_and_keep_a_sign_with_its_figure()
    {
        var table = new TableBlock(
            [new("TT"), new("Chỉ tiêu"), new("Mức giao")],
            [
                ["1", string.Concat(Enumerable.Repeat("rất dài ", 60)), "≥ 75%"],
            ]
        );
        var widths = ColumnWidths.Of(table, 160);
        Assert.Equal(160, widths.Sum(), 0.01);
        Assert.True(widths[2] > TextWidth.Of("≥ 75%", 13, bold: false) + 2.4);
        Assert.True(widths[1] > 100);
    }

    [Fact]
    public void It_carries_its_title_and_language_and_an_outline_without_gaps()
    {
        using var package = Open(Samples.Decision());
        Assert.Equal("Quyết định Ban hành Quy chế hoạt động của Ban Chỉ đạo", package.PackageProperties.Title);
        Assert.Equal("vi-VN", package.PackageProperties.Language);
        var main = package.MainDocumentPart!;
        Assert.Equal("vi-VN", main.StyleDefinitionsPart!.Styles!.DocDefaults!.Descendants<Languages>().Single().Val!.Value);
        Assert.Equal(
            ["Heading1", "Heading2", "Heading3", "Heading3"],
            main.Document!.Descendants<ParagraphStyleId>()
                .Select(s => s.Val!.Value!)
                .Where(s => s.StartsWith("Heading", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Control_characters_and_broken_surrogates_do_no_harm()
    {
        var d = Samples.Report() with
        {
            Subject = "Một\u0000\u000b\ud800hai",
            Body = [new TextBlock("\udc00<&>\ufffe")],
            Recipients = ["\u0001", "Lưu: VT"],
        };
        Assert.Equal("", string.Join('\n', Errors(DocxWriter.Write(d))));
    }

    private static WordprocessingDocument Open(OfficialDocument d) =>
        WordprocessingDocument.Open(new MemoryStream(DocxWriter.Write(d)), false);

    internal static IEnumerable<string> Errors(byte[] docx)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(docx), false);
        return
        [
            .. new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(package).Select(e => $"{e.Path?.XPath}: {e.Description}"),
        ];
    }
}
