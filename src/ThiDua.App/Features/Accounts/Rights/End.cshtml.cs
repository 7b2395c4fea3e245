using Microsoft.AspNetCore.Mvc;
using ThiDua.App.Data;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Accounts.Rights;

[Needs<Account>(Permission.ManageAccounts, "id")]
public sealed class EndModel(PersonAccess people, WorkUnit units, TimeProvider clock, EndRole end) : RolePage(people, units)
{
    public EndRoleInput Input { get; private set; } = new();

    public async Task<IActionResult> OnGet(string id, string role, CancellationToken cancellationToken)
    {
        Input = new(clock.Today());
        return await Find(id, role, cancellationToken) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPost(string id, string role, [FromForm] EndRoleInput input, CancellationToken cancellationToken)
    {
        Input = input;
        var outcome = await end.Handle(id, role, input, cancellationToken);
        return await Find(id, role, cancellationToken) ? After(outcome) : NotFound();
    }
}
