using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Offline;

/// <summary>What waits for signal on this device: the device alone knows it, and fills in the page (<c>queue.js</c>).</summary>
[SignedIn]
[OnDevice]
public sealed class UnsentModel : PageModel
{
    public void OnGet() { }
}
