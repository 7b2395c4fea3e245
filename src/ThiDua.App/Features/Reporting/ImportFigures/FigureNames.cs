using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Reporting.ImportFigures;

/// <summary>What files call units and indicators: by code, or by name without regard to marks and case.</summary>
public sealed class FigureNames(PackShelf packs, Viewer viewer)
{
    private const int LookUpAtOnce = 2000;

    private readonly Lazy<ILookup<string, PackIndicator>> byName = new(() =>
        packs
            .All.SelectMany(p => p.Indicators)
            .Where(IsReported)
            .DistinctBy(i => i.Code)
            .SelectMany(i => new[] { i.Name.Vi, i.Name.En }.Select(SearchText.Fold).Distinct().Select(n => (Name: n, Indicator: i)))
            .ToLookup(n => n.Name, n => n.Indicator)
    );

    /// <returns>One, none, or several of the same name.</returns>
    public IReadOnlyList<PackIndicator> Indicators(string text) =>
        packs.All.Select(p => p.Indicator(text)).FirstOrDefault(i => i is not null && IsReported(i)) is { } known
            ? [known]
            : [.. byName.Value[SearchText.Fold(text)]];

    /// <summary>Finds those that the viewer reports for; what may not be seen is not there.</summary>
    public async Task Find(AppDb db, IReadOnlyDictionary<string, FigureUnit> units, CancellationToken cancellationToken)
    {
        foreach (var codes in units.Keys.Chunk(LookUpAtOnce))
        foreach (var versions in await Load(db.UnitVersions.Where(v => codes.Contains(v.Unit!.Code)), v => v.Unit!.Code, cancellationToken))
            units[versions.Key].Take([.. versions]);
        var named = units.Values.Where(u => u.Id == 0).ToLookup(u => SearchText.Fold(u.Text));
        foreach (var names in named.Select(n => n.Key).Where(n => n.Length > 0).Chunk(LookUpAtOnce))
        {
            var ids = await Seen(db, names).Select(v => v.UnitId).Distinct().ToListAsync(cancellationToken);
            var found = await Load(db.UnitVersions.Where(v => ids.Contains(v.UnitId)), v => v.UnitId, cancellationToken);
            foreach (var name in found.ToLookup(v => SearchText.Fold(v.Last().Name)))
            foreach (var unit in named[name.Key])
                unit.TakeOneOf([.. name.Select(v => (IReadOnlyList<UnitVersion>)[.. v])]);
        }
    }

    private IQueryable<UnitVersion> Seen(AppDb db, string[] names)
    {
        var seen = db.UnitVersions.Where(v => v.To == null && names.Contains(v.Search));
        if (viewer.IsOperator)
            return seen;
        return viewer
                .Scopes(Permission.FillReport)
                .Select(path => seen.Below(path))
                .Aggregate((IQueryable<UnitVersion>?)null, (all, part) => all is null ? part : all.Concat(part))
            ?? seen.Where(v => false);
    }

    private async Task<IReadOnlyList<IGrouping<TKey, UnitVersion>>> Load<TKey>(
        IQueryable<UnitVersion> versions,
        Func<UnitVersion, TKey> key,
        CancellationToken cancellationToken
    )
    {
        var rows = await versions.AsNoTracking().Include(v => v.Unit).OrderBy(v => v.From).ToListAsync(cancellationToken);
        return [.. rows.GroupBy(key).Where(g => g.Any(v => viewer.Can(Permission.FillReport, v.Path)))];
    }

    private static bool IsReported(PackIndicator indicator) => indicator is { Frequency: not null, Source: FigureSource.Reported };
}
