namespace ThiDua.EndToEnd;

/// <summary>The office chases who is late, and decides on several reports at once; on a sample of its own, which it uses up.</summary>
public sealed class ChasingJourney(Demo demo)
{
    private const int MostClicks = 4;

    [Fact]
    public async Task Who_is_late_is_reminded_reads_it_on_a_phone_and_five_reports_are_approved_at_once()
    {
        await using var sample = await ThiDuaProcess.Start("demo");
        await Remind(await SignedIn(sample, "vanphong"));
        await ReadIt(await SignedIn(sample, "ap6", phone: true));
        foreach (var late in new[] { "ap1", "truong", "truong2" })
            await Send(await SignedIn(sample, late, phone: true));
        await Approve(await SignedIn(sample, "phochutich", phone: true), "phone");
    }

    private static async Task Remind(IPage page)
    {
        var late = page.Locator("section[aria-labelledby=late] .chase");
        Assert.True(await late.CountAsync() > 0);
        Assert.Contains("quá hạn", await late.First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.StartsWith("tel:", await late.First.Locator("a.tel").First.GetAttributeAsync("href"), StringComparison.Ordinal);
        await page.IsWell("chasing-home");
        await page.Press(page.Locator("section[aria-labelledby=late] button.main"));
        Assert.EndsWith("/late", new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);
        var words = await page.InputValueAsync("#words");
        Assert.All(words.Split('\n').SkipLast(1), line => Assert.StartsWith("Kính đề nghị ", line, StringComparison.Ordinal));
        await page.IsWell("chasing-reminded");
        await page.ClickAsync("[data-copy]");
        await Assertions.Expect(page.Locator("[data-copy]")).ToHaveTextAsync("Đã sao chép");
        await page.GotoAsync("/late");
        Assert.Contains("16/09/2024", await page.Locator("tbody tr").First.InnerTextAsync(), StringComparison.Ordinal);
        await page.IsWell("chasing-late");
        // "/" leads to the search from every page.
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("tuyen truyen");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/search?**");
        await page.IsWell("chasing-search");
        Assert.Contains("Chỉ tiêu", await page.Locator("main h2").AllInnerTextsAsync());
    }

    private static async Task ReadIt(IPage page)
    {
        var unread = await page.Locator("header .bell").InnerTextAsync();
        Assert.Contains("(", unread, StringComparison.Ordinal);
        await page.IsTouchable();
        await page.Press(page.Locator("header .bell"));
        Assert.Contains("Kính đề nghị", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.IsWell("chasing-notices");
        await page.IsTouchable();
        await page.Press(page.Locator("tbody a.button").First);
        Assert.Contains("/reports/", page.Url, StringComparison.Ordinal);
        await page.FillAsLastTime();
        await page.SendReport();
        Assert.NotEqual(unread, await page.Locator("header .bell").InnerTextAsync());
        await page.GotoAsync("/notices/settings");
        await page.IsWell("chasing-settings");
        await page.IsTouchable();
        await page.GotoAsync("/help");
        await page.IsWell("chasing-help");
        await page.IsTouchable();
    }

    /// <summary>What is owed first, as it was the last time.</summary>
    private static async Task Send(IPage page)
    {
        await page.Press(page.Locator(".duty a.main").First);
        await page.FillAsLastTime();
        await page.SendReport();
    }

    private static async Task Approve(IPage page, string name)
    {
        var clicks = 0;
        async Task Click(ILocator control)
        {
            clicks++;
            await page.Press(control);
        }

        await page.IsTouchable();
        await Click(page.Locator("section[aria-labelledby=approve] a.main"));
        if (!page.Url.Contains("kind=report", StringComparison.Ordinal))
            await Click(page.Tab("Báo cáo kỳ"));
        Assert.True(await page.Locator("tbody tr").CountAsync() >= 5);
        await page.IsWell($"chasing-queue-{name}");
        await page.IsTouchable();
        await Click(page.GetByRole(AriaRole.Link, new() { Name = "Chọn tất cả dòng trên trang" }));
        await Click(page.Button("Duyệt các việc đã chọn"));
        Assert.InRange(clicks, 1, MostClicks);
        var recent = page.Locator("section[aria-labelledby=recent] li");
        Assert.True(await recent.CountAsync() >= 5, await page.InnerTextAsync("[role=status]"));
        await page.IsWell($"chasing-approved-{name}");
        await page.IsTouchable();
        await page.Press(recent.First.GetByRole(AriaRole.Button));
        Assert.Contains("Đã hoàn tác", await page.InnerTextAsync("[role=status]"), StringComparison.Ordinal);
    }

    private async Task<IPage> SignedIn(ThiDuaProcess sample, string account, bool phone = false)
    {
        var page = await demo.Chromium.Window(sample.Url, phone);
        await page.GotoAsync("/sign-in");
        Assert.Contains("Quên mật khẩu?", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.FillAsync("#userName", account);
        await page.FillAsync("#password", sample.Passwords[account]);
        await page.Press(page.Locator("main form button"));
        return page;
    }
}
