using Microsoft.EntityFrameworkCore;
using ThiDua.App.Audit;
using ThiDua.App.Data;
using ThiDua.App.Notices;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Notices.Settings;

/// <summary>Which kinds of notices one does not want: none of them is made from then on, until one wants them again.</summary>
public sealed class MuteNotices(AppDb db, Viewer viewer)
{
    public Task<HashSet<NoticeKind>> Mine(CancellationToken cancellationToken) =>
        db.NoticeMutes.AsNoTracking().Where(m => m.AccountId == viewer.AccountId).Select(m => m.Kind).ToHashSetAsync(cancellationToken);

    public async Task Handle(IReadOnlySet<NoticeKind> wanted, CancellationToken cancellationToken)
    {
        var (me, before) = (viewer.AccountId!.Value, await Mine(cancellationToken));
        var after = Enum.GetValues<NoticeKind>().Where(k => !wanted.Contains(k)).ToHashSet();
        if (before.SetEquals(after))
            return;
        db.NoticeMutes.RemoveRange(before.Except(after).Select(k => new NoticeMute { AccountId = me, Kind = k }));
        db.NoticeMutes.AddRange(after.Except(before).Select(k => new NoticeMute { AccountId = me, Kind = k }));
        var account = await db.Accounts.Where(a => a.Id == me).Select(a => a.PublicId).SingleAsync(cancellationToken);
        viewer.Record("notice.mute", "account", account, null, detail: ActDetail.Of(("muted", string.Join(", ", after.Order()))));
        await db.SaveChangesAsync(cancellationToken);
    }
}
