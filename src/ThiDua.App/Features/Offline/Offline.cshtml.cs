using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Offline;

/// <summary>What a device shows in the place of a page of which it has no copy: the same for everybody.</summary>
[OpenToAll("a device keeps it for whoever uses it, and nothing of anybody is said")]
public sealed class OfflineModel : PageModel
{
    public void OnGet() { }
}
