using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Features.Accounts;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Plans;
using ThiDua.App.Features.Progress;
using ThiDua.App.Features.Units;
using ThiDua.App.Files;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Tests.Support;

public sealed record TestAccount(int Id, string UserName, string FullName)
{
    public const string Password = "mat khau thu 2024";
}

public sealed record TestUnit(int Id, string PublicId, string Code, string Name, string Kind);

/// <summary>
/// The commune of every test: six hamlets, the commune police, the office, the women's union and a school; a person for
/// each role; a campaign of 2024 with eight targets and two tasks, launched on 2 January.
/// </summary>
public sealed record TestWorld
{
    public required TestUnit Commune { get; init; }
    public required IReadOnlyList<TestUnit> Hamlets { get; init; }
    public required TestUnit Police { get; init; }
    public required TestUnit Office { get; init; }
    public required TestUnit Women { get; init; }
    public required TestUnit School { get; init; }
    public required TestAccount Administrator { get; init; }

    /// <summary>Campaign office at the commune.</summary>
    public required TestAccount OfficeHead { get; init; }

    /// <summary>A second person of the campaign office, since nobody approves what they submitted.</summary>
    public required TestAccount Reviewer { get; init; }

    /// <summary>Unit officers, one for each hamlet, in the same order.</summary>
    public required IReadOnlyList<TestAccount> HamletHeads { get; init; }
    public required TestAccount PoliceOfficer { get; init; }
    public required TestAccount WomenOfficer { get; init; }
    public required int CampaignId { get; init; }
    public required string Campaign { get; init; }

    public static async Task<TestWorld> Create(IServiceProvider services)
    {
        var commune = await Unit(services, "Xã Hòa Thuận Mẫu", "commune", "90001", null);
        var hamlets = new List<TestUnit>();
        for (var n = 1; n <= 6; n++)
            hamlets.Add(await Unit(services, $"Ấp {n}", "hamlet", $"90001.A{n}", commune.Id));
        var heads = new List<TestAccount>();
        foreach (var hamlet in hamlets)
            heads.Add(await Account(services, $"ap{heads.Count + 1}", $"Trưởng {hamlet.Name}", hamlet, Roles.UnitOfficer));
        var police = await Unit(services, "Công an xã", "police", "90001.CA", commune.Id);
        var women = await Unit(services, "Hội Liên hiệp Phụ nữ xã", "women", "90001.PN", commune.Id);
        var world = new TestWorld
        {
            Commune = commune,
            Hamlets = hamlets,
            HamletHeads = heads,
            Police = police,
            Women = women,
            Office = await Unit(services, "Văn phòng – Thống kê", "office", "90001.VP", commune.Id),
            School = await Unit(services, "Trường Tiểu học Hòa Thuận", "school", "90001.TH", commune.Id),
            Administrator = await Account(services, "quantri", "Người quản trị", commune, Roles.Administrator),
            OfficeHead = await Account(services, "vanphong", "Nguyễn Thị Lan", commune, Roles.CampaignOffice),
            Reviewer = await Account(services, "duyet", "Trần Văn Sáu", commune, Roles.CampaignOffice),
            PoliceOfficer = await Account(services, "congan", "Lê Văn Bảy", police, Roles.UnitOfficer),
            WomenOfficer = await Account(services, "phunu", "Phạm Thị Chín", women, Roles.UnitOfficer),
            CampaignId = 0,
            Campaign = "",
        };
        var campaign = await Launch(services, world);
        return world with { CampaignId = campaign.Id, Campaign = campaign.PublicId };
    }

    public static async Task<TestUnit> Unit(IServiceProvider services, string name, string kind, string code, int? parent)
    {
        var made = await services
            .GetRequiredService<CreateUnit>()
            .Handle(
                new CreateUnitInput
                {
                    Name = name,
                    Kind = kind,
                    Code = code,
                    ParentId = parent,
                    From = CreateUnit.Always,
                },
                CancellationToken.None
            );
        return new(made.Value!.Id, made.Value.PublicId, code, name, kind);
    }

    public static async Task<TestAccount> Account(
        IServiceProvider services,
        string userName,
        string fullName,
        TestUnit unit,
        params string[] roles
    )
    {
        var made = await services
            .GetRequiredService<CreateAccount>()
            .Handle(new CreateAccountInput(userName, fullName, TestAccount.Password, unit.Id, roles), CancellationToken.None);
        return new(made.Value!.Id, userName, fullName);
    }

    private static async Task<Campaign> Launch(IServiceProvider services, TestWorld world)
    {
        var (db, viewer, clock) = (
            services.GetRequiredService<AppDb>(),
            services.GetRequiredService<Viewer>(),
            services.GetRequiredService<TimeProvider>()
        );
        viewer.Record("campaign.launch", "campaign", "test", world.Commune.Id);
        var file = new StoredFile
        {
            Name = "ke-hoach.md",
            Hash = new string('0', 64),
            Bytes = 0,
            At = clock.GetUtcNow(),
        };
        var draft = new PlanDraft
        {
            Case = services
                .GetRequiredService<BeginCase>()
                .Handle(
                    new(
                        PlanDraftCase.Kind,
                        services.GetRequiredService<PackShelf>()["an-ninh-to-quoc"],
                        "Kế hoạch phong trào năm 2024",
                        world.Commune.Id,
                        CaseDue.Never
                    )
                ),
            UnitId = world.Commune.Id,
            File = file,
            AccountId = world.OfficeHead.Id,
            At = clock.GetUtcNow(),
            Pack = "an-ninh-to-quoc",
            Content = "{}",
            SourceText = "Kế hoạch\n",
            ReadJson = "{}",
        };
        db.PlanDrafts.Add(draft);
        await db.SaveChangesAsync();
        var its = services
            .GetRequiredService<BeginCase>()
            .Handle(
                new(
                    CampaignCase.Kind,
                    services.GetRequiredService<PackShelf>()["an-ninh-to-quoc"],
                    "Phong trào Toàn dân bảo vệ an ninh Tổ quốc năm 2024",
                    world.Commune.Id,
                    CaseDue.Never
                )
            );
        var campaign = new Campaign
        {
            PublicId = its.PublicId,
            Case = its,
            Name = "Phong trào Toàn dân bảo vệ an ninh Tổ quốc năm 2024",
            Pack = "an-ninh-to-quoc",
            UnitId = world.Commune.Id,
            From = new(2024, 1, 1),
            To = new(2024, 12, 31),
            Year = 2024,
            ReportsFrom = new(2024, 1, 1),
            PlanDraftId = draft.Id,
            PlanSymbol = "05/KH-UBND",
            LaunchedAt = new(2024, 1, 2, 8, 0, 0, TimeSpan.FromHours(7)),
            Targets = Targets(),
            Tasks = Tasks(world),
        };
        db.Campaigns.Add(campaign);
        db.Add(new CountingStart { UnitId = campaign.UnitId, From = campaign.From });
        db.Indicators.AddRange(
            campaign.Targets.Where(t => t.EachKind is not null).Select(t => new IndicatorKey { Code = EachTargets.Code(t) })
        );
        viewer.Record("campaign.launch", "campaign", campaign.PublicId, world.Commune.Id);
        await db.SaveChangesAsync();
        return campaign;
    }

    private static List<CampaignTarget> Targets()
    {
        var order = 0;
        CampaignTarget Target(
            string measure,
            string indicator,
            string comparator,
            decimal value,
            string? each = null,
            int? baseline = null
        ) =>
            new()
            {
                Order = ++order,
                Text = $"{measure} {comparator} {value}%",
                Measure = measure,
                Indicator = indicator,
                Comparator = comparator,
                Value = value,
                Unit = "%",
                EachKind = each,
                Baseline = baseline,
                Direction = baseline is null ? null : "decrease",
                FirstLine = 10 + order,
                LastLine = 10 + order,
            };
        return
        [
            Target("Giảm số vụ phạm tội so với năm 2023", "crime.cases-change", ">=", 5, baseline: 2023),
            Target("Tỷ lệ khám phá án", "crime.cleared-rate", ">", 75),
            Target("Tỷ lệ giải quyết tin báo", "crime-report.resolved-rate", ">", 90),
            Target("Bắt đối tượng truy nã cũ", "wanted.standing-rate", "=", 30),
            Target("Hộ dân được tuyên truyền ở mỗi ấp", "household.reached-rate", ">=", 75, each: "hamlet"),
            Target("Mô hình có nhóm Zalo", "model.zalo-rate", "=", 100),
            Target("Tuyến đường có đèn chiếu sáng", "road.lit-rate", "=", 100),
            Target("Ấp đạt tiêu chuẩn an toàn về an ninh, trật tự", "certified.order", "=", 100, each: "hamlet"),
        ];
    }

    private static List<CampaignTask> Tasks(TestWorld world) =>
        [
            new()
            {
                Order = 1,
                Text = "Tham mưu tổ chức tuyên truyền tại các ấp",
                DueDate = new(2024, 6, 30),
                FirstLine = 30,
                LastLine = 30,
                Units = [new() { UnitId = world.Police.Id, Lead = true }, new() { UnitId = world.Women.Id }],
            },
            new()
            {
                Order = 2,
                Text = "Vận động hội viên tham gia mô hình tự quản",
                Every = "quarter",
                FirstLine = 31,
                LastLine = 31,
                Units = [new() { UnitId = world.Women.Id, Lead = true }, new() { UnitId = world.Hamlets[0].Id }],
            },
        ];
}
