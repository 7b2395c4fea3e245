using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Audit;
using ThiDua.App.Data;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Accounts.SignIn;

public sealed record SignInInput(string? UserName, string? Password, string? Browser);

/// <summary>
/// Signs a person in and records it with the outcome. One answer for a wrong name, a wrong password and a locked account;
/// only who knows the password is told that it has expired or that the account is out of use.
/// </summary>
public sealed class SignInPerson(
    AppDb db,
    Passwords passwords,
    Sessions sessions,
    SignInTally tally,
    TimeProvider clock,
    IStringLocalizer<Text> text
)
{
    public const string Verb = "account.sign-in",
        FailedVerb = "account.sign-in-failed";

    public async Task<Outcome<ClaimsPrincipal>> Handle(SignInInput input, CancellationToken cancellationToken)
    {
        var name = (input.UserName ?? "").Trim().ToUpperInvariant();
        var account = UserNames.IsOne(name.ToLowerInvariant())
            ? await db
                .Accounts.AsNoTracking()
                .Include(a => a.Grants)
                .FirstOrDefaultAsync(a => a.NormalizedUserName == name, cancellationToken)
            : null;
        if (account is null || !await passwords.TakeTry(account.Id, cancellationToken))
        {
            passwords.MatchNobody(input.Password);
            return tally.Count(account?.Id) is { } attempts
                ? await Refuse(account, account is null ? "unknown" : "locked", attempts, cancellationToken)
                : Failed();
        }
        if (!passwords.Matches(account, input.Password))
            return await Refuse(account, "password", 1, cancellationToken);
        if (account.DisabledAt is not null)
            return await Refuse(account, "disabled", 1, cancellationToken, text["SignInDisabled"]);
        if (account.PasswordExpires < clock.GetUtcNow())
            return await Refuse(account, "expired", 1, cancellationToken, text["SignInExpired"]);
        return await Open(account, input.Browser, cancellationToken);
    }

    private Task<Outcome<ClaimsPrincipal>> Open(Account account, string? browser, CancellationToken cancellationToken) =>
        db.Apply(
            async () =>
            {
                await passwords.GiveTriesBack(account.Id, cancellationToken);
                await sessions.Forget(account.Id, cancellationToken);
                // Should the password be changed or the account disabled meanwhile, the session opened with the old stamp holds
                // for nothing.
                var who = sessions.Open(account, browser);
                Record(account, Verb, account.Id, null);
                await db.SaveChangesAsync(cancellationToken);
                return new Outcome<ClaimsPrincipal> { Value = who };
            },
            cancellationToken
        );

    private async Task<Outcome<ClaimsPrincipal>> Refuse(
        Account? account,
        string why,
        int attempts,
        CancellationToken cancellationToken,
        string? said = null
    )
    {
        Record(account, FailedVerb, null, ActDetail.Of(("why", why), ("attempts", attempts)));
        await db.SaveChangesAsync(cancellationToken);
        return said is null ? Failed() : Outcome<ClaimsPrincipal>.Refused("", said);
    }

    private Outcome<ClaimsPrincipal> Failed() => Outcome<ClaimsPrincipal>.Refused("", text["SignInFailed"]);

    /// <param name="by">Null while nobody has shown who they are.</param>
    private void Record(Account? account, string verb, int? by, string? detail) =>
        db.Acts.Add(
            new Act
            {
                At = clock.GetUtcNow(),
                AccountId = by,
                UnitId = account?.Grants.MinBy(g => g.Id)?.UnitId,
                Verb = verb,
                SubjectKind = "account",
                SubjectId = account?.PublicId ?? "unknown",
                Detail = detail,
            }
        );
}
