namespace ThiDua.EndToEnd;

/// <summary>A report goes back with a reason, comes again, and is approved.</summary>
public sealed class ReviewJourney(Demo demo)
{
    private const string Unit = "Ấp An Khương";
    private const string Month = "tháng 8/2024";
    private const string Why = "Số nhóm Zalo chưa khớp với biên bản rà soát; đề nghị kiểm tra lại.";

    [Fact]
    public async Task A_report_is_returned_mended_and_approved()
    {
        var office = await demo.SignedIn("vanphong");
        await Return(office);
        await Mend();
        await Open(office, "/review");
        await office.Press(office.Button("Duyệt"));
        await office.GotoAsync("/review");
        Assert.Equal(0, await Row(office).CountAsync());

        await Open(office, "/review?kind=report&state=approved");
        await office.IsWell("review-approved");
        Assert.Equal(["Lập", "Gửi", "Trả lại", "Gửi", "Duyệt"], await office.Locator(".history strong").AllInnerTextsAsync());
        Assert.Contains(Why, await office.InnerTextAsync(".history"), StringComparison.Ordinal);
    }

    private static async Task Return(IPage page)
    {
        await Open(page, "/review");
        await page.IsWell("review-report");
        await page.ClickAsync("summary:has-text('Trả lại')");
        await page.Press(page.Button("Trả lại"));
        Assert.Contains("Cần ghi lý do", await page.InnerTextAsync("[role=alert]"), StringComparison.Ordinal);
        await page.IsWell("review-reason-missing");
        await page.Field("reason").FillAsync(Why);
        await page.Press(page.Button("Trả lại"));
        await page.GotoAsync("/review");
        Assert.Equal(0, await Row(page).CountAsync());
        await page.GotoAsync("/review?kind=report&state=returned");
        Assert.Equal(1, await Row(page).CountAsync());
    }

    private async Task Mend()
    {
        var page = await demo.SignedIn("ap2", phone: true);
        await page.GotoAsync("/my-work");
        var duty = page.Locator(".duty").First;
        Assert.Contains("Bị trả lại", await duty.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains(Why, await duty.InnerTextAsync(), StringComparison.Ordinal);
        await page.IsWell("review-my-work-returned");
        await page.Press(duty.GetByRole(AriaRole.Link, new() { Name = "Sửa và gửi lại" }));
        Assert.Contains(Why, await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.Field("results").FillAsync("Đã rà soát lại các nhóm Zalo với từng tổ.");
        await page.SendReport();
    }

    private static ILocator Row(IPage page) => page.Locator("tbody tr").Filter(new() { HasText = Unit }).Filter(new() { HasText = Month });

    private static async Task Open(IPage page, string queue)
    {
        await page.GotoAsync(queue);
        await page.Press(Row(page).GetByRole(AriaRole.Link));
        Assert.Contains(Unit, await page.InnerTextAsync("h1"), StringComparison.Ordinal);
    }
}
