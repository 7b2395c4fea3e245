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
public sealed class NoticesModel(AppDb db, Viewer viewer, TimeProvider clock) : PageModel
{
    public ListPage<Notice> Found { get; private set; } = null!;

    public async Task OnGet(CancellationToken cancellationToken) =>
        Found = await new ListView(Request).Read(Mine().AsNoTracking().OrderByDescending(n => n.Id), cancellationToken);

    /// <summary>Seen is seen by the reader alone: no act.</summary>
    public async Task<IActionResult> OnPost(CancellationToken cancellationToken)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        await db.Apply(
            () => Mine().Where(n => n.ReadAt == null).ExecuteUpdateAsync(s => s.SetProperty(n => n.ReadAt, now), cancellationToken),
            cancellationToken
        );
        return LocalRedirect("/notices");
    }

    private IQueryable<Notice> Mine() => db.Notices.Where(n => n.AccountId == viewer.AccountId);
}
