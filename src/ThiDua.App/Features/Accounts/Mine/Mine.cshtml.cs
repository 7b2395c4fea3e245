using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Accounts.Mine;

/// <summary>My account: who I am here, what I may do, where I am signed in.</summary>
[SignedIn]
[ResponseCache(NoStore = true)]
public sealed class MineModel(AppDb db, Viewer viewer, PersonAccess people, Sessions sessions, TimeProvider clock) : PageModel
{
    public Account Account { get; private set; } = null!;
    public IReadOnlyList<HeldRole> Roles { get; private set; } = [];
    public IReadOnlyList<Session> Open { get; private set; } = [];
    public bool Changed { get; private set; }

    public bool IsThis(Session session) => session.Id == viewer.Session?.Id;

    public async Task<IActionResult> OnGet(bool changed, CancellationToken cancellationToken)
    {
        if (await people.Of(viewer.AccountId!.Value, cancellationToken) is not { } person)
            return NotFound();
        (Account, Changed) = (person.Account, changed);
        Roles = [.. person.Roles.Where(r => r.Grant.HeldOn(clock.Today()))];
        var standing = Roles.Select(r => r.Grant.Role).ToList();
        var rows = await db
            .Sessions.AsNoTracking()
            .Where(s => s.AccountId == Account.Id && s.EndedAt == null && s.Stamp == Account.SecurityStamp)
            .OrderByDescending(s => s.SeenAt)
            .ToListAsync(cancellationToken);
        Open = [.. rows.Where(s => sessions.Holds(s, standing))];
        return Page();
    }
}
