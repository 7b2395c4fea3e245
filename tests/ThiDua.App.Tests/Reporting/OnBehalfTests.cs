using Microsoft.EntityFrameworkCore;
using ThiDua.App.Features.Reporting;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Reporting;

/// <summary>The office types for a unit that telephoned; another approves, or the unit confirms.</summary>
public sealed class OnBehalfTests
{
    private static string April(TestSystem system, int hamlet = 0) =>
        $"/reports/{system.World.Hamlets[hamlet].PublicId}/{system.World.Campaign}/202404";

    private static (string, string?)[] Typed => [.. ReportDesk.April.Select(v => (v.Key, (string?)v.Value))];

    [Theory, BothEngines]
    public async Task The_office_enters_for_a_hamlet_which_confirms_with_one_tap(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var world = system.World;
        var input = system.Input(world.Hamlets[0], "202404", ReportDesk.April);
        var nameless = await system.Submit(world.OfficeHead, input with { ProvidedBy = " " });
        Assert.Equal(["provided"], nameless.Errors.Select(e => e.Field));
        var sent = await system.Submit(world.OfficeHead, input);
        Assert.Empty(sent.Errors);
        Assert.Equal("Trưởng ấp, báo qua điện thoại", await system.Db(db => db.Reports.Select(r => r.ProvidedBy).SingleAsync()));
        Assert.Equal(
            [world.HamletHeads[0].Id],
            await system.Db(db => db.Notices.Where(n => n.Key.StartsWith("confirm:")).Select(n => n.AccountId).ToListAsync())
        );
        // Neither whoever typed, nor another of the office in the unit's place.
        Assert.False((await system.Review(world.OfficeHead, sent.Value!.PublicId, "approve")).Ok);
        Assert.False((await system.Review(world.OfficeHead, sent.Value.PublicId, "confirm")).Ok);
        Assert.False((await system.Review(world.Reviewer, sent.Value.PublicId, "confirm")).Ok);
        Assert.False((await system.Review(world.HamletHeads[1], sent.Value.PublicId, "confirm")).Ok);

        using var head = await system.Browser(world.HamletHeads[0]);
        await head.Open("/my-work");
        await head.Send("section[aria-labelledby=to-confirm] form");
        Assert.Equal("approved", await system.State());
        Assert.Contains("do Trưởng ấp, báo qua điện thoại cung cấp", head.Text, StringComparison.Ordinal);
        Assert.Equal(
            1,
            await system.Db(db => db.Acts.CountAsync(a => a.Verb == "report.confirm" && a.AccountId == world.HamletHeads[0].Id))
        );
    }

    [Theory, BothEngines]
    public async Task An_office_of_two_is_never_stuck_and_a_unit_confirms_nothing_of_its_own(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var world = system.World;
        var sent = await system.Submit(world.OfficeHead, system.Input(world.Hamlets[0], "202404", ReportDesk.April));
        Assert.True((await system.Review(world.Reviewer, sent.Value!.PublicId, "approve")).Ok);
        var own = await system.Submit(world.HamletHeads[1], system.Input(world.Hamlets[1], "202404", ReportDesk.April));
        Assert.Null(await system.Db(db => db.Reports.Where(r => r.UnitId == world.Hamlets[1].Id).Select(r => r.ProvidedBy).SingleAsync()));
        Assert.False((await system.Review(world.HamletHeads[1], own.Value!.PublicId, "confirm")).Ok);
        // Both have entered some of it: the hamlet is left to confirm it.
        var mixed = await system.Submit(world.OfficeHead, system.Input(world.Hamlets[2], "202404", ReportDesk.April));
        Assert.True((await system.Review(world.OfficeHead, mixed.Value!.PublicId, "withdraw")).Ok);
        var changed = new Dictionary<string, string>(ReportDesk.April) { ["road.lit"] = "8" };
        Assert.True((await system.Submit(world.Reviewer, system.Input(world.Hamlets[2], "202404", changed))).Ok);
        Assert.False((await system.Review(world.OfficeHead, mixed.Value.PublicId, "approve")).Ok);
        Assert.False((await system.Review(world.Reviewer, mixed.Value.PublicId, "approve")).Ok);
        Assert.True((await system.Review(world.HamletHeads[2], mixed.Value.PublicId, "confirm")).Ok);
    }

    [Fact]
    public async Task The_office_finds_who_owes_and_types_for_them()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        using var office = await system.Browser(system.World.OfficeHead);
        await office.Open("/reports/on-behalf");
        Assert.Contains("Báo cáo tháng 4/2024", office.Text, StringComparison.Ordinal);
        await office.Open(April(system));
        Assert.Contains("Bạn đang nhập hộ Ấp 1", office.Text, StringComparison.Ordinal);
        await office.Send("form.report", "Gửi báo cáo", Typed);
        Assert.Contains("Ghi người đã cung cấp số liệu", office.Text, StringComparison.Ordinal);
        await office.Send("form.report", "Gửi báo cáo", ("provided", "Ông Năm, trưởng ấp"));
        Assert.Contains("Báo cáo đã gửi", office.Text, StringComparison.Ordinal);
        using var reviewer = await system.Browser(system.World.Reviewer);
        await reviewer.Open($"/review/{await system.Db(db => db.Reports.Select(r => r.Case.PublicId).SingleAsync())}");
        Assert.Contains("do Ông Năm, trưởng ấp cung cấp", reviewer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Xác nhận đúng", reviewer.Text, StringComparison.Ordinal);
    }
}
