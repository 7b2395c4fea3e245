using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;

namespace ThiDua.App.Security;

/// <summary>Hashes and checks passwords; a check costs one of the tries, which are counted before it, so that guesses side by side cannot
/// slip past.</summary>
public sealed class Passwords(AppDb db, IPasswordHasher<Account> hasher, TimeProvider clock)
{
    public const int MostTries = 8;
    public static readonly TimeSpan Locked = TimeSpan.FromMinutes(5);
    private static readonly Account Nobody = new() { FullName = "" };
    private static string? nobodysHash;

    /// <summary>Sets it, in memory; a new stamp ends what was signed in before.</summary>
    /// <param name="expires">For one that is issued, until when it is good; null for the person's own.</param>
    public void Set(Account account, string password, DateTimeOffset? expires = null)
    {
        account.PasswordHash = hasher.HashPassword(account, OneForm(password));
        (account.SecurityStamp, account.PasswordExpires) = (PublicId.New(), expires);
        (account.AccessFailedCount, account.LockoutEnd) = (0, null);
    }

    /// <summary>Takes one of the tries that an account has; false while it is locked.</summary>
    public async Task<bool> TakeTry(int accountId, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        DateTimeOffset? until = now + Locked;
        var open = db.Accounts.Where(a => a.Id == accountId && (a.LockoutEnd == null || a.LockoutEnd <= now));
        return await db.Apply(
                () =>
                    open.ExecuteUpdateAsync(
                        u =>
                            u.SetProperty(a => a.LockoutEnd, a => a.AccessFailedCount + 1 >= MostTries ? until : null)
                                .SetProperty(
                                    a => a.AccessFailedCount,
                                    a => a.AccessFailedCount + 1 >= MostTries ? 0 : a.AccessFailedCount + 1
                                ),
                        cancellationToken
                    ),
                cancellationToken
            ) == 1;
    }

    /// <summary>Within a write: who knows the password has all tries again.</summary>
    public Task GiveTriesBack(int accountId, CancellationToken cancellationToken) =>
        db
            .Accounts.Where(a => a.Id == accountId)
            .ExecuteUpdateAsync(
                u => u.SetProperty(a => a.AccessFailedCount, 0).SetProperty(a => a.LockoutEnd, (DateTimeOffset?)null),
                cancellationToken
            );

    public bool Matches(Account account, string? password) =>
        password is { Length: > 0 and <= PasswordRules.Longest }
        && account.PasswordHash is { } hash
        && hasher.VerifyHashedPassword(account, hash, OneForm(password)) != PasswordVerificationResult.Failed;

    /// <summary>Takes as long as a check does, so that time does not tell which accounts exist.</summary>
    public void MatchNobody(string? password)
    {
        nobodysHash ??= hasher.HashPassword(Nobody, "nobody");
        hasher.VerifyHashedPassword(Nobody, nobodysHash, password is { Length: <= PasswordRules.Longest } ? password : "");
    }

    // Keyboards write "ấ" as one character or as three.
    private static string OneForm(string password) => password.Normalize(NormalizationForm.FormC);
}
