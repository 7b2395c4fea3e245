namespace ThiDua.EndToEnd;

/// <summary>Half a minute of a leader on a phone: who is late, what is behind, what waits for approval and signature.</summary>
public sealed class LeaderJourney(Demo demo)
{
    [Fact]
    public async Task A_leader_sees_all_that_waits_without_scrolling_and_signs_in_two_taps()
    {
        var office = await demo.SignedIn("vanphong");
        await office.DrawUp();
        await office.Press(office.Button("Trình ký"));
        var page = await demo.SignedIn("lanhdao", phone: true);
        await page.SetViewportSizeAsync(Touch.Width, 760);
        var counts = page.Locator(".strip li");
        Assert.Equal(4, await counts.CountAsync());
        foreach (var (at, words) in new[] { "chậm báo cáo", "chỉ tiêu chậm", "chờ duyệt", "chờ ký" }.Index())
        {
            Assert.True(await counts.Nth(at).IsSeen(), words);
            Assert.Contains(words, await counts.Nth(at).InnerTextAsync(), StringComparison.Ordinal);
        }
        await page.IsWell("leader-home");
        await page.IsTouchable();
        // The only thing that waits for a signature is one tap away, and says its own button.
        var sign = page.Locator("section[aria-labelledby=sign] li a.button").First;
        Assert.True(await sign.IsSeen(), "What waits for a signature is not seen at once.");
        await page.Press(sign);
        Assert.Contains("/papers/", page.Url, StringComparison.Ordinal);
        await page.IsWell("leader-paper");
        await page.Press(page.Button("Ghi nhận đã ký"));
        await page.GotoAsync("/");
        Assert.DoesNotContain("Chờ ký (", await page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_is_taken_as_a_picture_on_a_phone()
    {
        var page = await demo.SignedIn("lanhdao", phone: true);
        await page.Press(page.Locator("section[aria-labelledby=behind] li a").First);
        await page.Press(page.GetByRole(AriaRole.Link, new() { Name = "Lấy ảnh để gửi Zalo" }));
        await page.IsWell("leader-picture");
        await page.IsTouchable();
        Assert.True(await page.Locator(".card-picture img").EvaluateAsync<bool>("i => i.complete && i.naturalWidth === 1080"));
    }
}
