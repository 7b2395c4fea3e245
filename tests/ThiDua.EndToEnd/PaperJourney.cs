using System.IO.Compression;

namespace ThiDua.EndToEnd;

/// <summary>The office draws up an interim report and takes it to Word.</summary>
public sealed class PaperJourney(Demo demo)
{
    private const string FileName = "bao-cao-so-ket-thi-dua-2024-20240916.docx";

    [Fact]
    public async Task An_interim_report_is_drawn_up_and_downloaded()
    {
        var page = await demo.SignedIn("vanphong");
        await page.DrawUp();
        var preview = await page.InnerTextAsync(".paper-page");
        foreach (var part in new[] { "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "BÁO CÁO", "số liệu tính đến ngày 16/9/2024" })
            Assert.Contains(part, preview, StringComparison.OrdinalIgnoreCase);
        await page.IsWell("paper-preview");

        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("a[href$='/word']"));
        Assert.Equal(FileName, download.SuggestedFilename);
        await IsWord(await download.PathAsync());
        var answer = await page.APIRequest.GetAsync(demo.Url + await page.GetAttributeAsync("a[href$='/word']", "href"));
        Assert.Contains(FileName, answer.Headers["content-disposition"], StringComparison.Ordinal);

        var phone = await demo.SignedIn("phochutich", phone: true);
        await phone.GotoAsync(page.Url);
        await phone.IsWell("paper-preview-phone");
    }

    [Fact]
    public async Task A_day_after_today_is_refused()
    {
        var page = await demo.SignedIn("vanphong");
        await page.GotoAsync("/papers/new");
        var option = page.Locator("#Campaign option").Filter(new() { HasText = Screens.Campaign }).First;
        await page.SelectOptionAsync("#Campaign", new SelectOptionValue { Value = await option.GetAttributeAsync("value") });
        await page.FillAsync("#AsOf", "2024-12-01");
        await page.Press(page.Button("Lập dự thảo"));
        Assert.Contains("Ngày phải từ 01/01/2024 đến 16/09/2024", await page.InnerTextAsync("[role=alert]"), StringComparison.Ordinal);
        await page.IsWell("paper-refused");
    }

    private static async Task IsWord(string path)
    {
        await using var file = File.OpenRead(path);
        await using var zip = new ZipArchive(file, ZipArchiveMode.Read);
        var body = zip.GetEntry("word/document.xml");
        Assert.NotNull(body);
        using var reader = new StreamReader(await body.OpenAsync(TestContext.Current.CancellationToken));
        Assert.Contains("<w:document", await reader.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
