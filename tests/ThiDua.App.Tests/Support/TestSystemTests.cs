using System.Net;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;

namespace ThiDua.App.Tests.Support;

/// <summary>What every other test stands on: the real application starts, signs in and refuses, on each engine.</summary>
public sealed class TestSystemTests
{
    [Theory, BothEngines]
    public async Task The_world_is_there_on_the_day_of_the_clock(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        Assert.Equal(new DateOnly(2024, 5, 15), system.Clock.Today());
        Assert.Equal(11, await system.Db(db => db.Units.CountAsync()));
        Assert.Equal(8, await system.Db(db => db.Targets.CountAsync(t => t.CampaignId == system.World.CampaignId)));
    }

    [Theory, BothEngines]
    public async Task Two_systems_share_nothing(Engine engine)
    {
        await using var one = await TestSystem.Start(engine);
        await using var other = await TestSystem.Start(engine);
        await one.As(null, s => TestWorld.Unit(s, "Ấp 7", "hamlet", "90001.A7", one.World.Commune.Id));
        Assert.Equal(12, await one.Db(db => db.Units.CountAsync()));
        Assert.Equal(11, await other.Db(db => db.Units.CountAsync()));
    }

    [Theory, BothEngines]
    public async Task A_person_signs_in_through_the_page(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using var browser = await system.Browser(system.World.Administrator);
        Assert.Contains("Người quản trị", browser.Page.QuerySelector("header")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task An_empty_system_leads_to_its_set_up(Engine engine)
    {
        await using var system = await TestSystem.Empty(engine);
        using var browser = await system.Browser();
        await browser.Open("/my-work");
        Assert.Equal("/first-run", browser.Path);
        Assert.Equal(HttpStatusCode.OK, browser.Status);
    }

    [Fact]
    public async Task It_listens_for_a_real_browser()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite, listen: true);
        using var client = new HttpClient();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(system.Url + "/sign-in", TestContext.Current.CancellationToken)).StatusCode);
    }
}
