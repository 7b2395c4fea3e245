namespace ThiDua.EndToEnd;

/// <summary>
/// An office sees what a launch brings about, launches, recalls, and launches again: on a phone and on a PC. In the commune
/// that has no campaign, and recalled at the end, so that other journeys feel nothing of it.
/// </summary>
public sealed class LaunchJourney(Demo demo)
{
    private const string Reason = "Phát động nhầm thời gian";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_plan_is_previewed_launched_recalled_and_launched_again(bool phone)
    {
        var name = phone ? "phone" : "desk";
        var page = await demo.SignedIn("vanphong2", phone);
        await page.GotoAsync("/plans/new");
        await page.SetInputFilesAsync("#File", Path.Combine(AppContext.BaseDirectory, "samples", "ke-hoach-thi-dua-2024.docx"));
        await page.ReadPlan();
        var review = new Uri(page.Url).AbsolutePath;
        await Resolve(page, review);

        await Preview(page, review, name);
        await Launch(page, name);
        await Recall(page, name);
        await page.Press(page.GetByRole(AriaRole.Link, new() { Name = "Kiểm tra lại kế hoạch" }));
        Assert.Equal(review, new Uri(page.Url).AbsolutePath);
        await page.GotoAsync(review + "/launch");
        await Launch(page, name);
        await Register(page, name);
        await Recall(page, name);
        await page.GotoAsync(review);
        await page.ClickAsync(".put-aside summary");
        await page.Press(page.Locator("button[value=drop]"));
    }

    private static async Task Resolve(IPage page, string review)
    {
        await page.GotoAsync(review + "/units");
        var open = page.Locator("ul.units > li").Filter(new() { HasText = "Chưa rõ là đơn vị nào." });
        for (var left = await open.CountAsync(); left > 0; left--)
        {
            await open.First.Locator("summary").ClickAsync();
            await open.First.GetByLabel("không thuộc phong trào này").CheckAsync();
            await page.Press(open.First.GetByRole(AriaRole.Button, new() { Name = "Lưu" }));
        }
    }

    private static async Task Preview(IPage page, string review, string name)
    {
        await page.GotoAsync(review + "/launch");
        await Well(page, $"launch-preview-{name}");
        var says = await page.InnerTextAsync("main");
        Assert.Contains("Đơn vị nào báo cáo, từ kỳ nào", says, StringComparison.Ordinal);
        Assert.Contains("chưa có tài khoản", says, StringComparison.Ordinal);
        Assert.Contains("tháng 9/2024, hạn", says, StringComparison.Ordinal);
        await page.SelectOptionAsync("#from", "2024-08-01");
        await page.Press(page.Button("Xem lại với tháng này"));
        Assert.Contains("tháng 8/2024, hạn", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.SelectOptionAsync("#from", "2024-09-01");
        await page.Press(page.Button("Xem lại với tháng này"));
    }

    private static async Task Launch(IPage page, string name)
    {
        await page.Press(page.Locator("#launch button.main"));
        Assert.True(page.Url.Contains("/campaigns/", StringComparison.Ordinal), await page.InnerTextAsync("main"));
        Assert.Equal(Screens.Campaign, await page.InnerTextAsync("h1"));
        Assert.Contains("Đang thực hiện", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await Well(page, $"launch-campaign-{name}");
    }

    private static async Task Recall(IPage page, string name)
    {
        await page.ClickAsync("summary:has-text('Thu hồi phát động')");
        await page.Press(page.Button("Thu hồi phát động"));
        Assert.Contains("Cần ghi lý do", await page.InnerTextAsync("[role=alert]"), StringComparison.Ordinal);
        await page.Field("reason").FillAsync(Reason);
        await page.Press(page.Button("Thu hồi phát động"));
        var says = await page.InnerTextAsync("main");
        Assert.Contains("Đã thu hồi", says, StringComparison.Ordinal);
        Assert.Contains(Reason, says, StringComparison.Ordinal);
        await Well(page, $"launch-recalled-{name}");
    }

    /// <summary>A unit's registration, as the office writes it for one without an account; left a draft.</summary>
    private static async Task Register(IPage page, string name)
    {
        var campaign = page.Url;
        await page.Press(page.Locator("section[aria-labelledby=registrations] a").First);
        await Well(page, $"launch-registration-{name}");
        await page.Field("plan").FillAsync("- Họp dân vào tuần đầu mỗi tháng.");
        await page.Press(page.Button("Lưu bản nháp"));
        Assert.Contains("Đã lưu bản nháp", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.GotoAsync(campaign);
    }

    private static async Task Well(IPage page, string name)
    {
        await page.IsWell(name);
        if (page.ViewportSize!.Width == Touch.Width)
            Assert.Empty(await page.Faults());
    }
}
