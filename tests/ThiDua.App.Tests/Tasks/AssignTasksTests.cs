using Microsoft.EntityFrameworkCore;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Tasks;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Tasks;

/// <summary>Tasks given to units many at a time.</summary>
public sealed class AssignTasksTests
{
    [Theory, BothEngines]
    public async Task Twenty_tasks_that_nobody_leads_are_given_by_one_act_and_begin(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var (picks, world) = (await system.WithoutLead(20), system.World);
        var given = await system.Assign(world.OfficeHead, new(picks, world.Hamlets[2].PublicId, [world.Women.PublicId], null));
        Assert.Equal(20, given.Value!.Count);
        // Ticked in another window before, they are not given a second time.
        var again = await system.Assign(world.Reviewer, new(picks, world.Hamlets[0].PublicId, [], null));
        Assert.Contains("người khác giao", Assert.Single(again.Errors).Message, StringComparison.Ordinal);
        Assert.Equal(20, await system.Db(db => db.TaskItems.CountAsync(i => i.UnitId == world.Hamlets[2].Id && i.Case.State == "open")));
        var act = await system.Db(db => db.Acts.SingleAsync(a => a.Verb == "task.assign"));
        Assert.Contains(world.Hamlets[2].PublicId, act.Detail, StringComparison.Ordinal);
        // One act explains all that begins, and no other is written.
        Assert.Equal(20, await system.Db(db => db.CaseSteps.CountAsync(s => s.RecordId == act.Id)));
        Assert.Equal(20, await system.Db(db => db.Set<TaskUnit>().CountAsync(u => u.UnitId == world.Women.Id && !u.Lead && u.TaskId > 2)));
    }

    [Theory, BothEngines]
    public async Task All_units_of_a_kind_may_lead(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var picks = await system.WithoutLead(1);
        Assert.True((await system.Assign(system.World.OfficeHead, new(picks, "kind:hamlet", [], null))).Ok);
        Assert.Equal(6, await system.Db(db => db.TaskItems.CountAsync(i => i.Task!.Text == "Việc chung số 1")));
    }

    [Theory, BothEngines]
    public async Task Of_what_recurs_nothing_that_ended_before_is_asked(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var picks = await system.WithoutLead(1, every: "month");
        Assert.True((await system.Assign(system.World.OfficeHead, new(picks, system.World.Hamlets[0].PublicId, [], null))).Ok);
        var spans = await system.Db(db =>
            db.TaskItems.Where(i => i.UnitId == system.World.Hamlets[0].Id).Select(i => i.From).ToListAsync()
        );
        Assert.Equal([new DateOnly(2024, 5, 1)], spans);
    }

    [Theory, BothEngines]
    public async Task What_a_unit_is_at_is_handed_over_with_a_reason_and_stays_handed_over(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var (office, from, to) = (system.World.OfficeHead, system.World.School, system.World.Hamlets[1]);
        await system.Begin();
        var picks = await system.WithoutLead(1, every: "month");
        await system.Assign(office, new(picks, from.PublicId, [], null));
        var item = await system.Db(db => db.TaskItems.Where(i => i.UnitId == from.Id).Select(i => i.Case.PublicId).SingleAsync());
        Assert.Equal("reason", Assert.Single((await system.Assign(office, new([item], to.PublicId, [], " "))).Errors).Field);
        Assert.Equal("lead", Assert.Single((await system.Assign(office, new([item], "kind:hamlet", [], "Trường đang hè"))).Errors).Field);
        Assert.True((await system.Assign(office, new([item], to.PublicId, [], "Trường đang hè"))).Ok);
        Assert.Equal(to.Id, await system.Db(db => db.Cases.Where(c => c.PublicId == item).Select(c => c.UnitId).SingleAsync()));
        Assert.Equal(0, await system.Begin());
        // The next month is the new unit's alone.
        system.SetClock(2024, 6, 1);
        await system.Begin();
        var june = await system.Db(db =>
            db.TaskItems.Where(i => i.From == new DateOnly(2024, 6, 1) && i.Task!.Every == "month").Select(i => i.UnitId).ToListAsync()
        );
        Assert.Equal([to.Id], june);
    }

    [Theory, BothEngines]
    public async Task Nothing_is_given_when_one_of_them_cannot_be(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var (office, hamlet) = (system.World.OfficeHead, system.World.Hamlets[0]);
        var (picks, done) = (await system.WithoutLead(2), await system.OfPolice());
        Assert.True((await system.Move(system.World.PoliceOfficer, done, "report")).Ok);
        var refused = await system.Assign(office, new([.. picks, done], hamlet.PublicId, [], "Đổi việc"));
        Assert.Contains("đang chờ xác nhận", Assert.Single(refused.Errors).Message, StringComparison.Ordinal);
        Assert.Equal(0, await system.Db(db => db.TaskItems.CountAsync(i => i.UnitId == hamlet.Id)));
        Assert.Equal(0, await system.Db(db => db.Acts.CountAsync(a => a.Verb == "task.assign")));
        Assert.True((await system.Assign(system.World.HamletHeads[0], new(picks, hamlet.PublicId, [], null))).Missing);
        Assert.Equal("", Assert.Single((await system.Assign(office, new([], hamlet.PublicId, [], null))).Errors).Field);
        Assert.Equal("lead", Assert.Single((await system.Assign(office, new(picks, null, [], null))).Errors).Field);
        Assert.Equal("lead", Assert.Single((await system.Assign(office, new(picks, "nosuchunit", [], null))).Errors).Field);
    }

    [Fact]
    public async Task The_list_gives_what_is_ticked_without_script_and_keeps_its_filter()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        var picks = await system.WithoutLead(3);
        using var office = await system.Browser(system.World.OfficeHead);
        await office.Open("/tasks?show=no-lead");
        Assert.Equal(3, office.Page.QuerySelectorAll("tbody tr").Length);
        // Refused, what was ticked stays ticked.
        await office.Send("form.printed", "Giao nhiệm vụ đã chọn", ("pick", picks[0]), ("pick", picks[1]));
        Assert.Contains("Hãy chọn đơn vị chủ trì", office.Text, StringComparison.Ordinal);
        Assert.Equal(2, office.Page.QuerySelectorAll("input[name=pick][checked]").Length);
        await office.Send(
            "form.printed",
            "Giao nhiệm vụ đã chọn",
            ("pick", picks[0]),
            ("pick", picks[1]),
            ("lead", system.World.Hamlets[3].PublicId)
        );
        Assert.Contains("Đã giao 2 nhiệm vụ", office.Text, StringComparison.Ordinal);
        Assert.EndsWith("?show=no-lead", office.Path, StringComparison.Ordinal);
        Assert.Single(office.Page.QuerySelectorAll("tbody tr"));
    }
}
