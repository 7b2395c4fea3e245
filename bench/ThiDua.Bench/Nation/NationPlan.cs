using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns.Launch;
using ThiDua.App.Features.Plans;
using ThiDua.App.Files;
using ThiDua.App.Packs;
using ThiDua.App.Security;

namespace ThiDua.Bench.Nation;

/// <summary>The nation's plan: a total, shares, a change against last year, a target on each hamlet and one on each commune.</summary>
internal static class NationPlan
{
    private const string Pack = "an-ninh-to-quoc";

    /// <summary>With these a hamlet is asked for twelve figures a month.</summary>
    public static readonly DraftTarget[] Targets =
    [
        Target(1, "Số buổi tuyên truyền", "outreach.sessions", ">=", 100_000, "buổi"),
        Target(2, "Số lượt người dự tuyên truyền", "outreach.attendance", ">=", 1_000_000, "lượt"),
        Target(3, "Số lượt phát thanh", "outreach.broadcasts", ">=", 500_000, "lượt"),
        Target(4, "Số ca tuần tra", "patrol.shifts", ">=", 500_000, "ca"),
        Target(5, "Tỷ lệ khám phá án", "crime.cleared-rate", ">", 75),
        Target(6, "Tỷ lệ giải quyết tin báo", "crime-report.resolved-rate", ">", 90),
        Target(7, "Giảm số vụ phạm tội so với năm 2023", "crime.cases-change", ">=", 5) with
        {
            Direction = "decrease",
            Baseline = 2023,
        },
        Target(8, "Hộ dân được tuyên truyền ở mỗi ấp", "household.reached-rate", ">=", 75) with
        {
            EachKind = "hamlet",
        },
        Target(9, "Tỷ lệ hòa giải thành ở mỗi xã", "mediation.settled-rate", ">=", 40) with
        {
            EachKind = "commune",
        },
        Target(10, "Mô hình có nhóm Zalo", "model.zalo-rate", "=", 100),
        Target(11, "Tuyến đường có đèn chiếu sáng", "road.lit-rate", ">=", 70),
    ];

    public static readonly DraftTarget[] FreshTargets = [Target(1, "Số buổi tuyên truyền pháp luật", "legal.sessions", ">=", 1000, "buổi")];

    /// <returns>The campaign's public id.</returns>
    public static async Task<string> Launch(IServiceProvider services, int unit, IReadOnlyList<DraftTarget> targets)
    {
        var (db, viewer, clock) = (
            services.GetRequiredService<AppDb>(),
            services.GetRequiredService<Viewer>(),
            services.GetRequiredService<TimeProvider>()
        );
        var (year, title) = (clock.GetUtcNow().Year, "Kế hoạch phong trào của cả nước");
        var content = new DraftContent
        {
            Head = new(title, Pack, "01/KH", new(year, 1, 1), new(year, 12, 31), year, false),
            Targets = targets,
            NextId = 100,
        };
        var file = await services
            .GetRequiredService<FileStore>()
            .Keep(new MemoryStream("Kế hoạch\n"u8.ToArray()), "ke-hoach.md", CancellationToken.None);
        var draft = new PlanDraft
        {
            Case = services
                .GetRequiredService<BeginCase>()
                .Handle(new(PlanDraftCase.Kind, services.GetRequiredService<PackShelf>()[Pack], title, unit, CaseDue.Never)),
            UnitId = unit,
            File = file,
            AccountId = viewer.AccountId!.Value,
            At = clock.GetUtcNow(),
            Pack = Pack,
            SourceText = "Kế hoạch\n",
            ReadJson = "{}",
            Content = content.Write(),
        };
        db.PlanDrafts.Add(draft);
        await db.SaveChangesAsync();
        var launched = await services.GetRequiredService<LaunchCampaign>().Handle(new(draft.PublicId), CancellationToken.None);
        return launched.Value?.PublicId ?? throw new InvalidOperationException(string.Join("; ", launched.Errors.Select(e => e.Message)));
    }

    private static DraftTarget Target(int id, string measure, string indicator, string comparator, decimal value, string unit = "%") =>
        new()
        {
            Id = id,
            Text = measure,
            Measure = measure,
            Indicator = indicator,
            Comparator = comparator,
            Value = value,
            Unit = unit,
            FirstLine = id,
            LastLine = id,
            Confirmed = true,
        };
}
