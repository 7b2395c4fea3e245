using ThiDua.App.Data;
using ThiDua.App.Features.Units;
using ThiDua.App.Tree;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Campaigns;

/// <summary>Who sees a campaign; shared by the features that show one.</summary>
public static class CampaignQueries
{
    /// <summary>Those above the campaign's unit, at it, and under it: a unit that takes part knows what is asked of all. Figures have their own rules.</summary>
    public static async Task<bool> MaySee(AppDb db, Viewer viewer, TimeProvider clock, Campaign campaign, CancellationToken stop)
    {
        var unit = await UnitQueries.Find(db, campaign.UnitId, clock.Today(), stop);
        return unit is not null && (viewer.Can(Permission.ViewProgress, unit.Path)
            || viewer.Scopes(Permission.ViewProgress).Any(s => s.StartsWith(unit.Path, StringComparison.Ordinal)));
    }
}
