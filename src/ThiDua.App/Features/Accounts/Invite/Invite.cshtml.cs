using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ThiDua.App.Features.Units;
using ThiDua.App.Forms;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Accounts.Invite;

[NeedsSomewhere(Permission.ManageAccounts)]
public sealed class InviteModel(
    WorkUnit units,
    CreateAccount create,
    IValidator<InviteInput> validator,
    RoleBook roles,
    FormReader reader,
    IStringLocalizer<Text> text
) : FormPage(reader)
{
    public PickerView? Picker { get; private set; }
    public UnitRow? Unit { get; private set; }

    /// <summary>Shown once; null before.</summary>
    public GivenPassword? Given { get; private set; }

    protected override FormDefinition Form
    {
        get
        {
            var words = new FormWords(text);
            return FormWords.Form(
                "invite",
                words.Line(nameof(InviteInput.FullName), "FullNameShort", required: true),
                words.Line(nameof(InviteInput.UserName), "UserName", "UserNameBad", required: true),
                words.Choice(nameof(InviteInput.Role), "Role", text.Choices(roles), required: true),
                words.Day(nameof(InviteInput.To), "RoleTo", "RoleToHelp")
            );
        }
    }

    public async Task<IActionResult> OnGet(string? unit, string? q, CancellationToken cancellationToken)
    {
        if (unit is not null && (Unit = await units.Find(unit, cancellationToken)) is null)
            return NotFound();
        if (Unit is null)
            Picker = await units.Pick(q, "/admin/people/new?unit=", cancellationToken);
        return Show((nameof(InviteInput.Role), Roles.UnitOfficer));
    }

    public async Task<IActionResult> OnPost(string? unit, CancellationToken cancellationToken)
    {
        if ((Unit = await units.Find(unit, cancellationToken)) is null)
            return NotFound();
        if (Read() is not { } given)
            return Page();
        var input = new InviteInput(
            given[nameof(InviteInput.FullName)],
            given[nameof(InviteInput.UserName)],
            given[nameof(InviteInput.Role)]!,
            given.Day(nameof(InviteInput.To))
        );
        var errors = (await validator.ValidateAsync(input, cancellationToken)).FieldErrors();
        if (errors.Count > 0)
            return Refused(errors);
        var password = GivePassword.Draw();
        var made = await create.Handle(
            new(input.UserName!, input.FullName!, password, Unit.Id, [input.Role], Issued: true, input.To),
            cancellationToken
        );
        if (!made.Ok)
            return Refused(made.Errors);
        Given = new(input.UserName!, password);
        KeptForms.Took(HttpContext);
        Response.Headers.CacheControl = "no-store";
        return Page();
    }
}
