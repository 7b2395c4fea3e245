using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Audit;
using ThiDua.App.Features.Accounts;
using ThiDua.App.Features.Accounts.SignIn;
using ThiDua.App.Security;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Accounts;

/// <summary>
/// S9 and parts of S5 and S8: who signed in and how it ended, a bound on what strangers write, guesses that cannot slip past.
/// </summary>
public sealed class SignInFaultTests
{
    [Theory, BothEngines]
    public async Task A_sign_in_is_recorded_with_who_and_outcome(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using var browser = await system.Browser();
        Assert.False(await Try(system, "vanphong", "khong phai mat khau"));
        await browser.SignIn(system.World.OfficeHead);
        var acts = await Acts(system);
        Assert.Equal([SignInPerson.FailedVerb, SignInPerson.Verb], acts.Select(a => a.Verb));
        var subject = await system.Db(db => db.Accounts.Where(a => a.UserName == "vanphong").Select(a => a.PublicId).SingleAsync());
        Assert.All(acts, a => Assert.Equal((subject, system.World.Commune.Id), (a.SubjectId, a.UnitId)));
        Assert.Null(acts[0].AccountId);
        Assert.Contains("password", acts[0].Detail, StringComparison.Ordinal);
        Assert.Equal(system.World.OfficeHead.Id, acts[1].AccountId);
    }

    [Theory, BothEngines]
    public async Task Strangers_add_one_row_a_minute_however_often_they_try(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        for (var n = 0; n < 30; n++)
            Assert.False(await Try(system, $"khach{n}", "khong phai mat khau"));
        Assert.Single(await Acts(system));
        system.SetClock(2024, 5, 15, 10, 2);
        await Try(system, "khach", "khong phai mat khau");
        var acts = await Acts(system);
        Assert.Equal(2, acts.Count);
        Assert.Contains("\"attempts\":30", acts[1].Detail, StringComparison.Ordinal);
        Assert.All(acts, a => Assert.Equal(("unknown", (int?)null), (a.SubjectId, a.AccountId)));
        Assert.DoesNotContain(acts, a => a.Detail!.Contains("khach", StringComparison.Ordinal));
    }

    [Theory, BothEngines]
    public async Task Fifty_guesses_at_once_are_eight_and_none_fails_otherwise(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(n => Try(system, "vanphong", $"lan doan thu {n}")));
        Assert.All(outcomes, Assert.False);
        var acts = await Acts(system);
        Assert.Equal(Passwords.MostTries, acts.Count(a => a.Detail!.Contains("\"password\"", StringComparison.Ordinal)));
        Assert.Single(acts, a => a.Detail!.Contains("\"locked\"", StringComparison.Ordinal));
        Assert.False(await Try(system, "vanphong", TestAccount.Password));
        system.SetClock(2024, 5, 15, 10, 6);
        Assert.True(await Try(system, "vanphong", TestAccount.Password));
    }

    [Theory, BothEngines]
    public async Task Fifty_posts_at_once_are_all_answered(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using var browser = await system.Browser();
        var token = (await browser.Open("/sign-in")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(n =>
                    browser.Client.PostAsync(
                        "/sign-in",
                        new FormUrlEncodedContent([
                            new("userName", "vanphong"),
                            new("password", $"lan doan thu {n}"),
                            new("__RequestVerificationToken", token),
                        ]),
                        TestContext.Current.CancellationToken
                    )
                )
        );
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
    }

    [Theory, BothEngines]
    public async Task Wrong_names_wrong_passwords_and_locked_accounts_are_answered_alike(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using var browser = await system.Browser();
        var said = new List<string>();
        string[] names = ["khongco", "", "  ", "vanphong", .. Enumerable.Repeat("duyet", 10)];
        foreach (var name in names)
        {
            await browser.Open("/sign-in");
            await browser.Send("form:not([action])", ("userName", name), ("password", "khong phai mat khau"));
            Assert.Equal(HttpStatusCode.OK, browser.Status);
            said.Add(browser.Page.QuerySelector("[role=alert]")!.TextContent);
        }
        Assert.Single(said.Distinct());
    }

    [Theory, BothEngines]
    public async Task An_issued_password_is_changed_at_its_first_use(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var given = await Give(system);
        using var browser = await system.Browser();
        await browser.Open("/sign-in");
        await browser.Send("form:not([action])", ("userName", given.UserName), ("password", given.Password));
        Assert.Equal("/account/password", browser.Path);
        await browser.Open("/my-work");
        Assert.Equal("/account/password", browser.Path);
        Assert.Null(browser.Page.QuerySelector("header nav.wide"));
        await browser.Send("form", ("Current", given.Password), ("Password", "cây xoài sau nhà"), ("Again", "cây xoài sau nhà"));
        Assert.Equal("/my-work", browser.Path);
        Assert.Null(
            await system.Db(db => db.Accounts.Where(a => a.UserName == given.UserName).Select(a => a.PasswordExpires).SingleAsync())
        );
    }

    [Theory, BothEngines]
    public async Task An_issued_password_ends_after_a_week(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var given = await Give(system);
        system.SetClock(2024, 5, 22, 9, 59);
        Assert.True(await Try(system, given.UserName, given.Password));
        system.SetClock(2024, 5, 22, 10, 1);
        Assert.False(await Try(system, given.UserName, given.Password));
        Assert.Contains("expired", (await Acts(system))[^1].Detail, StringComparison.Ordinal);
    }

    private static async Task<GivenPassword> Give(TestSystem system)
    {
        var id = await system.Db(db => db.Accounts.Where(a => a.UserName == "ap1").Select(a => a.PublicId).SingleAsync());
        return (await system.As(system.World.Administrator, s => s.GetRequiredService<GivePassword>().Handle(id, default))).Value!;
    }

    private static Task<bool> Try(TestSystem system, string userName, string password) =>
        system.As(null, async s => (await s.GetRequiredService<SignInPerson>().Handle(new(userName, password, null), default)).Ok);

    private static Task<List<Act>> Acts(TestSystem system) =>
        system.Db(db => db.Acts.Where(a => a.Verb.StartsWith("account.sign-in")).OrderBy(a => a.Id).ToListAsync());
}
