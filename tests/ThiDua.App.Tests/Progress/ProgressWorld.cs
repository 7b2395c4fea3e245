using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Progress;
using ThiDua.App.Features.Progress.Baselines;
using ThiDua.App.Security;
using ThiDua.App.Tests.Facts;
using ThiDua.App.Tests.Support;
using ThiDua.Measures;

namespace ThiDua.App.Tests.Progress;

/// <summary>
/// Figures of January to April 2024 in the commune of every test, chosen so that each state is on screen on 15 May 2024,
/// and can be computed by hand.
/// </summary>
internal static class ProgressWorld
{
    /// <summary>Offences of 2023 by month: 40 in the first four months, 100 in the year.</summary>
    public static readonly long[] Crimes2023 = [10, 10, 10, 10, 8, 8, 8, 8, 7, 7, 7, 7];

    public static async Task Fill(this TestSystem system)
    {
        await system.Baseline(Crimes2023);
        var police = system.World.Police.Id;
        await system.Months(police, "crime.cases", 8, 9, 9, 8);
        await system.Months(police, "crime.cleared", 6, 7, 6, 6);
        await system.Months(police, "crime-report.received", 10, 10, 10, 10);
        await system.Months(police, "crime-report.resolved", 10, 9, 10, 9);
        await system.Record(new FactEntry(police, "wanted.standing", Period.OfYear(2024), 10));
        await system.Months(police, "wanted.standing-caught", 1, 0, 1, 2);
        long[][] reached =
        [
            [60, 90, 120, 160],
            [60, 100, 130, 150],
            [20, 50, 80, 100],
            [10, 20, 30, 40],
        ];
        foreach (var (at, hamlet) in system.World.Hamlets.Take(4).Index())
        {
            await system.Months(hamlet.Id, "household.total", 200);
            await system.Months(hamlet.Id, "household.reached", reached[at]);
        }
        await system.Months(system.World.Hamlets[0].Id, "model.total", 3);
        await system.Record(new FactEntry(system.World.Hamlets[0].Id, "certified.order", Period.OfYear(2024), 1));
    }

    /// <summary>Consecutive months of 2024 from January on.</summary>
    public static Task Months(this TestSystem system, int unit, string indicator, params long[] values) =>
        system.Record([.. values.Index().Select(v => new FactEntry(unit, indicator, Period.Month(2024, v.Index + 1), v.Item))]);

    /// <summary>The same figure in each month of 2023.</summary>
    public static Task Facts2023(this TestSystem system, int unit, string indicator, long each) =>
        system.Record([.. Enumerable.Range(1, 12).Select(m => new FactEntry(unit, indicator, Period.Month(2023, m), each))]);

    /// <summary>Writes to the database as nobody in particular would.</summary>
    public static Task Change(this TestSystem system, Action<AppDb> change) =>
        system.As(
            null,
            async s =>
            {
                var db = s.GetRequiredService<AppDb>();
                s.GetRequiredService<Viewer>().Record("test.change", "test", "targets", null);
                change(db);
                await db.SaveChangesAsync();
            }
        );

    /// <summary>The police's offences of 2023, through the handler that the office uses.</summary>
    public static async Task Baseline(this TestSystem system, params long[] months)
    {
        var figures = months.Index().Select(m => new BaselineFigure("crime.cases", Period.Month(2023, m.Index + 1), m.Item)).ToList();
        var outcome = await system.As(
            system.World.OfficeHead,
            s =>
                s.GetRequiredService<RecordBaselines>()
                    .Handle(new(system.World.Campaign, system.World.Police.PublicId, figures), CancellationToken.None)
        );
        Assert.True(outcome.Ok, string.Join("; ", outcome.Errors.Select(e => e.Message)));
        if (outcome.Value is { } sheet)
            Assert.True(
                (
                    await system.As(
                        system.World.Reviewer,
                        s => s.GetRequiredService<MoveCase>().Handle(new MoveInput(sheet, "approve"), CancellationToken.None)
                    )
                ).Ok
            );
    }

    /// <summary>Approved baselines are frozen: opened again by who may approve them.</summary>
    public static async Task ReopenBaseline(this TestSystem system)
    {
        var sheet = await system.Db(db => Task.FromResult(db.Set<BaselineSheet>().Select(s => s.Case.PublicId).First()));
        var outcome = await system.As(
            system.World.Reviewer,
            s =>
                s.GetRequiredService<MoveCase>()
                    .Handle(new MoveInput(sheet, "reopen", "Đối chiếu lại với báo cáo năm 2023"), CancellationToken.None)
        );
        Assert.True(outcome.Ok, string.Join("; ", outcome.Errors.Select(e => e.Message)));
    }

    /// <summary>What the pages read, as that person sees it.</summary>
    public static Task<CampaignProgress> Read(
        this TestSystem system,
        TestAccount who,
        TestUnit? unit = null,
        string? asOf = null,
        Func<SeenCampaign, ProgressAsk>? ask = null
    ) =>
        system.As(
            who,
            async s =>
            {
                var seen = await s.GetRequiredService<ProgressQueries>()
                    .Find(system.World.Campaign, unit?.PublicId, asOf, CancellationToken.None);
                Assert.NotNull(seen);
                return await s.GetRequiredService<ProgressReader>()
                    .Read(seen.Campaign, seen.Unit, ask?.Invoke(seen) ?? new ProgressAsk(seen.AsOf), CancellationToken.None);
            }
        );

    public static TargetProgress Of(this CampaignProgress progress, string indicator) =>
        Assert.Single(progress.Targets, t => t.Indicator.Code == indicator);

    public static Task<CampaignTarget> Target(this TestSystem system, string indicator) =>
        system.Db(db => Task.FromResult(db.Targets.First(t => t.Indicator == indicator)));
}
