using System.Security.Cryptography;
using ThiDua.App.Data;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Accounts;

public sealed record GivenPassword(string UserName, string Password);

/// <summary>
/// Gives an account a new password, shown once, for those without e-mail; whoever was signed in with the old one no longer is.
/// </summary>
public sealed class GivePassword(AppDb db, Viewer viewer, TimeProvider clock, Passwords passwords, Sessions sessions, PersonAccess people)
{
    /// <summary>Long enough to hand it over in a week of work; then it is a lost piece of paper.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(7);

    /// <summary>Three groups that can be read over a telephone: 57 bits.</summary>
    public static string Draw() =>
        string.Join('-', Enumerable.Range(0, 3).Select(_ => RandomNumberGenerator.GetString("23456789abcdefghjkmnpqrstuvwxyz", 4)));

    public async Task<Outcome<GivenPassword>> Handle(string publicId, CancellationToken cancellationToken)
    {
        var password = Draw();
        return await db.Apply(
            async () =>
            {
                if (await people.Find(publicId, cancellationToken) is not { Whole: true } person)
                    return Outcome<GivenPassword>.NotFound;
                passwords.Set(person.Account, password, clock.GetUtcNow() + Lasts);
                await sessions.EndAll(person.Account.Id, Session.PasswordChanged, cancellationToken);
                viewer.Record("account.password", "account", publicId, person.UnitId);
                await db.SaveChangesAsync(cancellationToken);
                return new GivenPassword(person.Account.UserName!, password);
            },
            cancellationToken,
            outcome => outcome.Ok
        );
    }
}
