using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Home;

/// <summary>The first page is the first one that this person works with; without a role, their own account.</summary>
[SignedIn]
public sealed class HomeModel(Viewer viewer) : PageModel
{
    public IActionResult OnGet() => Navigation.For(viewer) is [var first, ..] ? LocalRedirect(first.Href) : LocalRedirect("/account");
}
