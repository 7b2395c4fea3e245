using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Campaigns.Launch;
using ThiDua.App.Features.Plans;
using ThiDua.App.Features.Progress;
using ThiDua.App.Features.Reporting;
using ThiDua.App.Tests.Reporting;
using ThiDua.App.Tests.Support;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Tests.Campaigns;

/// <summary>A launch says first what it brings about, and turns nobody red at once (fault P1).</summary>
public sealed class LaunchPreviewTests
{
    private static readonly DateOnly January = new(2024, 1, 1),
        May = new(2024, 5, 1);

    [Theory, BothEngines]
    public async Task What_a_launch_brings_about_is_shown_before_it(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var desk = await LaunchDesk.Open(system);
        var preview = await Preview(desk, null);

        Assert.Equal(May, preview.ReportsFrom);
        Assert.Equal([May, new(2024, 4, 1), new(2024, 3, 1), new(2024, 2, 1), January], preview.Starts);
        var hamlets = Assert.Single(preview.Duties, d => d.Kind == "hamlet");
        Assert.Equal((2, 0, Period.Month(2024, 5)), (hamlets.Units, hamlets.Fresh, hamlets.First!.Value));
        Assert.True(hamlets.Due > new DateOnly(2024, 5, 31));
        Assert.Equal([1, 2, 3, 4], preview.History.Where(p => p.Frequency == Frequency.Month).Select(p => p.Index));
        // The head of the first hamlet can sign in; the second, the police, and the union that the launch makes cannot yet.
        Assert.Equal(["Công an xã", "Hội Liên hiệp Phụ nữ xã Tân Lập Mẫu", "Ấp Tây"], preview.NoAccount.Order(StringComparer.Ordinal));
        Assert.Contains("Tỷ lệ điều tra, khám phá án", preview.NobodyTargets[0], StringComparison.OrdinalIgnoreCase);
        Assert.Contains(preview.Dates, d => d.Period == Period.Month(2024, 5) && d.Count >= 2);
        Assert.Empty(preview.Shared);
        Assert.Equal(0, preview.Late.Reports);

        var earlier = await Preview(desk, January);
        Assert.Equal(Period.Month(2024, 1), earlier.Duties.Single(d => d.Kind == "hamlet").First);
        Assert.Empty(earlier.History);
        // As many as are late once it is launched, of units that are there and of those that it makes.
        Assert.Equal(May, earlier.Late.From);
        var draft = await system.Db(db => db.PlanDrafts.Where(d => d.UnitId == desk.Commune.Id).Select(d => d.Case.PublicId).SingleAsync());
        var campaign = await desk.Launch(draft, January);
        var late = await Late(desk, campaign, new(2024, 5, 15));
        Assert.Equal((late.Values.Sum(p => p.Count), late.Count), (earlier.Late.Reports, earlier.Late.Units));
        Assert.NotEmpty(late);
    }

    [Theory, BothEngines]
    public async Task Months_before_the_launch_are_history_that_nobody_is_late_with(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var desk = await LaunchDesk.Open(system);
        var campaign = await desk.Launched();
        Assert.Equal(May, campaign.ReportsFrom);
        Assert.DoesNotContain(await desk.Owed(campaign, desk.Hamlets[0]), o => o.Period.Last < May || o.Status == ReportStatus.Overdue);
        Assert.Empty(await Late(desk, campaign, new(2024, 6, 1)));

        // April may come in all the same.
        var april = await system.As(
            desk.Head,
            s =>
                s.GetRequiredService<ReportSheets>()
                    .Find(desk.Hamlets[0].PublicId, campaign.PublicId, "202404", "report.submit", CancellationToken.None)
        );
        Assert.Equal((ReportStatus.Due, false), (april!.Status, april.IsOwed));
        system.SetClock(2024, 7, 1);
        Assert.Equal([Period.Month(2024, 5)], (await Late(desk, campaign, new(2024, 7, 1)))[desk.Hamlets[0].Id]);
        var owed = await desk.Owed(campaign, desk.Hamlets[0]);
        Assert.Equal([Period.Month(2024, 5)], owed.Where(o => o.Status == ReportStatus.Overdue).Select(o => o.Period));
    }

    [Theory, BothEngines]
    public async Task The_office_may_take_an_earlier_month_and_no_other_day(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var desk = await LaunchDesk.Open(system);
        var draft = await desk.Import();
        var refused = await system.As(
            desk.Office,
            s => s.GetRequiredService<LaunchCampaign>().Handle(new(draft.PublicId, ReportsFrom: new(2023, 12, 1)), CancellationToken.None)
        );
        Assert.Equal("from", Assert.Single(refused.Errors).Field);
        var campaign = await desk.Launch(draft.PublicId, January);
        Assert.Contains(
            await desk.Owed(campaign, desk.Hamlets[0]),
            o => o.Period == Period.Month(2024, 1) && o.Status == ReportStatus.Overdue
        );
    }

    [Theory, BothEngines]
    public async Task The_page_shows_it_and_launches_with_what_was_chosen(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var desk = await LaunchDesk.Open(system);
        var draft = await desk.Import();
        using var browser = await system.Browser(desk.Office);
        await browser.Open($"/plans/{draft.PublicId}/launch");
        Assert.Contains("3 đơn vị chưa có tài khoản", browser.Text, StringComparison.Ordinal);
        Assert.Contains("tháng 5/2024, hạn", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("sẽ quá hạn ngay khi phát động", browser.Text, StringComparison.Ordinal);
        await browser.Send("form#launch", "Xem lại với tháng này", ("from", "2024-02-01"));
        Assert.Contains("sẽ quá hạn ngay khi phát động", browser.Text, StringComparison.Ordinal);
        Assert.NotNull(browser.Page.QuerySelector($"main .alert a[href='/plans/{draft.PublicId}/launch?from=2024-05-01']"));
        Assert.Equal($"/plans/{draft.PublicId}/launch?from=2024-02-01", browser.Path);
        Assert.Contains("tháng 2/2024, hạn", browser.Text, StringComparison.Ordinal);
        // What is chosen is launched, whether it was looked at or not.
        using var second = await system.Browser(desk.Office);
        await second.Open($"/plans/{draft.PublicId}/launch");
        await browser.Send("form#launch", "Phát động", ("from", "2024-03-01"));
        Assert.StartsWith("/campaigns/", browser.Path, StringComparison.Ordinal);
        Assert.Contains("Toàn dân bảo vệ an ninh Tổ quốc năm 2024", browser.Text, StringComparison.Ordinal);
        // Of two windows both lead to the one campaign.
        await second.Send("form#launch", "Phát động");
        Assert.Equal(browser.Path, second.Path);
        Assert.DoesNotContain("Phát động phong trào", browser.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            new DateOnly(2024, 3, 1),
            await system.Db(db => db.Campaigns.Where(c => c.UnitId == desk.Commune.Id).Select(c => c.ReportsFrom).SingleAsync())
        );
    }

    [Theory, BothEngines]
    public async Task A_unit_that_joins_later_owes_from_then(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var desk = await LaunchDesk.Open(system);
        var campaign = await desk.Launched(January);
        var fresh = await system.As(
            null,
            async s =>
            {
                var made = await s.GetRequiredService<ThiDua.App.Features.Units.CreateUnit>()
                    .Handle(
                        new()
                        {
                            Name = "Ấp Mới",
                            Kind = "hamlet",
                            ParentId = desk.Commune.Id,
                            From = new(2024, 4, 10),
                        },
                        CancellationToken.None
                    );
                return new TestUnit(made.Value!.Id, made.Value.PublicId, made.Value.Code, "Ấp Mới", "hamlet");
            }
        );
        var owed = await desk.Owed(campaign, fresh);
        Assert.Equal(Period.Month(2024, 4), owed.Where(o => o.Period.Frequency == Frequency.Month).Min(o => o.Period));
        Assert.Equal([Period.Month(2024, 4)], (await Late(desk, campaign, new(2024, 5, 15)))[fresh.Id]);
        var begun = await system.As(null, s => s.GetRequiredService<BeginRegistrations>().Handle(CancellationToken.None));
        Assert.True(begun >= 1);
        Assert.Contains("75%", (await desk.RegistrationOf(campaign, fresh)).Targets, StringComparison.Ordinal);
    }

    private static Task<LaunchPreview> Preview(LaunchDesk desk, DateOnly? from) =>
        desk.System.As(
            desk.Office,
            async s =>
            {
                var db = s.GetRequiredService<ThiDua.App.Data.AppDb>();
                var draft =
                    await db.PlanDrafts.Include(d => d.Case).FirstOrDefaultAsync(d => d.UnitId == desk.Commune.Id) ?? await desk.Import();
                return await s.GetRequiredService<LaunchPreviews>()
                    .Of(draft, DraftContent.Parse(draft.Content), from, CancellationToken.None);
            }
        );

    private static Task<Dictionary<int, IReadOnlyList<Period>>> Late(LaunchDesk desk, Campaign campaign, DateOnly day) =>
        desk.System.As(
            desk.Office,
            async s =>
            {
                var db = s.GetRequiredService<ThiDua.App.Data.AppDb>();
                var whole = await db.Campaigns.AsNoTracking().Include(c => c.Targets).SingleAsync(c => c.Id == campaign.Id);
                var commune = (await UnitQueries.Find(db, desk.Commune.Id, day, CancellationToken.None))!;
                var late = await s.GetRequiredService<LateReports>().Of(whole, commune, day, CancellationToken.None);
                return late.ToDictionary(l => l.Unit.Id, l => l.Periods);
            }
        );
}
