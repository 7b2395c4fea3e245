namespace ThiDua.EndToEnd;

/// <summary>The steps of which the journeys without signal are made.</summary>
public sealed partial class OfflineJourney
{
    /// <summary>Signed in, and the worker has what this person needs.</summary>
    private async Task<IPage> Phone(Wire wire, string account)
    {
        var page = await demo.Chromium.Window(wire.Url, phone: true);
        await SignIn(page, account);
        await Until(
            page,
            "navigator.serviceWorker.controller && (await caches.match('/queue')) && (await caches.match('/registers/outreach/new'))"
        );
        return page;
    }

    private async Task SignIn(IPage page, string account)
    {
        await page.GotoAsync("/sign-in");
        await page.FillAsync("#userName", account);
        await page.FillAsync("#password", commune.Program.Passwords[account]);
        await page.Press(page.Locator("main button"));
        await page.GotoAsync("/my-work");
    }

    /// <summary>Unless it has gone by itself meanwhile.</summary>
    private static Task SendNow(IPage page) => page.EvaluateAsync("document.querySelector('[data-all]:not([hidden])')?.click()");

    /// <summary>Looks again and again within the page: a predicate that waits is always true to WaitForFunction.</summary>
    private static Task Until(IPage page, string holds) =>
        page.EvaluateAsync($"(async () => {{ while (!({holds})) await new Promise(done => setTimeout(done, 100)); }})()")
            .WaitAsync(TimeSpan.FromMinutes(2));

    private static async Task Fill(IPage page, string topic)
    {
        // The day before the sample's own.
        await page.Field("date").FillAsync("2024-09-15");
        await page.Field("topic").FillAsync(topic);
        await page.SelectOptionAsync("#channel", "meeting");
        await page.Field("attendance").FillAsync("45");
    }

    private static async Task Write(IPage page, string topic)
    {
        await Fill(page, topic);
        await page.Press(page.Button(Save));
        Assert.Equal("/queue", new Uri(page.Url).AbsolutePath);
    }

    private static async Task Drop_and_take_back(IPage page)
    {
        await page.Locator("[data-drop]").First.ClickAsync();
        await Assertions.Expect(page.Locator("[data-items] > li").First).ToContainTextAsync("Đã bỏ");
        await page.Locator("[data-undo]:visible").ClickAsync();
        await Assertions.Expect(page.Locator("[data-items] > li").First).ToContainTextAsync("Chờ có sóng");
    }

    /// <summary>The topics of the rows that are found, by their bytes.</summary>
    private static async Task<IReadOnlyList<string>> Rows(IPage page, string words)
    {
        await page.GotoAsync("/registers/outreach?q=" + Uri.EscapeDataString(words));
        var topics = await page.Locator("table.rows tbody a[href^='/registers/rows/']").AllInnerTextsAsync();
        return [.. topics.Order(StringComparer.Ordinal)];
    }
}
