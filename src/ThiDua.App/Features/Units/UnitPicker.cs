using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Units;

/// <param name="Asked">What was searched for; empty for what stands near.</param>
/// <param name="Address">Of the page once a unit is picked, up to that unit's id.</param>
public sealed record PickerView(string Asked, string Address, IReadOnlyList<PickedUnit> Found)
{
    public bool More => Found.Count >= UnitPicker.Most;

    /// <summary>What the address says already, for the search form to keep.</summary>
    public IEnumerable<(string Name, string Value)> Kept =>
        Address
            .Split('?', 2)[^1]
            .Split('&')
            .Select(p => p.Split('=', 2))
            .Where(p => p.Length == 2 && p[1].Length > 0)
            .Select(p => (p[0], p[1]));
}

/// <param name="Above">Names of the units above it, the nearest first, as far as the viewer may see them.</param>
public sealed record PickedUnit(UnitRow Unit, string Above);

/// <summary>Units to choose from by a search in the tree: nobody types a code, and no list of 8,000 is sent.</summary>
public sealed class UnitPicker(AppDb db, Viewer viewer, TimeProvider clock)
{
    public const int Most = 30;

    /// <summary>Of any kind, where the viewer holds the permission; without a search, what stands highest there.</summary>
    public Task<IReadOnlyList<PickedUnit>> Find(string? asked, string permission, CancellationToken cancellationToken)
    {
        var valid = Valid();
        var tops = viewer.Scopes(permission).Select(path => UnitVersion.PathIds(path).Last()).ToList();
        Expression<Func<UnitVersion, bool>> near = v => tops.Contains(v.UnitId) || (v.ParentId != null && tops.Contains(v.ParentId.Value));
        return Find(asked, valid, Mine(valid, permission), near, tops, cancellationToken);
    }

    /// <param name="near">The unit that acts: without a search, what stands beside it and beside its parent.</param>
    /// <param name="but">Units that are no choice.</param>
    public Task<IReadOnlyList<PickedUnit>> Find(
        string? asked,
        UnitRow near,
        IReadOnlyList<string> kinds,
        IReadOnlyCollection<int> but,
        CancellationToken cancellationToken
    )
    {
        var valid = Valid();
        var parents = valid.Where(v => v.UnitId == near.ParentId).Select(v => v.ParentId);
        var shown = Mine(valid, Permission.ManageUnits).Where(v => kinds.Contains(v.Kind) && !but.Contains(v.UnitId));
        return Find(asked, valid, shown, v => v.ParentId == near.ParentId || parents.Contains(v.ParentId), [], cancellationToken);
    }

    private IQueryable<UnitVersion> Valid() => db.UnitVersions.AsNoTracking().ValidOn(clock.Today()).Where(v => v.To == null);

    private IQueryable<UnitVersion> Mine(IQueryable<UnitVersion> valid, string permission) =>
        viewer.Scopes(permission).Select(path => valid.Below(path)).Aggregate((a, b) => a.Union(b));

    /// <param name="near">What is shown without a search.</param>
    /// <param name="first">Units that stand before the others.</param>
    private async Task<IReadOnlyList<PickedUnit>> Find(
        string? asked,
        IQueryable<UnitVersion> valid,
        IQueryable<UnitVersion> shown,
        Expression<Func<UnitVersion, bool>> near,
        List<int> first,
        CancellationToken cancellationToken
    )
    {
        var folded = SearchText.Fold(asked);
        if (folded.Length > 0)
        {
            var code = asked!.Trim();
            shown = shown.Where(v => v.Search.Contains(folded) || v.Unit!.Code == code);
        }
        else
        {
            shown = shown.Where(near);
        }
        var ids = await shown
            .OrderByDescending(v => first.Contains(v.UnitId))
            .ThenBy(v => v.SortKey)
            .ThenBy(v => v.UnitId)
            .Select(v => v.UnitId)
            .Take(Most)
            .ToListAsync(cancellationToken);
        var found = await valid.Where(v => ids.Contains(v.UnitId)).Rows().ToListAsync(cancellationToken);
        var above = found.SelectMany(u => UnitVersion.PathIds(u.Path)).Distinct().ToList();
        var names = await valid
            .Where(v => above.Contains(v.UnitId))
            .Select(v => new
            {
                v.UnitId,
                v.Name,
                v.Path,
            })
            .ToListAsync(cancellationToken);
        var seen = names.Where(n => viewer.Can(Permission.ViewUnits, n.Path)).ToDictionary(n => n.UnitId, n => n.Name);
        return
        [
            .. found
                .OrderBy(u => ids.IndexOf(u.Id))
                .Select(u => new PickedUnit(
                    u,
                    string.Join(", ", UnitVersion.PathIds(u.Path).Reverse().Skip(1).Where(seen.ContainsKey).Select(id => seen[id]))
                )),
        ];
    }
}
