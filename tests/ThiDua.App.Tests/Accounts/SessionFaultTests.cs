using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Features.Accounts;
using ThiDua.App.Features.Accounts.Person;
using ThiDua.App.Security;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Accounts;

/// <summary>S1: a cookie worked after sign-out and after a reset.</summary>
public sealed class SessionFaultTests
{
    private const string New = "cây xoài sau nhà";

    [Theory, BothEngines]
    public async Task A_copied_cookie_is_worth_nothing_after_sign_out(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var jar = new CookieContainer();
        using var browser = new Browser(system.Client(jar));
        await browser.SignIn(system.World.OfficeHead);
        var stolen = new CookieContainer();
        foreach (Cookie cookie in jar.GetAllCookies())
            stolen.Add(new Cookie(cookie.Name, cookie.Value, cookie.Path, cookie.Domain));
        using var thief = new Browser(system.Client(stolen));
        await thief.Open("/progress");
        Assert.DoesNotContain("/sign-in", thief.Path, StringComparison.Ordinal);
        await browser.SignOut();
        Assert.Equal("/sign-in?out=1", browser.Path);
        await thief.Open("/progress");
        Assert.StartsWith("/sign-in?ReturnUrl=", thief.Path, StringComparison.Ordinal);
        Assert.Equal(Session.SignedOut, await system.Db(db => db.Sessions.Select(s => s.EndedWhy).SingleAsync()));
    }

    [Theory, BothEngines]
    public async Task A_reset_ends_every_session_at_once(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using var phone = await system.Browser(system.World.HamletHeads[0]);
        using var desk = await system.Browser(system.World.HamletHeads[0]);
        await system.As(
            system.World.Administrator,
            async s => Assert.True((await s.GetRequiredService<GivePassword>().Handle(await Id(system, 0), default)).Ok)
        );
        foreach (var browser in new[] { phone, desk })
        {
            await browser.Open("/my-work");
            Assert.StartsWith("/sign-in", browser.Path, StringComparison.Ordinal);
        }
    }

    [Theory, BothEngines]
    public async Task Disabling_ends_sessions_and_sign_ins_until_it_is_taken_back(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using var browser = await system.Browser(system.World.HamletHeads[0]);
        await Use(system, disabled: true);
        await browser.Open("/my-work");
        Assert.StartsWith("/sign-in", browser.Path, StringComparison.Ordinal);
        await browser.Send("form:not([action])", ("userName", "ap1"), ("password", TestAccount.Password));
        Assert.Contains("đã ngừng sử dụng", browser.Text, StringComparison.Ordinal);
        await Use(system, disabled: false);
        await browser.SignIn(system.World.HamletHeads[0]);
        Assert.Equal("/my-work", browser.Path);
    }

    [Theory, BothEngines]
    public async Task Changing_the_password_ends_the_others_and_keeps_ones_own(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using var mine = await system.Browser(system.World.OfficeHead);
        using var other = await system.Browser(system.World.OfficeHead);
        await mine.Open("/account/password");
        await mine.Send("form", ("Current", "sai mat khau roi"), ("Password", New), ("Again", New));
        Assert.Contains("Mật khẩu đang dùng chưa đúng", mine.Text, StringComparison.Ordinal);
        await mine.Send("form", ("Current", TestAccount.Password), ("Password", "1111111111"), ("Again", "1111111111"));
        Assert.Contains("Mật khẩu lặp lại", mine.Text, StringComparison.Ordinal);
        await mine.Send("form", ("Current", TestAccount.Password), ("Password", New), ("Again", New));
        Assert.Equal("/account?changed=true", mine.Path);
        await other.Open("/progress");
        Assert.StartsWith("/sign-in", other.Path, StringComparison.Ordinal);
        await mine.Open("/progress");
        Assert.Equal(HttpStatusCode.OK, mine.Status);
        await other.Open("/sign-in");
        await other.Send("form:not([action])", ("userName", "vanphong"), ("password", TestAccount.Password));
        Assert.Contains("chưa đúng", other.Text, StringComparison.Ordinal);
        await other.Send("form:not([action])", ("userName", "vanphong"), ("password", New));
        Assert.DoesNotContain("/sign-in", other.Path, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task Signing_out_everywhere_ends_all(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using var mine = await system.Browser(system.World.OfficeHead);
        using var other = await system.Browser(system.World.OfficeHead);
        await mine.Open("/account");
        Assert.Equal(2, mine.Page.QuerySelectorAll("main tbody tr").Length);
        await mine.Send("form[action='/sign-out']");
        await other.Open("/account");
        Assert.StartsWith("/sign-in", other.Path, StringComparison.Ordinal);
        Assert.Equal(0, await system.Db(db => db.Sessions.CountAsync(s => s.EndedAt == null)));
    }

    [Theory, BothEngines]
    public async Task An_office_left_alone_for_an_hour_signs_in_again_and_is_back_on_its_page(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using var browser = await system.Browser(system.World.OfficeHead);
        for (var minute = 55; minute <= 165; minute += 55)
        {
            system.SetClock(2024, 5, 15, 10 + minute / 60, minute % 60);
            await browser.Open("/units");
            Assert.Equal("/units", browser.Path);
        }
        system.SetClock(2024, 5, 15, 13, 45);
        await browser.Open("/units?q=ap");
        Assert.StartsWith("/sign-in", browser.Path, StringComparison.Ordinal);
        await browser.Send("form:not([action])", ("userName", "vanphong"), ("password", TestAccount.Password));
        Assert.Equal("/units?q=ap", browser.Path);
    }

    [Theory, BothEngines]
    public async Task A_unit_officer_may_pause_for_hours_but_nobody_lasts_longer_than_the_day(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using var browser = await system.Browser(system.World.HamletHeads[0]);
        foreach (var hour in new[] { 17, 21 })
        {
            system.SetClock(2024, 5, 15, hour, 50);
            await browser.Open("/my-work");
            Assert.Equal("/my-work", browser.Path);
        }
        system.SetClock(2024, 5, 15, 22, 0);
        await browser.Open("/my-work");
        Assert.StartsWith("/sign-in", browser.Path, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task A_foreign_return_address_is_not_followed(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using var browser = await system.Browser();
        await browser.Open("/sign-in?ReturnUrl=https%3A%2F%2Fevil.example%2F");
        await browser.Send("form:not([action])", ("userName", "vanphong"), ("password", TestAccount.Password));
        Assert.DoesNotContain("evil", browser.Answer.RequestMessage!.RequestUri!.Host, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task Neither_token_nor_address_is_kept(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using var browser = await system.Browser(system.World.OfficeHead);
        var session = await system.Db(db => db.Sessions.SingleAsync());
        Assert.Equal(64, session.Hash.Length);
        Assert.Equal("?", session.Browser);
        Assert.DoesNotContain(
            typeof(Session).GetProperties(),
            p => p.Name.Contains("Address", StringComparison.Ordinal) || p.Name.Contains("Agent", StringComparison.Ordinal)
        );
    }

    private static Task Use(TestSystem system, bool disabled) =>
        system.As(
            system.World.Administrator,
            async s =>
                Assert.True((await s.GetRequiredService<UseOfAccount>().Handle(await Id(system, 0), new(disabled, "Nghỉ hưu"), default)).Ok)
        );

    private static Task<string> Id(TestSystem system, int hamlet)
    {
        var id = system.World.HamletHeads[hamlet].Id;
        return system.Db(db => db.Accounts.Where(a => a.Id == id).Select(a => a.PublicId).SingleAsync());
    }
}
