using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Cases;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Campaigns.Launch;
using ThiDua.App.Features.Plans;
using ThiDua.App.Features.Plans.Import;
using ThiDua.App.Features.Reporting;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tests.Plans;
using ThiDua.App.Tests.Support;
using ThiDua.App.Tree;

namespace ThiDua.App.Tests.Campaigns;

/// <summary>A commune of its own, without a campaign: two hamlets, one of them with a head who can sign in, and the police.</summary>
internal sealed record LaunchDesk(
    TestSystem System,
    TestUnit Commune,
    IReadOnlyList<TestUnit> Hamlets,
    TestUnit Police,
    TestAccount Office,
    TestAccount Reviewer,
    TestAccount Head
)
{
    public static Task<LaunchDesk> Open(TestSystem system) =>
        system.As(
            null,
            async s =>
            {
                var commune = await TestWorld.Unit(s, "Xã Tân Lập Mẫu", "commune", "90002", null);
                var one = await TestWorld.Unit(s, "Ấp Đông", "hamlet", "90002.A1", commune.Id);
                var other = await TestWorld.Unit(s, "Ấp Tây", "hamlet", "90002.A2", commune.Id);
                var police = await TestWorld.Unit(s, "Công an xã", "police", "90002.CA", commune.Id);
                return new LaunchDesk(
                    system,
                    commune,
                    [one, other],
                    police,
                    await TestWorld.Account(s, "tanlap", "Phan Thị Hạnh", commune, Roles.CampaignOffice),
                    await TestWorld.Account(s, "tanlap2", "Võ Văn Tư", commune, Roles.CampaignOffice),
                    await TestWorld.Account(s, "apdong", "Trưởng Ấp Đông", one, Roles.UnitOfficer)
                );
            }
        );

    /// <summary>The plan of the other tests, for as many hamlets as there are here.</summary>
    public static readonly string Plan = PlanSamples.Short.Replace("06 ấp", "02 ấp", StringComparison.Ordinal);

    public async Task<PlanDraft> Import(string? text = null)
    {
        text ??= Plan;
        var outcome = await System.As(
            Office,
            s =>
                s.GetRequiredService<ImportPlan>()
                    .HandleTrusted(
                        new()
                        {
                            Unit = Commune.PublicId,
                            FileName = "ke-hoach.txt",
                            File = new MemoryStream(PlanSamples.Bytes(text)),
                        },
                        CancellationToken.None
                    )
        );
        Assert.Empty(outcome.Errors);
        return outcome.Value!;
    }

    public async Task<Campaign> Launch(string draft, DateOnly? from = null)
    {
        var outcome = await System.As(
            Office,
            s => s.GetRequiredService<LaunchCampaign>().Handle(new(draft, ReportsFrom: from), CancellationToken.None)
        );
        Assert.Empty(outcome.Errors);
        return outcome.Value!;
    }

    public async Task<Campaign> Launched(DateOnly? from = null) => await Launch((await Import()).PublicId, from);

    public Task<Outcome> Move(TestAccount who, string id, string act, string? reason = null, object? content = null) =>
        System.As(
            who,
            s => s.GetRequiredService<MoveCase>().Handle(new MoveInput(id, act, reason, Content: content), CancellationToken.None)
        );

    public Task<IReadOnlyList<OwedReport>> Owed(Campaign campaign, params TestUnit[] units) =>
        System.As(
            Office,
            async s =>
            {
                var db = s.GetRequiredService<ThiDua.App.Data.AppDb>();
                var today = DateOnly.FromDateTime(System.Clock.GetUtcNow().AddHours(7).DateTime);
                var rows = new List<UnitRow>();
                foreach (var unit in units)
                    rows.Add((await UnitQueries.Find(db, unit.Id, today, CancellationToken.None))!);
                return await s.GetRequiredService<ReportingQueries>().Owed([campaign], rows, CancellationToken.None);
            }
        );

    public Task<string> State(string id) => System.Db(db => db.Cases.Where(c => c.PublicId == id).Select(c => c.State).SingleAsync());

    public Task<Registration> RegistrationOf(Campaign campaign, TestUnit unit) =>
        System.Db(db => db.Registrations.Include(r => r.Case).SingleAsync(r => r.CampaignId == campaign.Id && r.UnitId == unit.Id));

    /// <summary>No list of work holds anything: no task, no report that is late or to be entered for somebody.</summary>
    public static async Task AsksForNothing(Browser browser)
    {
        foreach (var list in new[] { "/tasks", "/late", "/reports/on-behalf" })
        {
            await browser.Open(list);
            Assert.Equal(HttpStatusCode.OK, browser.Status);
            Assert.Empty(browser.Page.QuerySelectorAll("main tbody tr, main a[href^='/reports/'].button"));
        }
    }
}
