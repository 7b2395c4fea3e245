using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Features.Units;
using ThiDua.App.Features.Units.Move;
using ThiDua.App.Tests.Facts;
using ThiDua.App.Tests.Support;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Tests.Units;

/// <summary>What no act on the tree may do, and who may do none.</summary>
public sealed class TreeGuardTests
{
    private static readonly DateOnly MayDay = new(2024, 5, 10);

    [Theory, BothEngines]
    public async Task Kinds_know_their_parents(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var p = await system.Province();
        var inside = await system.As(
            null,
            s =>
                s.GetRequiredService<CreateUnit>()
                    .Handle(
                        new()
                        {
                            Name = "Tỉnh trong xã",
                            Kind = "province",
                            ParentId = p.North.Id,
                            From = CreateUnit.Always,
                        },
                        CancellationToken.None
                    )
        );
        Assert.Contains("không thể trực thuộc", Assert.Single(inside.Errors).Message, StringComparison.Ordinal);
        Assert.Equal(
            "Parent",
            Assert.Single((await system.MoveTo(p.Admin, p.South.PublicId, p.NorthHamlets[0].PublicId, MayDay)).Errors).Field
        );
        Assert.Contains(
            "không thể trực thuộc",
            Assert.Single((await system.Change(p.Admin, p.North.PublicId, "Ấp Bắc", "hamlet", MayDay)).Errors).Message,
            StringComparison.Ordinal
        );
        await system.IsWhole();
    }

    [Theory, BothEngines]
    public async Task Who_does_not_manage_a_unit_finds_none(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var (p, world) = (await system.Province(), system.World);
        foreach (var who in new[] { world.Administrator, world.HamletHeads[0] })
        {
            Assert.True((await system.MoveTo(who, p.NorthHamlets[0].PublicId, p.South.PublicId, MayDay)).Missing);
            Assert.True((await system.Close(who, p.NorthHamlets[0].PublicId, MayDay)).Missing);
            Assert.True((await system.Merge(who, MayDay, null, "X", p.NorthHamlets[0].PublicId, p.NorthHamlets[1].PublicId)).Missing);
            Assert.True((await system.Split(who, p.NorthHamlets[0].PublicId, MayDay)).Missing);
        }
        Assert.True((await system.MoveTo(world.Administrator, world.Hamlets[0].PublicId, p.South.PublicId, MayDay)).Missing);
    }

    [Theory, BothEngines]
    public async Task An_act_before_the_last_change_is_refused_with_its_day(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var p = await system.Province();
        Assert.True((await system.Change(p.Admin, p.NorthHamlets[0].PublicId, "Thôn Một", "hamlet", MayDay)).Ok);
        var refused = await system.MoveTo(p.Admin, p.NorthHamlets[0].PublicId, p.South.PublicId, MayDay);
        Assert.Contains("10/05/2024", Assert.Single(refused.Errors).Message, StringComparison.Ordinal);
        var other = await system.As(null, s => TestWorld.Unit(s, "Huyện Mẫu", "district", "801", p.Top.Id));
        var below = await system.MoveTo(p.Admin, p.North.PublicId, other.PublicId, MayDay);
        Assert.Contains("Thôn Một", Assert.Single(below.Errors).Message, StringComparison.Ordinal);
        Assert.Equal(
            "From",
            Assert.Single((await system.MoveTo(p.Admin, p.North.PublicId, other.PublicId, new(2024, 5, 16))).Errors).Field
        );
        Assert.Equal("From", Assert.Single((await system.MoveTo(p.Admin, p.North.PublicId, other.PublicId, null)).Errors).Field);
    }

    [Theory, BothEngines]
    public async Task A_unit_with_figures_of_later_periods_does_not_end_before_them(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var p = await system.Province();
        await system.Record(new ThiDua.App.Facts.FactEntry(p.NorthHamlets[0].Id, "patrol.shifts", Period.Month(2024, 5), 3));
        Assert.Contains(
            "01/05/2024",
            Assert.Single((await system.Close(p.Admin, p.NorthHamlets[0].PublicId, new(2024, 4, 20))).Errors).Message,
            StringComparison.Ordinal
        );
        Assert.True((await system.Close(p.Admin, p.NorthHamlets[0].PublicId, MayDay)).Ok);
        await system.IsWhole();
    }

    [Theory, BothEngines]
    public async Task Of_two_windows_one_wins_and_the_other_is_told(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var p = await system.Province();
        var seen = await system.Db(db =>
            db.UnitVersions.Where(v => v.UnitId == p.NorthHamlets[0].Id && v.To == null).Select(v => v.Id).SingleAsync()
        );
        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => system.MoveTo(p.Admin, p.NorthHamlets[0].PublicId, p.South.PublicId, MayDay, seen))
        );
        Assert.Single(outcomes, o => o.Ok);
        Assert.All(outcomes.Where(o => !o.Ok), o => Assert.True(o.Conflict));
        await system.IsWhole();
    }

    [Theory, BothEngines]
    public async Task A_writer_of_figures_beside_a_move_leaves_right_totals(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var p = await system.Province();
        var hamlet = p.NorthHamlets[0];
        await Task.WhenAll(
            system.Record(new ThiDua.App.Facts.FactEntry(hamlet.Id, "road.lit", Period.Month(2024, 4), 3)),
            system.MoveTo(p.Admin, hamlet.PublicId, p.South.PublicId, MayDay),
            system.Record(new ThiDua.App.Facts.FactEntry(hamlet.Id, "road.lit", Period.Month(2024, 3), 2)),
            system.MoveTo(p.Admin, p.NorthHamlets[1].PublicId, p.South.PublicId, MayDay),
            system.Record(new ThiDua.App.Facts.FactEntry(hamlet.Id, "patrol.shifts", Period.Month(2024, 5), 5))
        );
        await system.IsWhole();
    }

    [Theory, BothEngines]
    public async Task A_unit_that_was_always_there_follows_its_parents_moves(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var p = await system.Province();
        var district = await system.As(null, s => TestWorld.Unit(s, "Huyện Mẫu", "district", "801", p.Top.Id));
        Assert.True((await system.MoveTo(p.Admin, p.North.PublicId, district.PublicId, MayDay)).Ok);
        var late = await system.As(null, s => TestWorld.Unit(s, "Thôn Muộn", "hamlet", "80001.9", p.North.Id));
        var paths = await system.Db(db =>
            db.UnitVersions.Where(v => v.UnitId == late.Id).OrderBy(v => v.From).Select(v => v.Path).ToListAsync()
        );
        Assert.Equal([$"/{p.Top.Id}/{p.North.Id}/{late.Id}/", $"/{p.Top.Id}/{district.Id}/{p.North.Id}/{late.Id}/"], paths);
        await system.IsWhole();
    }

    [Theory, BothEngines]
    public async Task Looking_before_changes_nothing(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var p = await system.Province();
        var acts = await system.Db(db => db.Acts.CountAsync());
        Assert.True((await system.MoveTo(p.Admin, p.NorthHamlets[0].PublicId, p.South.PublicId, MayDay, sure: false)).Ok);
        Assert.True(
            (
                await system.As(
                    p.Admin,
                    s =>
                        s.GetRequiredService<ThiDua.App.Features.Units.Merge.MergeUnits>()
                            .Handle(
                                new([p.North.PublicId, p.South.PublicId], null, "Xã Mới", null, null, MayDay, UnitDesk.Why, Sure: false),
                                CancellationToken.None
                            )
                )
            ).Ok
        );
        Assert.Equal(acts, await system.Db(db => db.Acts.CountAsync()));
        Assert.Equal(2, await system.Db(db => db.UnitVersions.CountAsync(v => v.ParentId == p.Top.Id && v.To == null)));
    }
}
