using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Forms;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Accounts.Rights;

[Needs<Account>(Permission.ManageAccounts, "id")]
public sealed class MoveModel(
    PersonAccess people,
    WorkUnit units,
    TimeProvider clock,
    MoveRole move,
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
                "role-move",
                words.Day(nameof(MoveRoleInput.From), "MoveFrom", required: true),
                words.Line(nameof(MoveRoleInput.Reason), "Reason", required: true, most: AccountLimits.Reason)
            );
        }
    }

    public async Task<IActionResult> OnGet(string id, string role, string? unit, string? q, CancellationToken cancellationToken) =>
        await Find(id, role, cancellationToken) && await Choose(unit, q, $"{Address}/roles/{role}/move?unit=", cancellationToken)
            ? Show((nameof(MoveRoleInput.From), Day(clock.Today())))
            : NotFound();

    public async Task<IActionResult> OnPost(string id, string role, string unit, CancellationToken cancellationToken)
    {
        if (!await Find(id, role, cancellationToken) || !await Choose(unit, null, "", cancellationToken))
            return NotFound();
        if (Read() is not { } given)
            return Page();
        var input = new MoveRoleInput(unit, given.Day(nameof(MoveRoleInput.From)), given[nameof(MoveRoleInput.Reason)]);
        return After(await move.Handle(id, role, input, cancellationToken));
    }
}
