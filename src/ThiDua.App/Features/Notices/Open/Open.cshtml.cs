using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Notices;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Notices.Open;

/// <summary>Leads from a notice of one's own to the thing it is about; it is read then. Nobody else's is found.</summary>
[SignedIn]
public sealed class OpenModel(AppDb db, Viewer viewer, MenuCounts.Known counts, TimeProvider clock) : PageModel
{
    public async Task<IActionResult> OnGet(int number, CancellationToken cancellationToken)
    {
        var mine = db.Notices.Where(n => n.Id == number && n.AccountId == viewer.AccountId);
        if (await mine.Select(n => new { n.Href, n.ReadAt }).FirstOrDefaultAsync(cancellationToken) is not { } found)
            return NotFound();
        if (found.ReadAt is null)
        {
            DateTimeOffset? now = clock.GetUtcNow();
            await db.Apply(() => mine.ExecuteUpdateAsync(s => s.SetProperty(n => n.ReadAt, now), cancellationToken), cancellationToken);
            counts.Forget(viewer.AccountId!.Value);
        }
        return LocalRedirect(found.Href);
    }
}
