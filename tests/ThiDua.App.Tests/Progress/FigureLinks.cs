using System.Net;
using System.Text.RegularExpressions;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Progress;

/// <summary>Follows the figures of a page to their facts, and adds these up.</summary>
internal static partial class FigureLinks
{
    /// <returns>How many figures were followed.</returns>
    public static async Task<int> Sums(this Browser browser, string page)
    {
        await browser.Open(page);
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        var links = browser
            .Page.QuerySelectorAll("main a[href*='/facts?']")
            .Select(a => (Shown: Browser.Fold(a.TextContent), Href: a.GetAttribute("href")!))
            .Where(l => Number().IsMatch(l.Shown))
            .ToList();
        foreach (var (shown, href) in links)
        {
            await browser.Open(href);
            Assert.Equal(HttpStatusCode.OK, browser.Status);
            var sum = Browser.Fold(browser.Page.QuerySelector("main .big")?.TextContent ?? "no facts");
            Assert.True(Number().Match(shown).Value == Number().Match(sum).Value, $"{page}: {shown} is not {sum} of {href}");
        }
        return links.Count;
    }

    [GeneratedRegex(@"^[\d.]+(,\d+)?")]
    private static partial Regex Number();
}
