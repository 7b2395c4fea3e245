using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Features.Accounts;
using ThiDua.App.Features.Accounts.Person;
using ThiDua.App.Features.Accounts.Rights;
using ThiDua.App.Security;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Accounts;

/// <summary>S8: no page to change, end or move a person's roles; the unit was typed as a code.</summary>
public sealed class PeopleFaultTests
{
    [Theory, BothEngines]
    public async Task A_person_is_added_at_a_unit_that_is_chosen(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using var admin = await system.Browser(system.World.Administrator);
        await admin.Open("/admin");
        await admin.Follow("Thêm người dùng");
        await admin.Send("form[role=search]", ("q", "ap 3"));
        await admin.Open(admin.Page.QuerySelectorAll("main td a").Single().GetAttribute("href")!);
        await admin.Send("form", ("FullName", "Đỗ Thị Hai"), ("UserName", ""));
        Assert.Contains("Tên đăng nhập chỉ gồm", admin.Text, StringComparison.Ordinal);
        await admin.Send("form", ("UserName", "vanphong"));
        Assert.Contains("đã có người dùng", admin.Text, StringComparison.Ordinal);
        await admin.Send("form", ("UserName", "hai"), ("Role", "99"));
        Assert.Contains("Không có lựa chọn này. Chọn trong:", admin.Text, StringComparison.Ordinal);
        await admin.Send("form", ("UserName", "hai"), ("Role", Roles.UnitOfficer));
        Assert.Contains("Mật khẩu của hai", admin.Text, StringComparison.Ordinal);
        Assert.Contains("no-store", admin.Answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        var grant = await system.Db(db => db.Grants.SingleAsync(g => g.AccountId == db.Accounts.First(a => a.UserName == "hai").Id));
        Assert.Equal((system.World.Hamlets[2].Id, Roles.UnitOfficer), (grant.UnitId, grant.Role));
    }

    [Theory, BothEngines]
    public async Task People_are_found_without_marks_and_by_unit_role_and_state(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using var admin = await system.Browser(system.World.Administrator);
        Assert.Equal(["Nguyễn Thị Lan"], await Names(admin, "/admin?q=nguyen%20thi%20lan"));
        Assert.Equal(["Lê Văn Bảy"], await Names(admin, "/admin?q=cong%20an"));
        Assert.Equal(["Nguyễn Thị Lan", "Trần Văn Sáu"], await Names(admin, "/admin?role=CampaignOffice"));
        Assert.Equal(["Trưởng Ấp 2"], await Names(admin, $"/admin?unit={system.World.Hamlets[1].PublicId}"));
        Assert.Empty(await Names(admin, "/admin?state=disabled"));
        Assert.Equal(11, (await Names(admin, "/admin")).Count);
    }

    [Theory, BothEngines]
    public async Task A_role_is_given_moved_and_ended_on_pages(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var who = system.World.HamletHeads[0];
        using var admin = await system.Browser(system.World.Administrator);
        var page = $"/admin/people/{await Id(system, who)}";
        await admin.Open(page);
        await admin.Follow("Chuyển đơn vị");
        await admin.Open($"{admin.Path}?unit={system.World.Hamlets[4].PublicId}");
        await admin.Send("form", ("From", "2024-05-20"));
        Assert.Contains("Cần nhập mục này", admin.Text, StringComparison.Ordinal);
        await admin.Send("form", ("Reason", "Chuyển công tác"));
        Assert.Equal(page, admin.Path);
        Assert.Contains("Ấp 5 20/05/2024", admin.Text, StringComparison.Ordinal);
        await CanReport(system, who, system.World.Hamlets[0], system.World.Hamlets[4]);
        system.SetClock(2024, 5, 20);
        await CanReport(system, who, system.World.Hamlets[4], system.World.Hamlets[0]);

        using var again = await system.Browser(system.World.Administrator);
        await again.Open($"{page}/roles/new?unit={system.World.Women.PublicId}");
        await again.Send("form", ("Role", Roles.UnitOfficer), ("From", "2024-05-20"), ("To", "2024-05-19"));
        Assert.Contains("không được trước ngày đầu", again.Text, StringComparison.Ordinal);
        await again.Send("form", ("To", "2024-06-30"));
        Assert.Equal(page, again.Path);
        await again.Open(again.Page.QuerySelectorAll("main td a[href$='/end']").First().GetAttribute("href")!);
        await again.Send("form", ("Last", "2024-05-19"), ("Reason", "Nghỉ việc"));
        Assert.Equal(page, again.Path);
        await CanReport(system, who, system.World.Women, system.World.Hamlets[4]);
        Assert.Contains("Kết thúc vai trò", again.Text, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task Name_and_user_name_are_changed_and_found(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using var admin = await system.Browser(system.World.Administrator);
        await admin.Open($"/admin/people/{await Id(system, system.World.HamletHeads[0])}");
        await admin.Send("form:not([action])", ("FullName", "Đặng Văn Ớt"), ("UserName", "duyet"));
        Assert.Contains("đã có người dùng", admin.Text, StringComparison.Ordinal);
        await admin.Send("form:not([action])", ("FullName", "Đặng Văn Ớt"), ("UserName", "ot"));
        Assert.Equal(["Đặng Văn Ớt"], await Names(admin, "/admin?q=dang%20van%20ot"));
        using var renamed = await system.Browser(system.World.HamletHeads[0] with { UserName = "ot" });
        Assert.Equal("/my-work", renamed.Path);
    }

    [Theory, BothEngines]
    public async Task Nobody_changes_what_was_given_above_them(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var below = await system.As(
            null,
            s => TestWorld.Account(s, "quantriap", "Quản trị ấp", system.World.Hamlets[0], Roles.Administrator)
        );
        var both = await system.As(null, s => TestWorld.Account(s, "haidonvi", "Hai đơn vị", system.World.Hamlets[0], Roles.UnitOfficer));
        await system.As(
            system.World.Administrator,
            async s =>
                Assert.True(
                    (
                        await s.GetRequiredService<AddRole>()
                            .Handle(
                                await Id(system, both),
                                new(system.World.Commune.PublicId, Roles.CampaignOffice, new(2024, 5, 15)),
                                default
                            )
                    ).Ok
                )
        );
        var (top, mixed) = (await Id(system, system.World.OfficeHead), await Id(system, both));
        await system.As(
            below,
            async s =>
            {
                Assert.True((await s.GetRequiredService<GivePassword>().Handle(top, default)).Missing);
                Assert.True((await s.GetRequiredService<GivePassword>().Handle(mixed, default)).Missing);
                Assert.True((await s.GetRequiredService<UseOfAccount>().Handle(mixed, new(true, "x"), default)).Missing);
                Assert.True((await s.GetRequiredService<ChangePerson>().Handle(mixed, new("Tên", "ten"), default)).Missing);
                Assert.True(
                    (
                        await s.GetRequiredService<AddRole>()
                            .Handle(mixed, new(system.World.Commune.PublicId, Roles.Leader, new(2024, 5, 15)), default)
                    ).Missing
                );
            }
        );
        using var browser = await system.Browser(below);
        await browser.Open($"/admin/people/{top}");
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
        await browser.Open($"/admin/people/{mixed}");
        Assert.DoesNotContain("Văn phòng phong trào", browser.Text, StringComparison.Ordinal);
        Assert.Contains("ngoài phạm vi quản lý", browser.Text, StringComparison.Ordinal);
        Assert.Null(browser.Page.QuerySelector("main form"));
        await browser.Open($"/admin/people/{mixed}/roles/new?unit={system.World.Commune.PublicId}");
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
    }

    [Theory, BothEngines]
    public async Task The_last_administrator_stays_even_when_two_end_each_other(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var one = system.World.Administrator;
        Assert.False((await End(system, one, one)).Ok);
        var other = await system.As(null, s => TestWorld.Account(s, "quantri2", "Quản trị hai", system.World.Commune, Roles.Administrator));
        var ended = await Task.WhenAll(End(system, one, other), End(system, other, one));
        Assert.Single(ended, e => e.Ok);
        Assert.Equal(1, await system.Db(db => db.Grants.CountAsync(g => g.Role == Roles.Administrator && g.To == null)));
    }

    private static async Task<Shared.Outcome> End(TestSystem system, TestAccount by, TestAccount whose)
    {
        var (id, role) = (
            await Id(system, whose),
            await system.Db(db => db.Grants.Where(g => g.AccountId == whose.Id).Select(g => g.PublicId).FirstAsync())
        );
        return await system.As(by, s => s.GetRequiredService<EndRole>().Handle(id, role, new(new(2024, 5, 14), "Thôi việc"), default));
    }

    private static Task CanReport(TestSystem system, TestAccount who, TestUnit at, TestUnit notAt) =>
        system.As(
            who,
            s =>
            {
                var viewer = s.GetRequiredService<Viewer>();
                Assert.Contains(at.Id, viewer.UnitIds);
                Assert.DoesNotContain(notAt.Id, viewer.UnitIds);
                return Task.CompletedTask;
            }
        );

    private static async Task<List<string>> Names(Browser admin, string address)
    {
        await admin.Open(address);
        return [.. admin.Page.QuerySelectorAll("main tbody th a").Select(a => a.TextContent)];
    }

    private static Task<string> Id(TestSystem system, TestAccount who) =>
        system.Db(db => db.Accounts.Where(a => a.Id == who.Id).Select(a => a.PublicId).SingleAsync());
}
