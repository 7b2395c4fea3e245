using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Security;

namespace ThiDua.App.Tree;

/// <summary>
/// Whom to call: the contact of the nearest unit at or above one's own; before signing in, that of the highest unit that has one.
/// It stands on every page, so it is asked for once a minute.
/// </summary>
public sealed class OfficeContacts(AppDb db, Viewer viewer, OfficeContacts.Known known, TimeProvider clock)
{
    public sealed class Known
    {
        private static readonly TimeSpan Hold = TimeSpan.FromMinutes(1);
        private const int Most = 10_000;
        private readonly ConcurrentDictionary<string, (DateTimeOffset At, OfficeContact? Contact)> kept = new(StringComparer.Ordinal);

        internal bool Has(string path, DateTimeOffset now, out OfficeContact? contact)
        {
            var there = kept.TryGetValue(path, out var found) && found.At <= now && now < found.At + Hold;
            contact = found.Contact;
            return there;
        }

        internal void Keep(string path, DateTimeOffset now, OfficeContact? contact)
        {
            if (kept.Count >= Most)
                kept.Clear();
            kept[path] = (now, contact);
        }

        public void Forget() => kept.Clear();
    }

    public async Task<OfficeContact?> Mine(CancellationToken cancellationToken)
    {
        var (path, now) = (viewer.Paths.MaxBy(p => p.Length) ?? "", clock.GetUtcNow());
        if (known.Has(path, now, out var contact))
            return contact;
        contact = path.Length > 0 ? await Nearest(path, cancellationToken) : await Highest(cancellationToken);
        known.Keep(path, now, contact);
        return contact;
    }

    private async Task<OfficeContact?> Nearest(string path, CancellationToken cancellationToken)
    {
        var ids = UnitVersion.PathIds(path).ToList();
        var found = await db.Set<OfficeContact>().AsNoTracking().Where(c => ids.Contains(c.UnitId)).ToListAsync(cancellationToken);
        return found.MaxBy(c => ids.IndexOf(c.UnitId));
    }

    private async Task<OfficeContact?> Highest(CancellationToken cancellationToken)
    {
        var today = clock.Today();
        return await (
            from c in db.Set<OfficeContact>().AsNoTracking()
            join v in db.UnitVersions.ValidOn(today) on c.UnitId equals v.UnitId
            orderby v.Path.Length, c.UnitId
            select c
        ).FirstOrDefaultAsync(cancellationToken);
    }
}
