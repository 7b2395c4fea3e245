using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Forms;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Accounts.Rights;

[Needs<Account>(Permission.ManageAccounts, "id")]
public sealed class EndModel(
    PersonAccess people,
    WorkUnit units,
    TimeProvider clock,
    EndRole end,
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
                "role-end",
                words.Day(nameof(EndRoleInput.Last), "LastDay", "LastDayHelp", required: true),
                words.Line(nameof(EndRoleInput.Reason), "Reason", required: true, most: AccountLimits.Reason)
            );
        }
    }

    public async Task<IActionResult> OnGet(string id, string role, CancellationToken cancellationToken) =>
        await Find(id, role, cancellationToken) ? Show((nameof(EndRoleInput.Last), Day(clock.Today()))) : NotFound();

    public async Task<IActionResult> OnPost(string id, string role, CancellationToken cancellationToken)
    {
        if (!await Find(id, role, cancellationToken))
            return NotFound();
        if (Read() is not { } given)
            return Page();
        var input = new EndRoleInput(given.Day(nameof(EndRoleInput.Last)), given[nameof(EndRoleInput.Reason)]);
        return After(await end.Handle(id, role, input, cancellationToken));
    }
}
