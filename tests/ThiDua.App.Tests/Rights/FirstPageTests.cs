using System.Net;
using ThiDua.App.Security;
using ThiDua.App.Tests.Packs;
using ThiDua.App.Tests.Reporting;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Rights;

/// <summary>Each role lands on its own first page, and nobody is led to a page that they may not open.</summary>
public sealed class FirstPageTests
{
    private static readonly (string Role, string First, string[] Menu)[] Expected =
    [
        (Roles.Administrator, "/admin", ["/admin", "/units"]),
        (
            Roles.CampaignOffice,
            "/my-work",
            ["/my-work", "/progress", "/tasks", "/review", "/registers", "/map", "/plans", "/papers", "/units"]
        ),
        (Roles.Leader, "/", ["/", "/review", "/progress", "/tasks", "/registers", "/map", "/papers", "/units"]),
        (Roles.UnitOfficer, "/my-work", ["/my-work", "/progress", "/tasks", "/registers", "/map", "/units"]),
        (Roles.CouncilMember, "/progress/{campaign}", ["/progress", "/tasks", "/registers", "/map", "/units"]),
        (Roles.Inspector, "/progress/{campaign}", ["/progress", "/tasks", "/registers", "/map", "/papers", "/units"]),
        (Roles.Auditor, "/admin/acts", ["/admin/acts", "/progress", "/tasks", "/registers", "/map", "/papers", "/units"]),
        (Roles.ApiClient, "/my-work", ["/my-work", "/progress", "/tasks", "/registers", "/map"]),
        (Statement.PackRole, "/", ["/", "/review", "/progress", "/tasks"]),
    ];

    [Theory, BothEngines]
    public async Task Each_role_has_its_own_first_page_and_menu(Engine engine)
    {
        using var pack = new SpoiltPack();
        pack.Write("roles.yaml", Statement.RolesOfPack);
        await using var system = await TestSystem.Start(engine, packs: pack.Parent);
        foreach (var (role, first, menu) in Expected)
        {
            var name = "nguoi-" + role.ToLowerInvariant();
            var who = await system.As(null, s => TestWorld.Account(s, name, "Người mới", system.World.Commune, role));
            using var browser = await system.Browser(who);
            var expected = first.Replace("{campaign}", system.World.Campaign, StringComparison.Ordinal);
            Assert.Equal((role, expected, HttpStatusCode.OK), (role, browser.Path, browser.Status));
            Assert.Equal(menu, browser.Page.QuerySelectorAll("nav.wide a").Select(a => a.GetAttribute("href")));
            foreach (var link in menu)
            {
                await browser.Open(link);
                Assert.True(browser.Status == HttpStatusCode.OK, $"{role} {link}: {browser.Status}");
            }
        }
    }

    [Theory, BothEngines]
    public async Task A_leader_sees_first_what_waits_and_then_how_it_stands(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var leader = await system.As(null, s => TestWorld.Account(s, "lanhdao", "Chủ tịch", system.World.Commune, Roles.Leader));
        using var browser = await system.Browser(leader);
        Assert.StartsWith(
            "Tình hình chung 9 đơn vị chậm báo cáo 0 chỉ tiêu chậm 0 việc chờ duyệt 0 văn bản chờ ký Không có việc nào chờ bạn quyết định.",
            browser.Text,
            StringComparison.Ordinal
        );
        var sent = await system.SentApril();
        await browser.Open("/");
        Assert.Contains("1 việc chờ duyệt", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Chờ duyệt (1) Báo cáo tháng 4/2024", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Xem toàn bộ tiến độ", browser.Text, StringComparison.Ordinal);
        await browser.Follow("Xem và duyệt Báo cáo tháng 4/2024 – Ấp 1");
        Assert.Equal(($"/review/{sent.PublicId}", HttpStatusCode.OK), (browser.Path, browser.Status));
    }

    [Theory, BothEngines]
    public async Task An_account_without_a_role_today_is_told_so(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var nobody = await system.As(null, s => TestWorld.Account(s, "chuaco", "Chưa Có", system.World.Commune));
        using var browser = await system.Browser(nobody);
        Assert.Equal(("/account", HttpStatusCode.OK), (browser.Path, browser.Status));
        Assert.StartsWith("Tài khoản của tôi Tài khoản chưa có vai trò", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            browser.Page.QuerySelectorAll("nav a"),
            a => a.GetAttribute("href") is not ("/account" or "/notices" or "/search" or "/help")
        );
    }
}
