using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Audit;
using ThiDua.App.Data;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Accounts;

/// <param name="Issued">The password was drawn for somebody else: it expires, and is changed at the first sign-in.</param>
/// <param name="To">The last day of the roles.</param>
public sealed record CreateAccountInput(
    string UserName,
    string FullName,
    string Password,
    int UnitId,
    IReadOnlyList<string> Roles,
    bool Issued = false,
    DateOnly? To = null
);

/// <summary>Creates a person's account with roles held at a unit.</summary>
public sealed class CreateAccount(AppDb db, Viewer viewer, TimeProvider clock, Passwords passwords, IStringLocalizer<Text> text)
{
    public async Task<Outcome<Account>> Handle(CreateAccountInput input, CancellationToken cancellationToken)
    {
        var (userName, fullName) = (input.UserName.Trim().ToLowerInvariant(), NameText.Clean(input.FullName));
        if (!input.Issued && text.Fault(PasswordRules.Fault(input.Password, userName, fullName)) is { } fault)
            return Outcome<Account>.Refused(nameof(input.Password), fault);
        var account = new Account { FullName = fullName };
        account.Name(userName, fullName);
        account.Grants.AddRange(
            input.Roles.Select(r => new Grant
            {
                UnitId = input.UnitId,
                Role = r,
                From = clock.Today(),
                To = input.To,
            })
        );
        passwords.Set(account, input.Password, input.Issued ? clock.GetUtcNow() + GivePassword.Lasts : null);
        try
        {
            return await db.Apply(() => Add(account, input, cancellationToken), cancellationToken, outcome => outcome.Ok);
        }
        catch (DbUpdateException) when (db is PostgresDb)
        {
            // Somebody took the name at the same moment: the unique index let one through.
            return Taken();
        }
    }

    private async Task<Outcome<Account>> Add(Account account, CreateAccountInput input, CancellationToken cancellationToken)
    {
        if (await db.Accounts.AnyAsync(a => a.NormalizedUserName == account.NormalizedUserName, cancellationToken))
            return Taken();
        db.Accounts.Add(account);
        viewer.Record(
            "account.create",
            "account",
            account.PublicId,
            input.UnitId,
            detail: ActDetail.Of(("roles", string.Join(", ", input.Roles)), ("to", input.To))
        );
        await db.SaveChangesAsync(cancellationToken);
        return account;
    }

    private Outcome<Account> Taken() => Outcome<Account>.Refused(nameof(CreateAccountInput.UserName), text["UserNameTaken"]);
}
