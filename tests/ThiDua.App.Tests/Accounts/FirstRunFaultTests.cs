using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Features.Accounts.FirstRun;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Accounts;

/// <summary>S10: eight posts at once made eight administrators.</summary>
public sealed class FirstRunFaultTests
{
    [Theory, BothEngines]
    public async Task Of_eight_posts_at_once_one_wins_and_the_others_are_told(Engine engine)
    {
        await using var system = await TestSystem.Empty(engine);
        using var browser = await system.Browser();
        var token = (await browser.Open("/first-run")).QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(n =>
                    browser.Client.PostAsync("/first-run", Form(system, token, $"quantri{n}"), TestContext.Current.CancellationToken)
                )
        );
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        Assert.Single(answers, a => a.RequestMessage!.RequestUri!.AbsolutePath == "/sign-in");
        var told = await Task.WhenAll(
            answers.Where(a => a.RequestMessage!.RequestUri!.AbsolutePath == "/first-run").Select(a => a.Content.ReadAsStringAsync())
        );
        Assert.Equal(7, told.Count(t => t.Contains("đã được thiết lập", StringComparison.Ordinal)));
        Assert.Equal(1, await system.Db(db => db.Accounts.CountAsync()));
        Assert.Equal(1, await system.Db(db => db.Units.CountAsync()));
        Assert.Equal(1, await system.Db(db => db.Acts.CountAsync(a => a.Verb == "account.create")));
    }

    [Theory, BothEngines]
    public async Task Handlers_at_once_make_one_system(Engine engine)
    {
        await using var system = await TestSystem.Empty(engine);
        var made = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(n =>
                    system.As(
                        null,
                        s =>
                            s.GetRequiredService<CreateSystem>()
                                .Handle(
                                    new()
                                    {
                                        UnitName = $"Xã {n}",
                                        UnitKind = "commune",
                                        FullName = $"Quản trị {n}",
                                        UserName = $"admin{n}",
                                        Password = "mot cau de nho",
                                    },
                                    default
                                )
                    )
                )
        );
        Assert.Single(made, m => m.Ok);
        Assert.Equal(7, made.Count(m => m.Missing));
    }

    [Theory, BothEngines]
    public async Task Empty_long_and_unreadable_answers_are_shown_beside_their_fields(Engine engine)
    {
        await using var system = await TestSystem.Empty(engine);
        using var browser = await system.Browser();
        await browser.Open("/first-run");
        await browser.Send(
            "form",
            ("Code", Code(system)),
            ("UnitName", new string('x', 5000)),
            ("FullName", " "),
            ("UserName", ""),
            ("Password", "1111111111"),
            ("UnitKind", "99")
        );
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        Assert.Equal(
            ["#FullName", "#Password", "#UnitKind", "#UnitName", "#UserName"],
            browser.Page.QuerySelectorAll("[role=alert] a").Select(a => a.GetAttribute("href")!).Distinct().Order(StringComparer.Ordinal)
        );
        Assert.Equal(0, await system.Db(db => db.Accounts.CountAsync()));
    }

    private static string Code(TestSystem system) => system.Services.GetRequiredService<FirstRunCode>().Value;

    private static FormUrlEncodedContent Form(TestSystem system, string token, string userName) =>
        new([
            new("__RequestVerificationToken", token),
            new("Code", Code(system)),
            new("UnitName", "Xã Hòa Bình Mẫu"),
            new("UnitKind", "commune"),
            new("FullName", "Nguyễn Thị Hoa"),
            new("UserName", userName),
            new("Password", "mot cau de nho"),
        ]);
}
