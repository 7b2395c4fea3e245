using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Documents.Draft;
using ThiDua.App.Features.Plans;
using ThiDua.App.Features.Plans.Import;
using ThiDua.App.Features.Plans.Reading;
using ThiDua.App.Features.Progress;
using ThiDua.App.Features.Registers;
using ThiDua.App.Features.Reporting;
using ThiDua.App.Features.Requests.Ask;
using ThiDua.App.Features.Tasks;
using ThiDua.App.Files;
using ThiDua.App.Imports;
using ThiDua.App.Jobs;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tests.Facts;
using ThiDua.App.Tests.Plans;
using ThiDua.App.Tests.Support;
using ThiDua.Measures;

namespace ThiDua.App.Tests.Rights;

/// <summary>Where a role is held, seen from the unit of the things; the last two are held at that unit, on other days.</summary>
public enum Stands
{
    Own,
    Parent,
    Child,
    Sibling,
    Foreign,
    Expired,
    Future,
}

/// <param name="Role">Null for whoever is not signed in.</param>
public sealed record Walker(string? Role, Stands Stands, TestAccount? Account)
{
    public override string ToString() => Role is null ? "anonymous" : $"{Role} {Stands}";
}

/// <summary>A province beside the commune of every test, with two communes; one of them has one thing of each sort.</summary>
public sealed record WalkWorld(IReadOnlyDictionary<string, string> Things, IReadOnlyList<Walker> Walkers)
{
    public static async Task<WalkWorld> Create(TestSystem system)
    {
        var province = await Unit(system, "Tỉnh Mẫu", "province", "80", null);
        var own = await Unit(system, "Xã Đi Bộ", "commune", "80.1", province.Id);
        var sibling = await Unit(system, "Xã Bên Cạnh", "commune", "80.2", province.Id);
        var child = await Unit(system, "Ấp Dưới", "hamlet", "80.1.1", own.Id);
        var units = new Dictionary<Stands, TestUnit>
        {
            [Stands.Own] = own,
            [Stands.Parent] = province,
            [Stands.Child] = child,
            [Stands.Sibling] = sibling,
            [Stands.Foreign] = system.World.Commune,
            [Stands.Expired] = own,
            [Stands.Future] = own,
        };
        var walkers = new List<Walker> { new(null, Stands.Own, null) };
        foreach (var role in Statement.Roles.Keys)
        foreach (var stands in Enum.GetValues<Stands>())
            walkers.Add(await Walk(system, role, stands, units[stands], walkers.Count));
        var office = walkers.Single(w => w is { Role: Roles.CampaignOffice, Stands: Stands.Own }).Account!;
        return new(await MakeThings(system, own, office), walkers);
    }

    private static Task<TestUnit> Unit(TestSystem system, string name, string kind, string code, int? parent) =>
        system.As(null, s => TestWorld.Unit(s, name, kind, code, parent));

    private static Task<Walker> Walk(TestSystem system, string role, Stands stands, TestUnit unit, int number) =>
        system.As(
            null,
            async s =>
            {
                var account = await TestWorld.Account(s, $"w{number}", $"Người {number}", unit);
                var (db, today) = (s.GetRequiredService<AppDb>(), s.GetRequiredService<TimeProvider>().Today());
                db.Grants.Add(
                    new()
                    {
                        AccountId = account.Id,
                        UnitId = unit.Id,
                        Role = role,
                        From = stands == Stands.Future ? today.AddDays(1) : today.AddDays(-30),
                        To = stands == Stands.Expired ? today.AddDays(-1) : null,
                    }
                );
                s.GetRequiredService<Viewer>().Record("account.change", "account", "walk", unit.Id);
                await db.SaveChangesAsync();
                return new Walker(role, stands, account);
            }
        );

    private static async Task<IReadOnlyDictionary<string, string>> MakeThings(TestSystem system, TestUnit own, TestAccount office)
    {
        var file = new MemoryStream(PlanSamples.Bytes(PlanSamples.Short));
        var draft = (
            await system.As(
                office,
                s =>
                    s.GetRequiredService<ImportPlan>()
                        .HandleTrusted(
                            new()
                            {
                                Unit = own.PublicId,
                                FileName = "ke-hoach.txt",
                                File = file,
                            },
                            CancellationToken.None
                        )
            )
        ).Value!;
        var (campaign, plan, report) = await system.As(office, s => Launch(s, own, draft));
        await system.Record(new FactEntry(own.Id, "certified.order", Period.OfYear(2024), 1));
        var paper = (
            await system.As(
                office,
                s =>
                    s.GetRequiredService<DraftPaper>()
                        .Handle(new(campaign.PublicId, "interim", system.Clock.Today(), false), CancellationToken.None)
            )
        ).Value!;
        var fact = await system.Db(db => db.Facts.SingleAsync(f => f.UnitId == own.Id));
        var person = await system.Db(db => db.Accounts.Include(a => a.Grants).SingleAsync(a => a.Id == office.Id));
        return new Dictionary<string, string>(await system.As(office, s => Cases(s, own, campaign)))
        {
            ["person"] = person.PublicId,
            ["role"] = person.Grants[0].PublicId,
            ["act"] = $"{await system.Db(db => db.Acts.Where(a => a.UnitId == own.Id).MaxAsync(a => a.Id))}",
            ["unit"] = own.PublicId,
            ["draft"] = draft.PublicId,
            ["item"] = $"{DraftContent.Parse(draft.Content).Targets.First().Id}",
            ["campaign"] = campaign.PublicId,
            ["plan"] = plan.PublicId,
            ["target"] = campaign.Targets[0].PublicId,
            ["report"] = report.Case.PublicId,
            ["paper"] = paper.PublicId,
            ["fact"] = $"{new FactKey(fact.HomeId, fact.Year, fact.Id)}",
        };
    }

    private static async Task<(Campaign Campaign, PlanDraft Plan, Report Report)> Launch(
        IServiceProvider services,
        TestUnit own,
        PlanDraft like
    )
    {
        var (db, now) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        var begin = services.GetRequiredService<BeginCase>();
        var pack = services.GetRequiredService<PackShelf>()["an-ninh-to-quoc"];
        var plan = new PlanDraft
        {
            Case = begin.Handle(new(PlanDraftCase.Kind, pack, like.Title, own.Id, CaseDue.Never)),
            UnitId = own.Id,
            AccountId = like.AccountId,
            At = now,
            File = new StoredFile
            {
                Name = "ke-hoach.md",
                Hash = new string('1', 64),
                Bytes = 0,
                At = now,
            },
            Pack = pack.Code,
            Content = like.Content,
            SourceText = like.SourceText,
            ReadJson = like.ReadJson,
        };
        db.PlanDrafts.Add(plan);
        services.GetRequiredService<Viewer>().Record("campaign.launch", "campaign", "walk", own.Id);
        await db.SaveChangesAsync();
        var campaign = new Campaign
        {
            Name = "Phong trào của xã Đi Bộ",
            Pack = "an-ninh-to-quoc",
            UnitId = own.Id,
            From = new(2024, 1, 1),
            To = new(2024, 12, 31),
            Year = 2024,
            PlanDraftId = plan.Id,
            LaunchedAt = now,
            Targets = [Target(1, "certified.order"), Target(2, "household.reached-rate")],
            Tasks =
            [
                new()
                {
                    Order = 1,
                    Text = "Họp dân",
                    FirstLine = 1,
                    LastLine = 1,
                    Units = [new() { UnitId = own.Id, Lead = true }],
                },
            ],
        };
        db.Campaigns.Add(campaign);
        db.Add(new CountingStart { UnitId = own.Id, From = campaign.From });
        var report = new Report
        {
            Case = begin.Handle(new(ReportCase.Kind, pack, "năm 2024", own.Id, CaseDue.Never)),
            Campaign = campaign,
            UnitId = own.Id,
            PeriodId = Period.OfYear(2024).Id,
            SubmittedAt = now,
        };
        db.Reports.Add(report);
        services.GetRequiredService<Viewer>().Record("campaign.launch", "campaign", campaign.PublicId, own.Id);
        await db.SaveChangesAsync();
        return (campaign, plan, report);
    }

    /// <summary>A task with a file, baselines, and an upload that waits to be read.</summary>
    private static async Task<Dictionary<string, string>> Cases(IServiceProvider services, TestUnit own, Campaign campaign)
    {
        var (db, begin, pack) = (
            services.GetRequiredService<AppDb>(),
            services.GetRequiredService<BeginCase>(),
            services.GetRequiredService<PackShelf>()["an-ninh-to-quoc"]
        );
        var found = await db.Campaigns.Include(c => c.Tasks).ThenInclude(t => t.Units).AsSplitQuery().SingleAsync(c => c.Id == campaign.Id);
        await services.GetRequiredService<BeginTasks>().Of(found, CancellationToken.None);
        var task = await db.TaskItems.Select(t => t.Case.PublicId).SingleAsync();
        await services
            .GetRequiredService<AttachFiles>()
            .Handle(new(CaseFiles.Code, task, [new("bien-ban.txt", new MemoryStream("x"u8.ToArray()))]), CancellationToken.None);
        var sheet = new BaselineSheet
        {
            Case = begin.Handle(new(BaselineCase.Kind, pack, "Số liệu kỳ gốc", own.Id, CaseDue.Never)),
            CampaignId = campaign.Id,
            UnitId = own.Id,
        };
        db.Add(sheet);
        var row = new RegisterRow
        {
            Case = begin.Handle(new(RowCase.Kind, pack, "Buổi họp dân", own.Id, CaseDue.Never)),
            Register = "outreach",
            UnitId = own.Id,
        };
        row.Write(
            new(
                new(2024, 5, 3),
                "Buổi họp dân",
                new Dictionary<string, string> { ["date"] = "2024-05-03", ["topic"] = "Buổi họp dân" },
                new Dictionary<string, string>(),
                new Dictionary<string, (string, long?)>()
            ),
            row.Case.Steps[0].Record!
        );
        db.Add(row);
        var import = new Import
        {
            Kind = "facts",
            FileName = "so-lieu.csv",
            At = campaign.LaunchedAt,
            UnitId = own.Id,
        };
        db.Add(import);
        var job = await db.Enqueue(
            ReadPlan.Code,
            new Upload("walk", "ke-hoach.txt"),
            services.GetRequiredService<Viewer>().Record("plan.upload", "upload", "walk", own.Id),
            CancellationToken.None
        );
        await db.SaveChangesAsync();
        var asked = await services
            .GetRequiredService<AskFigures>()
            .Handle(new(own.PublicId, "Thiệt hại do mưa", "Số hộ bị ngập (hộ)", null, "2024-05-16", "16:00", [own.PublicId]), default);
        return new()
        {
            ["request"] = asked.Value!.Case.PublicId,
            ["answer"] = asked.Value.Answers[0].Case.PublicId,
            ["task"] = task,
            ["attachment"] = await db.Set<Attachment>().Select(a => a.PublicId).SingleAsync(),
            ["baseline"] = sheet.Case.PublicId,
            ["row"] = row.Case.PublicId,
            ["job"] = job.PublicId,
            ["import"] = import.PublicId,
        };
    }

    private static CampaignTarget Target(int order, string indicator) =>
        new()
        {
            Order = order,
            Text = indicator,
            Measure = indicator,
            Indicator = indicator,
            Comparator = ">=",
            Value = 75,
            Unit = "%",
            FirstLine = 1,
            LastLine = 1,
        };
}
