using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Tests.Packs;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Maps;

/// <summary>The map of a unit: its layers, its figures, who sees what.</summary>
public sealed class UnitMapTests
{
    [Theory, BothEngines]
    public async Task The_communes_map_shows_the_layers_that_are_chosen(Engine engine)
    {
        using var pack = new SpoiltPack();
        await using var system = await RowMapTests.Start(engine, pack);
        var row = await RowMapTests.Save(system, 0, RoadRegister.Row("Đường ấp 1"));
        using var office = await system.Browser(system.World.OfficeHead);
        await office.Open("/map");
        // What draws roads is there at first, what only names places is chosen.
        Assert.Contains("Đường ấp 1", office.Text, StringComparison.Ordinal);
        Assert.True(office.Page.QuerySelector("[name=layer][value='test-roads']")!.HasAttribute("checked"));
        Assert.False(office.Page.QuerySelector("[name=layer][value='outreach']")!.HasAttribute("checked"));
        await office.Open("/map?layers=chosen");
        Assert.DoesNotContain("Đường ấp 1", office.Text, StringComparison.Ordinal);
        // A hamlet's area leads to its own map, which is closer.
        await office.Open("/map");
        var hamlet = office.Page.QuerySelector($".units a[href*='{system.World.Hamlets[0].PublicId}']")!.GetAttribute("href")!;
        await office.Open(hamlet);
        Assert.Contains("Bản đồ: Ấp 1", office.Text, StringComparison.Ordinal);
        Assert.Contains("Đường ấp 1", office.Text, StringComparison.Ordinal);
        await system.As(
            system.World.HamletHeads[0],
            s => s.GetRequiredService<ThiDua.App.Cases.MoveCase>().Handle(new(row, "cancel", "nhầm"), CancellationToken.None)
        );
        await office.Open("/map");
        Assert.DoesNotContain("Đường ấp 1", office.Text, StringComparison.Ordinal);
        using var head = await system.Browser(system.World.HamletHeads[1]);
        await head.Open("/map");
        Assert.Contains("Bản đồ: Ấp 2", head.Text, StringComparison.Ordinal);
        using var refused = await head.Client.GetAsync(
            $"/map?unit={system.World.Hamlets[0].PublicId}",
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        using var areas = await head.Client.GetAsync(
            $"/map/areas?unit={system.World.Hamlets[1].PublicId}",
            TestContext.Current.CancellationToken
        );
        Assert.Contains("Ấp 6", await areas.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var others = await head.Client.GetAsync(
            $"/map/areas?unit={system.World.Hamlets[0].PublicId}",
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.NotFound, others.StatusCode);
    }

    [Fact]
    public async Task A_target_shades_the_hamlets_and_says_so_in_a_table()
    {
        using var pack = new SpoiltPack();
        await using var system = await RowMapTests.Start(Engine.Sqlite, pack);
        using var office = await system.Browser(system.World.OfficeHead);
        await office.Open("/map");
        var targets = office
            .Page.QuerySelectorAll("#target option")
            .Select(o => o.GetAttribute("value")!)
            .Where(v => v.Length > 0)
            .ToList();
        Assert.NotEmpty(targets);
        foreach (var target in targets)
        {
            await office.Open($"/map?target={target}");
            Assert.Equal(target, office.Page.QuerySelector("#target option[selected]")!.GetAttribute("value"));
        }
    }
}
