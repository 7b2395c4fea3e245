using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Cases;
using ThiDua.App.Features.Reporting;
using ThiDua.App.Files;
using ThiDua.App.Forms;
using ThiDua.App.Tests.Facts;
using ThiDua.App.Tests.Files;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Reporting;

/// <summary>What the telephone and the phone ask of a report: windows that meet, files, taking back, errors.</summary>
public sealed class PhoneReportTests
{
    private static string April(TestSystem system, int hamlet = 0) =>
        $"/reports/{system.World.Hamlets[hamlet].PublicId}/{system.World.Campaign}/202404";

    private static (string, string?)[] Typed => [.. ReportDesk.April.Select(v => (v.Key, (string?)v.Value))];

    [Theory, BothEngines]
    public async Task What_another_window_saved_stays_where_this_one_changed_nothing(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var (head, hamlet) = (system.World.HamletHeads[0], system.World.Hamlets[0]);
        var shown = FormMerge.Mark(new Dictionary<string, string>());
        var first = system.Input(hamlet, "202404", new() { ["road.lit"] = "9" }, version: 0) with
        {
            Results = "Đã họp dân 2 lần.",
            Was = shown,
        };
        Assert.True((await system.Save(head, first)).Ok);
        var second = system.Input(hamlet, "202404", new() { ["road.lit"] = "", ["road.total"] = "12" }, version: 0) with { Was = shown };
        var saved = await system.Save(head, second);
        Assert.True(saved.Ok);
        Assert.Equal("9", saved.Value!.Others["road.lit"]);
        var drafted = await system.Drafted();
        Assert.Equal(("9", "12", "Đã họp dân 2 lần."), (drafted.Values["road.lit"], drafted.Values["road.total"], drafted.Results));
    }

    [Theory, BothEngines]
    public async Task Figures_of_another_window_are_seen_before_they_are_sent(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var (head, hamlet) = (system.World.HamletHeads[0], system.World.Hamlets[0]);
        var shown = FormMerge.Mark(new Dictionary<string, string>());
        await system.Save(head, system.Input(hamlet, "202404", new() { ["road.lit"] = "9" }, version: 0) with { Was = shown });
        var mine = new Dictionary<string, string>(ReportDesk.April) { ["road.lit"] = "" };
        var sent = await system.Submit(head, system.Input(hamlet, "202404", mine, version: 0) with { Was = shown });
        Assert.True(sent.Conflict);
        Assert.Equal("draft", await system.State());
        Assert.Equal(("9", "320"), ((await system.Drafted()).Values["road.lit"], (await system.Drafted()).Values["household.total"]));
    }

    [Theory, BothEngines]
    public async Task A_report_is_withdrawn_until_somebody_decides(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var sent = await system.SentApril();
        Assert.False((await system.Review(system.World.HamletHeads[1], sent.PublicId, "withdraw")).Ok);
        Assert.True((await system.Review(system.World.HamletHeads[0], sent.PublicId, "withdraw")).Ok);
        Assert.Equal("draft", await system.State());
        Assert.Equal(await system.Rebuilt(), await system.Stored());
        var mended = new Dictionary<string, string>(ReportDesk.April) { ["road.lit"] = "8" };
        Assert.True((await system.Submit(system.World.HamletHeads[0], system.Input(system.World.Hamlets[0], "202404", mended))).Ok);
        Assert.True((await system.Review(system.World.Reviewer, sent.PublicId, "approve")).Ok);
        Assert.False((await system.Review(system.World.HamletHeads[0], sent.PublicId, "withdraw")).Ok);
        Assert.Equal("approved", await system.State());
    }

    [Theory, BothEngines]
    public async Task What_was_returned_is_returned_again_when_its_sending_is_taken_back(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var (head, sent) = (system.World.HamletHeads[0], await system.SentApril());
        Assert.True((await system.Review(system.World.Reviewer, sent.PublicId, "return", "Số đường chưa đúng")).Ok);
        var due = await system.Db(db => db.Cases.Where(c => c.PublicId == sent.PublicId).Select(c => c.Due).SingleAsync());
        for (var time = 0; time < 2; time++)
        {
            Assert.True((await system.Submit(head, system.Input(system.World.Hamlets[0], "202404", new(ReportDesk.April)))).Ok);
            Assert.True((await system.Review(head, sent.PublicId, "withdraw")).Ok);
            var found = await system.Db(db => db.Cases.SingleAsync(c => c.PublicId == sent.PublicId));
            Assert.Equal(("returned", "Số đường chưa đúng", due), (found.State, found.Reason, found.Due));
        }
    }

    [Fact]
    public async Task As_last_time_fills_one_figure_or_all_that_are_empty()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        await system.SentApril();
        system.SetClock(2024, 6, 3);
        using var head = await system.Browser(system.World.HamletHeads[0]);
        await head.Open(April(system).Replace("202404", "202405", StringComparison.Ordinal));
        string Value(string name) => head.Page.QuerySelector($"[name='{name}']")!.GetAttribute("value") ?? "";
        await head.Send("form.report", Browser.Fold(head.Page.QuerySelector("button[data-of='road.total']")!.TextContent));
        Assert.Equal(("12", ""), (Value("road.total"), Value("road.lit")));
        await head.Send("form.report", "Như kỳ trước: điền các ô còn trống", ("road.lit", "10"));
        Assert.Equal(("12", "10", "320"), (Value("road.total"), Value("road.lit"), Value("household.total")));
    }

    [Theory, BothEngines]
    public async Task Photos_and_minutes_are_kept_though_the_report_comes_back(Engine engine)
    {
        await using var system = await FileDesk.Begin(engine);
        using var head = await system.Browser(system.World.HamletHeads[0]);
        await head.Open(April(system));
        await head.Upload("form.report", "minutes", "bien-ban.txt", "Biên bản họp ấp"u8.ToArray());
        await head.Open(April(system));
        Assert.Contains("bien-ban.txt", head.Text, StringComparison.Ordinal);
        await head.Send("form.report", "Gửi báo cáo", [.. Typed, ("road.lit", "chín")]);
        Assert.Contains("bien-ban.txt", head.Text, StringComparison.Ordinal);
        await head.Upload("form.report", "photos", "anh.jpg", "<html>"u8.ToArray());
        Assert.NotNull(head.Page.QuerySelector("#photos-error"));
        await head.Send("form.report", "Gửi báo cáo", Typed);
        Assert.Contains("Báo cáo đã gửi", head.Text, StringComparison.Ordinal);
        var report = await system.Db(db => db.Reports.Select(r => r.Case.PublicId).SingleAsync());
        var file = Assert.Single(await system.Attachments());
        Assert.Equal((CaseFiles.Code, report, AttachmentKind.Minutes), (file.OwnerKind, file.OwnerKey, file.Kind));
        using var reviewer = await system.Browser(system.World.Reviewer);
        await reviewer.Open($"/review/{report}");
        Assert.Contains("bien-ban.txt", reviewer.Text, StringComparison.Ordinal);
        using var other = await system.Browser(system.World.HamletHeads[1]);
        await other.Open($"/files/{file.PublicId}/bien-ban.txt");
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
        await head.Open($"/files/{file.PublicId}/bien-ban.txt");
        Assert.Equal(HttpStatusCode.OK, head.Status);
    }

    [Fact]
    public async Task Each_error_is_said_once_under_its_field_and_a_doubt_asks_its_question()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        using var head = await system.Browser(system.World.HamletHeads[0]);
        await head.Open(April(system));
        await head.Send(
            "form.report",
            "Gửi báo cáo",
            [.. Typed.Where(t => t.Item1 is not ("road.lit" or "road.total")), ("road.total", "1,5")]
        );
        Assert.Equal("Chỉ ghi số nguyên.", head.Page.QuerySelector("[id='road.total-error']")!.TextContent);
        Assert.Equal("Chưa có số. Không phát sinh thì ghi 0.", head.Page.QuerySelector("[id='road.lit-error']")!.TextContent);
        Assert.Equal("Nếu chưa có số liệu: vì sao?", head.Page.QuerySelector("label[for='comment.road.lit']")!.TextContent);
        Assert.Null(head.Page.QuerySelector("[id='comment.road.lit']")!.GetAttribute("aria-invalid"));
        var summary = head.Page.QuerySelector("[role=alert]")!;
        Assert.Equal(2, summary.QuerySelectorAll("a").Length);
        Assert.DoesNotContain("Chỉ ghi số nguyên", summary.TextContent, StringComparison.Ordinal);
        Assert.Equal("Cần xem lại 2 mục", summary.QuerySelector("h2")!.TextContent);
    }

    [Fact]
    public async Task The_browser_is_told_what_the_server_took_and_forgets_all_after_signing_out()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        var cookies = new CookieContainer();
        using var head = new Browser(system.Client(cookies));
        await head.SignIn(system.World.HamletHeads[0]);
        await head.Open(April(system));
        var keep = head.Page.QuerySelector("form.report")!.GetAttribute("data-keep")!;
        Assert.Contains("{0}", head.Page.QuerySelector("form.report")!.GetAttribute("data-send-now"), StringComparison.Ordinal);
        await head.Send("form.report", "Gửi báo cáo", ("road.lit", "chín"));
        Assert.Null(cookies.GetAllCookies()["thidua-saved"]);
        Assert.NotNull(head.Page.QuerySelector("form[data-taken]"));
        await head.Send("form.report", "Lưu bản nháp", ("road.lit", "9"));
        Assert.Equal(keep, Uri.UnescapeDataString(cookies.GetAllCookies()["thidua-saved"]!.Value));
        await head.SignOut();
        Assert.NotNull(head.Page.QuerySelector("[data-out]"));
        Assert.Equal("", head.Page.QuerySelector("body")!.GetAttribute("data-who"));
        // Led there because the session ended, nobody has signed out: what was typed stays.
        await head.Open(April(system));
        Assert.StartsWith("/sign-in", head.Path, StringComparison.Ordinal);
        Assert.Null(head.Page.QuerySelector("[data-out]"));
    }

    [Fact]
    public async Task Signing_in_leads_back_to_the_form_also_where_one_is_signed_in_already()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        using var head = await system.Browser(system.World.HamletHeads[0]);
        await head.Open($"/sign-in?ReturnUrl={Uri.EscapeDataString(April(system))}");
        Assert.Equal(April(system), head.Path);
        await head.Open("/sign-in?ReturnUrl=https%3A%2F%2Fexample.com");
        Assert.Equal("/my-work", head.Path);
    }
}
