using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Audit;
using ThiDua.App.Data;
using ThiDua.App.Forms;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Accounts.Person;

/// <summary>One person: name, roles, password, use, and what was done about them.</summary>
[Needs<Account>(Permission.ManageAccounts, "id")]
[ResponseCache(NoStore = true)]
public sealed class PersonModel(
    PersonAccess people,
    AuditQueries audit,
    TimeProvider clock,
    ChangePerson change,
    IValidator<ChangePersonInput> validator,
    UseOfAccount use,
    GivePassword give
) : PageModel
{
    // Sign-ins have a list of their own, and would bury what was decided.
    private static readonly string[] NotShown = ["account.sign-in", "account.sign-in-failed", "account.sign-out"];

    public ManagedPerson Person { get; private set; } = null!;
    public IReadOnlyList<ActRow> History { get; private set; } = [];
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];
    public ChangePersonInput Input { get; private set; } = new();
    public string? Reason { get; private set; }

    /// <summary>Shown once.</summary>
    public GivenPassword? Fresh { get; private set; }

    public DateOnly Today => clock.Today();

    public async Task<IActionResult> OnGet(string id, CancellationToken cancellationToken) =>
        await Load(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string id, [FromForm] ChangePersonInput input, CancellationToken cancellationToken)
    {
        Errors = (await validator.ValidateAsync(input, cancellationToken)).FieldErrors();
        var outcome = Errors.Count > 0 ? new Outcome { Errors = Errors } : await change.Handle(id, input, cancellationToken);
        return await After(id, outcome, input, null, cancellationToken);
    }

    public async Task<IActionResult> OnPostUse(string id, [FromForm] UseOfAccountInput input, CancellationToken cancellationToken) =>
        await After(id, await use.Handle(id, input, cancellationToken), null, input.Reason, cancellationToken);

    public async Task<IActionResult> OnPostPassword(string id, CancellationToken cancellationToken)
    {
        Fresh = (await give.Handle(id, cancellationToken)).Value;
        return Fresh is not null && await Load(id, cancellationToken) ? Page() : NotFound();
    }

    private async Task<IActionResult> After(
        string id,
        Outcome outcome,
        ChangePersonInput? typed,
        string? reason,
        CancellationToken cancellationToken
    )
    {
        if (outcome.Ok)
            return LocalRedirect($"/admin/people/{id}");
        if (outcome.Missing || !await Load(id, cancellationToken))
            return NotFound();
        (Errors, Input, Reason) = (outcome.Errors, typed ?? Input, reason);
        return Page();
    }

    private async Task<bool> Load(string id, CancellationToken cancellationToken)
    {
        if (await people.Find(id, cancellationToken) is not { } person)
            return false;
        (Person, Input) = (person, new(person.Account.FullName, person.Account.UserName, person.Account.PhoneNumber));
        History = await audit.OfCase("account", id, NotShown, cancellationToken);
        return true;
    }
}
