using Deque.AxeCore.Playwright;

namespace ThiDua.EndToEnd;

/// <summary>What is asked of every page that a journey comes through.</summary>
internal static class Look
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("THIDUA_PICTURES");

    /// <summary>Nothing wider than the window; a picture when a folder for pictures is named.</summary>
    public static async Task Fits(this IPage page, string name)
    {
        if (Pictures is not null)
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}.png"), FullPage = true });
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(width <= 0, $"{name}: the page is {width} px wider than its window.");
    }

    /// <summary>It fits and axe finds no violation; axe is a script, so not for windows without them.</summary>
    public static async Task IsWell(this IPage page, string name)
    {
        await page.Fits(name);
        var result = await page.RunAxe();
        Assert.True(
            result.Violations.Length == 0,
            $"{name}: "
                + string.Join(
                    "; ",
                    result.Violations.Select(v => $"{v.Id}: {v.Help} at {string.Join(", ", v.Nodes.Take(3).Select(n => n.Html))}")
                )
        );
    }
}
