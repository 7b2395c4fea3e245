using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Lists;
using ThiDua.App.Packs;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Accounts.People;

/// <summary>The people who hold, or held, a role in the viewer's part of the tree.</summary>
[NeedsSomewhere(Permission.ManageAccounts)]
public sealed class PeopleModel(PersonList people, ListReader lists, PackShelf packs) : PageModel
{
    public ListPage Found { get; private set; } = null!;

    /// <summary>Of packs that somebody changed and that are not used for it.</summary>
    public PackTroubles? Troubles => packs.Troubles;

    public async Task OnGet(CancellationToken cancellationToken) => Found = (await lists.Read(people, Request, cancellationToken))!;
}
