using System.Text;

namespace ThiDua.EndToEnd;

/// <summary>From the state of a target down to who entered one figure.</summary>
public sealed class ProgressJourney(Demo demo)
{
    private const string Target = "Thắp sáng đường quê";

    [Fact]
    public async Task A_figure_is_followed_down_to_who_entered_it_and_to_the_rows_it_counts()
    {
        var page = await demo.SignedIn("vanphong");
        await page.OpenProgress();
        await page.IsWell("progress-overview");
        await page.Press(page.Locator(".targets h3 a").Filter(new() { HasText = Target }));
        await page.IsWell("progress-target");

        await page.Press(page.Locator(".parts a").First);
        await page.IsWell("progress-facts");
        var row = page.Locator("tbody tr").Filter(new() { HasText = "Ấp An Hòa" }).First;
        var (who, value) = (await row.Locator("td").Nth(2).InnerTextAsync(), await row.Locator("td a").InnerTextAsync());
        Assert.Equal("Nguyễn Văn Hai", who);

        await page.Press(row.Locator("td a"));
        await page.IsWell("progress-fact");
        Assert.StartsWith(value, await page.InnerTextAsync(".big"), StringComparison.Ordinal);
        var said = await page.Locator("dl.facts dd").AllInnerTextsAsync();
        Assert.Equal(who, said[0]);
        Assert.Matches(@"^\d\d:\d\d \d\d/\d\d/2024$", said[1]);
        Assert.Equal("Đếm từ các sổ", said[2]);

        await page.Press(page.Locator("section[aria-labelledby=rows] li a").First);
        await page.IsWell("progress-row");
        Assert.Contains("/registers/rows/", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_overview_speaks_english()
    {
        var page = await demo.SignedIn("vanphong", english: true);
        await page.OpenProgress();
        Assert.Equal("en", await page.GetAttributeAsync("html", "lang"));
        var text = await page.InnerTextAsync("main");
        foreach (var word in new[] { "On track", "Behind" })
            Assert.Contains(word, text, StringComparison.Ordinal);
        foreach (var word in new[] { "Đúng tiến độ", "Chậm tiến độ" })
            Assert.DoesNotContain(word, text, StringComparison.Ordinal);
        await page.IsWell("progress-english");
    }

    [Fact]
    public async Task The_table_of_progress_is_downloaded()
    {
        var page = await demo.SignedIn("phochutich");
        await page.OpenProgress();
        var targets = await page.Locator(".targets .card").CountAsync();
        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Link, new() { Name = "Tải bảng số liệu (CSV)" }).ClickAsync()
        );
        Assert.EndsWith(".csv", download.SuggestedFilename, StringComparison.Ordinal);
        var lines = await File.ReadAllLinesAsync(await download.PathAsync(), Encoding.UTF8, TestContext.Current.CancellationToken);
        Assert.True(lines.Length > targets);
        Assert.Contains(lines, l => l.Contains(Target, StringComparison.Ordinal));
    }
}
