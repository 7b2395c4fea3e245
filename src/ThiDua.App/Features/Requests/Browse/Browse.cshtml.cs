using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Lists;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Requests.Browse;

[NeedsSomewhere(Permission.RunCampaign)]
public sealed class BrowseModel(RequestList requests, ListReader lists) : PageModel
{
    public ListPage Found { get; private set; } = null!;

    public async Task OnGet(CancellationToken cancellationToken) => Found = (await lists.Read(requests, Request, cancellationToken))!;
}
