using ThiDua.App.Cli;
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
