using Microsoft.EntityFrameworkCore;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Reporting;

/// <summary>Deciding on what was sent, as a browser without JavaScript gets it.</summary>
public sealed class ReviewPageTests
{
    private const string Approve = "Duyệt các việc đã chọn";

    private static async Task<IReadOnlyList<string>> SentByAll(TestSystem system)
    {
        var sent = new List<string>();
        foreach (var (head, hamlet) in system.World.HamletHeads.Zip(system.World.Hamlets))
            sent.Add((await system.Submit(head, system.Input(hamlet, "202404", ReportDesk.April))).Value!.PublicId);
        return sent;
    }

    [Theory, BothEngines]
    public async Task What_was_changed_since_it_was_last_sent_stands_first_beside_what_was_sent(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var sent = await system.SentApril();
        using var reviewer = await system.Browser(system.World.Reviewer);
        await reviewer.Open($"/review/{sent.PublicId}");
        Assert.DoesNotContain("Lần gửi trước", reviewer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Cần xem trước", reviewer.Text, StringComparison.Ordinal);
        await system.Review(system.World.Reviewer, sent.PublicId, "return", "Đếm lại.");
        var again = new Dictionary<string, string>(ReportDesk.April) { ["household.reached"] = "224" };
        Assert.Empty((await system.Submit(system.World.HamletHeads[0], system.Input(system.World.Hamlets[0], "202404", again))).Errors);
        await reviewer.Open($"/review/{sent.PublicId}");
        var first = reviewer.Page.QuerySelector("table.reported")!;
        Assert.Equal("Cần xem trước (1)", first.QuerySelector("caption")!.TextContent);
        var row = Browser.Fold(Assert.Single(first.QuerySelectorAll("tbody tr")).TextContent);
        Assert.Contains("224 hộ 240 hộ", row, StringComparison.Ordinal);
        Assert.Contains("Đã sửa so với lần gửi trước", row, StringComparison.Ordinal);
        await reviewer.Open("/review");
        Assert.Contains(
            "Gửi lần thứ 2 · Gửi muộn · Phong trào Toàn dân bảo vệ an ninh Tổ quốc năm 2024",
            reviewer.Text,
            StringComparison.Ordinal
        );
    }

    [Theory, BothEngines]
    public async Task All_of_a_page_are_approved_in_three_clicks_and_stay_in_sight(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        await SentByAll(system);
        using var reviewer = await system.Browser(system.World.Reviewer);
        await reviewer.Open("/review?kind=report");
        await reviewer.Follow("Chọn tất cả dòng trên trang");
        Assert.Equal(6, reviewer.Page.QuerySelectorAll("input[name=pick][checked]").Length);
        await reviewer.Send("form.printed", Approve, [.. Picked(reviewer)]);
        Assert.Contains("Đã làm xong 6 trên 6 việc.", reviewer.Text, StringComparison.Ordinal);
        Assert.Equal(6, reviewer.Page.QuerySelectorAll("section[aria-labelledby=recent] li").Length);
    }

    [Theory, BothEngines]
    public async Task A_slip_is_taken_back_by_the_flows_own_act_and_said_in_the_history(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var sent = await system.SentApril();
        await system.Review(system.World.Reviewer, sent.PublicId, "approve");
        using var other = await system.Browser(system.World.OfficeHead);
        await other.Open("/review");
        Assert.Empty(other.Page.QuerySelectorAll("section[aria-labelledby=recent]"));
        using var reviewer = await system.Browser(system.World.Reviewer);
        await reviewer.Open("/review");
        await reviewer.Send("section[aria-labelledby=recent] form", "Mở lại Báo cáo tháng 4/2024 – Ấp 1");
        Assert.Contains("Đã hoàn tác: Báo cáo tháng 4/2024", reviewer.Text, StringComparison.Ordinal);
        Assert.Equal("reopened", await system.State());
        Assert.Equal(
            "Hoàn tác: quyết định trước là nhầm, cần xem lại.",
            await system.Db(db => db.Acts.Where(a => a.Verb == "report.reopen").Select(a => a.Reason).SingleAsync())
        );
    }

    [Theory, BothEngines]
    public async Task What_was_returned_stays_in_sight_until_it_is_sent_again(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var sent = await system.SentApril();
        await system.Review(system.World.Reviewer, sent.PublicId, "return", "Đếm lại.");
        using var reviewer = await system.Browser(system.World.Reviewer);
        await reviewer.Open("/review");
        var recent = Browser.Fold(reviewer.Page.QuerySelector("section[aria-labelledby=recent] li")!.TextContent);
        Assert.StartsWith("Báo cáo tháng 4/2024 – Ấp 1 Trả lại", recent, StringComparison.Ordinal);
        Assert.Contains("Bị trả lại", recent, StringComparison.Ordinal);
        system.Clock.Advance(TimeSpan.FromDays(2));
        using var later = await system.Browser(system.World.Reviewer);
        await later.Open("/review");
        Assert.Empty(later.Page.QuerySelectorAll("section[aria-labelledby=recent]"));
        await later.Open("/review?kind=report&state=returned");
        Assert.Single(later.Page.QuerySelectorAll("tbody tr"));
    }

    [Theory, BothEngines]
    public async Task The_queue_of_reports_is_narrowed_by_campaign_and_period(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        await SentByAll(system);
        using var reviewer = await system.Browser(system.World.Reviewer);
        foreach (
            var (query, rows) in new[]
            {
                ("period=202404", 6),
                ("period=202403", 0),
                ($"campaign={system.World.Campaign}", 6),
                ($"unit={system.World.Hamlets[1].PublicId}&period=202404", 1),
            }
        )
        {
            await reviewer.Open($"/review?kind=report&{query}");
            Assert.True(reviewer.Page.QuerySelectorAll("tbody tr").Length == (query == "period=202403" ? 6 : rows), query);
        }
        Assert.Contains(reviewer.Page.QuerySelectorAll("select[name=period] option"), o => o.TextContent == "tháng 4/2024");
    }

    [Theory, BothEngines]
    public async Task Who_is_of_another_line_is_asked_and_not_directed(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var world = system.World;
        var values = new Dictionary<string, string> { ["crime.cases"] = "8", ["crime.cleared"] = "6" };
        var comments = new Dictionary<string, string>();
        var sheet = system.Input(world.Police, "202404", values);
        var tried = await system.Submit(world.PoliceOfficer, sheet);
        foreach (var doubt in tried.Errors)
            comments[doubt.Field.Replace("comment.", "", StringComparison.Ordinal)] = "Chưa có số liệu.";
        var sent = await system.Submit(world.PoliceOfficer, sheet with { Comments = comments });
        Assert.Empty(sent.Errors);
        using var reviewer = await system.Browser(world.Reviewer);
        await reviewer.Open($"/review/{sent.Value!.PublicId}");
        Assert.Contains("Đã gửi, chờ tiếp nhận", reviewer.Text, StringComparison.Ordinal);
        Assert.Equal(["Tiếp nhận", "Đề nghị bổ sung"], reviewer.Page.QuerySelectorAll(".acts button").Select(b => b.TextContent));
        await system.Review(world.Reviewer, sent.Value.PublicId, "return", "Đề nghị gửi thêm số vụ đã khám phá.");
        using var police = await system.Browser(world.PoliceOfficer);
        var duty = Browser.Fold(police.Page.QuerySelector(".duty")!.TextContent);
        Assert.Contains("Được đề nghị bổ sung", duty, StringComparison.Ordinal);
        Assert.Contains("Bổ sung và gửi lại", duty, StringComparison.Ordinal);
    }

    private static IEnumerable<(string, string?)> Picked(Browser browser) =>
        browser.Page.QuerySelectorAll("input[name=pick][checked]").Select(p => ("pick", p.GetAttribute("value")));
}
