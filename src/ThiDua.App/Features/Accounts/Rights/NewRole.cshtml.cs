using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Forms;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Accounts.Rights;

[Needs<Account>(Permission.ManageAccounts, "id")]
public sealed class NewRoleModel(
    PersonAccess people,
    WorkUnit units,
    TimeProvider clock,
    AddRole add,
    RoleBook roles,
    IValidator<AddRoleInput> validator,
    FormReader reader,
    IStringLocalizer<Text> text
) : RolePage(people, units, reader)
{
    protected override FormDefinition Form
    {
        get
        {
            var words = new FormWords(text);
            return FormWords.Form(
                "role-new",
                words.Choice(nameof(AddRoleInput.Role), "Role", text.Choices(roles), required: true),
                words.Day(nameof(AddRoleInput.From), "RoleFrom", required: true),
                words.Day(nameof(AddRoleInput.To), "RoleTo", "RoleToHelp")
            );
        }
    }

    public async Task<IActionResult> OnGet(string id, string? unit, string? q, CancellationToken cancellationToken) =>
        await Find(id, null, cancellationToken) && await Choose(unit, q, $"{Address}/roles/new?unit=", cancellationToken)
            ? Show((nameof(AddRoleInput.Role), Roles.UnitOfficer), (nameof(AddRoleInput.From), Day(clock.Today())))
            : NotFound();

    public async Task<IActionResult> OnPost(string id, string unit, CancellationToken cancellationToken)
    {
        if (!await Find(id, null, cancellationToken) || !await Choose(unit, null, "", cancellationToken))
            return NotFound();
        if (Read() is not { } given)
            return Page();
        var input = new AddRoleInput(
            unit,
            given[nameof(AddRoleInput.Role)],
            given.Day(nameof(AddRoleInput.From)),
            given.Day(nameof(AddRoleInput.To))
        );
        var errors = (await validator.ValidateAsync(input, cancellationToken)).FieldErrors();
        return errors.Count > 0 ? Refused(errors) : After(await add.Handle(id, input, cancellationToken));
    }
}
