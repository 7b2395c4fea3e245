using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Forms;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Tasks;

/// <summary>Units that tasks are given to: one, or all of a kind ("Các ấp").</summary>
public sealed class TaskUnits(AppDb db, PackShelf packs, Viewer viewer, TimeProvider clock, IStringLocalizer<Text> text)
{
    private const int Most = 200;
    private const string OfKind = "kind:";

    /// <summary>Those that the viewer may choose, in a campaign or wherever they direct tasks.</summary>
    public async Task<IReadOnlyList<Option>> Options(string? campaign, CancellationToken cancellationToken)
    {
        var found = new List<UnitRow>();
        foreach (var path in await Paths(campaign, cancellationToken))
            found.AddRange(
                await db.UnitVersions.AsNoTracking().ValidOn(clock.Today()).Below(path).Rows().Take(Most).ToListAsync(cancellationToken)
            );
        var units = found.DistinctBy(u => u.Id).Take(Most).ToList();
        var kinds =
            from u in units
            group u by u.Kind into several
            where several.Count() > 1
            select new Option(
                OfKind + several.Key,
                text["AllOf", packs.UnitKinds.FirstOrDefault(k => k.Code == several.Key)?.Label.Here() ?? several.Key, several.Count()]
            );
        return [.. kinds, .. units.Select(u => new Option(u.PublicId, u.Name))];
    }

    /// <summary>The units that these choices mean below one unit; null when one is none of them.</summary>
    public async Task<IReadOnlyList<UnitRow>?> Meant(IReadOnlyList<string> chosen, int below, CancellationToken cancellationToken)
    {
        if (chosen.Count == 0)
            return [];
        var today = clock.Today();
        var top = await UnitQueries.Path(db, below, today, cancellationToken);
        var ids = chosen.Where(c => !c.StartsWith(OfKind, StringComparison.Ordinal)).Distinct().ToList();
        var kinds = chosen.Except(ids).Select(c => c[OfKind.Length..]).ToList();
        var units = await db
            .UnitVersions.AsNoTracking()
            .ValidOn(today)
            .Below(top)
            .Where(v => ids.Contains(v.Unit!.PublicId) || (kinds.Contains(v.Kind) && v.UnitId != below))
            .Rows()
            .ToListAsync(cancellationToken);
        var all = ids.TrueForAll(i => units.Exists(u => u.PublicId == i)) && kinds.TrueForAll(k => units.Exists(u => u.Kind == k));
        return all ? units : null;
    }

    private async Task<IReadOnlyList<string>> Paths(string? campaign, CancellationToken cancellationToken)
    {
        var scopes = viewer.Scopes(Permission.DirectTask);
        if (campaign is null || await db.Campaigns.FirstOrDefaultAsync(c => c.PublicId == campaign, cancellationToken) is not { } found)
            return scopes;
        var path = await UnitQueries.Path(db, found.UnitId, clock.Today(), cancellationToken);
        return scopes.Any(s => path.StartsWith(s, StringComparison.Ordinal)) ? [path] : scopes;
    }
}
