using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Features.Views;
using ThiDua.App.Lists;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Lists;

/// <summary>An address kept under a name: for oneself, or by whoever runs the campaign for the unit.</summary>
public sealed class SavedViewTests
{
    [Theory, BothEngines]
    public async Task A_person_keeps_a_view_renames_it_and_deletes_it(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using var admin = await system.Browser(system.World.Administrator);
        await admin.Open("/admin/acts?verb=account.sign-in&sort=when&page=3");
        await admin.Follow("Lưu cách xem này");
        await admin.Send("form.narrow-page", ("Name", "  Đăng nhập  "));
        Assert.Equal("/admin/acts?verb=account.sign-in&sort=when", admin.Path);
        await admin.Open("/admin/acts");
        await admin.Follow("Đăng nhập");
        Assert.Equal("/admin/acts?verb=account.sign-in&sort=when", admin.Path);
        await admin.Follow("Lưu cách xem này");
        await admin.Send("details form", "Đổi tên", ("name", "Ai đã vào"));
        await admin.Open("/admin/acts");
        Assert.Equal("Ai đã vào", Assert.Single(admin.Page.QuerySelectorAll(".chips a")).TextContent);
        // A view of one list is no view of another, and one person's is nobody else's.
        await admin.Open("/admin");
        Assert.Empty(admin.Page.QuerySelectorAll(".chips a"));
        await admin.Open("/views?list=acts&back=/admin/acts");
        await admin.Send("details form", "Xóa");
        await admin.Open("/admin/acts");
        Assert.Empty(admin.Page.QuerySelectorAll(".chips a"));
        Assert.Equal(
            ["saved-view.delete", "saved-view.keep", "saved-view.rename"],
            await system.Db(db => db.Acts.Where(a => a.SubjectKind == "saved-view").Select(a => a.Verb).OrderBy(v => v).ToListAsync())
        );
    }

    [Theory, BothEngines]
    public async Task A_units_view_is_seen_below_it_and_changed_by_whoever_runs_the_campaign(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using var office = await system.Browser(system.World.OfficeHead);
        await office.Open("/views?list=notices&back=%2Fnotices%3Fread%3Dno");
        await office.Send("form.narrow-page", ("Name", "Chưa xem"), ("unit", system.World.Commune.PublicId));
        Assert.Equal("/notices?read=no", office.Path);
        using var head = await system.Browser(system.World.HamletHeads[2]);
        await head.Open("/notices");
        Assert.Equal("/notices?read=no", Assert.Single(head.Page.QuerySelectorAll(".chips a")).GetAttribute("href"));
        await head.Open("/views?list=notices&back=/notices");
        Assert.Null(head.Page.QuerySelector("main details form"));
        var view = await system.Db(db => db.Set<SavedView>().Select(v => v.PublicId).SingleAsync());
        var refused = await system.As(
            system.World.HamletHeads[2],
            s => s.GetRequiredService<ChangeView>().Delete(view, CancellationToken.None)
        );
        Assert.True(refused.Missing);
        var foreign = await system.As(
            system.World.HamletHeads[2],
            s =>
                s.GetRequiredService<KeepView>()
                    .Handle(new("notices", "/notices", "X", system.World.Commune.PublicId), CancellationToken.None)
        );
        Assert.True(foreign.Missing);
    }

    [Theory, BothEngines]
    public async Task Twenty_are_enough_and_names_are_kept_apart(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        Task<Shared.Outcome> Keep(string? name, string back = "/notices?read=no") =>
            system.As(
                system.World.OfficeHead,
                s => s.GetRequiredService<KeepView>().Handle(new("notices", back, name, null), CancellationToken.None)
            );
        Assert.Equal("Name", Assert.Single((await Keep(" ")).Errors).Field);
        Assert.Equal("Name", Assert.Single((await Keep(new string('x', 81))).Errors).Field);
        Assert.False((await Keep("dài", "/notices?q=" + new string('x', 2_000))).Ok);
        for (var i = 0; i < SavedView.Most; i++)
            Assert.True((await Keep($"Cách {i}")).Ok);
        Assert.Contains("nhiều nhất 20", Assert.Single((await Keep("Một nữa")).Errors).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//example.org/x")]
    [InlineData("https://example.org/")]
    [InlineData("/\\example.org")]
    public async Task Nobody_is_led_elsewhere(string back)
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        using var office = await system.Browser(system.World.OfficeHead);
        await office.Open("/views?list=notices&back=" + Uri.EscapeDataString(back));
        Assert.DoesNotContain("example.org", office.Page.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
        await office.Send("form.narrow-page", ("Name", "X"));
        Assert.Equal(HttpStatusCode.OK, office.Status);
        Assert.StartsWith("/", office.Path, StringComparison.Ordinal);
    }
}
