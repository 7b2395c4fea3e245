using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Accounts;

public sealed record CreateAccountInput(string UserName, string FullName, string Password, int UnitId, IReadOnlyList<string> Roles);

/// <summary>Creates a person's account with roles held at a unit.</summary>
public sealed class CreateAccount(AppDb db, Viewer viewer, TimeProvider clock, UserManager<Account> people, IStringLocalizer<Text> text)
{
    public async Task<Outcome<Account>> Handle(CreateAccountInput input, CancellationToken stop)
    {
        var account = new Account { UserName = input.UserName.Trim().ToLowerInvariant(), FullName = NameText.Clean(input.FullName) };
        account.Grants.AddRange(input.Roles.Select(r => new Grant { UnitId = input.UnitId, Role = r, From = clock.Today() }));
        viewer.Record("account.create", "account", account.PublicId, input.UnitId, detail: string.Join(',', input.Roles));
        stop.ThrowIfCancellationRequested();
        var made = await people.CreateAsync(account, input.Password);
        if (made.Succeeded) return account;
        db.ChangeTracker.Clear();
        var reasons = string.Join("; ", made.Errors.Select(e => e.Description));
        return Outcome<Account>.Refused(nameof(input.Password), text["PasswordBad", reasons]);
    }
}
