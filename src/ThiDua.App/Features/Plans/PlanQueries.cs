using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Units;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Plans;

/// <summary>One draft in the list.</summary>
public sealed record DraftRow(
    string PublicId,
    string Title,
    string State,
    string Pack,
    string UnitName,
    string FileName,
    DateTimeOffset At,
    int LeftToCheck,
    string? CampaignId
);

/// <summary>Reading drafts; what the viewer may not see is as if it were not there.</summary>
public static class PlanQueries
{
    public static async Task<PlanDraft?> Draft(
        AppDb db,
        Viewer viewer,
        TimeProvider clock,
        string publicId,
        string permission,
        CancellationToken stop
    )
    {
        var draft = await db
            .PlanDrafts.Include(d => d.File)
            .Include(d => d.Case)
            .FirstOrDefaultAsync(d => d.Case.PublicId == publicId, stop);
        if (draft is null)
            return null;
        var unit = await UnitQueries.Find(db, draft.UnitId, clock.Today(), stop);
        return unit is not null && viewer.Can(permission, unit.Path) ? draft : null;
    }

    public static async Task<List<DraftRow>> Drafts(AppDb db, Viewer viewer, TimeProvider clock, CancellationToken stop)
    {
        var today = clock.Today();
        var rows = await (
            from d in db.PlanDrafts.AsNoTracking()
            join v in db.UnitVersions.AsNoTracking().ValidOn(today) on d.UnitId equals v.UnitId
            join c in db.Campaigns.AsNoTracking() on d.Id equals c.PlanDraftId into campaigns
            from c in campaigns.DefaultIfEmpty()
            orderby d.At descending, d.Id descending
            select new
            {
                v.Path,
                Row = new DraftRow(
                    d.Case.PublicId,
                    d.Case.Title,
                    d.Case.State,
                    d.Pack,
                    v.Name,
                    d.File!.Name,
                    d.At,
                    d.LeftToCheck,
                    c == null ? null : c.PublicId
                ),
            }
        ).ToListAsync(stop);
        return [.. rows.Where(r => viewer.Can(Permission.ImportPlan, r.Path)).Select(r => r.Row)];
    }

    /// <summary>The newest change that still stands.</summary>
    public static Task<PlanDraftRevision?> LastChange(AppDb db, int draftId, CancellationToken stop) =>
        db.Set<PlanDraftRevision>()
            .Where(r => r.DraftId == draftId && !r.TakenBack)
            .OrderByDescending(r => r.Number)
            .FirstOrDefaultAsync(stop);

    /// <summary>Units whose plans the viewer may import: those where the right is held, and the territorial ones right below.</summary>
    public static async Task<List<UnitRow>> Owners(
        AppDb db,
        Viewer viewer,
        TimeProvider clock,
        IReadOnlyCollection<string> territorialKinds,
        CancellationToken stop
    )
    {
        var units = new List<UnitRow>();
        foreach (var path in viewer.Scopes(Permission.ImportPlan))
        {
            var id = int.Parse(path.TrimEnd('/').Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
            if (await UnitQueries.Find(db, id, clock.Today(), stop) is { } top)
                units.Add(top);
            units.AddRange((await UnitQueries.Children(db, id, clock.Today(), stop)).Where(u => territorialKinds.Contains(u.Kind)));
        }
        return [.. units.DistinctBy(u => u.Id)];
    }
}
