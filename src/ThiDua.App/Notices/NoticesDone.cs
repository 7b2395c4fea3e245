using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;

namespace ThiDua.App.Notices;

/// <summary>What is done or closed asks for nothing more: its notices are no longer new.</summary>
public static class NoticesDone
{
    /// <param name="units">The units of the things and those above: only who holds a right there was told.</param>
    /// <param name="hrefs">Where the notices lead.</param>
    public static Task Read(
        AppDb db,
        IReadOnlyCollection<int> units,
        IReadOnlyCollection<string> hrefs,
        DateTimeOffset? at,
        CancellationToken cancellationToken
    )
    {
        var accounts = db.Grants.Where(g => units.Contains(g.UnitId)).Select(g => g.AccountId);
        return db
            .Notices.Where(n => n.ReadAt == null && accounts.Contains(n.AccountId) && hrefs.Contains(n.Href))
            .ExecuteUpdateAsync(n => n.SetProperty(x => x.ReadAt, at), cancellationToken);
    }
}
