namespace ThiDua.EndToEnd;

/// <summary>Nothing that a unit or the office has to do needs a script.</summary>
public sealed class NoScriptJourney(Demo demo)
{
    [Fact]
    public async Task A_report_is_saved_and_sent_without_scripts()
    {
        var page = await demo.SignedIn("truong", script: false);
        await page.GotoAsync("/my-work");
        await page.Fits("no-script-my-work");
        var duty = page.Locator(".duty").First;
        Assert.Contains("Báo cáo tháng 7/2024", await duty.InnerTextAsync(), StringComparison.Ordinal);
        await page.Press(duty.Locator("a.main"));
        await page.Fits("no-script-report");
        await page.FillAsLastTime();
        await page.Field("difficulties").FillAsync("Một số phụ huynh chưa dùng Zalo.");
        await page.Press(page.Locator(".actions button[value=save]"));
        Assert.Contains("Đã lưu lúc", await page.InnerTextAsync("[data-said]"), StringComparison.Ordinal);
        Assert.Equal("Một số phụ huynh chưa dùng Zalo.", await page.Field("difficulties").InputValueAsync());

        await page.SendReport();
        await page.GotoAsync("/my-work");
        Assert.Equal(0, await page.Locator(".duty").Filter(new() { HasText = "Báo cáo tháng 7/2024" }).CountAsync());
    }

    [Fact]
    public async Task Progress_is_seen_without_scripts()
    {
        var page = await demo.SignedIn("vanphong", script: false);
        await page.OpenProgress();
        await page.Fits("no-script-progress");
        Assert.True(await page.Locator(".targets .card").CountAsync() >= 10);
        Assert.True(await page.Locator(".targets svg[role=img]").CountAsync() > 0);
        await page.Press(page.Locator(".targets h3 a").First);
        await page.Fits("no-script-target");
        Assert.NotEmpty(await page.InnerTextAsync("blockquote.clause"));
        Assert.True(await page.Locator("figure svg").IsVisibleAsync());
        Assert.True(await page.Locator("figure + details table").IsVisibleAsync());
    }
}
