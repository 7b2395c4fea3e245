using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Campaigns.Amend;
using ThiDua.App.Features.Plans;
using ThiDua.App.Features.Plans.Compare;
using ThiDua.App.Features.Plans.Edit;
using ThiDua.App.Features.Tasks;
using ThiDua.App.Tests.Plans;
using ThiDua.App.Tests.Support;
using ThiDua.Measures;

namespace ThiDua.App.Tests.Campaigns;

/// <summary>A later plan changes a campaign that runs; one campaign is copied to the next year; two plans are told apart.</summary>
public sealed class AmendmentTests
{
    private static readonly string Later = LaunchDesk
        .Plan.Replace("trên 75%", "trên 80%", StringComparison.Ordinal)
        .Replace("21/KH-UBND", "35/KH-UBND", StringComparison.Ordinal)
        .Replace("- Trồng 40 cây hoa giấy.", "- Tỷ lệ tuyến đường được lắp đèn chiếu sáng đạt 100%.", StringComparison.Ordinal)
        .Replace("Vận động hội viên tham gia các mô hình tự quản", "Tổ chức Ngày hội toàn dân", StringComparison.Ordinal);

    [Theory, BothEngines]
    public async Task Targets_get_versions_and_tasks_are_added_and_ended(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var desk = await LaunchDesk.Open(system);
        var campaign = await desk.Launched(new(2024, 1, 1));
        var draft = await desk.Import(Later);
        using var browser = await system.Browser(desk.Office);
        await browser.Open($"/plans/{draft.PublicId}/amend");
        Assert.Contains("trên 75%", browser.Text, StringComparison.Ordinal);
        var task = await system.Db(db =>
            db.Tasks.Where(t => t.CampaignId == campaign.Id && t.Text.Contains("mô hình tự quản")).Select(t => t.PublicId).SingleAsync()
        );
        await browser.Send("form[method=post]", ("since", "2024-05-01"), ("tasks", task));
        Assert.True(browser.Path == $"/campaigns/{campaign.PublicId}", browser.Text);
        Assert.Contains("từ 01/05/2024; trước đó: trên 75%", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Tổ chức Ngày hội toàn dân", browser.Text, StringComparison.Ordinal);

        var targets = await system.Db(db => db.Targets.Where(t => t.CampaignId == campaign.Id).ToListAsync());
        var (old, now) = (targets.Single(t => t.Value == 75 && t.Comparator == ">"), targets.Single(t => t.Value == 80));
        Assert.Equal((now.Since, (int?)old.Id, now.Since), (old.Until, now.ReplacesId, new DateOnly(2024, 5, 1)));
        // The one of which the later plan says the same has no new version.
        Assert.Single(targets, t => t.Comparator == ">=");
        Assert.True(await system.Db(db => db.TaskItems.Where(i => i.Task!.PublicId == task).AllAsync(i => i.Case.Shelved)));
        Assert.Equal("launched", await desk.State(draft.PublicId));
        Assert.Equal(1, await system.Db(db => db.Campaigns.CountAsync(c => c.UnitId == desk.Commune.Id)));
        // What was asked goes on; what is new is asked from its day.
        var owed = await desk.Owed(campaign, desk.Hamlets[0]);
        Assert.Contains(owed, o => o.Period == Period.Month(2024, 1));
        await SeeOld(browser, campaign, old, now);
        Assert.False((await desk.Move(desk.Office, campaign.PublicId, CampaignCase.Recall, "Nhầm")).Ok);
    }

    private static async Task SeeOld(Browser browser, Campaign campaign, CampaignTarget old, CampaignTarget now)
    {
        await browser.Open($"/progress/{campaign.PublicId}");
        Assert.Null(browser.Page.QuerySelector($"main a[href*='{old.PublicId}']"));
        await browser.Open($"/progress/{campaign.PublicId}/targets/{now.PublicId}");
        await browser.Follow("Xem theo chỉ tiêu cũ");
        Assert.Contains(old.PublicId, browser.Path, StringComparison.Ordinal);
        Assert.Contains("trên 75%", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Tiến độ dưới đây tính theo chỉ tiêu cũ", browser.Text, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task An_amendment_outside_of_its_campaign_leaves_nothing_behind(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var desk = await LaunchDesk.Open(system);
        var campaign = await desk.Launched();
        var draft = await desk.Import(Later);
        Task<ThiDua.App.Shared.Outcome<Campaign>> Amend(string of, DateOnly since) =>
            system.As(
                desk.Office,
                s => s.GetRequiredService<AmendCampaign>().Handle(new(draft.PublicId, null, new(of, since, [], [])), CancellationToken.None)
            );
        Assert.Equal("since", Assert.Single((await Amend(campaign.PublicId, new(2025, 1, 1))).Errors).Field);
        // A campaign of another unit is none to change.
        Assert.True((await Amend(system.World.Campaign, new(2024, 6, 1))).Missing);
        Assert.Equal("draft", await desk.State(draft.PublicId));
        Assert.False(await system.Db(db => db.Targets.AnyAsync(t => t.CampaignId == campaign.Id && t.Since != null)));
    }

    [Theory, BothEngines]
    public async Task A_campaign_is_copied_to_the_next_year_and_compared_with_this_one(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var desk = await LaunchDesk.Open(system);
        var draft = await desk.Import(
            LaunchDesk.Plan.Replace(
                "- Trồng 40 cây hoa giấy.",
                "- Giảm ít nhất 5% số vụ phạm tội về trật tự xã hội so với năm 2023.",
                StringComparison.Ordinal
            )
        );
        var campaign = await desk.Launch(draft.PublicId);
        using var browser = await system.Browser(desk.Office);
        await browser.Open($"/campaigns/{campaign.PublicId}");
        await browser.Send("form[action*='handler=Copy']");
        Assert.StartsWith("/plans/", browser.Path, StringComparison.Ordinal);
        var copy = await PlanSamples.Content(system, browser.Path.Split('/')[2]);
        Assert.Equal(
            ("Toàn dân bảo vệ an ninh Tổ quốc năm 2025", (int?)2025, null, true),
            (copy.Head.Name, copy.Head.Year, copy.Head.Symbol, copy.Head.ToCheck)
        );
        Assert.Equal((new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31)), (copy.Head.From!.Value, copy.Head.To!.Value));
        Assert.Equal(2024, copy.Targets.Single(t => t.Baseline is not null).Baseline);
        Assert.Contains(copy.Tasks, t => t.DueDate == new DateOnly(2025, 12, 15));
        // The same file, and no twin of last year's plan.
        Assert.DoesNotContain("cùng một tệp", browser.Text, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task The_same_plan_imported_twice_is_told(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var desk = await LaunchDesk.Open(system);
        var first = await desk.Import();
        var campaign = await desk.Launch(first.PublicId);
        var again = await desk.Import();
        var other = await desk.Import(LaunchDesk.Plan + "\nBản có dấu.\n");
        using var browser = await system.Browser(desk.Office);
        await browser.Open($"/plans/{again.PublicId}");
        Assert.Contains("cùng một tệp", browser.Text, StringComparison.Ordinal);
        Assert.NotNull(browser.Page.QuerySelector($"main a[href='/campaigns/{campaign.PublicId}']"));
        await browser.Open($"/plans/{other.PublicId}/launch");
        Assert.Contains("cùng số kế hoạch, cùng năm", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Số liệu mà phong trào khác đã hỏi thì không hỏi lại", browser.Text, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task A_figure_is_asked_once_however_many_campaigns_need_it(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var desk = await LaunchDesk.Open(system);
        var first = await desk.Launched();
        var second = await desk.Launch((await desk.Import(Later)).PublicId);
        var (one, two) = (await desk.Owed(first, desk.Hamlets[0]), await desk.Owed(second, desk.Hamlets[0]));
        Assert.NotEmpty(one);
        var sheet = await Sheet(desk, second, "202405");
        Assert.NotNull(sheet);
        var asked = sheet.Figures.Select(f => f.Indicator.Code).ToList();
        Assert.Contains("road.lit", asked);
        Assert.DoesNotContain("household.reached", asked);
        Assert.True(sheet.AskedElsewhere > 0);
        Assert.All(two, o => Assert.True(o.Period.Last >= second.ReportsFrom));
        // The police is asked for nothing new: no second report at all.
        Assert.Empty(await desk.Owed(second, desk.Police));
        Assert.True((await desk.Move(desk.Office, first.PublicId, CampaignCase.Recall, "Nhầm")).Ok);
        Assert.NotEmpty(await desk.Owed(second, desk.Police));
        Assert.Contains("household.reached", (await Sheet(desk, second, "202405"))!.Figures.Select(f => f.Indicator.Code));
    }

    [Theory, BothEngines]
    public async Task Plans_are_compared_as_they_were_launched(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var desk = await LaunchDesk.Open(system);
        var first = await desk.Import();
        var trees = (await PlanSamples.Content(system, first.PublicId)).Targets.Single(t =>
            t.Text.Contains("hoa giấy", StringComparison.Ordinal)
        );
        await system.As(
            desk.Office,
            s =>
                s.GetRequiredService<MarkItem>().Handle(new(first.PublicId, trees.Id, trees.Version, ItemMark.Drop), CancellationToken.None)
        );
        await desk.Launch(first.PublicId);
        var second = await desk.Import(Later.Replace("trên 80%", "trên 75%", StringComparison.Ordinal));
        using var browser = await system.Browser(desk.Office);
        await browser.Open($"/plans/compare?a={first.PublicId}&b={second.PublicId}");
        var rows = browser.Page.QuerySelectorAll("table.changes tbody tr").Select(r => Browser.Fold(r.TextContent)).ToList();
        Assert.DoesNotContain(rows, r => r.Contains("hoa giấy", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.StartsWith("Mới", StringComparison.Ordinal) && r.Contains("đèn", StringComparison.Ordinal));
    }

    private static Task<ThiDua.App.Features.Reporting.ReportSheet?> Sheet(LaunchDesk desk, Campaign campaign, string period) =>
        desk.System.As(
            desk.Head,
            s =>
                s.GetRequiredService<ThiDua.App.Features.Reporting.ReportSheets>()
                    .Find(desk.Hamlets[0].PublicId, campaign.PublicId, period, "report.submit", CancellationToken.None)
        );
}
