using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Features.Reporting;
using ThiDua.App.Features.Tasks;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Reporting;

/// <summary>The pages of reporting as a person without JavaScript uses them.</summary>
public sealed class ReportPagesTests
{
    private static string April(TestSystem system, int hamlet = 0) =>
        $"/reports/{system.World.Hamlets[hamlet].PublicId}/{system.World.Campaign}/202404";

    private static (string, string?)[] Typed(params (string Code, string Value)[] changed) =>
        [
            .. ReportDesk.April.Where(v => changed.All(c => c.Code != v.Key)).Select(v => (v.Key, (string?)v.Value)),
            .. changed.Select(c => (c.Code, (string?)c.Value)),
        ];

    [Fact]
    public async Task A_hamlet_head_finds_fills_in_and_sends_the_report()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        using var browser = await system.Browser(system.World.HamletHeads[0]);
        Assert.Equal("/my-work", browser.Path);
        Assert.Equal(4, browser.Page.QuerySelectorAll(".duty").Length);
        Assert.Contains("Quá hạn 9 ngày (hạn 06/05/2024)", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Hạn này chưa kiểm chứng, văn phòng có thể sửa.", browser.Text, StringComparison.Ordinal);
        await browser.Open(browser.Page.QuerySelectorAll(".duty a").Last().GetAttribute("href")!);
        Assert.Equal(April(system), browser.Path);
        Assert.Contains("Phần 1 trên 4:", browser.Text, StringComparison.Ordinal);
        await browser.Send("form.report", "Gửi báo cáo", [.. Typed(), ("results", "Đã họp dân 2 lần.")]);
        Assert.Contains("Báo cáo đã gửi", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Văn phòng sẽ duyệt hoặc trả lại", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Gửi Trưởng Ấp 1", browser.Text, StringComparison.Ordinal);
        await browser.Open("/my-work");
        Assert.Equal(3, browser.Page.QuerySelectorAll(".duty").Length);
        Assert.Contains("Đã gửi, chờ duyệt", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_figures_come_back_with_their_errors_and_all_that_was_typed()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        using var browser = await system.Browser(system.World.HamletHeads[0]);
        await browser.Open(April(system));
        await browser.Send("form.report", "Gửi báo cáo", Typed(("road.lit", "chín"), ("household.reached", "999"), ("model.total", "")));
        Assert.Equal("chín", browser.Page.QuerySelector("[name='road.lit']")!.GetAttribute("value"));
        Assert.Equal(3, browser.Page.QuerySelectorAll("[role=alert] a").Length);
        Assert.All(
            browser.Page.QuerySelectorAll("[role=alert] a"),
            a => Assert.NotNull(browser.Page.GetElementById(a.GetAttribute("href")![1..]))
        );
        Assert.NotNull(browser.Page.QuerySelector("textarea[name='comment.model.total']"));
        Assert.Equal("true", browser.Page.QuerySelector("[name='road.lit']")!.GetAttribute("aria-invalid"));
        await browser.Open(April(system));
        Assert.Equal("chín", browser.Page.QuerySelector("[name='road.lit']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Two_windows_are_told_apart()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        using var one = await system.Browser(system.World.HamletHeads[0]);
        using var other = await system.Browser(system.World.HamletHeads[0]);
        await one.Open(April(system));
        await other.Open(April(system));
        await one.Send("form.report", "Lưu bản nháp", ("road.lit", "9"));
        await other.Send("form.report", "Lưu bản nháp", ("road.lit", "7"));
        Assert.Contains("vừa được sửa ở một cửa sổ khác", other.Text, StringComparison.Ordinal);
        Assert.Contains("Bản đã lưu: 9", other.Text, StringComparison.Ordinal);
        Assert.Equal("7", other.Page.QuerySelector("[name='road.lit']")!.GetAttribute("value"));
        await other.Send("form.report", "Lưu bản nháp");
        Assert.Equal("7", (await system.Drafted()).Values["road.lit"]);
    }

    [Fact]
    public async Task Nothing_happened_fills_zero_where_something_is_counted()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        using var browser = await system.Browser(system.World.PoliceOfficer);
        await browser.Open($"/reports/{system.World.Police.PublicId}/{system.World.Campaign}/202401");
        Assert.Contains("Ghi số có vào ngày 01/01/2024", browser.Text, StringComparison.Ordinal);
        await browser.Send("form.report", "Không phát sinh: ghi 0 vào ô còn trống", ("crime.cases", "3"));
        Assert.Equal(
            ["3", "0", ""],
            new[] { "crime.cases", "crime.cleared", "wanted.standing" }.Select(n =>
                browser.Page.QuerySelector($"[name='{n}']")!.GetAttribute("value")
            )
        );
    }

    [Fact]
    public async Task The_script_saves_a_draft_and_hears_of_a_conflict()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        using var browser = await system.Browser(system.World.HamletHeads[0]);
        await browser.Open(April(system));
        async Task<(HttpStatusCode, string)> Quietly(string version)
        {
            var token = browser.Page.QuerySelector("form.report [name=__RequestVerificationToken]")!.GetAttribute("value")!;
            using var request = new HttpRequestMessage(HttpMethod.Post, April(system))
            {
                Content = new FormUrlEncodedContent([
                    new("act", "save"),
                    new("version", version),
                    new("road.lit", version),
                    new("__RequestVerificationToken", token),
                ]),
            };
            request.Headers.Add("X-Autosave", "1");
            var answer = await browser.Client.SendAsync(request);
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }
        var (status, said) = await Quietly("0");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("\"version\":1", said, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await Quietly("0")).Item1);
    }

    [Fact]
    public async Task The_office_returns_with_a_reason_and_approves_what_comes_back()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        await system.SentApril();
        using var office = await system.Browser(system.World.Reviewer);
        await office.Open("/review");
        await office.Open(office.Page.QuerySelector("tbody a")!.GetAttribute("href")!);
        Assert.Contains("Số tuyến", office.Text, StringComparison.Ordinal);
        await office.Send("details form", ("reason", ""));
        Assert.Contains("Cần ghi lý do", office.Text, StringComparison.Ordinal);
        await office.Send("details form", ("reason", "Xem lại số tuyến đường"));
        Assert.Equal("/review", office.Path);
        using var head = await system.Browser(system.World.HamletHeads[0]);
        Assert.Contains("Xem lại số tuyến đường", head.Page.QuerySelector(".duty")!.TextContent, StringComparison.Ordinal);
        await head.Open(April(system));
        await head.Send("form.report", "Gửi báo cáo", ("road.lit", "8"));
        await office.Open("/review");
        await office.Open(office.Page.QuerySelector("tbody a")!.GetAttribute("href")!);
        await office.Send("form.actions");
        Assert.Equal("approved", await system.State());
        await office.Open("/review?kind=report&state=approved");
        Assert.Contains("Ấp 1", office.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sender_is_told_why_they_cannot_approve()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        var sent = await system.Submit(system.World.OfficeHead, system.Input(system.World.Hamlets[0], "202404", ReportDesk.April));
        using var office = await system.Browser(system.World.OfficeHead);
        await office.Open($"/review/{sent.Value!.PublicId}");
        Assert.Contains("bước quyết định do người khác làm", office.Text, StringComparison.Ordinal);
        Assert.Null(office.Page.QuerySelector("form.actions"));
    }

    [Fact]
    public async Task What_one_may_not_see_is_not_there()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        var report = await system.SentApril();
        using var other = await system.Browser(system.World.HamletHeads[1]);
        foreach (
            var path in new[]
            {
                April(system),
                "/review",
                $"/review/{report.PublicId}",
                "/admin/acts",
                $"/reports/{system.World.Hamlets[1].PublicId}/{system.World.Campaign}/209904",
            }
        )
        {
            await other.Open(path);
            Assert.Equal((path, HttpStatusCode.NotFound), (path, other.Status));
        }
    }

    [Fact]
    public async Task The_office_is_not_asked_for_what_the_hamlets_send()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        await system.SentApril();
        using var office = await system.Browser(system.World.OfficeHead);
        Assert.Contains("Có 1 việc đang chờ bạn quyết định", office.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(office.Page.QuerySelectorAll(".duty"), d => d.TextContent.Contains("Ấp", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tasks_and_targets_stand_below_with_their_part()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        await system.As(null, s => s.GetRequiredService<BeginTasks>().Handle(CancellationToken.None));
        using var women = await system.Browser(system.World.WomenOfficer);
        Assert.Contains("Vận động hội viên", women.Text, StringComparison.Ordinal);
        Assert.Contains("Phối hợp với đơn vị khác (1)", women.Text, StringComparison.Ordinal);
        using var head = await system.Browser(system.World.HamletHeads[0]);
        Assert.NotNull(head.Page.QuerySelector($"a[href^='/progress/{system.World.Campaign}/targets/']"));
    }

    [Fact]
    public async Task The_record_of_acts_is_searched_without_marks_and_filtered()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        await system.SentApril();
        using var admin = await system.Browser(system.World.Administrator);
        await admin.Open("/admin/acts");
        await admin.Send("form.filters", ("q", "truong ap 1"), ("verb", "report.submit"));
        Assert.Contains("1 dòng.", admin.Text, StringComparison.Ordinal);
        Assert.Contains("Gửi báo cáo", admin.Page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        await admin.Send("form.filters", ("q", ""), ("verb", ""), ("day-from", "2024-05-16"));
        Assert.Contains("Không có dòng nào khớp", admin.Text, StringComparison.Ordinal);
    }
}
