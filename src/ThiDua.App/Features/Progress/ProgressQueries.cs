using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Plans;
using ThiDua.App.Features.Reporting;
using ThiDua.App.Features.Units;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Progress;

/// <summary>A campaign with the unit asked of it, which this viewer may see.</summary>
/// <param name="Top">The campaign's own unit.</param>
public sealed record SeenCampaign(Campaign Campaign, UnitRow Unit, UnitRow Top, DateOnly AsOf, DateOnly Today)
{
    public bool IsWhole => Unit.Id == Campaign.UnitId;
}

/// <summary>Which campaigns and units a viewer may see: those of the subtree where the right is held.</summary>
public sealed class ProgressQueries(AppDb db, CampaignAsks asks, Viewer viewer, TimeProvider clock)
{
    public sealed record Row(string PublicId, string Name, string? Symbol, string Unit, DateOnly From, DateOnly To, int Targets);

    /// <summary>The campaigns of the viewer's subtree, and those above it in which the viewer's unit takes part.</summary>
    public async Task<IReadOnlyList<Row>> Campaigns(CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var found = new Dictionary<int, (DateOnly From, Row Row)>();
        foreach (var scope in viewer.Scopes(Permission.ViewProgress))
        {
            var above = Ids(scope);
            var within = db.UnitVersions.Below(scope).Select(v => v.UnitId);
            var rows = await (
                from c in db.StandingCampaigns.AsNoTracking()
                join v in db.UnitVersions.ValidOn(today) on c.UnitId equals v.UnitId
                where within.Contains(c.UnitId) || above.Contains(c.UnitId)
                select new
                {
                    c.Id,
                    Row = new Row(c.PublicId, c.Name, c.PlanSymbol, v.Name, c.From, c.To, c.Targets.Count(t => t.Until == null)),
                }
            ).ToListAsync(cancellationToken);
            foreach (var row in rows)
                found[row.Id] = (row.Row.From, row.Row);
        }
        return [.. found.Values.OrderByDescending(f => f.From).Select(f => f.Row)];
    }

    /// <param name="unit">Public id; null for the highest unit of the campaign that the viewer may see.</param>
    /// <param name="asOf"><c>yyyy-MM-dd</c>; anything else means today. Never after today.</param>
    /// <returns>Null for what there is not or may not be seen.</returns>
    public async Task<SeenCampaign?> Find(string campaign, string? unit, string? asOf, CancellationToken cancellationToken)
    {
        var found = await db
            .StandingCampaigns.AsNoTracking()
            .Include(c => c.Case)
            .Include(c => c.Targets)
            .AsSingleQuery()
            .FirstOrDefaultAsync(c => c.PublicId == campaign, cancellationToken);
        if (found is null)
            return null;
        var today = clock.Today();
        var day = Day(asOf, found, today);
        var (tree, own) = (ProgressRules.TreeDay(found, day), viewer.UnitIds.ToList());
        var versions = await db
            .UnitVersions.AsNoTracking()
            .Include(v => v.Unit)
            .Where(v => v.UnitId == found.UnitId || (unit == null ? own.Contains(v.UnitId) : v.Unit!.PublicId == unit))
            .Where(v => (v.From <= tree && (v.To == null || v.To > tree)) || (v.From <= today && (v.To == null || v.To > today)))
            .ToListAsync(cancellationToken);
        // Rights follow a unit to where it stands today; what is shown is the tree of the campaign's time.
        var rows = versions.Where(v => v.ValidOn(tree)).Select(RowOf).ToList();
        var seen = rows.Where(r => versions.Where(v => v.UnitId == r.Id).Any(v => viewer.Can(Permission.ViewProgress, v.Path)))
            .Where(r => r.Path.Contains($"/{found.UnitId}/", StringComparison.Ordinal))
            .OrderBy(r => r.Path.Length)
            .ToList();
        asks.Place(versions.Where(v => v.ValidOn(today)).Select(v => v.Path));
        var shown = unit is null ? seen.FirstOrDefault() : seen.FirstOrDefault(r => r.PublicId == unit);
        return shown is null ? null : new(found, shown, rows.First(r => r.Id == found.UnitId), day, today);
    }

    /// <summary>Where the lines of the plan that set a target can be read; null for a target that came from no plan.</summary>
    public async Task<string?> Clause(Campaign campaign, CampaignTarget target, CancellationToken cancellationToken)
    {
        var draft = await db
            .PlanDrafts.AsNoTracking()
            .Where(d => d.Id == (target.PlanDraftId ?? campaign.PlanDraftId))
            .Select(d => d.Case.PublicId)
            .FirstOrDefaultAsync(cancellationToken);
        return draft is null || target.FirstLine == 0 ? null : $"/plans/{draft}/source#L{target.FirstLine}";
    }

    private static DateOnly Day(string? asked, Campaign campaign, DateOnly today)
    {
        if (!DateOnly.TryParseExact(asked, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            day = today;
        day = day < campaign.From ? campaign.From : day;
        return day > today ? today : day;
    }

    private static UnitRow RowOf(UnitVersion v) =>
        new(v.UnitId, v.Unit!.PublicId, v.Unit.Code, v.Name, v.Kind, v.ParentId, v.Path, v.Unit.HomeId, v.Unit.IsParent);

    private static List<int> Ids(string path) =>
        [.. path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, CultureInfo.InvariantCulture))];
}
