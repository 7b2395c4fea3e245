using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Features.Units;
using ThiDua.App.Forms;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Accounts.Invite;

[NeedsSomewhere(Permission.ManageAccounts)]
public sealed class InviteModel(WorkUnit units, CreateAccount create, IValidator<InviteInput> validator) : PageModel
{
    public InviteInput Input { get; private set; } = new();
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];
    public PickerView? Picker { get; private set; }
    public UnitRow? Unit { get; private set; }

    /// <summary>Shown once; null before.</summary>
    public string? Password { get; private set; }

    public async Task<IActionResult> OnGet(string? unit, string? q, CancellationToken cancellationToken)
    {
        if (unit is not null && (Unit = await units.Find(unit, cancellationToken)) is null)
            return NotFound();
        if (Unit is null)
            Picker = await units.Pick(q, "/admin/people/new?unit=", cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPost(string? unit, [FromForm] InviteInput input, CancellationToken cancellationToken)
    {
        if ((Unit = await units.Find(unit, cancellationToken)) is null)
            return NotFound();
        Input = input;
        Errors = (await validator.ValidateAsync(input, cancellationToken)).FieldErrors();
        if (Errors.Count > 0)
            return Page();
        var password = GivePassword.Draw();
        var made = await create.Handle(
            new(input.UserName!, input.FullName!, password, Unit.Id, [input.Role], Issued: true, input.To),
            cancellationToken
        );
        Errors = made.Errors;
        if (made.Ok)
            Password = password;
        Response.Headers.CacheControl = "no-store";
        return Page();
    }
}
