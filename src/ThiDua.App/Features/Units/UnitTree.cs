using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Packs;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Units;

/// <summary>
/// The writer of the tree: versions of units, the stored counts of units by kind, and which units are parents. Within
/// <see cref="AppDb.Apply"/>, after <see cref="TreeRevision.Change"/>. Callers save.
/// </summary>
public sealed class UnitTree(AppDb db, PackShelf packs, TreeTotals totals)
{
    public bool IsAboveCommune(string kind) => packs.UnitKinds.FirstOrDefault(k => k.Code == kind)?.Level < UnitLevel.Commune;

    public bool IsProvince(string kind) => packs.UnitKinds.FirstOrDefault(k => k.Code == kind)?.Level == UnitLevel.Province;

    /// <summary>The immutable home of a new unit under this parent: its own id for a province and for what has none above it.</summary>
    public async Task<int> HomeOf(int ownId, string kind, int? parentId, CancellationToken cancellationToken)
    {
        return parentId is null || IsProvince(kind)
            ? ownId
            : await db.Units.Where(u => u.Id == parentId).Select(u => u.HomeId).SingleAsync(cancellationToken);
    }

    /// <summary>Adds a version that begins where none of the unit is in effect, and counts it in all units above.</summary>
    public async Task<UnitVersion> Begin(
        Unit unit,
        string name,
        string kind,
        UnitVersion? parent,
        DateOnly from,
        CancellationToken cancellationToken
    )
    {
        if (parent is not null)
            await totals.BecomeParent(parent.UnitId, cancellationToken);
        var version = new UnitVersion
        {
            UnitId = unit.Id,
            ParentId = parent?.UnitId,
            Path = $"{parent?.Path ?? "/"}{unit.Id}/",
            Name = name,
            Kind = kind,
            From = from,
            SortKey = NameText.SortKey(name),
            Search = SearchText.Fold(name),
        };
        db.UnitVersions.Add(version);
        await Count(version.Ids(), kind, from, 1, cancellationToken);
        return version;
    }

    /// <summary>The unit is no more from that day on.</summary>
    public Task End(UnitVersion version, DateOnly on, CancellationToken cancellationToken) =>
        Leave(version, on, cancellationToken, ended: 1);

    /// <summary>Ends a version on the day before; another of the unit follows.</summary>
    public async Task Leave(UnitVersion version, DateOnly on, CancellationToken cancellationToken, int ended = 0)
    {
        version.To = on;
        await Count(version.Ids(), version.Kind, on, -1, cancellationToken, ended);
    }

    /// <summary>The unit, with all that stands below it now, under another parent. Nothing of it begins or ends after the day.</summary>
    public async Task Move(UnitVersion root, UnitVersion parent, DateOnly from, CancellationToken cancellationToken)
    {
        await totals.BecomeParent(parent.UnitId, cancellationToken);
        var standing = await db.UnitVersions.Below(root.Path).Where(v => v.To == null).ToListAsync(cancellationToken);
        var path = $"{parent.Path}{root.UnitId}/";
        foreach (var version in standing)
        {
            version.To = from;
            db.UnitVersions.Add(
                new UnitVersion
                {
                    UnitId = version.UnitId,
                    ParentId = version.UnitId == root.UnitId ? parent.UnitId : version.ParentId,
                    Name = version.Name,
                    Kind = version.Kind,
                    Path = path + version.Path[root.Path.Length..],
                    From = from,
                    SortKey = version.SortKey,
                    Search = version.Search,
                }
            );
        }
        // Within the subtree as many stand below each unit as before.
        var (left, joined) = (
            root.Ids().Except(parent.Ids()).Where(id => id != root.UnitId).ToList(),
            parent.Ids().Except(root.Ids()).ToList()
        );
        foreach (var kind in standing.GroupBy(v => v.Kind))
        {
            await Count(left, kind.Key, from, -kind.Count(), cancellationToken);
            await Count(joined, kind.Key, from, kind.Count(), cancellationToken);
        }
    }

    /// <summary>Another name or kind in the same place.</summary>
    public async Task Rename(Unit unit, UnitVersion last, string name, string kind, DateOnly from, CancellationToken cancellationToken)
    {
        await Leave(last, from, cancellationToken);
        db.UnitVersions.Add(
            new UnitVersion
            {
                UnitId = unit.Id,
                ParentId = last.ParentId,
                Path = last.Path,
                Name = name,
                Kind = kind,
                From = from,
                SortKey = NameText.SortKey(name),
                Search = SearchText.Fold(name),
            }
        );
        await Count(last.Ids(), kind, from, 1, cancellationToken);
    }

    private async Task Count(
        IEnumerable<int> units,
        string kind,
        DateOnly from,
        int change,
        CancellationToken cancellationToken,
        int ended = 0
    )
    {
        var ids = units.ToList();
        await db.UnitCounts.Where(c => ids.Contains(c.UnitId) && c.Kind == kind && c.From == from).LoadAsync(cancellationToken);
        foreach (var id in ids)
        {
            var count = db
                .UnitCounts.Local.FindEntry([nameof(UnitCount.UnitId), nameof(UnitCount.Kind), nameof(UnitCount.From)], [id, kind, from])
                ?.Entity;
            if (count is null)
                db.UnitCounts.Add(
                    count = new UnitCount
                    {
                        UnitId = id,
                        Kind = kind,
                        From = from,
                    }
                );
            (count.Change, count.Ended) = (count.Change + change, count.Ended + ended);
        }
    }
}
