using Microsoft.AspNetCore.Mvc;
using ThiDua.App.Data;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Accounts.Rights;

[Needs<Account>(Permission.ManageAccounts, "id")]
public sealed class MoveModel(PersonAccess people, WorkUnit units, TimeProvider clock, MoveRole move) : RolePage(people, units)
{
    public MoveRoleInput Input { get; private set; } = new();

    public async Task<IActionResult> OnGet(string id, string role, string? unit, string? q, CancellationToken cancellationToken)
    {
        Input = new(unit, clock.Today());
        return await Find(id, role, cancellationToken) && await Choose(unit, q, $"{Address}/roles/{role}/move?unit=", cancellationToken)
            ? Page()
            : NotFound();
    }

    public async Task<IActionResult> OnPost(
        string id,
        string role,
        string unit,
        [FromForm] MoveRoleInput input,
        CancellationToken cancellationToken
    )
    {
        Input = input with { Unit = unit };
        var outcome = await move.Handle(id, role, Input, cancellationToken);
        return await Find(id, role, cancellationToken) && await Choose(unit, null, "", cancellationToken) ? After(outcome) : NotFound();
    }
}
