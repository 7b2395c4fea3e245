using Microsoft.EntityFrameworkCore;
using ThiDua.App.Features.Units;
using ThiDua.App.Features.Units.Split;
using ThiDua.App.Tests.Facts;
using ThiDua.App.Tests.Support;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Tests.Units;

/// <summary>Moving, merging, splitting, renaming and closing, each one act in one commit, on each engine.</summary>
public sealed class TreeActTests
{
    private static readonly Period March = Period.Month(2024, 3),
        April = Period.Month(2024, 4),
        May = Period.Month(2024, 5);
    private static readonly DateOnly MayDay = new(2024, 5, 10);

    [Theory, BothEngines]
    public async Task A_commune_moves_with_its_hamlets(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var p = await system.Province();
        await system.Record(
            new(p.NorthHamlets[0].Id, "road.lit", April, 5),
            new(p.NorthHamlets[1].Id, "household.reached", April, 30),
            new(p.NorthHamlets[0].Id, "patrol.shifts", April, 9)
        );
        var other = await system.As(null, s => TestWorld.Unit(s, "Tỉnh Khác", "province", "81", null));
        var both = await system.As(null, s => TestWorld.Account(s, "ca2", "Người hai tỉnh", p.Top, Security.Roles.Administrator));
        await system.Grant(both, other);
        Assert.True((await system.MoveTo(both, p.North.PublicId, other.PublicId, MayDay)).Ok);
        await system.IsWhole();
        Assert.Equal((5, 1), await system.Reads(other.Id, "road.lit", MayDay));
        Assert.Equal((5, 1), await system.Reads(p.Top.Id, "road.lit", MayDay.AddDays(-1)));
        Assert.Null((await system.Reads(p.Top.Id, "road.lit", MayDay)).Value);
        Assert.Equal(9, (await system.Reads(p.Top.Id, "patrol.shifts", MayDay)).Value);
        var paths = await system.Db(db =>
            db.UnitVersions.Where(v => v.To == null).Below($"/{other.Id}/").Select(v => v.Name).ToListAsync()
        );
        Assert.Equal(["Thôn 1", "Thôn 2", "Thôn 3", "Tỉnh Khác", "Xã Bắc"], paths.Order(StringComparer.Ordinal));
        Assert.Equal(1, await system.Db(db => db.Acts.CountAsync(a => a.Verb == "unit.move" && a.Reason == UnitDesk.Why)));
    }

    [Theory, BothEngines]
    public async Task A_moved_hamlet_changes_no_total_above_both_places_and_none_before(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var p = await system.Province();
        var hamlet = p.NorthHamlets[0];
        await system.Record(
            new(hamlet.Id, "road.lit", March, 4),
            new(hamlet.Id, "road.lit", May, 6),
            new(hamlet.Id, "patrol.shifts", April, 3),
            new(hamlet.Id, "household.reached", April, 8)
        );
        var before = await Everything(system, p.Top.Id);
        var earlier = await Everything(system, p.North.Id, MayDay.AddDays(-1));
        Assert.True((await system.MoveTo(p.Admin, hamlet.PublicId, p.South.PublicId, MayDay)).Ok);
        await system.IsWhole();
        Assert.Equal(before, await Everything(system, p.Top.Id));
        Assert.Equal(earlier, await Everything(system, p.North.Id, MayDay.AddDays(-1)));
        Assert.Equal((6, 1), await system.Reads(p.South.Id, "road.lit", MayDay));
    }

    [Theory, BothEngines]
    public async Task Two_hamlets_become_a_new_one(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var p = await system.Province();
        var (one, two) = (p.NorthHamlets[0], p.NorthHamlets[1]);
        await system.Record(
            new(one.Id, "road.lit", March, 4),
            new(one.Id, "road.lit", May, 6),
            new(two.Id, "road.lit", April, 10),
            new(one.Id, "patrol.shifts", April, 3),
            new(one.Id, "household.reached", April, 8),
            new(two.Id, "household.reached", April, 7)
        );
        await system.Approve(two.Id, ("road.lit", April));
        var before = await Everything(system, p.Top.Id);
        var merged = await system.Merge(p.Admin, MayDay, null, "Thôn Mới", one.PublicId, two.PublicId);
        Assert.True(merged.Ok, string.Join("; ", merged.Errors.Select(e => e.Message)));
        await system.IsWhole();
        Assert.Equal(before.Select(v => v.Value), (await Everything(system, p.Top.Id)).Select(v => v.Value));
        Assert.Equal(16, (await system.Reads(merged.Value!.Id, "road.lit", MayDay)).Value);
        Assert.Equal(15, (await system.Reads(merged.Value.Id, "household.reached", MayDay)).Value);
        var successions = await system.Db(db =>
            db.UnitSuccessions.OrderBy(s => s.PredecessorId)
                .Select(s => new
                {
                    s.PredecessorId,
                    s.SuccessorId,
                    s.From,
                })
                .ToListAsync()
        );
        Assert.Equal(
            [(one.Id, merged.Value.Id, MayDay), (two.Id, merged.Value.Id, MayDay)],
            successions.Select(s => (s.PredecessorId, s.SuccessorId, s.From))
        );
        Assert.Equal(1, await system.Db(db => db.Acts.CountAsync(a => a.Verb.StartsWith("unit.merge"))));
    }

    [Theory, BothEngines]
    public async Task Two_communes_merge_with_all_below(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var p = await system.Province();
        await system.Record(
            new(p.NorthHamlets[0].Id, "road.lit", April, 5),
            new(p.SouthHamlets[1].Id, "road.lit", April, 7),
            new(p.SouthHamlets[1].Id, "patrol.shifts", April, 2)
        );
        var before = await Everything(system, p.Top.Id);
        var merged = await system.Merge(p.Admin, MayDay, p.North.PublicId, null, p.South.PublicId, p.North.PublicId);
        Assert.True(merged.Ok, string.Join("; ", merged.Errors.Select(e => e.Message)));
        await system.IsWhole();
        Assert.Equal(before, await Everything(system, p.Top.Id));
        Assert.Equal(12, (await system.Reads(p.North.Id, "road.lit", MayDay)).Value);
        Assert.Equal(5, (await system.Reads(p.North.Id, "road.lit", MayDay.AddDays(-1))).Value);
        Assert.False(await system.Db(db => db.UnitVersions.AnyAsync(v => v.UnitId == p.South.Id && v.To == null)));
        Assert.Equal(5, await system.Db(db => db.UnitVersions.CountAsync(v => v.ParentId == p.North.Id && v.To == null)));
    }

    [Theory, BothEngines]
    public async Task A_hamlet_joins_a_standing_one(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var p = await system.Province();
        var (one, two) = (p.NorthHamlets[0], p.NorthHamlets[1]);
        await system.Record(new(one.Id, "road.lit", April, 6), new(two.Id, "road.lit", April, 10));
        var before = await Everything(system, p.Top.Id);
        Assert.True((await system.Merge(p.Admin, MayDay, one.PublicId, null, one.PublicId, two.PublicId)).Ok);
        await system.IsWhole();
        Assert.Equal(before.Select(v => v.Value), (await Everything(system, p.Top.Id)).Select(v => v.Value));
        Assert.Equal(16, (await system.Reads(one.Id, "road.lit", MayDay)).Value);
        Assert.Equal(6, (await system.Reads(one.Id, "road.lit", MayDay.AddDays(-1))).Value);
    }

    [Theory, BothEngines]
    public async Task A_running_figure_of_the_standing_unit_refuses_the_join(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var p = await system.Province();
        var (one, two) = (p.NorthHamlets[0], p.NorthHamlets[1]);
        await system.Record(new(one.Id, "road.lit", May, 6), new(two.Id, "road.lit", April, 10));
        var refused = await system.Merge(p.Admin, MayDay, one.PublicId, null, one.PublicId, two.PublicId);
        Assert.Contains("kỳ đang chạy", Assert.Single(refused.Errors).Message, StringComparison.Ordinal);
        await system.IsWhole();
        Assert.True(await system.Db(db => db.UnitVersions.AnyAsync(v => v.UnitId == two.Id && v.To == null)));
    }

    [Theory, BothEngines]
    public async Task A_hamlet_splits_and_the_parts_sum_to_it(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var p = await system.Province();
        var hamlet = p.NorthHamlets[0];
        await system.Record(
            new(hamlet.Id, "road.lit", March, 5),
            new(hamlet.Id, "road.lit", May, 7),
            new(hamlet.Id, "patrol.shifts", April, 3)
        );
        var before = await Everything(system, p.Top.Id);
        SplitPart Part(string name, string lit, int weight) =>
            new(name, null, null, weight, new Dictionary<string, string?> { ["road.lit"] = lit }, []);
        var uneven = await system.Split(p.Admin, hamlet.PublicId, MayDay, Part("Thôn 1A", "3", 60), Part("Thôn 1B", "3", 40));
        Assert.Equal(
            ("Part0-road.lit", true),
            (Assert.Single(uneven.Errors).Field, uneven.Errors[0].Message.Contains("phải bằng 7", StringComparison.Ordinal))
        );
        var split = await system.Split(p.Admin, hamlet.PublicId, MayDay, Part("Thôn 1A", "3", 60), Part("Thôn 1B", "4", 40));
        Assert.True(split.Ok, string.Join("; ", split.Errors.Select(e => e.Message)));
        await system.IsWhole();
        Assert.Equal(before.Select(v => v.Value), (await Everything(system, p.Top.Id)).Select(v => v.Value));
        var shares = await system.Db(db => db.UnitSuccessions.OrderBy(s => s.ShareFrom).ToListAsync());
        Assert.Equal([new(0, 60, 100), new Share(60, 100, 100)], shares.Select(s => s.Share));
        Assert.Equal(3, (await system.Reads(shares[0].SuccessorId, "road.lit", MayDay)).Value);
        Assert.Equal(4, (await system.Reads(shares[1].SuccessorId, "road.lit", MayDay)).Value);
    }

    [Theory, BothEngines]
    public async Task A_closed_hamlet_takes_its_stock_out_and_leaves_its_cases(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var p = await system.Province();
        var hamlet = p.NorthHamlets[0];
        await system.Record(new(hamlet.Id, "road.lit", April, 5), new(hamlet.Id, "patrol.shifts", May, 9));
        Assert.Contains(
            "trực thuộc",
            Assert.Single((await system.Close(p.Admin, p.North.PublicId, MayDay)).Errors).Message,
            StringComparison.Ordinal
        );
        Assert.True((await system.Close(p.Admin, hamlet.PublicId, MayDay)).Ok);
        await system.IsWhole();
        Assert.Null((await system.Reads(p.Top.Id, "road.lit", MayDay)).Value);
        Assert.Equal(5, (await system.Reads(p.Top.Id, "road.lit", MayDay.AddDays(-1))).Value);
        Assert.Equal(9, (await system.Reads(p.Top.Id, "patrol.shifts", new(2024, 5, 31))).Value);
        // What ended is taken along by nobody: the commune that moves later leaves its last cases behind.
        await system.As(null, s => TestWorld.Unit(s, "Xã Tây", "commune", "80003", p.Top.Id));
        Assert.True((await system.MoveTo(p.Admin, p.NorthHamlets[1].PublicId, p.South.PublicId, new(2024, 5, 12))).Ok);
        await system.IsWhole();
    }

    [Theory, BothEngines]
    public async Task A_hamlet_made_a_school_takes_its_reach_out(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var world = system.World;
        await system.Record([
            .. world.Hamlets.Select((h, at) => new ThiDua.App.Facts.FactEntry(h.Id, "household.reached", April, 10 + at)),
        ]);
        Assert.Equal((75, 6), await system.Reads(world.Commune.Id, "household.reached", MayDay));
        Assert.True((await system.Change(world.Administrator, world.Hamlets[0].PublicId, "Trường mới", "school", MayDay)).Ok);
        await system.IsWhole();
        Assert.Equal((65, 5), await system.Reads(world.Commune.Id, "household.reached", MayDay));
        Assert.Equal((75, 6), await system.Reads(world.Commune.Id, "household.reached", MayDay.AddDays(-1)));
    }

    [Theory, BothEngines]
    public async Task A_commune_becomes_a_ward_and_moves_with_what_is_below(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var p = await system.Province();
        var district = await system.As(null, s => TestWorld.Unit(s, "Huyện Mẫu", "district", "801", p.Top.Id));
        await system.Record(new(p.NorthHamlets[0].Id, "road.lit", April, 5), new(p.NorthHamlets[0].Id, "household.reached", April, 11));
        Assert.True((await system.Change(p.Admin, p.North.PublicId, "Phường Bắc", "ward", new(2024, 4, 20))).Ok);
        Assert.True((await system.MoveTo(p.Admin, p.North.PublicId, district.PublicId, MayDay)).Ok);
        await system.IsWhole();
        Assert.Equal(11, (await system.Reads(district.Id, "household.reached", MayDay)).Value);
    }

    [Theory, BothEngines]
    public async Task A_merged_unit_is_compared_with_its_predecessors_and_a_part_with_its_share(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var p = await system.Province();
        var (one, two) = (p.NorthHamlets[0], p.NorthHamlets[1]);
        await system.Record(
            new(one.Id, "patrol.shifts", Period.Month(2023, 1), 10),
            new(two.Id, "patrol.shifts", Period.Month(2023, 1), 31),
            new(one.Id, "road.lit", Period.Month(2023, 6), 4)
        );
        var merged = (await system.Merge(p.Admin, MayDay, null, "Thôn Mới", one.PublicId, two.PublicId)).Value!;
        Assert.Equal(41, await system.Past(merged.Id, "patrol.shifts", 2023));
        Assert.Equal(4, await system.Past(merged.Id, "road.lit", 2023));
        SplitPart Part(string name, string lit, int weight) =>
            new(name, null, null, weight, new Dictionary<string, string?> { ["road.lit"] = lit }, []);
        Assert.True(
            (await system.Split(p.Admin, merged.PublicId, MayDay.AddDays(2), Part("Thôn Mới A", "1", 1), Part("Thôn Mới B", "3", 3))).Ok
        );
        var parts = await system.Db(db =>
            db.UnitSuccessions.Where(s => s.PredecessorId == merged.Id).OrderBy(s => s.ShareFrom).Select(s => s.SuccessorId).ToListAsync()
        );
        Assert.Equal((10, 31), (await system.Past(parts[0], "patrol.shifts", 2023), await system.Past(parts[1], "patrol.shifts", 2023)));
        Assert.Equal((0, 0), (await system.Past(parts[0], "patrol.shifts", 2022), await system.Past(merged.Id, "patrol.shifts", 2024)));
        await system.IsWhole();
    }

    private static Task<List<(string Indicator, DateOnly AsOf, Rational? Value)>> Everything(TestSystem system, int unit) =>
        Everything(system, unit, MayDay.AddDays(-1), MayDay, new(2024, 5, 31), new(2024, 12, 31));

    private static async Task<List<(string Indicator, DateOnly AsOf, Rational? Value)>> Everything(
        TestSystem system,
        int unit,
        params DateOnly[] days
    )
    {
        var all = new List<(string, DateOnly, Rational?)>();
        foreach (var indicator in new[] { "road.lit", "patrol.shifts", "household.reached" })
        foreach (var day in days)
            all.Add((indicator, day, (await system.Reads(unit, indicator, day)).Value));
        return all;
    }
}
