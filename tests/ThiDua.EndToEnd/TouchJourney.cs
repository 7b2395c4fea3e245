using System.Text.RegularExpressions;

namespace ThiDua.EndToEnd;

/// <summary>Every page of the demo that each role comes to by its links, on the narrowest phone.</summary>
public sealed partial class TouchJourney(Demo demo)
{
    private const int MostPages = 80;
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("THIDUA_PICTURES");

    [Theory]
    [InlineData("vanphong", 25)]
    [InlineData("lanhdao", 8)]
    [InlineData("ap6", 8)]
    [InlineData("quantri", 8)]
    public async Task Every_page_can_be_used_with_a_thumb(string account, int least)
    {
        var page = await demo.SignedIn(account, phone: true);
        await page.SetViewportSizeAsync(Touch.Width, 740);
        var (left, seen, faults) = (new Queue<string>(["/"]), new HashSet<string>(), new List<string>());
        var missing = 0;
        while (left.TryDequeue(out var address) && seen.Count < MostPages)
        {
            if (!seen.Add(Pattern(address)))
                continue;
            var answer = await page.GotoAsync(address);
            // A report of before its unit was there, of the few that other journeys make: the next one of the kind is looked at.
            if (answer!.Status == 404 && address.StartsWith("/reports/", StringComparison.Ordinal))
            {
                seen.Remove(Pattern(address));
                Assert.True(++missing < 20, $"{address} is missing");
                continue;
            }
            Assert.True(answer.Ok, $"{address} answers {answer.Status}");
            faults.AddRange((await page.Faults()).Select(f => $"{Pattern(address)}: {f}"));
            if (Pictures is not null)
                await page.ScreenshotAsync(
                    new() { Path = Path.Combine(Pictures, $"touch-{account}{Pattern(address).Replace('/', '-')}.png"), FullPage = true }
                );
            foreach (
                var link in await page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href'))")
            )
                if (IsPage().IsMatch(link) && !seen.Contains(Pattern(link)))
                    left.Enqueue(link);
        }
        Assert.True(seen.Count >= least, string.Join(' ', seen));
        Assert.True(faults.Count == 0, $"{faults.Count} faults on {seen.Count} pages:\n{string.Join('\n', faults.Distinct())}");
    }

    /// <summary>One address of each page is enough.</summary>
    private static string Pattern(string address) => Id().Replace(address.Split('?', '#')[0], "/{id}");

    [GeneratedRegex(@"^/(?!sign-out|language|files/|papers/style|papers/[23456789a-z]{12})(?!.*[?&]handler=)[^.]*$(?<!/word|/xlsx)")]
    private static partial Regex IsPage();

    [GeneratedRegex(@"/(?:[23456789a-z]{12}|\d[\d.-]*|(?:civil:)?\d{4}(?:Q|S)?\d*|crime\.[a-z.-]+)(?=/|$)")]
    private static partial Regex Id();
}
