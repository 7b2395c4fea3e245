using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Campaigns.Edit;
using ThiDua.App.Features.Documents.Draft;
using ThiDua.App.Features.Progress;
using ThiDua.App.Features.Reporting;
using ThiDua.App.Features.Reporting.MyWork;
using ThiDua.App.Tests.Reporting;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Campaigns;

/// <summary>A campaign is recalled while only drafts stand on it, summed up, closed and reopened.</summary>
public sealed class CampaignLifeTests
{
    [Theory, BothEngines]
    public async Task A_launch_is_recalled_and_the_plan_can_be_launched_again(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var desk = await LaunchDesk.Open(system);
        var draft = await desk.Import();
        var campaign = await desk.Launch(draft.PublicId);
        Assert.True(await Waiting(desk) > 0);
        Assert.Equal("reason", Assert.Single((await desk.Move(desk.Office, campaign.PublicId, CampaignCase.Recall)).Errors).Field);
        Assert.True((await desk.Move(desk.Office, campaign.PublicId, CampaignCase.Recall, "Phát động nhầm")).Ok);

        Assert.Equal(("recalled", "draft"), (await desk.State(campaign.PublicId), await desk.State(draft.PublicId)));
        Assert.Equal(0, await Waiting(desk));
        Assert.False(await system.Db(db => db.Set<CountingStart>().AnyAsync(c => c.UnitId == desk.Commune.Id)));
        Assert.DoesNotContain(await Seen(desk), c => c == campaign.PublicId);
        Assert.Equal(
            "Phát động nhầm",
            await system.Db(db =>
                db.Acts.Where(a => a.Verb == "campaign.recall" && a.SubjectId == campaign.PublicId).Select(a => a.Reason).SingleAsync()
            )
        );
        var task = await system.Db(db => db.Cases.Where(c => c.Kind == "task" && c.Shelved).Select(c => c.PublicId).FirstAsync());
        Assert.False((await desk.Move(desk.Office, task, "start")).Ok);

        var again = await desk.Launch(draft.PublicId);
        Assert.NotEqual(campaign.PublicId, again.PublicId);
        Assert.Equal([again.PublicId], await Seen(desk));
        Assert.True(await Waiting(desk) > 0);
    }

    [Theory, BothEngines]
    public async Task What_was_sent_or_begun_stands_in_the_way_of_a_recall(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var desk = await LaunchDesk.Open(system);
        var campaign = await desk.Launched();
        var registration = await desk.RegistrationOf(campaign, desk.Hamlets[0]);
        Assert.True((await desk.Move(desk.Head, registration.Case.PublicId, RegistrationCase.File)).Ok);
        var refused = await desk.Move(desk.Office, campaign.PublicId, CampaignCase.Recall, "Nhầm");
        Assert.Contains("1 đăng ký thi đua", Assert.Single(refused.Errors).Message, StringComparison.Ordinal);
        Assert.Equal("running", await desk.State(campaign.PublicId));
        using var office = await system.Browser(desk.Office);
        await office.Open($"/campaigns/{campaign.PublicId}");
        Assert.Contains("Chưa thu hồi được: đã có 1 đăng ký thi đua", office.Text, StringComparison.Ordinal);
        Assert.Null(office.Page.QuerySelector("main button[value=recall]"));
        Assert.True((await desk.Move(desk.Head, registration.Case.PublicId, "withdraw")).Ok);
        await office.Open($"/campaigns/{campaign.PublicId}");
        Assert.NotNull(office.Page.QuerySelector("main button[value=recall]"));
        Assert.NotNull(office.Page.QuerySelector("main a[href*='/targets/']"));
        await office.Open("/tasks");
        Assert.NotEmpty(office.Page.QuerySelectorAll("main tbody tr"));
        Assert.True((await desk.Move(desk.Office, campaign.PublicId, CampaignCase.Recall, "Nhầm")).Ok);
        await LaunchDesk.AsksForNothing(office);
        // What is recalled has no progress to lead to, and is not found.
        await office.Open($"/campaigns/{campaign.PublicId}");
        Assert.Null(office.Page.QuerySelector("main a[href*='/targets/']"));
        await office.Open("/search?q=bao+ve+an+ninh+to+quoc");
        Assert.Null(office.Page.QuerySelector("main li a[href^='/campaigns/'], main li a[href^='/progress/']"));
        // The plan that it came back to is no report to send.
        await office.Open("/my-work");
        Assert.Null(office.Page.QuerySelector("#owed ~ ul a[href^='/plans/']"));
        Assert.NotNull(office.Page.QuerySelector("#others ~ ul a[href^='/plans/']"));
    }

    [Theory, BothEngines]
    public async Task A_draft_is_not_taken_back_without_its_campaign(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var desk = await LaunchDesk.Open(system);
        var draft = await desk.Import();
        await desk.Launch(draft.PublicId);
        Assert.True((await desk.Move(desk.Office, draft.PublicId, "recall", "Thử")).Missing);
        Assert.Equal("launched", await desk.State(draft.PublicId));
        // Who only takes part recalls nothing.
        var campaign = await system.Db(db => db.Campaigns.Where(c => c.UnitId == desk.Commune.Id).Select(c => c.PublicId).SingleAsync());
        Assert.True((await desk.Move(desk.Head, campaign, CampaignCase.Recall, "Thử")).Missing);
    }

    [Theory, BothEngines]
    public async Task A_closed_campaign_is_read_only_until_it_is_reopened(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var world = system.World;
        Task<ThiDua.App.Shared.Outcome> Move(string act, string? reason = null) =>
            system.As(
                world.OfficeHead,
                s => s.GetRequiredService<MoveCase>().Handle(new MoveInput(world.Campaign, act, reason), CancellationToken.None)
            );
        await system.SentApril();
        Assert.True((await Move("sum-up")).Ok);
        Assert.Contains("1 báo cáo chờ duyệt", Assert.Single((await Move("close")).Errors).Message, StringComparison.Ordinal);
        var report = await system.Db(db => db.Reports.Select(r => r.Case.PublicId).SingleAsync());
        Assert.True((await system.Review(world.Reviewer, report, "approve")).Ok);
        Assert.True((await Move("close")).Ok);

        var head = world.HamletHeads[1];
        Assert.Empty((await Mine(system, head)).Owed);
        var tried = await system.Save(head, system.Input(world.Hamlets[1], "202404", ReportDesk.April));
        Assert.True(tried.Conflict);
        var paper = await system.As(
            world.OfficeHead,
            s =>
                s.GetRequiredService<DraftPaper>()
                    .Handle(new(world.Campaign, "interim", new DateOnly(2024, 5, 1), false), CancellationToken.None)
        );
        Assert.True(paper.Missing);
        Assert.True((await Edit(system, "Tên khác", "9/KH")).Missing);
        using var browser = await system.Browser(world.OfficeHead);
        await browser.Open($"/progress/{world.Campaign}");
        Assert.Equal(System.Net.HttpStatusCode.OK, browser.Status);
        var target = await system.Db(db => db.Targets.Select(t => t.PublicId).FirstAsync());
        await browser.Open($"/campaigns/{world.Campaign}/targets/{target}/edit");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, browser.Status);
        Assert.True((await Move("reopen", "Bổ sung số liệu")).Ok);
        Assert.NotEmpty((await Mine(system, head)).Owed);
        Assert.True((await system.Save(head, system.Input(world.Hamlets[1], "202404", ReportDesk.April))).Ok);
    }

    [Theory, BothEngines]
    public async Task The_page_says_in_which_state_it_is_and_offers_the_acts_of_it(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var desk = await LaunchDesk.Open(system);
        var campaign = await desk.Launched();
        using var browser = await system.Browser(desk.Office);
        await browser.Open($"/campaigns/{campaign.PublicId}");
        Assert.Contains("Đang thực hiện", browser.Text, StringComparison.Ordinal);
        await browser.Send("form:has(button[value=sum-up])");
        Assert.Contains("Đã tổng kết", browser.Text, StringComparison.Ordinal);
        Assert.Null(browser.Page.QuerySelector("button[value=recall]"));
        await browser.Send("form:has(button[value=close])");
        Assert.Contains("chỉ để xem", browser.Text, StringComparison.Ordinal);
        Assert.Null(browser.Page.QuerySelector("main a[href^='/papers/new']"));
        using var head = await system.Browser(desk.Head);
        await head.Open($"/campaigns/{campaign.PublicId}");
        Assert.Null(head.Page.QuerySelector("button[name=act]"));
    }

    [Theory, BothEngines]
    public async Task Name_and_number_are_changed_and_tell_campaigns_apart(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var desk = await LaunchDesk.Open(system);
        var launched = await desk.Launched();
        using var browser = await system.Browser(desk.Office);
        await browser.Open($"/campaigns/{launched.PublicId}/edit");
        await browser.Send("form", ("name", "  "), ("symbol", "76/KH-UBND"));
        Assert.Contains("Hãy ghi tên phong trào", browser.Text, StringComparison.Ordinal);
        await browser.Send("form", ("name", "Giữ gìn an ninh năm 2024"), ("symbol", "76/KH-UBND"));
        Assert.Equal($"/campaigns/{launched.PublicId}", browser.Path);
        Assert.Contains("Kế hoạch số 76/KH-UBND", browser.Text, StringComparison.Ordinal);
        var campaign = await system.Db(db => db.Campaigns.Include(c => c.Case).SingleAsync(c => c.Id == launched.Id));
        Assert.Equal("Giữ gìn an ninh năm 2024 (76/KH-UBND; 01/01/2024 – 31/12/2024)", campaign.Label);
        Assert.Equal(campaign.Name, campaign.Case!.Title);
        Assert.Equal(1, await system.Db(db => db.Acts.CountAsync(a => a.Verb == "campaign.edit" && a.SubjectId == launched.PublicId)));
    }

    private static Task<ThiDua.App.Shared.Outcome> Edit(TestSystem system, string name, string symbol) =>
        system.As(
            system.World.OfficeHead,
            s => s.GetRequiredService<SaveCampaign>().Handle(new(system.World.Campaign, name, symbol), CancellationToken.None)
        );

    private static Task<Waiting> Mine(TestSystem system, TestAccount who) =>
        system.As(who, s => s.GetRequiredService<MyReports>().Mine(CancellationToken.None));

    /// <summary>What the commune's people could do now: reports owed and cases that are theirs to write.</summary>
    private static Task<int> Waiting(LaunchDesk desk) =>
        desk.System.As(
            desk.Head,
            async s =>
                (await s.GetRequiredService<MyReports>().Mine(CancellationToken.None)).Next.Count
                + await s.GetRequiredService<CaseRows>().Offered(decisions: false).CountAsync()
        );

    private static Task<List<string>> Seen(LaunchDesk desk) =>
        desk.System.As(
            desk.Office,
            async s => (await s.GetRequiredService<ProgressQueries>().Campaigns(CancellationToken.None)).Select(c => c.PublicId).ToList()
        );
}
