using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Features.Units;
using ThiDua.App.Packs;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Plans;

/// <summary>
/// Gives unit names that a person typed a row of their own, with a proposed unit, as the names that the reader found have.
/// </summary>
public sealed class DraftNames(AppDb db, PackShelf packs, TimeProvider clock)
{
    public async Task<Func<DraftContent, DraftContent>> For(string draftId, CancellationToken cancellationToken)
    {
        var draft = await db
            .PlanDrafts.AsNoTracking()
            .Where(d => d.Case.PublicId == draftId)
            .Select(d => new { d.UnitId, d.Pack })
            .FirstOrDefaultAsync(cancellationToken);
        var owner = draft is null ? null : await UnitQueries.Find(db, draft.UnitId, clock.Today(), cancellationToken);
        if (owner is null)
            return content => content;
        var tree = await UnitQueries.Subtree(db, owner.Path, clock.Today(), cancellationToken);
        return content => Named(content, new UnitNaming(owner, tree, packs[draft!.Pack], content.Items.SelectMany(i => i.UnitNames)));
    }

    private static DraftContent Named(DraftContent content, UnitNaming naming)
    {
        var fresh = content
            .Items.SelectMany(i => i.UnitNames)
            .DistinctBy(DraftUnit.KeyOf)
            .Where(n => content.Unit(n) is null)
            .Select(naming.Row)
            .ToList();
        return fresh.Count == 0 ? content : content with { Units = [.. content.Units, .. fresh] };
    }
}
