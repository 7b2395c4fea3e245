using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Files;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Cases;

/// <summary>The files of a case: seen by whoever may see its page, changed by whoever may do an act while it may be edited.</summary>
public sealed class CaseFiles(AppDb db, CaseKinds kinds, PackShelf packs, Viewer viewer, TimeProvider clock) : IFileOwner
{
    public const string Code = "case";

    public string Kind => Code;

    public async Task<FileRights?> Rights(string key, CancellationToken cancellationToken)
    {
        var found = await db.Cases.AsNoTracking().FirstOrDefaultAsync(c => c.PublicId == key, cancellationToken);
        if (found is null || kinds[found.Kind].ViewPermission is not { } view)
            return null;
        var path = await UnitQueries.Path(db, found.UnitId, clock.Today(), cancellationToken);
        var flow = packs[found.Pack].Flow(found.Flow)!;
        // An act that leads back to where it began changes the content and nothing else.
        var editable = flow.State(found.State)!.Editable;
        var change = flow.From(found.State)
            .Any(a => (editable || a.To == found.State) && viewer.Can(a.Permission, path, a.Level == FlowLevel.Above));
        var seen = viewer.Can(view, path) || kinds[found.Kind].WorkPermission is { } work && viewer.Can(work, path);
        return new(seen, change, found.UnitId, (found.Kind, found.PublicId));
    }
}
