using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Estimates;
using ThiDua.App.Features.Estimates.Give;
using ThiDua.App.Shared;
using ThiDua.App.Tests.Reporting;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Estimates;

/// <summary>What units expect at the year's end: kept beside, labelled, replaced by a later one and by the year itself.</summary>
public sealed class EstimateTests
{
    private static Task<Outcome> Give(TestSystem system, TestAccount who, TestUnit unit, params (string Code, string Value)[] typed) =>
        system.As(
            who,
            s =>
                s.GetRequiredService<GiveEstimates>()
                    .Handle(
                        new(unit.PublicId, system.World.Campaign, typed.ToDictionary(t => t.Code, t => t.Value)),
                        CancellationToken.None
                    )
        );

    private static async Task<string> Target(TestSystem system, string indicator) =>
        $"/progress/{system.World.Campaign}/targets/{await system.Db(db => db.Targets.Where(t => t.Indicator == indicator).Select(t => t.PublicId).SingleAsync())}";

    [Theory, BothEngines]
    public async Task An_estimate_is_no_fact_and_a_later_one_takes_its_place(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var (head, hamlet) = (system.World.HamletHeads[0], system.World.Hamlets[0]);
        await system.SentApril();
        var facts = await system.Db(db => db.Facts.CountAsync());
        Assert.True((await Give(system, head, hamlet, ("road.lit", "11"))).Ok);
        system.SetClock(2024, 5, 20);
        Assert.True((await Give(system, head, hamlet, ("road.lit", "12"))).Ok);
        var acts = await system.Db(db => db.Acts.CountAsync());
        Assert.True((await Give(system, head, hamlet, ("road.lit", "12"))).Ok);
        Assert.Equal(acts, await system.Db(db => db.Acts.CountAsync()));
        Assert.Equal(facts, await system.Db(db => db.Facts.CountAsync()));
        var holds = await system.As(null, s => s.GetRequiredService<EstimateReader>().Own(hamlet.Id, 2024, CancellationToken.None));
        Assert.Equal(12, holds["road.lit"].Value);
        Assert.Equal(2, await system.Db(db => db.Set<Estimate>().CountAsync()));
        Assert.True((await Give(system, head, hamlet, ("road.lit", ""))).Ok);
        holds = await system.As(null, s => s.GetRequiredService<EstimateReader>().Own(hamlet.Id, 2024, CancellationToken.None));
        Assert.Empty(holds);
        Assert.Equal(3, await system.Db(db => db.Acts.CountAsync(a => a.Verb == "estimate.give")));
    }

    [Theory, BothEngines]
    public async Task What_was_done_is_not_estimated_away_and_strangers_estimate_nothing(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var (head, hamlet) = (system.World.HamletHeads[0], system.World.Hamlets[0]);
        await system.SentApril();
        var outcome = await Give(system, head, hamlet, ("household.reached", "239"), ("road.lit", "1,5"));
        Assert.Equal(["household.reached", "road.lit"], outcome.Errors.Select(e => e.Field).Order(StringComparer.Ordinal));
        Assert.True((await Give(system, system.World.HamletHeads[1], hamlet, ("road.lit", "11"))).Missing);
        Assert.Equal(0, await system.Db(db => db.Set<Estimate>().CountAsync()));
    }

    [Theory, BothEngines]
    public async Task A_target_says_what_was_done_what_is_expected_and_whether_it_would_be_met(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var world = system.World;
        await system.SentApril();
        var address = await Target(system, "road.lit-rate");
        using var office = await system.Browser(world.OfficeHead);
        await Give(system, world.HamletHeads[0], world.Hamlets[0], ("road.total", "12"), ("road.lit", "12"));
        await office.Open(address);
        Assert.Contains("Đã có 1 trên 6 đơn vị ước", office.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Dự kiến", office.Text, StringComparison.Ordinal);
        for (var at = 1; at < 6; at++)
            await Give(system, world.HamletHeads[at], world.Hamlets[at], ("road.total", "10"), ("road.lit", "10"));
        await office.Open(address);
        Assert.Contains("Thực hiện đến 15/05/2024", office.Text, StringComparison.Ordinal);
        Assert.Contains("Ước cả năm 100% Dự kiến đạt", office.Text, StringComparison.Ordinal);
        Assert.Contains("Số ước, chưa phải số liệu chính thức", office.Text, StringComparison.Ordinal);
        // What the commune says of the whole goes before the sum of its hamlets.
        await Give(system, world.OfficeHead, world.Commune, ("road.total", "62"), ("road.lit", "31"));
        await office.Open(address);
        Assert.Contains("Ước cả năm 50% Dự kiến không đạt", office.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_keeps_what_is_typed_and_says_what_was_done()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        await system.SentApril();
        using var head = await system.Browser(system.World.HamletHeads[0]);
        await head.Open($"/estimates/{system.World.Hamlets[0].PublicId}/{system.World.Campaign}");
        Assert.Contains("Thực hiện đến 15/05/2024: 9 tuyến", head.Text, StringComparison.Ordinal);
        await head.Send("form.report", ("road.lit", "mười"), ("road.total", "12"));
        Assert.Equal("mười", head.Page.QuerySelector("[name='road.lit']")!.GetAttribute("value"));
        await head.Send("form.report", ("road.lit", "10"));
        Assert.Contains("Đã lưu số ước", head.Text, StringComparison.Ordinal);
        Assert.Equal("10", head.Page.QuerySelector("[name='road.lit']")!.GetAttribute("value"));
    }
}
