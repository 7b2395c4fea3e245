using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Tasks;

public sealed class TaskPageTests
{
    [Fact]
    public async Task Its_page_says_its_own_day_and_by_when_the_office_confirms()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        var task = await system.OfPolice();
        system.SetClock(2024, 7, 1);
        using var browser = await system.Browser(system.World.PoliceOfficer);
        await browser.Open($"/tasks/{task}");
        Assert.Equal("Quá hạn 30/06/2024", Browser.Fold(browser.Page.QuerySelector("main .state.bad")!.TextContent));
        Assert.True((await system.Move(system.World.PoliceOfficer, task, "report")).Ok);
        await browser.Open($"/tasks/{task}");
        Assert.Contains("Hạn 30/06/2024", browser.Text, StringComparison.Ordinal);
        Assert.Contains("văn phòng xác nhận chậm nhất ngày 08/07/2024", browser.Text, StringComparison.Ordinal);
        await browser.Send("form.actions", "Rút lại");
        Assert.DoesNotContain("văn phòng xác nhận", browser.Text, StringComparison.Ordinal);
    }
}
