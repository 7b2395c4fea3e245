using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Maps;

/// <summary>The areas of units that a map stands on.</summary>
public sealed class MapGround(AppDb db, AreaCache cache, Viewer viewer, TimeProvider clock)
{
    private const int Most = 500;

    /// <summary>The unit that an address names, else the highest one at which the reader holds the right; null for none.</summary>
    public async Task<UnitRow?> Unit(string? publicId, string permission, CancellationToken cancellationToken)
    {
        if (publicId is not null)
            return await UnitQueries.Find(db, publicId, clock.Today(), cancellationToken) is { } named && viewer.Can(permission, named.Path)
                ? named
                : null;
        var top = viewer.Scopes(permission).OrderBy(p => p.Length).ThenBy(p => p, StringComparer.Ordinal).FirstOrDefault();
        return top is null ? null : await UnitQueries.Find(db, UnitVersion.PathIds(top).Last(), clock.Today(), cancellationToken);
    }

    /// <summary>The unit above, where the reader holds the right there too.</summary>
    public async Task<UnitRow?> Above(UnitRow unit, string permission, CancellationToken cancellationToken) =>
        unit.ParentId is { } id
        && await UnitQueries.Find(db, id, clock.Today(), cancellationToken) is { } above
        && viewer.Can(permission, above.Path)
            ? above
            : null;

    /// <summary>The areas around the unit that an address names, or the reader's own.</summary>
    public async Task<IReadOnlyList<MapArea>> Of(string? publicId, string permission, CancellationToken cancellationToken) =>
        (await Unit(publicId, permission, cancellationToken) ?? await Unit(null, permission, cancellationToken)) is { } unit
            ? await Around(unit.Id, cancellationToken)
            : [];

    /// <summary>A unit with what lies below it; where nothing there has an area, with the units beside it.</summary>
    public async Task<IReadOnlyList<MapArea>> Around(int unitId, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var unit = await UnitQueries.Find(db, unitId, today, cancellationToken);
        if (unit is null)
            return [];
        var found = await Read(v => v.UnitId == unit.Id || v.ParentId == unit.Id, cancellationToken);
        if (unit.ParentId is { } above && found.All(a => a.Unit == unit.Id))
            found = await Read(v => v.UnitId == above || v.ParentId == above, cancellationToken);
        var outer = found.Any(a => a.Parent == unit.Id) ? unit.Id : unit.ParentId;
        return
        [
            .. from a in found
            orderby a.Unit != outer
            let shape = cache.Of(a.Id, a.Shape)
            where shape is not null
            // What lies within it bears the names.
            select new MapArea(shape, a.Unit == outer && found.Count > 1 ? "" : a.Name, a.PublicId, a.Path),
        ];
    }

    private sealed record Found(int Id, int Unit, int? Parent, string PublicId, string Name, string Path, string Shape);

    private Task<List<Found>> Read(System.Linq.Expressions.Expression<Func<UnitVersion, bool>> which, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var units = db.UnitVersions.AsNoTracking().ValidOn(today).Where(which);
        return units
            .Join(
                UnitArea.On(db, today),
                v => v.UnitId,
                a => a.UnitId,
                (v, a) =>
                    new
                    {
                        a.Id,
                        v.UnitId,
                        v.ParentId,
                        v.Unit!.PublicId,
                        v.Name,
                        v.Path,
                        v.SortKey,
                        a.Shape,
                    }
            )
            .OrderBy(a => a.SortKey)
            .Take(Most)
            .Select(a => new Found(a.Id, a.UnitId, a.ParentId, a.PublicId, a.Name, a.Path, a.Shape))
            .ToListAsync(cancellationToken);
    }
}
