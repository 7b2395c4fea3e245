using CsCheck;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Features.Units.Split;
using ThiDua.App.Tests.Facts;
using ThiDua.App.Tests.Support;
using ThiDua.Measures;

namespace ThiDua.App.Tests.Units;

/// <summary>Random acts among random figures: totals equal a rebuild and counts a recount after each run, on each engine.</summary>
public sealed class RandomActsTests
{
    private static readonly string[] Indicators = ["patrol.shifts", "road.lit", "household.reached"];

    private sealed record Deed(int What, int One, int Other, int Indicator, int Month, long Value);

    private static readonly Gen<Deed> AnyDeed = Gen.Select(
        Gen.Int[0, 13],
        Gen.Int[0, 99],
        Gen.Int[0, 99],
        Gen.Int[0, 2],
        Gen.Int[1, 5],
        Gen.Long[0, 50],
        (what, one, other, indicator, month, value) => new Deed(what, one, other, indicator, month, value)
    );

    [Theory, BothEngines]
    public async Task Whatever_happens_to_the_tree_totals_and_counts_are_whole(Engine engine)
    {
        var done = new Dictionary<string, int>();
        await AnyDeed
            .Array[10, 25]
            .SampleAsync(
                async deeds =>
                {
                    await using var system = await TestSystem.Start(engine);
                    var p = await system.Province();
                    await system.As(null, s => TestWorld.Unit(s, "Huyện Một", "district", "801", p.Top.Id));
                    var day = new DateOnly(2024, 1, 20);
                    foreach (var deed in deeds)
                    {
                        if (deed.What < 7)
                            await Report(system, p, deed);
                        else
                        {
                            var name = await Act(system, p, deed, day = day.AddDays(3));
                            lock (done)
                                done[name] = done.GetValueOrDefault(name) + 1;
                        }
                    }
                    await system.IsWhole();
                },
                iter: engine == Engine.Sqlite ? 12 : 6,
                threads: 1
            );
        Assert.True(
            done.Keys.Count(k => !k.EndsWith(" refused", StringComparison.Ordinal)) >= 3,
            string.Join(", ", done.Select(d => $"{d.Key} {d.Value}"))
        );
    }

    private static Task<List<(int Id, string PublicId, string Kind)>> Standing(
        TestSystem system,
        UnitDesk.ProvinceWorld p,
        params string[] kinds
    ) => system.Db(async db => (
                await db
                    .UnitVersions.Where(v => v.To == null && v.Path.StartsWith($"/{p.Top.Id}/") && kinds.Contains(v.Kind))
                    .OrderBy(v => v.UnitId)
                    .Select(v => new
                    {
                        v.UnitId,
                        v.Unit!.PublicId,
                        v.Kind,
                    })
                    .ToListAsync()
            ).Select(v => (v.UnitId, v.PublicId, v.Kind)).ToList());

    private static async Task Report(TestSystem system, UnitDesk.ProvinceWorld p, Deed deed)
    {
        var units = await Standing(system, p, "hamlet");
        if (units.Count == 0)
            return;
        var (unit, period) = (units[deed.One % units.Count].Id, Period.Month(2024, deed.Month));
        await system.Record(new ThiDua.App.Facts.FactEntry(unit, Indicators[deed.Indicator], period, deed.Value));
        if (deed.What == 6 && await system.Db(db => db.Figures.AnyAsync(f => f.UnitId == unit && f.PeriodId == period.Id)))
            await system.Approve(unit, (Indicators[deed.Indicator], period));
    }

    private static async Task<string> Act(TestSystem system, UnitDesk.ProvinceWorld p, Deed deed, DateOnly day)
    {
        var (hamlets, communes) = (await Standing(system, p, "hamlet"), await Standing(system, p, "commune", "ward"));
        var (hamlet, commune) = (Pick(hamlets, deed.One), Pick(communes, deed.Other));
        var (what, ok) = deed.What switch
        {
            7 => ("move hamlet", (await system.MoveTo(p.Admin, hamlet, commune, day)).Ok),
            8 => (
                "move commune",
                (await system.MoveTo(p.Admin, commune, Pick(await Standing(system, p, "district", "province"), deed.One), day)).Ok
            ),
            9 => ("merge hamlets", (await system.Merge(p.Admin, day, null, "Thôn Chung", hamlet, Pick(hamlets, deed.Other + 1))).Ok),
            10 => (
                "merge communes",
                (await system.Merge(p.Admin, day, deed.Value > 25 ? commune : null, "Xã Chung", commune, Pick(communes, deed.One + 1))).Ok
            ),
            11 => ("close", (await system.Close(p.Admin, hamlet, day)).Ok),
            12 => ("split", (await Split(system, p, hamlet, day)).Ok),
            _ => (
                "change",
                (await system.Change(p.Admin, deed.Value > 25 ? commune : hamlet, "Tên khác", deed.Value > 25 ? "ward" : "school", day)).Ok
            ),
        };
        return ok ? what : $"{what} refused";
    }

    private static string Pick(List<(int Id, string PublicId, string Kind)> units, int at) =>
        units.Count == 0 ? "" : units[at % units.Count].PublicId;

    private static Task<ThiDua.App.Shared.Outcome> Split(TestSystem system, UnitDesk.ProvinceWorld p, string unit, DateOnly day)
    {
        SplitPart Part(string name) => new(name, null, null, 1, Indicators.ToDictionary(i => i, string? (_) => "0"), []);
        return system.Split(p.Admin, unit, day, Part("Thôn A"), Part("Thôn B"));
    }
}
