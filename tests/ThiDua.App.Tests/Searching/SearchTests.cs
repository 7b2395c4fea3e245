using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Features.Tasks;
using ThiDua.App.Tests.Reporting;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Searching;

public sealed class SearchTests
{
    private static IEnumerable<string> Groups(Browser browser) => browser.Page.QuerySelectorAll("main h2").Select(h => h.TextContent);

    private static IEnumerable<string> Links(Browser browser) =>
        browser.Page.QuerySelectorAll("main li a").Select(a => a.GetAttribute("href")!);

    /// <summary>What everybody of a campaign sees is left out.</summary>
    private static IEnumerable<string> Cases(Browser browser) =>
        Links(browser)
            .Where(l => !l.StartsWith("/progress/", StringComparison.Ordinal) && !l.StartsWith("/campaigns/", StringComparison.Ordinal));

    [Theory, BothEngines]
    public async Task Words_without_marks_find_everything_that_one_may_see_by_what_it_is(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        await system.As(null, s => s.GetRequiredService<BeginTasks>().Handle(CancellationToken.None));
        var sent = await system.SentApril();
        using var office = await system.Browser(system.World.OfficeHead);
        await office.Open("/search?q=TUYEN+truyen+ap");
        Assert.Equal(["Chỉ tiêu", "Nhiệm vụ"], Groups(office).Order());
        await office.Open("/search?q=ap+1");
        Assert.Contains($"/units/{system.World.Hamlets[0].PublicId}", Links(office));
        Assert.Contains($"/review/{sent.PublicId}", Links(office));
        await office.Open("/search?q=bao+ve+an+ninh");
        Assert.Contains($"/campaigns/{system.World.Campaign}", Links(office));
        foreach (var link in Links(office).Where(l => !l.StartsWith("/campaigns/", StringComparison.Ordinal)).ToList())
        {
            await office.Open(link);
            Assert.True(office.Status == HttpStatusCode.OK, link);
        }
        await office.Open("/search?q=không+có+gì+như+thế");
        Assert.Contains("Không tìm thấy", office.Text, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task Nobody_finds_what_is_anothers(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var sent = await system.SentApril();
        using var own = await system.Browser(system.World.HamletHeads[0]);
        await own.Open("/search?q=thang+4");
        // Who writes it opens the form.
        Assert.Equal([$"/reports/{sent.PublicId}"], Cases(own));
        using var other = await system.Browser(system.World.HamletHeads[1]);
        await other.Open("/search?q=thang+4");
        Assert.Empty(Cases(other));
        await other.Open("/search?q=ap+1");
        Assert.Empty(Cases(other));
        using var administrator = await system.Browser(system.World.Administrator);
        await administrator.Open("/search?q=thang+4");
        Assert.Empty(Links(administrator));
    }

    [Fact]
    public async Task What_breaks_programs_is_searched_for_as_words()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        using var office = await system.Browser(system.World.OfficeHead);
        foreach (var asked in new[] { "%25", "_", "'--", "%22%3E%3Cscript%3E", new string('a', 300), "+++", "%F0%9F%98%80" })
        {
            await office.Open($"/search?q={asked}");
            Assert.True(office.Status == HttpStatusCode.OK, asked[..Math.Min(9, asked.Length)]);
            Assert.Empty(office.Page.QuerySelectorAll("main script"));
        }
    }
}
