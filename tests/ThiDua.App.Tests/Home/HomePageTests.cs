using System.Net;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Features.Tasks;
using ThiDua.App.Security;
using ThiDua.App.Tests.Progress;
using ThiDua.App.Tests.Reporting;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Home;

/// <summary>The first pages as a browser without JavaScript gets them.</summary>
public sealed class HomePageTests
{
    [Theory, BothEngines]
    public async Task The_office_sees_who_is_late_what_is_behind_and_what_waits(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        await system.Fill();
        using var office = await system.Browser(system.World.OfficeHead);
        Assert.Equal("/my-work", office.Path);
        var counts = office.Page.QuerySelectorAll(".strip li").Select(l => Browser.Fold(l.TextContent)).ToList();
        Assert.Equal(3, counts.Count);
        Assert.EndsWith("đơn vị chậm báo cáo", counts[0], StringComparison.Ordinal);
        Assert.Equal("2 chỉ tiêu chậm", counts[1]);
        Assert.NotEmpty(office.Page.QuerySelectorAll("section[aria-labelledby=late] button[name=pick]"));
        Assert.Equal(2, office.Page.QuerySelectorAll("section[aria-labelledby=behind] li").Length);
        Assert.Contains("Chậm tiến độ: dự báo 73,53%, chỉ tiêu trên 75%", office.Text, StringComparison.Ordinal);
        await office.Send("section[aria-labelledby=late] form", "Nhắc tất cả 9 đơn vị");
        Assert.StartsWith("/late?reminded=", office.Path, StringComparison.Ordinal);
        Assert.Contains("Đã gửi lời nhắc đến 9 đơn vị", office.Text, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task A_report_that_came_back_stands_first_with_why_and_by_when(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var sent = await system.SentApril();
        await system.Review(system.World.Reviewer, sent.PublicId, "return", "Số đèn chưa khớp.");
        using var head = await system.Browser(system.World.HamletHeads[0]);
        var first = Browser.Fold(head.Page.QuerySelector(".duty")!.TextContent);
        Assert.Contains("Bị trả lại, cần sửa hạn 20/05/2024 Lý do: Số đèn chưa khớp.", first, StringComparison.Ordinal);
        // The reviewer reads the same day.
        using var reviewer = await system.Browser(system.World.Reviewer);
        await reviewer.Open($"/review/{sent.PublicId}");
        Assert.Contains("hạn 20/05/2024", reviewer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Quá hạn", reviewer.Text, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task One_home_serves_who_holds_several_posts(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var both = await system.As(
            null,
            s => TestWorld.Account(s, "kiem", "Người Kiêm Nhiệm", system.World.Commune, Roles.Leader, Roles.UnitOfficer)
        );
        await system.SentApril();
        using var browser = await system.Browser(both);
        Assert.Equal("/my-work", browser.Path);
        Assert.Contains("Chờ duyệt (1)", browser.Text, StringComparison.Ordinal);
        Assert.Contains("văn bản chờ ký", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(browser.Page.QuerySelectorAll("nav.wide a"), a => a.GetAttribute("href") == "/");
    }

    [Theory, BothEngines]
    public async Task What_is_behind_is_the_same_as_on_the_page_of_progress_at_once(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using var office = await system.Browser(system.World.OfficeHead);
        Assert.Contains("0 chỉ tiêu chậm", office.Text, StringComparison.Ordinal);
        await system.Fill();
        // What was worked out is kept for some seconds only.
        system.Clock.Advance(TimeSpan.FromSeconds(21));
        await office.Open("/my-work");
        var shown = office.Page.QuerySelectorAll("section[aria-labelledby=behind] a").Select(a => a.GetAttribute("href"));
        await office.Open("/progress");
        var behind = office.Page.QuerySelectorAll(".targets .card").Where(c => c.QuerySelector(".state.soon, .state.bad") is not null);
        Assert.Equal(behind.Select(c => c.QuerySelector("h3 a")!.GetAttribute("href")), shown);
        Assert.NotEmpty(shown);
    }

    [Fact]
    public async Task A_first_page_costs_ten_queries_and_fifty_kilobytes()
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
        await system.Fill();
        await system.As(null, s => s.GetRequiredService<BeginTasks>().Handle(CancellationToken.None));
        var leader = await system.As(null, s => TestWorld.Account(s, "lanhdao", "Chủ tịch", system.World.Commune, Roles.Leader));
        foreach (var who in new[] { system.World.OfficeHead, leader, system.World.HamletHeads[0], system.World.WomenOfficer })
        {
            using var browser = await system.Browser(who);
            var home = browser.Path;
            await browser.Open(home);
            counter.Restart();
            await browser.Open(home);
            Assert.Equal(HttpStatusCode.OK, browser.Status);
            Assert.True(counter.Count is >= 1 and <= 10, $"{who.UserName}: {counter.Count} queries\n{counter.Asked}");
            var bytes = await browser.Client.GetByteArrayAsync(home, TestContext.Current.CancellationToken);
            Assert.InRange(bytes.Length, 1000, 50_000);
        }
    }
}
