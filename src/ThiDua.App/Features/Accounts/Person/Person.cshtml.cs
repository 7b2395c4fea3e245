using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
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
    GivePassword give,
    FormReader reader,
    IStringLocalizer<Text> text
) : FormPage(reader)
{
    // Sign-ins have a list of their own, and would bury what was decided.
    private static readonly string[] NotShown = ["account.sign-in", "account.sign-in-failed", "account.sign-out"];

    public ManagedPerson Person { get; private set; } = null!;
    public IReadOnlyList<ActRow> History { get; private set; } = [];
    public string? Reason { get; private set; }

    /// <summary>Shown once.</summary>
    public GivenPassword? Fresh { get; private set; }

    public DateOnly Today => clock.Today();

    protected override FormDefinition Form
    {
        get
        {
            var words = new FormWords(text);
            return FormWords.Form(
                "person",
                words.Line(nameof(ChangePersonInput.FullName), "FullNameShort", required: true),
                words.Line(nameof(ChangePersonInput.UserName), "UserName", "UserNameBad", required: true)
            );
        }
    }

    public async Task<IActionResult> OnGet(string id, CancellationToken cancellationToken) =>
        await Load(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string id, CancellationToken cancellationToken)
    {
        if (!await Load(id, cancellationToken))
            return NotFound();
        if (Read() is not { } given)
            return Page();
        var input = new ChangePersonInput(given[nameof(ChangePersonInput.FullName)], given[nameof(ChangePersonInput.UserName)]);
        var errors = (await validator.ValidateAsync(input, cancellationToken)).FieldErrors();
        return After(id, errors.Count > 0 ? new Outcome { Errors = errors } : await change.Handle(id, input, cancellationToken));
    }

    public async Task<IActionResult> OnPostUse(string id, [FromForm] UseOfAccountInput input, CancellationToken cancellationToken)
    {
        var outcome = await use.Handle(id, input, cancellationToken);
        Reason = input.Reason;
        return await Load(id, cancellationToken) ? After(id, outcome) : NotFound();
    }

    public async Task<IActionResult> OnPostPassword(string id, CancellationToken cancellationToken)
    {
        Fresh = (await give.Handle(id, cancellationToken)).Value;
        return Fresh is not null && await Load(id, cancellationToken) ? Page() : NotFound();
    }

    private IActionResult After(string id, Outcome outcome) =>
        outcome.Ok ? LocalRedirect($"/admin/people/{id}")
        : outcome.Missing ? NotFound()
        : Refused(outcome.Errors);

    private async Task<bool> Load(string id, CancellationToken cancellationToken)
    {
        if (await people.Find(id, cancellationToken) is not { } person)
            return false;
        Person = person;
        Show((nameof(ChangePersonInput.FullName), person.Account.FullName), (nameof(ChangePersonInput.UserName), person.Account.UserName));
        History = await audit.OfCase("account", id, NotShown, cancellationToken);
        return true;
    }
}
