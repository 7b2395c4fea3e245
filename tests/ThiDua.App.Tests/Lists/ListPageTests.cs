using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Data;
using ThiDua.App.Security;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Lists;

/// <summary>What every list does, seen on those that stand: all in the address, without script.</summary>
public sealed class ListPageTests
{
    /// <summary>Acts of the office head, the newest last.</summary>
    private static Task Acts(TestSystem system, int count) =>
        system.As(
            system.World.OfficeHead,
            async s =>
            {
                var (db, viewer) = (s.GetRequiredService<AppDb>(), s.GetRequiredService<Viewer>());
                for (var i = 1; i <= count; i++)
                    viewer.Record("unit.change", "unit", "x", system.World.Hamlets[i % 2].Id, $"Căn cứ số {i:00000}");
                await db.SaveChangesAsync();
            }
        );

    private static IEnumerable<string> Column(Browser browser, string label) =>
        browser.Page.QuerySelectorAll($"table.rows td[data-label='{label}']").Select(c => Browser.Fold(c.TextContent));

    [Theory, BothEngines]
    public async Task Pages_follow_one_another_and_keep_search_filter_and_order(Engine engine)
    {
        await using var system = await TestSystem.Start(engine, also: TestSystem.WithoutLoops);
        await Acts(system, 120);
        using var admin = await system.Browser(system.World.Administrator);
        await admin.Open($"/admin/acts?q=lan&verb=unit.change&unit={system.World.Hamlets[0].PublicId}&sort=when");
        Assert.Equal("Căn cứ số 00002", Column(admin, "Lý do").First());
        Assert.Contains("60 dòng", admin.Text, StringComparison.Ordinal);
        Assert.Contains("Trang 1 / 2", admin.Text, StringComparison.Ordinal);
        await admin.Follow("Sau");
        Assert.Equal("Căn cứ số 00120", Column(admin, "Lý do").Last());
        Assert.Equal(10, Column(admin, "Lý do").Count());
        Assert.Equal("lan", admin.Page.QuerySelector("#q")!.GetAttribute("value"));
        await admin.Follow("Lúc ▴");
        Assert.Equal("Căn cứ số 00120", Column(admin, "Lý do").First());
        Assert.DoesNotContain("page=", admin.Path, StringComparison.Ordinal);
        Assert.Equal("descending", admin.Page.QuerySelector("th[aria-sort]")!.GetAttribute("aria-sort"));
        await admin.Send("form[role=search]", ("q", ""));
        Assert.Contains("sort=-when", admin.Path, StringComparison.Ordinal);
        Assert.Contains("verb=unit.change", admin.Path, StringComparison.Ordinal);
        await admin.Follow("Bỏ lọc");
        Assert.Equal("/admin/acts?sort=-when", admin.Path);
    }

    [Theory, BothEngines]
    public async Task A_long_list_is_counted_to_ten_thousand_and_exactly_when_asked(Engine engine)
    {
        await using var system = await TestSystem.Start(engine, also: TestSystem.WithoutLoops);
        await Acts(system, 10_050);
        using var admin = await system.Browser(system.World.Administrator);
        await admin.Open("/admin/acts?verb=unit.change");
        Assert.Contains("Hơn 10.000 dòng", admin.Text, StringComparison.Ordinal);
        await admin.Follow("Đếm chính xác");
        Assert.Contains("10.050 dòng", admin.Text, StringComparison.Ordinal);
        await admin.Open("/admin/acts?verb=unit.change&page=99999");
        Assert.Contains("Trang 200 / 200", admin.Text, StringComparison.Ordinal);
        Assert.Equal(50, Column(admin, "Lý do").Count());
        Assert.Contains("Hãy lọc bớt", admin.Text, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task Columns_are_chosen_and_print_shows_them_all(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        await Acts(system, 60);
        using var admin = await system.Browser(system.World.Administrator);
        await admin.Open("/admin/acts?verb=unit.change");
        Assert.Equal(["Đối tượng"], admin.Page.QuerySelectorAll("th.only-print").Select(h => h.TextContent.Trim()));
        Assert.Contains("Xã Hòa Thuận Mẫu. Lúc 10:00 15/05/2024", admin.Text, StringComparison.Ordinal);
        await admin.Follow("Xem bản in");
        Assert.Equal(60, Column(admin, "Lý do").Count());
        await admin.Open("/admin/acts?columns=unit&columns=subject");
        Assert.Equal(
            ["Việc đã làm", "Đơn vị", "Đối tượng"],
            admin.Page.QuerySelectorAll("table.rows th[scope=col]").Select(h => h.TextContent.Trim())
        );
    }

    [Theory, BothEngines]
    public async Task Names_are_found_without_marks_and_sorted_as_vietnamese_does(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using var admin = await system.Browser(system.World.Administrator);
        await admin.Open("/admin?q=nguyen+lan&sort=name");
        Assert.Equal("Nguyễn Thị Lan", Assert.Single(admin.Page.QuerySelectorAll("table.rows tbody th")).TextContent.Trim());
        await admin.Open("/admin?q=khong+co+ai");
        Assert.Contains("Không có dòng nào khớp", admin.Text, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task A_unit_of_others_narrows_nothing_and_shows_nothing(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var below = await system.As(
            null,
            s => TestWorld.Account(s, "quantriap", "Quản trị ấp", system.World.Hamlets[0], Roles.Administrator)
        );
        using var admin = await system.Browser(below);
        await admin.Open($"/admin?unit={system.World.Hamlets[1].PublicId}");
        Assert.DoesNotContain("Ấp 2", admin.Text, StringComparison.Ordinal);
        Assert.Contains("Quản trị ấp", admin.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/admin", 8)]
    [InlineData("/admin/acts", 6)]
    [InlineData("/admin/jobs", 5)]
    [InlineData("/notices", 5)]
    [InlineData("/units", 8)]
    public async Task A_list_asks_its_database_the_same_few_questions_however_many_rows_it_shows(string address, int most)
    {
        var counter = new QueryCounter();
        await using var system = await TestSystem.Start(
            Engine.Sqlite,
            also: s =>
            {
                s.AddSingleton<IInterceptor>(counter);
                TestSystem.WithoutLoops(s);
            }
        );
        await Acts(system, 200);
        using var admin = await system.Browser(system.World.Administrator);
        await admin.Open(address);
        counter.Restart();
        await admin.Open(address);
        Assert.Equal(HttpStatusCode.OK, admin.Status);
        Assert.InRange(counter.Count, 1, most);
    }

    [Theory]
    [InlineData("?page=0&sort=nichts&columns=,,&unit=x&day-from=2024-99-99&exact=maybe&totals=1&print=2")]
    [InlineData("?sort=-&columns=&page=-5&state=..&verb=%27")]
    public async Task What_nobody_would_ask_is_answered_with_the_plain_list(string query)
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        using var admin = await system.Browser(system.World.Administrator);
        foreach (var address in new[] { "/admin", "/admin/acts", "/admin/jobs", "/notices" })
        {
            await admin.Open(address + query);
            Assert.Equal(HttpStatusCode.OK, admin.Status);
        }
    }
}
