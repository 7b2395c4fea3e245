using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ThiDua.Paper.Tests;

/// <summary>The sample plan is kept as Markdown and as Word; this keeps the two in step.</summary>
public sealed class SamplePlanTests
{
    /// <summary>Set to 1 to write the Word file anew after the Markdown was changed.</summary>
    private const string Rewrite = "THIDUA_REWRITE_SAMPLES";

    [Fact]
    public void The_Word_file_says_what_the_Markdown_says()
    {
        var result = MarkdownDocument.Read(File.ReadAllText(Path("ke-hoach-thi-dua-2024.md")));
        Assert.Empty(result.Errors);
        var written = DocxWriter.Write(result.Document!);
        if (Environment.GetEnvironmentVariable(Rewrite) == "1")
            File.WriteAllBytes(Path("ke-hoach-thi-dua-2024.docx"), written);

        Assert.Equal(Lines(written), Lines(File.ReadAllBytes(Path("ke-hoach-thi-dua-2024.docx"))));
        Assert.Equal("", string.Join('\n', DocxWriterTests.Errors(written)));
    }

    [Fact]
    public void It_names_six_hamlets_and_a_number_day_and_signer()
    {
        var plan = MarkdownDocument.Read(File.ReadAllText(Path("ke-hoach-thi-dua-2024.md"))).Document!;

        Assert.Equal((15, new PaperDate(2024, 4, 5), "Nguyễn Văn Mẫu"), (plan.Number, plan.Date, plan.Signature.Name));
        var hamlets = plan.Body.OfType<HeadingBlock>().Last().Title.Plain;
        Assert.Equal(6, hamlets.Split("Ấp ").Length - 1);
        Assert.Equal(
            ["I.", "II.", "III.", "IV."],
            plan.Body.OfType<HeadingBlock>().Where(h => h.Kind == HeadingKind.Roman).Select(h => h.Label)
        );
    }

    private static string[] Lines(byte[] docx)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(docx), false);
        return [.. package.MainDocumentPart!.Document!.Descendants<Paragraph>().Select(p => p.InnerText)];
    }

    internal static string Path(string name) => System.IO.Path.Combine(Root(), "samples", name);

    internal static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "ThiDua.slnx")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
