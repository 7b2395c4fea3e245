using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Units;
using ThiDua.App.Lists;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Documents.Browse;

[NeedsSomewhere(Permission.ViewPaper)]
public sealed class BrowseModel(PaperList papers, ListReader lists, AppDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    public ListPage Found { get; private set; } = null!;
    public bool HasCampaign { get; private set; }
    public bool MayIssue => viewer.Can(Permission.IssuePaper);

    public async Task OnGet(CancellationToken cancellationToken)
    {
        HasCampaign = (await CampaignsOf(db, viewer, Permission.ViewPaper, clock, cancellationToken)).Count > 0;
        Found = (await lists.Read(papers, Request, cancellationToken))!;
    }

    internal static async Task<List<Campaign>> CampaignsOf(
        AppDb db,
        Viewer viewer,
        string permission,
        TimeProvider clock,
        CancellationToken cancellationToken
    )
    {
        var all = await (
            from c in db.OpenCampaigns.AsNoTracking()
            join v in db.UnitVersions.ValidOn(clock.Today()) on c.UnitId equals v.UnitId
            orderby c.From descending
            select new { Campaign = c, v.Path }
        ).ToListAsync(cancellationToken);
        return [.. all.Where(c => viewer.Can(permission, c.Path)).Select(c => c.Campaign)];
    }
}
