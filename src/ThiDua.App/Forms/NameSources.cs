using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Security;
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

    public async Task<Dictionary<string, string>> NamesOf(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        var named = await Named(db.Accounts.Where(a => keys.Contains(a.PublicId))).ToListAsync(cancellationToken);
        return named.ToDictionary(n => n.PublicId, n => n.Text);
    }

    public async Task<IReadOnlyList<NamedThing>> Load(FormField field, int unitId, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var units = db.UnitVersions.ValidOn(today).Below(await UnitScope.Of(db, unitId, today, cancellationToken)).Select(v => v.UnitId);
        // A program and who only looks after the system answer for nothing.
        var people = db.Accounts.Where(a =>
            a.DisabledAt == null
            && db.Grants.Any(g =>
                g.AccountId == a.Id
                && units.Contains(g.UnitId)
                && g.Role != Roles.ApiClient
                && g.Role != Roles.Administrator
                && g.From <= today
                && (g.To == null || g.To >= today)
            )
        );
        var named = await Named(people.OrderBy(a => a.SortKey).Take(FormNames.Most)).ToListAsync(cancellationToken);
        return [.. named.Select(n => new NamedThing(n.PublicId, n.Text))];
    }

    /// <summary>With the unit of the newest role: names alone are often several people's.</summary>
    private IQueryable<NamedPerson> Named(IQueryable<Account> people) =>
        from a in people.AsNoTracking()
        select new NamedPerson
        {
            PublicId = a.PublicId,
            Name = a.FullName,
            Unit = db
                .Grants.Where(g => g.AccountId == a.Id)
                .OrderByDescending(g => g.Id)
                .Select(g =>
                    db.UnitVersions.Where(v => v.UnitId == g.UnitId).OrderByDescending(v => v.From).Select(v => v.Name).FirstOrDefault()
                )
                .FirstOrDefault(),
        };

    private sealed class NamedPerson
    {
        public required string PublicId { get; init; }
        public required string Name { get; init; }
        public string? Unit { get; init; }
        public string Text => Unit is null ? Name : $"{Name} – {Unit}";
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
