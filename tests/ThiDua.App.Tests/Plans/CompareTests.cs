using System.Net;
using DocumentFormat.OpenXml.Packaging;
using ThiDua.App.Cli;
using ThiDua.App.Features.Plans.Compare;
using ThiDua.App.Tests.Support;
using ThiDua.Paper;
using ThiDua.Plans;
using ThiDua.Plans.Source;

namespace ThiDua.App.Tests.Plans;

/// <summary>Two plans side by side: on the page, as a Word and as an Excel file, from the command line.</summary>
public sealed class CompareTests
{
    private static readonly string Later = PlanSamples
        .Short.Replace("trên 75%", "trên 80%", StringComparison.Ordinal)
        .Replace("- Trồng 40 cây hoa giấy.", "- Xây dựng ít nhất 02 mô hình mới.", StringComparison.Ordinal)
        .Replace("2. Hội Liên hiệp Phụ nữ xã: Vận động", "2. Hội Nông dân xã: Vận động", StringComparison.Ordinal)
        .Replace("21/KH-UBND", "22/KH-UBND", StringComparison.Ordinal);

    [Theory, BothEngines]
    public async Task The_page_shows_what_changed_and_gives_both_files(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var (a, b) = (await PlanSamples.Import(system), await PlanSamples.Import(system, Later));
        using var browser = await system.Browser(system.World.OfficeHead);
        await browser.Open($"/plans/compare?a={a.PublicId}&b={b.PublicId}");
        var rows = browser.Page.QuerySelectorAll("table.changes tbody tr").Select(r => Browser.Fold(r.TextContent)).ToList();
        Assert.Contains(
            rows,
            r =>
                r.StartsWith("Nâng lên", StringComparison.Ordinal)
                && r.Contains("trên 75%", StringComparison.Ordinal)
                && r.Contains("trên 80%", StringComparison.Ordinal)
        );
        Assert.Contains(
            rows,
            r => r.StartsWith("Đổi đơn vị", StringComparison.Ordinal) && r.Contains("Hội Nông dân xã", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(rows, r => r.StartsWith("Như cũ", StringComparison.Ordinal));
        foreach (var (name, type) in new[] { ("Word", ComparisonFiles.WordType), ("Excel", ComparisonFiles.SheetType) })
        {
            var link = browser
                .Page.QuerySelectorAll("main a[download]")
                .Single(l => l.TextContent.Contains(name, StringComparison.Ordinal))
                .GetAttribute("href")!;
            var answer = await browser.Client.GetAsync(link, TestContext.Current.CancellationToken);
            Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
            Assert.Equal("PK"u8.ToArray(), (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))[..2]);
            using var stranger = await system.Browser(system.World.HamletHeads[0]);
            Assert.NotEqual(HttpStatusCode.OK, (await stranger.Client.GetAsync(link, TestContext.Current.CancellationToken)).StatusCode);
        }
    }

    [Fact]
    public void The_Word_file_is_a_report_in_the_form_of_the_Annex_with_every_change()
    {
        var file = ComparisonFiles.Word(Found(), null, new(2025, 3, 1));
        Assert.Empty(AnnexCheck.Docx(file));
        using var word = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        var text = word.MainDocumentPart!.Document!.InnerText;
        Assert.Contains("so sánh Kế hoạch số 21/KH-UBND với Kế hoạch số 22/KH-UBND", text, StringComparison.Ordinal);
        Assert.Contains("> 75%> 80%", text, StringComparison.Ordinal);
        Assert.Contains("Hội Liên hiệp Phụ nữ xãHội Nông dân xã", text, StringComparison.Ordinal);
        Assert.DoesNotContain("báo cáo trước ngày 15/12/2024", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Plans_without_a_head_make_a_file_too()
    {
        var plan = Read("Bắt 50% đối tượng truy nã.\n");
        Assert.NotEmpty(ComparisonFiles.Word(Comparison.Of(plan, plan), null, new(2025, 3, 1)));
        Assert.NotEmpty(ComparisonFiles.Workbook(Comparison.Of(plan, plan)));
    }

    [Fact]
    public void The_workbook_has_every_row_of_both_plans()
    {
        var found = Found();
        using var book = SpreadsheetDocument.Open(new MemoryStream(ComparisonFiles.Workbook(found)), isEditable: false);
        var sheets = book.WorkbookPart!.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().ToList();
        Assert.Equal(["Chỉ tiêu", "Nhiệm vụ", "Căn cứ"], sheets.Select(s => s.Name!.Value));
        for (var i = 0; i < sheets.Count; i++)
        {
            var part = (WorksheetPart)book.WorkbookPart.GetPartById(sheets[i].Id!.Value!);
            Assert.Equal(found.Tables[i].Rows.Count + 2, part.Worksheet!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Row>().Count());
        }
    }

    [
        Theory,
        InlineData("so-sanh.docx", 0),
        InlineData("so-sanh.XLSX", 0),
        InlineData("so-sanh.pdf", 2),
        InlineData("so-sanh", 2),
        InlineData("khong-co/so-sanh.docx", 2)
    ]
    public async Task The_command_writes_what_the_ending_says_and_refuses_another(string name, int code)
    {
        var folder = Directory.CreateTempSubdirectory("thidua-compare").FullName;
        try
        {
            var (a, b, output) = (Path.Combine(folder, "a.txt"), Path.Combine(folder, "b.txt"), Path.Combine(folder, name));
            await File.WriteAllTextAsync(a, PlanSamples.Short, TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(b, Later, TestContext.Current.CancellationToken);
            Assert.Equal(
                code,
                await CommandLine
                    .Build()
                    .Parse(["compare", a, b, "--out", output])
                    .InvokeAsync(cancellationToken: TestContext.Current.CancellationToken)
            );
            Assert.Equal(code == 0, File.Exists(output));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What may cost much is read in a process with limits, as an upload is, and its refusal is told.</summary>
    [Theory, InlineData(200_000, 0), InlineData(21_000_000, 2)]
    public async Task A_large_file_is_compared_within_the_limits_of_an_upload(int size, int code)
    {
        var folder = Directory.CreateTempSubdirectory("thidua-compare").FullName;
        try
        {
            var (a, b, output) = (Path.Combine(folder, "a.txt"), Path.Combine(folder, "b.txt"), Path.Combine(folder, "so-sanh.xlsx"));
            await File.WriteAllTextAsync(
                a,
                PlanSamples.Short + string.Concat(Enumerable.Repeat("\nDân phòng tuần tra.", size / 20)),
                TestContext.Current.CancellationToken
            );
            await File.WriteAllTextAsync(b, Later, TestContext.Current.CancellationToken);
            Assert.Equal(
                code,
                await CommandLine
                    .Build()
                    .Parse(["compare", a, b, "--out", output])
                    .InvokeAsync(cancellationToken: TestContext.Current.CancellationToken)
            );
            Assert.Equal(code == 0, File.Exists(output));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Comparison Found() => Comparison.Of(Read(PlanSamples.Short), Read(Later));

    private static Plan Read(string text) =>
        PlanReader.Read(DocumentSource.Read(new MemoryStream(PlanSamples.Bytes(text)), "ke-hoach.txt"));
}
