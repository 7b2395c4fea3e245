using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Lists;
using ThiDua.App.Notices;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Notices.Browse;

/// <summary>One's own reminders.</summary>
[SignedIn]
public sealed class NoticesModel(NoticeList notices, ListReader lists, MenuCounts counts, AppDb db, TimeProvider clock) : PageModel
{
    public ListPage Found { get; private set; } = null!;
    public bool HasNew { get; private set; }

    public async Task OnGet(CancellationToken cancellationToken)
    {
        Found = (await lists.Read(notices, Request, cancellationToken))!;
        HasNew = (await counts.Mine(cancellationToken)).Unread > 0;
    }

    /// <summary>Seen is seen by the reader alone: no act.</summary>
    public async Task<IActionResult> OnPost(CancellationToken cancellationToken)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        await db.Apply(
            () => notices.Mine().Where(n => n.ReadAt == null).ExecuteUpdateAsync(s => s.SetProperty(n => n.ReadAt, now), cancellationToken),
            cancellationToken
        );
        return LocalRedirect("/notices");
    }

    /// <summary>The other way round for one of them.</summary>
    public async Task<IActionResult> OnPostSeen(int id, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        var one = notices.Mine().Where(n => n.Id == id);
        await db.Apply(
            () => one.ExecuteUpdateAsync(s => s.SetProperty(n => n.ReadAt, n => n.ReadAt == null ? now : null), cancellationToken),
            cancellationToken
        );
        return LocalRedirect("/notices");
    }
}
