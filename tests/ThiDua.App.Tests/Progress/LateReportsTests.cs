using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Progress;
using ThiDua.App.Features.Units;
using ThiDua.App.Tests.Support;
using ThiDua.App.Tree;

namespace ThiDua.App.Tests.Progress;

/// <summary>The longest overdue, found without reading everybody, are those of the whole list.</summary>
public sealed class LateReportsTests
{
    [Theory, BothEngines]
    public async Task The_longest_overdue_are_found_period_by_period(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        system.SetClock(2024, 9, 20);
        var day = new DateOnly(2024, 9, 20);
        var (all, few, everybody) = await system.As(
            null,
            async s =>
            {
                var (db, late) = (s.GetRequiredService<AppDb>(), s.GetRequiredService<LateReports>());
                var campaign = await db.Campaigns.AsNoTracking().Include(c => c.Targets).FirstAsync();
                var commune = (await UnitQueries.Find(db, system.World.Commune.Id, day, CancellationToken.None))!;
                return (
                    await late.Of(campaign, commune, day, CancellationToken.None),
                    await late.Longest(campaign, commune, day, 3, CancellationToken.None),
                    await late.Longest(campaign, commune, day, 1000, CancellationToken.None)
                );
            }
        );

        Assert.True(all.Count > 3);
        Assert.True(few.More);
        Assert.Equal(3, few.Units.Count);
        Assert.All(few.Units, u => Assert.Equal(all[0].Since, u.Since));
        Assert.False(everybody.More);
        Assert.Equal(
            all.Select(u => (u.Unit.Id, u.Since, u.Periods.Count)),
            everybody.Units.Select(u => (u.Unit.Id, u.Since, u.Periods.Count))
        );
    }
}
