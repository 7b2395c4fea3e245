using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Packs;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Campaigns;

/// <summary>From which days reach is counted anew because a campaign begins there, and what that changes in the totals.</summary>
public sealed class CampaignStarts(AppDb db, PackShelf packs, TreeTotals totals, TimeProvider clock)
{
    /// <summary>Within the transaction of the launch; the campaign is saved by <paramref name="save"/>.</summary>
    public async Task Begin(int unitId, DateOnly from, Func<Task> save, CancellationToken cancellationToken) =>
        await totals.Recount(
            await WithReach(unitId, from, cancellationToken),
            async () =>
            {
                if (!await db.Set<CountingStart>().AnyAsync(c => c.UnitId == unitId && c.From == from, cancellationToken))
                    db.Add(new CountingStart { UnitId = unitId, From = from });
                await save();
            },
            cancellationToken
        );

    /// <summary>A launch was recalled: reach goes on from before, unless another campaign begins on that day.</summary>
    public async Task End(Campaign campaign, CancellationToken cancellationToken)
    {
        if (
            await db.StandingCampaigns.AnyAsync(
                c => c.Id != campaign.Id && c.UnitId == campaign.UnitId && c.From == campaign.From,
                cancellationToken
            )
        )
            return;
        await totals.Recount(
            await WithReach(campaign.UnitId, campaign.From, cancellationToken),
            async () =>
            {
                db.RemoveRange(
                    await db.Set<CountingStart>()
                        .Where(c => c.UnitId == campaign.UnitId && c.From == campaign.From)
                        .ToListAsync(cancellationToken)
                );
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken
        );
    }

    /// <summary>Units that have already given figures of reach for the campaign's time: these count anew from its start.</summary>
    private async Task<List<int>> WithReach(int unitId, DateOnly from, CancellationToken cancellationToken)
    {
        var path = await UnitQueries.Path(db, unitId, clock.Today(), cancellationToken);
        var codes = packs.Definitions.All.Where(d => d.Kind == Measures.IndicatorKind.Reach).Select(d => d.Code).ToList();
        var first = from.Year * 10_000;
        return await db
            .Figures.Where(f =>
                f.PeriodId >= first
                && db.Indicators.Any(i => i.Id == f.IndicatorId && codes.Contains(i.Code))
                && db.UnitVersions.Below(path).Any(v => v.UnitId == f.UnitId)
            )
            .Select(f => f.UnitId)
            .Distinct()
            .ToListAsync(cancellationToken);
    }
}
