using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Accounts.Person;

/// <param name="Disabled">Whether it is to be out of use.</param>
public sealed record UseOfAccountInput(bool Disabled, string? Reason);

/// <summary>Takes an account out of use, which ends its sessions at once, or back into it.</summary>
public sealed class UseOfAccount(
    AppDb db,
    Viewer viewer,
    TimeProvider clock,
    PersonAccess people,
    Sessions sessions,
    IStringLocalizer<Text> text
)
{
    public Task<Outcome> Handle(string publicId, UseOfAccountInput input, CancellationToken cancellationToken) =>
        db.Apply(
            async () =>
            {
                await people.Hold(cancellationToken);
                if (await people.Find(publicId, cancellationToken) is not { Whole: true } person)
                    return Outcome.NotFound;
                var account = person.Account;
                if (input.Disabled == account.DisabledAt is not null)
                    return Outcome.Done;
                if (await Refusal(person, input, cancellationToken) is { } refusal)
                    return refusal;
                account.DisabledAt = input.Disabled ? clock.GetUtcNow() : null;
                if (input.Disabled)
                    await sessions.EndAll(account.Id, Session.Disabled, cancellationToken);
                var verb = input.Disabled ? "account.disable" : "account.enable";
                viewer.Record(verb, "account", publicId, person.UnitId, AccountLimits.Reasoned(input.Reason));
                await db.SaveChangesAsync(cancellationToken);
                return Outcome.Done;
            },
            cancellationToken,
            outcome => outcome.Ok
        );

    private async Task<Outcome?> Refusal(ManagedPerson person, UseOfAccountInput input, CancellationToken cancellationToken)
    {
        if (AccountLimits.Reasoned(input.Reason) is null)
            return Outcome.Refused(nameof(input.Reason), text["ReasonNeeded"]);
        if (!input.Disabled)
            return null;
        if (person.Account.Id == viewer.AccountId)
            return Outcome.Refused("", text["NotYourself"]);
        return await people.LeavesNobody(person.Account.Grants, cancellationToken) ? Outcome.Refused("", text["LastAdministrator"]) : null;
    }
}
