using System.Text.RegularExpressions;

namespace ThiDua.EndToEnd;

/// <summary>What several journeys do in the same way.</summary>
internal static partial class Screens
{
    /// <summary>The campaign that the demo launches; a journey may have launched another beside it.</summary>
    public const string Campaign = "Toàn dân bảo vệ an ninh Tổ quốc năm 2024";

    public static ILocator Button(this IPage page, string name) =>
        page.Locator("main").GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>Follows a link or presses a button that leads to a page, and waits until that page has come.</summary>
    public static async Task Press(this IPage page, ILocator control)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Arrived(object? sender, IPage arrivedPage) => arrived.TrySetResult();
        page.Load += Arrived;
        try
        {
            await control.ClickAsync();
            await arrived.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }
        finally
        {
            page.Load -= Arrived;
        }
    }

    /// <summary>Sends the chosen plan and waits until it is read, over the page that waits where that takes longer.</summary>
    public static async Task ReadPlan(this IPage page)
    {
        await page.Press(page.Button("Đọc kế hoạch"));
        await page.WaitForURLAsync(address => !address.Contains("/plans/reading/", StringComparison.Ordinal), new() { Timeout = 120_000 });
    }

    public static async Task OpenProgress(this IPage page)
    {
        await page.GotoAsync("/progress");
        // With one campaign the list is skipped.
        var link = page.GetByRole(AriaRole.Link, new() { Name = Campaign, Exact = true });
        if (await link.CountAsync() > 0)
            await page.Press(link);
        Assert.Equal(Campaign, await page.InnerTextAsync("h1"));
    }

    public static ILocator Field(this IPage page, string name) => page.Locator($"[id='{name}']");

    /// <summary>Types into each empty figure of a report what the unit reported the last time, as the form says beside it.</summary>
    public static async Task FillAsLastTime(this IPage page)
    {
        foreach (var field in await page.Locator("form.report .field:has(input[inputmode])").AllAsync())
        {
            var input = field.Locator("input");
            if ((await input.InputValueAsync()).Length > 0)
                continue;
            var before = LastTime().Match(await field.Locator(".beside").InnerTextAsync());
            Assert.True(before.Success, $"No figure of the last period beside {await input.GetAttributeAsync("id")}.");
            await input.FillAsync(before.Groups[1].Value);
        }
    }

    /// <summary>Sends the report, with a word of explanation for each figure that the form doubts.</summary>
    public static async Task SendReport(this IPage page)
    {
        await page.Press(page.Button("Gửi báo cáo"));
        var doubts = await page.Locator("[name^='comment.']").AllAsync();
        foreach (var doubt in doubts)
            await doubt.FillAsync("Đã đối chiếu với sổ theo dõi của đơn vị.");
        if (await page.Locator("form.report").CountAsync() > 0)
            await page.Press(page.Button("Gửi báo cáo"));
        Assert.Contains("Báo cáo đã gửi", await page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    public static ILocator Tab(this IPage page, string name) =>
        page.Locator(".tabs").GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    public static async Task Search(this IPage page, string words)
    {
        await page.Field("q").FillAsync(words);
        await page.Press(page.Button("Tìm"));
    }

    /// <summary>Opens the first of one's own tasks that is in this state.</summary>
    public static async Task OpenTask(this IPage page, string state)
    {
        await page.GotoAsync("/my-work");
        await page.Press(page.Locator("section[aria-labelledby=tasks] li").Filter(new() { HasText = state }).First.Locator("a").First);
        Assert.Contains(state, await page.InnerTextAsync("main"), StringComparison.Ordinal);
    }

    /// <summary>Draws up an interim report of the demo's campaign from all figures sent.</summary>
    public static async Task DrawUp(this IPage page)
    {
        await page.GotoAsync("/papers/new");
        // Campaigns are told apart by the number of their plan and their days too.
        var option = page.Locator("#Campaign option").Filter(new() { HasText = Campaign }).First;
        await page.SelectOptionAsync("#Campaign", new SelectOptionValue { Value = await option.GetAttributeAsync("value") });
        await page.CheckAsync("[name=Template][value=interim]");
        await page.CheckAsync("[name=ApprovedOnly][value=false]");
        await page.Press(page.Button("Lập dự thảo"));
    }

    [GeneratedRegex(@"\): ([\d.,]+)")]
    private static partial Regex LastTime();
}
