using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Accounts;

/// <param name="Mine">Held at a unit whose people the viewer manages.</param>
public sealed record HeldRole(Grant Grant, string Unit, string Path, bool Mine);

/// <param name="Whole">Every role is the viewer's to give: only then may name, password and use be changed.</param>
public sealed record ManagedPerson(Account Account, IReadOnlyList<HeldRole> Roles, bool Whole)
{
    /// <summary>The highest unit of a role, for the record.</summary>
    public int? UnitId => Roles.MinBy(r => r.Path.Length)?.Grant.UnitId;
}

/// <summary>Which people the viewer manages: nobody changes what was given above them, and the system keeps an administrator.</summary>
public sealed class PersonAccess(AppDb db, Viewer viewer, TimeProvider clock)
{
    private const long Lock = 0x6163_6374;

    /// <returns>Null for one who holds, and held, nothing in the viewer's part of the tree.</returns>
    public async Task<ManagedPerson?> Find(string publicId, CancellationToken cancellationToken) =>
        await Read(db.Accounts.Where(a => a.PublicId == publicId), cancellationToken) is { } person && person.Roles.Any(r => r.Mine)
            ? person
            : null;

    /// <summary>Whoever it is, for their own page.</summary>
    public Task<ManagedPerson?> Of(int accountId, CancellationToken cancellationToken) =>
        Read(db.Accounts.Where(a => a.Id == accountId), cancellationToken);

    /// <summary>Within a write, before roles are taken away: one after the other, so that two do not end each other's.</summary>
    public Task Hold(CancellationToken cancellationToken) =>
        db is PostgresDb ? db.Run("SELECT pg_advisory_xact_lock(@0)", cancellationToken, Lock) : Task.CompletedTask;

    /// <summary>Whether without these roles nobody is left who manages people at the top of the tree, for good.</summary>
    public async Task<bool> LeavesNobody(IReadOnlyCollection<Grant> without, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        var top = db.UnitVersions.Where(v => v.ParentId == null && (v.To == null || v.To > today)).Select(v => v.UnitId);
        var lasting = await (
            from g in db.Grants
            join a in db.Accounts on g.AccountId equals a.Id
            where g.Role == Roles.Administrator && g.From <= today && g.To == null && a.DisabledAt == null && top.Contains(g.UnitId)
            select g.Id
        ).ToListAsync(cancellationToken);
        var gone = without.Select(g => g.Id).ToHashSet();
        return lasting.Exists(gone.Contains) && lasting.TrueForAll(gone.Contains);
    }

    private async Task<ManagedPerson?> Read(IQueryable<Account> who, CancellationToken cancellationToken)
    {
        var today = clock.Today();
        if (await who.Include(a => a.Grants).FirstOrDefaultAsync(cancellationToken) is not { } account)
            return null;
        var units = account.Grants.Select(g => g.UnitId).Distinct().ToList();
        var versions = await db
            .UnitVersions.AsNoTracking()
            .Where(v => units.Contains(v.UnitId))
            .OrderBy(v => v.From)
            .ToListAsync(cancellationToken);
        var roles = account
            .Grants.OrderBy(g => g.From)
            .ThenBy(g => g.Id)
            .Select(grant =>
            {
                // A unit that was closed is where it last was.
                var unit =
                    versions.LastOrDefault(v => v.UnitId == grant.UnitId && v.ValidOn(today))
                    ?? versions.Last(v => v.UnitId == grant.UnitId);
                return new HeldRole(grant, unit.Name, unit.Path, viewer.Can(Permission.ManageAccounts, unit.Path));
            })
            .ToList();
        var standing = roles.Where(r => !r.Grant.EndedBefore(today)).ToList();
        return new(account, roles, (standing.Count > 0 ? standing : roles).TrueForAll(r => r.Mine));
    }
}
