using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Security;

namespace ThiDua.App.Notices;

/// <summary>Somebody who answers for what a unit does.</summary>
/// <param name="Phone">Null where none was given.</param>
public sealed record AnsweringPerson(int UnitId, int AccountId, string FullName, string? Phone);

/// <summary>Who at a unit itself can do what is asked of it: whom to remind, whom to call.</summary>
public sealed class Answering(AppDb db, RoleBook roles, TimeProvider clock)
{
    /// <param name="units">Those that the reader may see; the right to see a phone number is the caller's to ask.</param>
    /// <param name="permission">Held by whoever can do it.</param>
    public async Task<ILookup<int, AnsweringPerson>> Of(
        IReadOnlyCollection<int> units,
        string permission,
        CancellationToken cancellationToken
    )
    {
        var (today, able) = (clock.Today(), roles.All.Where(r => roles.Allows(r, permission)).ToList());
        var people = await (
            from g in db.Grants.AsNoTracking()
            join a in db.Accounts on g.AccountId equals a.Id
            where
                units.Contains(g.UnitId)
                && able.Contains(g.Role)
                && g.From <= today
                && (g.To == null || g.To >= today)
                && a.DisabledAt == null
            orderby a.SortKey, a.Id
            select new AnsweringPerson(g.UnitId, a.Id, a.FullName, a.PhoneNumber)
        ).ToListAsync(cancellationToken);
        return people.Distinct().ToLookup(p => p.UnitId);
    }
}
