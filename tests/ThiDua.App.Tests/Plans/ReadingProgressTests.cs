using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Cli;
using ThiDua.App.Features.Plans.Reading;
using ThiDua.App.Tests.Support;
using ThiDua.Plans.Source;

namespace ThiDua.App.Tests.Plans;

/// <summary>Who uploads a scan sees which page is being read, and no more than that.</summary>
public sealed class ReadingProgressTests
{
    [Theory]
    [InlineData("@page 3/12", 3, 12)]
    [InlineData("@page 3", 0, 0)]
    [InlineData("@page x/y", 0, 0)]
    [InlineData("page 3/12", 0, 0)]
    [InlineData("Unhandled exception. System.OutOfMemoryException", 0, 0)]
    public void Only_a_line_of_pages_is_progress(string line, int page, int pages) =>
        Assert.Equal(pages == 0 ? null : new ReadProgress(page, pages), ReadVerb.Page(line));

    [Fact]
    public async Task The_upload_page_is_told_the_page_while_it_is_read()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        var board = system.Services.GetRequiredService<ReadingBoard>();
        using var browser = await system.Browser(system.World.OfficeHead);
        await browser.Open("/plans/new");
        var token = browser.Page.QuerySelector("input[name=watch]")!.GetAttribute("value")!;
        var address = $"/plans/new?handler=Reading&watch={token}";
        Assert.Equal(HttpStatusCode.NoContent, (await browser.Client.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode);
        using (var reading = board.Begin(token))
        {
            reading.Report(new(2, 9));
            Assert.Equal("""{"page":2,"pages":9}""", await browser.Client.GetStringAsync(address, TestContext.Current.CancellationToken));
            using var stranger = await system.Browser(system.World.HamletHeads[0]);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Client.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode);
        }
        Assert.Equal(HttpStatusCode.NoContent, (await browser.Client.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Without_a_script_the_upload_works_as_before()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        using var browser = await system.Browser(system.World.OfficeHead);
        await browser.Open("/plans/new");
        Assert.Contains("đọc từng trang", browser.Text, StringComparison.Ordinal);
        await browser.Upload("form", "File", "ke-hoach.txt", PlanSamples.Bytes(PlanSamples.Short));
        Assert.StartsWith("/plans/", browser.Path, StringComparison.Ordinal);
        Assert.DoesNotContain("/plans/new", browser.Path, StringComparison.Ordinal);
    }
}
