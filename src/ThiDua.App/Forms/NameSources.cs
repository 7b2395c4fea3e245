using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Tree;

namespace ThiDua.App.Forms;

/// <summary>Within what a form's fields look for names: the unit's commune, or the unit itself where it stands above one.</summary>
public static class UnitScope
{
    /// <returns>A path; the unit's own parent for what stands in a commune.</returns>
    public static async Task<string> Of(AppDb db, int unitId, DateOnly today, CancellationToken cancellationToken)
    {
        var path = await UnitQueries.Path(db, unitId, today, cancellationToken);
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var above = await db.Units.Where(u => u.Id == unitId).Select(u => u.AboveCommune || u.IsParent).SingleAsync(cancellationToken);
        return above || parts.Length < 2 ? path : $"/{string.Join('/', parts[..^1])}/";
    }
}

/// <summary>Units of the same commune.</summary>
public sealed class UnitNames(AppDb db, TimeProvider clock) : INameSource
{
    public string Kind => FieldKinds.Unit;

    public async Task<Dictionary<string, string>> NamesOf(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        var versions = await db
            .UnitVersions.AsNoTracking()
            .Where(v => keys.Contains(v.Unit!.PublicId))
            .OrderBy(v => v.From)
            .Select(v => new { v.Unit!.PublicId, v.Name })
            .ToListAsync(cancellationToken);
        return versions.GroupBy(v => v.PublicId).ToDictionary(g => g.Key, g => g.Last().Name);
    }

    public async Task<IReadOnlyList<NamedThing>> Load(FormField field, int unitId, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var below = db.UnitVersions.AsNoTracking().ValidOn(today).Below(await UnitScope.Of(db, unitId, today, cancellationToken));
        var units = await below
            .Where(v => field.UnitKinds.Count == 0 || field.UnitKinds.Contains(v.Kind))
            .Rows()
            .Take(FormNames.Most)
            .ToListAsync(cancellationToken);
        return [.. units.Select(u => new NamedThing(u.PublicId, u.Name))];
    }
}

/// <summary>People who hold a role in the same commune.</summary>
public sealed class OfficerNames(AppDb db, TimeProvider clock) : INameSource
{
    public string Kind => FieldKinds.Officer;

    public Task<Dictionary<string, string>> NamesOf(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
        db
            .Accounts.AsNoTracking()
            .Where(a => keys.Contains(a.PublicId))
            .ToDictionaryAsync(a => a.PublicId, a => a.FullName, cancellationToken);

    public async Task<IReadOnlyList<NamedThing>> Load(FormField field, int unitId, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var units = db.UnitVersions.ValidOn(today).Below(await UnitScope.Of(db, unitId, today, cancellationToken)).Select(v => v.UnitId);
        return await db
            .Accounts.AsNoTracking()
            .Where(a =>
                a.DisabledAt == null
                && db.Grants.Any(g => g.AccountId == a.Id && units.Contains(g.UnitId) && g.From <= today && (g.To == null || g.To >= today))
            )
            .OrderBy(a => a.SortKey)
            .Take(FormNames.Most)
            .Select(a => new NamedThing(a.PublicId, a.FullName))
            .ToListAsync(cancellationToken);
    }
}

internal static class FormsServices
{
    public static void AddForms(this IServiceCollection services)
    {
        services.AddScoped<FormReader>();
        services.AddScoped<FormNameSources>();
        services.AddScoped<INameSource, UnitNames>();
        services.AddScoped<INameSource, OfficerNames>();
    }
}
