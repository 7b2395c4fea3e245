using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Lists;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Audit.Acts;

/// <summary>The record of acts in the reader's part of the tree: searched by person, filtered by kind of act, unit and day.</summary>
[NeedsSomewhere(Permission.ReadActs)]
public sealed class ActsModel(ActList acts, ListReader lists) : PageModel
{
    public ListPage Found { get; private set; } = null!;

    public async Task OnGet(CancellationToken cancellationToken) => Found = (await lists.Read(acts, Request, cancellationToken))!;
}
