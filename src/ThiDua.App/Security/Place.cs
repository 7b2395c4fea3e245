using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;

namespace ThiDua.App.Security;

/// <summary>Where a right is asked for: the unit, and its path today.</summary>
/// <param name="Id">The public id in the request that led here.</param>
public sealed record Place(string Id, int UnitId, string Path);

/// <summary>
/// A thing with a public id that belongs to one unit: a unit itself, a case, a campaign. An address that names one is open
/// to those who hold the right at that unit (<see cref="NeedsAttribute{T}"/>).
/// </summary>
public interface IPlaced
{
    /// <summary>The unit of the thing with this public id, as a query; null for what cannot be an id.</summary>
    static abstract IQueryable<int>? UnitOf(AppDb db, string id);
}

/// <summary>The places that the filter resolved for this request, by the key of the route or query value.</summary>
public sealed class Places(AppDb db, TimeProvider clock)
{
    private const int Most = 200;

    private readonly Dictionary<string, Place> found = new(StringComparer.OrdinalIgnoreCase);

    public Place? this[string key] => found.GetValueOrDefault(key);

    /// <summary>
    /// In one query: of several units the first where the viewer may. A unit that has ended keeps the place where it last
    /// stood.
    /// </summary>
    internal async Task<Place?> Find(NeedsAttribute need, string id, Func<string, bool> may, CancellationToken cancellationToken)
    {
        if (need.UnitOf(db, id) is not { } units)
            return null;
        var today = clock.Today();
        var places = (
            await db
                .UnitVersions.AsNoTracking()
                .Where(v => units.Contains(v.UnitId) && v.From <= today)
                .OrderByDescending(v => v.From)
                .Select(v => new Place(id, v.UnitId, v.Path))
                .Take(Most)
                .ToListAsync(cancellationToken)
        )
            .DistinctBy(p => p.UnitId)
            .ToList();
        var place = places.FirstOrDefault(p => may(p.Path)) ?? places.FirstOrDefault();
        return place is null ? null : found[need.Key!] = place;
    }
}
