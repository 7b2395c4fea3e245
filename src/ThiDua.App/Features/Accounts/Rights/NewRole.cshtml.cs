using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using ThiDua.App.Data;
using ThiDua.App.Forms;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Accounts.Rights;

[Needs<Account>(Permission.ManageAccounts, "id")]
public sealed class NewRoleModel(PersonAccess people, WorkUnit units, TimeProvider clock, AddRole add, IValidator<AddRoleInput> validator)
    : RolePage(people, units)
{
    public AddRoleInput Input { get; private set; } = new();

    public async Task<IActionResult> OnGet(string id, string? unit, string? q, CancellationToken cancellationToken)
    {
        Input = new(unit, Roles.UnitOfficer, clock.Today());
        return await Find(id, null, cancellationToken) && await Choose(unit, q, $"{Address}/roles/new?unit=", cancellationToken)
            ? Page()
            : NotFound();
    }

    public async Task<IActionResult> OnPost(string id, string unit, [FromForm] AddRoleInput input, CancellationToken cancellationToken)
    {
        Input = input with { Unit = unit };
        var errors = (await validator.ValidateAsync(Input, cancellationToken)).FieldErrors();
        var outcome = errors.Count > 0 ? new Outcome { Errors = errors } : await add.Handle(id, Input, cancellationToken);
        return await Find(id, null, cancellationToken) && await Choose(unit, null, "", cancellationToken) ? After(outcome) : NotFound();
    }
}
