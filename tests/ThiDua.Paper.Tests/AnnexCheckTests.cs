using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ThiDua.Paper.Tests;

public sealed class AnnexCheckTests
{
    [Theory, MemberData(nameof(Samples.Names), MemberType = typeof(Samples))]
    public void What_we_write_has_no_deviation(string name) =>
        Assert.Equal("", string.Join('\n', AnnexCheck.Docx(DocxWriter.Write(Samples.Of(name)))));

    [Fact]
    public void The_sample_plan_has_no_deviation() =>
        Assert.Equal("", string.Join('\n', AnnexCheck.Docx(File.ReadAllBytes(SamplePlanTests.Path("ke-hoach-thi-dua-2024.docx")))));

    [Theory, MemberData(nameof(Faults.Names), MemberType = typeof(Faults))]
    public void Each_fault_is_found_and_no_other(string rule)
    {
        using var file = new MemoryStream();
        file.Write(DocxWriter.Write(Samples.Report()));
        using (var package = WordprocessingDocument.Open(file, true))
            Faults.All[rule](package.MainDocumentPart!);
        file.Position = 0;

        var found = AnnexCheck.Docx(file);

        var one = Assert.Single(found);
        Assert.Equal(rule, one.Rule);
        Assert.All([one.Where, one.Found, one.Right], t => Assert.False(string.IsNullOrWhiteSpace(t)));
    }

    [Fact]
    public void A_fault_in_many_paragraphs_is_told_once_with_the_count()
    {
        using var file = new MemoryStream();
        file.Write(DocxWriter.Write(Samples.Report()));
        using (var package = WordprocessingDocument.Open(file, true))
            foreach (
                var size in package
                    .MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>()
                    .Single(s => s.StyleId == "Recipients")
                    .Descendants<FontSize>()
            )
                size.Val = "24";
        file.Position = 0;

        var one = Assert.Single(AnnexCheck.Docx(file));
        Assert.Equal("recipients-size", one.Rule);
        Assert.EndsWith("và 2 chỗ khác", one.Where);
        Assert.Equal(("cỡ chữ 12", "cỡ 11"), (one.Found, one.Right));
    }

    [Fact]
    public void A_section_that_starts_on_the_same_page_or_has_no_number_is_no_first_page()
    {
        using var file = new MemoryStream();
        file.Write(DocxWriter.Write(Samples.Report()));
        using (var package = WordprocessingDocument.Open(file, true))
        {
            var main = package.MainDocumentPart!;
            var plain = main.AddNewPart<HeaderPart>("rIdPlain");
            plain.Header = new Header(new Paragraph());
            var second = main.Document!.Descendants<SectionProperties>().ElementAt(1);
            second.GetFirstChild<HeaderReference>()!.Id = "rIdPlain";
            second.GetFirstChild<TitlePage>()!.Remove();
            var third = main.Document!.Descendants<SectionProperties>().ElementAt(2);
            third.GetFirstChild<SectionType>()!.Val = SectionMarkValues.Continuous;
            third.GetFirstChild<TitlePage>()!.Remove();
        }
        file.Position = 0;
        Assert.Empty(AnnexCheck.Docx(file));
    }

    [Theory, InlineData(""), InlineData("PK\u0003\u0004 broken"), InlineData("<html></html>")]
    public void What_is_no_Word_file_is_refused(string content) =>
        Assert.Throws<InvalidDataException>(() => AnnexCheck.Docx(System.Text.Encoding.UTF8.GetBytes(content)));
}
