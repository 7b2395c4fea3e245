namespace ThiDua.EndToEnd;

/// <summary>The one queue: narrowed to what one looks for, and several decided at once.</summary>
public sealed class QueueJourney(Demo demo)
{
    private const string Hamlet = "ap4";

    [Fact]
    public async Task The_queue_is_narrowed_by_kind_state_and_words()
    {
        var page = await demo.SignedIn("lanhdao", phone: true);
        await page.GotoAsync("/review");
        await page.IsWell("queue-all");
        await page.Press(page.Tab("Báo cáo kỳ"));
        await page.Press(page.Tab("Đã duyệt"));
        Assert.Contains("kind=report&state=approved", page.Url, StringComparison.Ordinal);
        await page.IsWell("queue-approved");
        await page.Search("thang 6 cong an");
        var rows = await page.Locator("tbody tr").AllInnerTextsAsync();
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Contains("tháng 6/2024", row, StringComparison.Ordinal));
        Assert.Equal("page", await page.Tab("Đã duyệt").GetAttributeAsync("aria-current"));
        await page.IsWell("queue-found");
        await page.Search("không có việc nào như thế");
        Assert.Contains("Không có dòng nào khớp", await page.InnerTextAsync(".empty"), StringComparison.Ordinal);
        await page.IsWell("queue-nothing-found");
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Several_are_decided_at_once(bool phone, bool script)
    {
        await Report();
        await Report();
        var page = await demo.SignedIn("phochutich", phone, script);
        await page.GotoAsync("/review?kind=task");
        if (script)
            await page.IsWell("queue-several");
        else
            await page.Fits("no-script-queue-several");
        await page.Press(page.Button("Xác nhận hoàn thành các việc đã chọn"));
        Assert.Contains("Hãy đánh dấu", await page.InnerTextAsync("[role=status]"), StringComparison.Ordinal);
        var picks = page.GetByRole(AriaRole.Checkbox);
        Assert.True(await picks.CountAsync() >= 2);
        foreach (var pick in (await picks.AllAsync()).Take(2))
            await pick.CheckAsync();
        await page.Press(page.Button("Xác nhận hoàn thành các việc đã chọn"));
        Assert.Contains("Đã làm xong 2 trên 2 việc", await page.InnerTextAsync("[role=status]"), StringComparison.Ordinal);
    }

    /// <summary>The first task of the hamlet that is not begun is reported as done.</summary>
    private async Task Report()
    {
        var page = await demo.SignedIn(Hamlet);
        await page.OpenTask("Chưa làm");
        await page.Press(page.Button("Báo đã làm xong"));
        Assert.Contains("Đã báo xong, chờ xác nhận", await page.InnerTextAsync("main"), StringComparison.Ordinal);
    }
}
