using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Units;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Documents.Browse;

[NeedsSomewhere(Permission.ViewPaper)]
public sealed class BrowseModel(AppDb db, Viewer viewer, PackShelf packs, TimeProvider clock) : PageModel
{
    public FlowState StateOf(OfficialPaper paper) => packs[paper.Case.Pack].Flow(PaperCase.Kind)!.State(paper.Case.State)!;

    public IReadOnlyList<Campaign> Campaigns { get; private set; } = [];
    public IReadOnlyList<OfficialPaper> Papers { get; private set; } = [];

    public bool MayIssue { get; private set; }

    public async Task OnGet(CancellationToken stop)
    {
        Campaigns = await CampaignsOf(db, viewer, Permission.ViewPaper, clock, stop);
        MayIssue = viewer.Can(Permission.IssuePaper);
        var ids = Campaigns.Select(c => c.Id).ToList();
        Papers = await db
            .Papers.AsNoTracking()
            .Include(p => p.Case)
            .Where(p => ids.Contains(p.CampaignId))
            .OrderByDescending(p => p.At)
            .Take(200)
            .ToListAsync(stop);
    }

    internal static async Task<List<Campaign>> CampaignsOf(
        AppDb db,
        Viewer viewer,
        string permission,
        TimeProvider clock,
        CancellationToken stop
    )
    {
        var all = await (
            from c in db.Campaigns.AsNoTracking()
            join v in db.UnitVersions.ValidOn(clock.Today()) on c.UnitId equals v.UnitId
            orderby c.From descending
            select new { Campaign = c, v.Path }
        ).ToListAsync(stop);
        return [.. all.Where(c => viewer.Can(permission, c.Path)).Select(c => c.Campaign)];
    }
}
