using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Imports;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Maps.ImportShapes;

/// <summary>Takes the areas of a file back: what held before holds again.</summary>
public sealed class UndoAreas(AppDb db, Viewer viewer)
{
    /// <param name="id">Public id of the import.</param>
    /// <returns>Null for one that brought no areas.</returns>
    public Task<ImportResult?> TakeBack(string id, CancellationToken cancellationToken) =>
        db.Apply(() => Undo(id, cancellationToken), cancellationToken, result => result is not null);

    private async Task<ImportResult?> Undo(string id, CancellationToken cancellationToken)
    {
        var import = await db.Imports.FirstOrDefaultAsync(
            i => i.PublicId == id && i.Kind == ImportAreas.Kind && i.UndoneById == null,
            cancellationToken
        );
        if (import is null || !await May(import.Id, cancellationToken))
            return null;
        var areas = await db.Set<UnitArea>().CountAsync(a => a.ImportId == import.Id, cancellationToken);
        var act = viewer.Record("unit.area-undo", "import", import.PublicId, null);
        act.ImportId = import.Id;
        await db.SaveChangesAsync(cancellationToken);
        import.UndoneById = act.Id;
        await db.SaveChangesAsync(cancellationToken);
        return new(areas, 0, areas, 0, [], true) { Import = id };
    }

    private async Task<bool> May(int importId, CancellationToken cancellationToken)
    {
        if (viewer.IsOperator)
            return true;
        var paths = await db
            .UnitVersions.Where(v => v.To == null && db.Set<UnitArea>().Any(a => a.UnitId == v.UnitId && a.ImportId == importId))
            .Select(v => v.Path)
            .ToListAsync(cancellationToken);
        return paths.All(p => viewer.Can(Permission.ManageUnits, p));
    }
}
