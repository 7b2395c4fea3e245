using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Units;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Plans;

/// <summary>One draft in the list.</summary>
public sealed record DraftRow
{
    public int Id { get; init; }
    public string PublicId { get; init; } = "";
    public string Title { get; init; } = "";
    public string Search { get; init; } = "";
    public string State { get; init; } = "";
    public string Pack { get; init; } = "";
    public string UnitName { get; init; } = "";
    public string UnitKey { get; init; } = "";
    public string Path { get; init; } = "";
    public string FileName { get; init; } = "";
    public DateTimeOffset At { get; init; }
    public int LeftToCheck { get; init; }
    public string? CampaignId { get; init; }
}

/// <summary>Reading drafts; what the viewer may not see is as if it were not there.</summary>
public static class PlanQueries
{
    public static async Task<PlanDraft?> Draft(
        AppDb db,
        Viewer viewer,
        TimeProvider clock,
        string publicId,
        string permission,
        CancellationToken cancellationToken
    )
    {
        var draft = await db
            .PlanDrafts.Include(d => d.File)
            .Include(d => d.Case)
            .FirstOrDefaultAsync(d => d.Case.PublicId == publicId, cancellationToken);
        if (draft is null)
            return null;
        var unit = await UnitQueries.Find(db, draft.UnitId, clock.Today(), cancellationToken);
        return unit is not null && viewer.Can(permission, unit.Path) ? draft : null;
    }

    public static Task<List<DraftRow>> Drafts(AppDb db, Viewer viewer, TimeProvider clock, CancellationToken cancellationToken) =>
        Rows(db, viewer, clock).OrderByDescending(d => d.At).ThenByDescending(d => d.Id).ToListAsync(cancellationToken);

    /// <summary>The drafts of the units whose plans the viewer imports, in no order.</summary>
    public static IQueryable<DraftRow> Rows(AppDb db, Viewer viewer, TimeProvider clock)
    {
        var valid = db.UnitVersions.AsNoTracking().ValidOn(clock.Today());
        var seen = viewer.Scopes(Permission.ImportPlan).Select(p => valid.Below(p).Select(v => v.UnitId)).Aggregate((a, b) => a.Union(b));
        return from d in db.PlanDrafts.AsNoTracking()
            where seen.Contains(d.UnitId)
            join v in valid on d.UnitId equals v.UnitId
            join c in db.StandingCampaigns.AsNoTracking() on d.Id equals c.PlanDraftId into campaigns
            from c in campaigns.DefaultIfEmpty()
            select new DraftRow
            {
                Id = d.Id,
                PublicId = d.Case.PublicId,
                Title = d.Case.Title,
                Search = d.Case.Search,
                State = d.Case.State,
                Pack = d.Pack,
                UnitName = v.Name,
                UnitKey = v.SortKey,
                Path = v.Path,
                FileName = d.File!.Name,
                At = d.At,
                LeftToCheck = d.LeftToCheck,
                CampaignId = c == null ? null : c.PublicId,
            };
    }

    /// <summary>The newest change that still stands.</summary>
    public static Task<PlanDraftRevision?> LastChange(AppDb db, int draftId, CancellationToken cancellationToken) =>
        db.Set<PlanDraftRevision>()
            .Where(r => r.DraftId == draftId && !r.TakenBack)
            .OrderByDescending(r => r.Number)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>Units whose plans the viewer may import: those where the right is held, and the territorial ones right below.</summary>
    public static async Task<List<UnitRow>> Owners(
        AppDb db,
        Viewer viewer,
        TimeProvider clock,
        IReadOnlyCollection<string> territorialKinds,
        CancellationToken cancellationToken
    )
    {
        var units = new List<UnitRow>();
        foreach (var path in viewer.Scopes(Permission.ImportPlan))
        {
            var id = int.Parse(path.TrimEnd('/').Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
            if (await UnitQueries.Find(db, id, clock.Today(), cancellationToken) is { } top)
                units.Add(top);
            units.AddRange(
                (await UnitQueries.Children(db, id, clock.Today(), cancellationToken)).Where(u => territorialKinds.Contains(u.Kind))
            );
        }
        return [.. units.DistinctBy(u => u.Id)];
    }
}
