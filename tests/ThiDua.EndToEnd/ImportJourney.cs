namespace ThiDua.EndToEnd;

/// <summary>The office imports a plan, checks what was read, and launches a campaign from it.</summary>
public sealed class ImportJourney(Demo demo)
{
    private const string Name = "Thi đua cao điểm quý IV năm 2024";

    [Fact]
    public async Task A_plan_is_read_corrected_and_launched()
    {
        var page = await demo.SignedIn("vanphong");
        await page.GotoAsync("/plans/new");
        await page.SetInputFilesAsync("#File", Path.Combine(AppContext.BaseDirectory, "samples", "ke-hoach-thi-dua-2024.docx"));
        await page.ReadPlan();
        var review = page.Url;
        await page.IsWell("import-review");
        await SeeSource(page);
        await Filter(page, review);
        await EditAndUndo(page, review);
        await ResolveUnits(page, review);
        await Rename(page, review);
        await Launch(page, review);
    }

    private static async Task SeeSource(IPage page)
    {
        var item = page.Locator(".item").Nth(3);
        var first = (await item.GetAttributeAsync("data-lines"))!.Split('-')[0];
        await item.HoverAsync();
        await Assertions.Expect(page.Locator($"#L{first}")).ToHaveClassAsync("lit");
    }

    private static async Task Filter(IPage page, string review)
    {
        foreach (var label in new[] { "Cần xem", "Chưa có đơn vị", "Chưa có chỉ số", "Đã bỏ" })
        {
            await page.GotoAsync(review);
            var chip = page.Locator(".chips a").Filter(new() { HasText = label });
            var count = int.Parse((await chip.InnerTextAsync()).Split('(', ')')[1], System.Globalization.CultureInfo.InvariantCulture);
            await page.Press(chip);
            Assert.Equal(count, await page.Locator(".item").CountAsync());
            Assert.Equal("true", await page.Locator(".chips a").Filter(new() { HasText = label }).GetAttributeAsync("aria-current"));
        }
        await page.IsWell("import-filtered");
    }

    private static async Task EditAndUndo(IPage page, string review)
    {
        await page.GotoAsync(review);
        var target = page.Locator(".item")
            .Filter(new() { Has = page.Locator("a[href*='/targets/']"), HasText = "Thắp sáng đường quê" })
            .First;
        var id = await target.GetAttributeAsync("id");
        await page.Press(target.GetByRole(AriaRole.Link, new() { Name = "Sửa" }));
        await page.IsWell("import-target");
        var before = await page.InputValueAsync("#Value");
        await page.FillAsync("#Value", "87,5");
        await page.Press(page.Button("Lưu"));
        // Items outside the window are not laid out, so they have text but no inner text.
        Assert.Contains("87,5", await page.TextContentAsync($"#{id}"), StringComparison.Ordinal);
        Assert.Contains("sửa chỉ tiêu", await page.InnerTextAsync(".last-change"), StringComparison.Ordinal);

        await page.Press(page.Button("Hoàn tác"));
        var after = await page.TextContentAsync($"#{id}");
        Assert.DoesNotContain("87,5", after, StringComparison.Ordinal);
        Assert.Contains(before, after, StringComparison.Ordinal);
    }

    private static async Task ResolveUnits(IPage page, string review)
    {
        await page.GotoAsync(review + "/units");
        await page.IsWell("import-units");
        var open = page.Locator("ul.units > li").Filter(new() { HasText = "Chưa rõ là đơn vị nào." });
        for (var left = await open.CountAsync(); left > 0; left--)
        {
            Assert.Equal(left, await open.CountAsync());
            await open.First.Locator("summary").ClickAsync();
            await open.First.GetByLabel("không thuộc phong trào này").CheckAsync();
            await page.Press(open.First.GetByRole(AriaRole.Button, new() { Name = "Lưu" }));
        }
        Assert.Equal(0, await open.CountAsync());
    }

    /// <summary>A campaign of the months to come: it asks nobody for anything today, so other journeys do not feel it.</summary>
    private static async Task Rename(IPage page, string review)
    {
        await page.GotoAsync(review + "/head");
        await page.IsWell("import-head");
        await page.FillAsync("#Name", Name);
        await page.FillAsync("#From", "2024-10-01");
        await page.FillAsync("#To", "2024-12-31");
        await page.Press(page.Button("Lưu"));
        Assert.Equal(Name, await page.InnerTextAsync("h1"));
    }

    private static async Task Launch(IPage page, string review)
    {
        await page.GotoAsync(review + "/launch");
        await page.IsWell("import-launch");
        await page.Press(page.Locator("#launch button.main"));
        // What the page says is the quickest way to why it was not launched.
        Assert.True(page.Url.Contains("/campaigns/", StringComparison.Ordinal), await page.InnerTextAsync("main"));
        Assert.Equal(Name, await page.InnerTextAsync("h1"));
        await page.IsWell("import-campaign");
        await page.GotoAsync("/progress");
        Assert.Contains(Name, await page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Contains(Screens.Campaign, await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.IsWell("import-two-campaigns");
    }
}
