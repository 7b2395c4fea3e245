using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Progress;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Home;

/// <summary>
/// The first page is the first one that this person works with; for a leader it is this one: what waits, then how it
/// stands.
/// </summary>
[SignedIn]
[OnDevice]
public sealed class HomeModel(Viewer viewer, AppDb db, Inbox inbox, Glances glances, TimeProvider clock) : PageModel
{
    private const int MostCampaigns = 20;

    public FirstPage First { get; private set; } = null!;

    public async Task<IActionResult> OnGet(CancellationToken cancellationToken)
    {
        var first = Navigation.For(viewer).FirstOrDefault();
        if (first is not null && first.Href != Navigation.Home)
            return LocalRedirect(first.Href);
        if (first is null)
            return LocalRedirect("/account");
        var campaigns = await Campaigns(cancellationToken);
        First = new(
            await inbox.Mine([], cancellationToken),
            await glances.Of(campaigns, await Units(campaigns, cancellationToken), cancellationToken),
            viewer
        );
        return Page();
    }

    /// <summary>Those of the reader's subtrees and those above in which they take part, the newest first.</summary>
    private async Task<IReadOnlyList<Campaign>> Campaigns(CancellationToken cancellationToken)
    {
        var all = new List<Campaign>();
        foreach (var scope in viewer.Scopes(Permission.ViewProgress))
        {
            var (above, within) = (UnitVersion.PathIds(scope).ToList(), db.UnitVersions.Below(scope).Select(v => v.UnitId));
            all.AddRange(
                await db
                    .StandingCampaigns.AsNoTracking()
                    .Include(c => c.Case)
                    .Include(c => c.Targets)
                    .AsSingleQuery()
                    .Where(c => within.Contains(c.UnitId) || above.Contains(c.UnitId))
                    .OrderByDescending(c => c.From)
                    .Take(MostCampaigns)
                    .ToListAsync(cancellationToken)
            );
        }
        return [.. all.DistinctBy(c => c.Id).OrderByDescending(c => c.From)];
    }

    private Task<List<UnitRow>> Units(IReadOnlyList<Campaign> campaigns, CancellationToken cancellationToken)
    {
        List<int> ids = [.. viewer.UnitIds, .. campaigns.Select(c => c.UnitId)];
        return db
            .UnitVersions.AsNoTracking()
            .ValidOn(clock.Today())
            .Where(v => ids.Contains(v.UnitId))
            .Rows()
            .ToListAsync(cancellationToken);
    }
}
