using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Plans;
using ThiDua.App.Features.Progress;
using ThiDua.App.Features.Units;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tests.Facts;
using ThiDua.App.Tests.Support;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Tests.Progress;

/// <summary>A target on each hamlet, seen from the province: counts kept with the figures, and swept upward.</summary>
public sealed class EachTargetTests
{
    private static readonly Period April = Period.Month(2024, 4);

    private sealed record Province(TestUnit Top, TestUnit Commune, IReadOnlyList<TestUnit> Hamlets, Campaign Campaign);

    [Theory, BothEngines]
    public async Task A_province_knows_how_many_hamlets_hold_a_target_without_reading_one(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var world = await Build(system);
        await system.Record(
            Reached(world.Hamlets[0], 80),
            Stock(world.Hamlets[0], 100),
            Reached(world.Hamlets[1], 50),
            Stock(world.Hamlets[1], 100)
        );
        await system.Services.GetRequiredService<TotalSweep>().Drain(CancellationToken.None);
        var seen = await Read(system, world);
        Assert.Equal((1, 3), (seen.Each!.Met, seen.Each.Asked));
        Assert.Equal(TargetState.TooEarly, seen.State);
        Assert.Equal(2, seen.Reported);
        await system.Record(Reached(world.Hamlets[1], 75), Stock(world.Hamlets[2], 40), Reached(world.Hamlets[2], 40));
        await system.Services.GetRequiredService<TotalSweep>().Drain(CancellationToken.None);
        seen = await Read(system, world);
        Assert.Equal((3, TargetState.OnTrack), (seen.Each!.Met, seen.State));
    }

    [Theory, BothEngines]
    public async Task Totals_above_the_commune_are_right_once_swept(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var world = await Build(system);
        await system.Record(Stock(world.Hamlets[0], 100), Stock(world.Hamlets[1], 60));
        Assert.Equal(
            160,
            (await system.Stored()).Where(r => r.Unit == world.Commune.Id && r.Indicator == "household.total").Sum(r => (long)r.All.Sum)
        );
        await system.Services.GetRequiredService<TotalSweep>().Drain(CancellationToken.None);
        Assert.Equal(
            160,
            (await system.Stored()).Where(r => r.Unit == world.Top.Id && r.Indicator == "household.total").Sum(r => (long)r.All.Sum)
        );
        Assert.Equal(0, await system.Db(db => db.PendingTotals.CountAsync()));
        Assert.Equal(await system.Rebuilt(), await system.Stored());
        Assert.False(await system.Db(db => db.Totals.AnyAsync(t => t.UnitId == world.Hamlets[0].Id)));
    }

    private static FactEntry Reached(TestUnit unit, long value) => new(unit.Id, "household.reached", April, value);

    private static FactEntry Stock(TestUnit unit, long value) => new(unit.Id, "household.total", April, value);

    private static Task<TargetProgress> Read(TestSystem system, Province world) =>
        system.As(
            null,
            async s =>
            {
                var db = s.GetRequiredService<AppDb>();
                var campaign = await db.Campaigns.Include(c => c.Targets).SingleAsync(c => c.Id == world.Campaign.Id);
                var unit = (await UnitQueries.Find(db, world.Top.Id, new DateOnly(2024, 5, 15), CancellationToken.None))!;
                var progress = await s.GetRequiredService<ProgressReader>()
                    .Read(campaign, unit, new(new DateOnly(2024, 5, 15)), CancellationToken.None);
                return Assert.Single(progress.Targets);
            }
        );

    private static Task<Province> Build(TestSystem system) =>
        system.As(
            null,
            async s =>
            {
                var top = await TestWorld.Unit(s, "Tỉnh Mẫu", "province", "79", null);
                var commune = await TestWorld.Unit(s, "Xã Mẫu Một", "commune", "79001", top.Id);
                List<TestUnit> hamlets = [];
                for (var n = 1; n <= 3; n++)
                    hamlets.Add(await TestWorld.Unit(s, $"Ấp {n}", "hamlet", $"79001.A{n}", commune.Id));
                var db = s.GetRequiredService<AppDb>();
                var draft = new PlanDraft
                {
                    Case = s.GetRequiredService<BeginCase>()
                        .Handle(
                            new(
                                PlanDraftCase.Kind,
                                s.GetRequiredService<PackShelf>()["an-ninh-to-quoc"],
                                "Kế hoạch tỉnh",
                                top.Id,
                                CaseDue.Never
                            )
                        ),
                    UnitId = top.Id,
                    Pack = "an-ninh-to-quoc",
                    Content = "{}",
                    SourceText = "",
                    ReadJson = "{}",
                    At = TestSystem.Now,
                    AccountId = system.World.OfficeHead.Id,
                    FileId = await db.Files.Select(f => f.Id).FirstAsync(),
                };
                db.Add(draft);
                await db.SaveChangesAsync();
                var campaign = new Campaign
                {
                    Name = "Phong trào của tỉnh",
                    Pack = "an-ninh-to-quoc",
                    UnitId = top.Id,
                    From = new(2024, 1, 1),
                    To = new(2024, 12, 31),
                    Year = 2024,
                    PlanDraftId = draft.Id,
                    LaunchedAt = TestSystem.Now,
                    Targets =
                    [
                        new()
                        {
                            Order = 1,
                            Text = "Mỗi ấp 75% hộ",
                            Measure = "Hộ được tuyên truyền",
                            Indicator = "household.reached-rate",
                            Comparator = ">=",
                            Value = 75,
                            Unit = "%",
                            EachKind = "hamlet",
                        },
                    ],
                };
                db.Campaigns.Add(campaign);
                db.Add(new CountingStart { UnitId = campaign.UnitId, From = campaign.From });
                db.Indicators.Add(new IndicatorKey { Code = EachTargets.Code(campaign.Targets[0]) });
                s.GetRequiredService<Viewer>().Record("test.campaign", "test", "campaign", top.Id);
                await db.SaveChangesAsync();
                return new Province(top, commune, hamlets, campaign);
            }
        );
}
