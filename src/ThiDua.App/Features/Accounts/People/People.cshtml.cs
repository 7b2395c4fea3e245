using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Lists;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Accounts.People;

/// <summary>The people who hold, or held, a role in the viewer's part of the tree.</summary>
[NeedsSomewhere(Permission.ManageAccounts)]
public sealed class PeopleModel(PersonList people, ListReader lists) : PageModel
{
    public ListPage Found { get; private set; } = null!;

    public async Task OnGet(CancellationToken cancellationToken) => Found = (await lists.Read(people, Request, cancellationToken))!;
}
