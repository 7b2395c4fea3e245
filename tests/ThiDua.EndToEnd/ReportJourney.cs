namespace ThiDua.EndToEnd;

/// <summary>The head of a hamlet sends an overdue report from a phone.</summary>
public sealed class ReportJourney(Demo demo)
{
    private const string Reached = "household.reached";
    private const string Said = "Họp 12 tổ dân cư tự quản; phát 300 tờ rơi.";

    [Fact]
    public async Task An_overdue_report_is_drafted_corrected_and_sent()
    {
        var page = await demo.SignedIn("ap6", phone: true);
        await page.GotoAsync("/my-work");
        var duty = page.Locator(".duty").First;
        Assert.Contains("Báo cáo tháng 8/2024", await duty.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Quá hạn", await duty.InnerTextAsync(), StringComparison.Ordinal);
        await page.IsWell("report-my-work");

        await page.Press(duty.Locator("a.main"));
        await page.IsWell("report-form");
        var reached = await KeepDraft(page);
        await ComeBack(page, reached);
        await BeCorrected(page, reached);

        await page.SendReport();
        await page.IsWell("report-sent");
        await page.GotoAsync("/my-work");
        Assert.Equal(0, await page.Locator(".duty").Filter(new() { HasText = "Báo cáo tháng 8/2024" }).CountAsync());
        Assert.Contains("Báo cáo tháng 8/2024", await page.InnerTextAsync("section[aria-labelledby=sent]"), StringComparison.Ordinal);
        await page.IsWell("report-my-work-after");
    }

    private static async Task<string> KeepDraft(IPage page)
    {
        await page.FillAsLastTime();
        await page.Field("results").FillAsync(Said);
        await page.Press(page.Locator(".actions button[value=save]"));
        Assert.Contains("Đã lưu lúc", await page.InnerTextAsync("[data-said]"), StringComparison.Ordinal);
        Assert.True(await page.Locator("[data-said]").IsSeen(), "What was kept is not said where one looks.");
        return await page.Field(Reached).InputValueAsync();
    }

    private static async Task ComeBack(IPage page, string reached)
    {
        await page.GotoAsync("/my-work");
        await page.Press(page.Locator(".duty a.main").First);
        Assert.Equal(reached, await page.Field(Reached).InputValueAsync());
        Assert.Equal(Said, await page.Field("results").InputValueAsync());
    }

    private static async Task BeCorrected(IPage page, string reached)
    {
        await page.Field(Reached).FillAsync("99.999");
        await page.Press(page.Button("Gửi báo cáo"));
        await page.IsWell("report-error");
        Assert.Equal("true", await page.Field(Reached).GetAttributeAsync("aria-invalid"));
        await page.Locator($"[role=alert] a[href='#{Reached}']").ClickAsync();
        await Assertions.Expect(page.Field(Reached)).ToBeFocusedAsync();
        Assert.Equal("99.999", await page.Field(Reached).InputValueAsync());
        await page.Field(Reached).FillAsync(reached);
    }
}
