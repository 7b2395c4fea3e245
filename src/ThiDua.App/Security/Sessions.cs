using System.Data.Common;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ThiDua.App.Data;

namespace ThiDua.App.Security;

/// <summary>Opens, keeps and ends sessions; whoever ends one does so in the write that records why.</summary>
public sealed class Sessions(AppDb db, Viewer viewer, TimeProvider clock, IOptions<SessionLimits> limits)
{
    private const string Claim = "session";
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1),
        Kept = TimeSpan.FromDays(30);

    /// <summary>Adds a session to what is about to be saved.</summary>
    /// <returns>Whom the cookie names.</returns>
    public ClaimsPrincipal Open(Account account, string? userAgent)
    {
        var token = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        var now = clock.GetUtcNow();
        db.Sessions.Add(
            new Session
            {
                Hash = HashOf(token),
                AccountId = account.Id,
                Stamp = account.SecurityStamp!,
                Browser = BrowserName.Of(userAgent),
                CreatedAt = now,
                SeenAt = now,
                Expires = now + limits.Value.Absolute,
            }
        );
        return new(
            new ClaimsIdentity([new(ClaimTypes.NameIdentifier, $"{account.Id}"), new(Claim, token)], IdentityConstants.ApplicationScheme)
        );
    }

    /// <summary>Asked on each request: the cookie is good for as long as its session is.</summary>
    public static async Task Check(CookieValidatePrincipalContext context)
    {
        var sessions = context.HttpContext.RequestServices.GetRequiredService<Sessions>();
        if (context.Principal?.FindFirstValue(Claim) is { } token && await sessions.Continue(token, context.HttpContext.RequestAborted))
            return;
        context.RejectPrincipal();
    }

    /// <summary>Within a write: ends what is open of this account.</summary>
    public Task EndAll(int accountId, string why, CancellationToken cancellationToken, int? but = null) =>
        End(db.Sessions.Where(s => s.AccountId == accountId && s.Id != but), why, cancellationToken);

    public Task EndOne(int id, string why, CancellationToken cancellationToken) =>
        End(db.Sessions.Where(s => s.Id == id), why, cancellationToken);

    /// <summary>Within a write: takes away what nobody asks about any more.</summary>
    public Task Forget(int accountId, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - Kept;
        return db.Sessions.Where(s => s.AccountId == accountId && s.Expires < before).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Whether it has neither ended nor run out, as of now.</summary>
    public bool Holds(Session session, IEnumerable<string> roles) =>
        session.EndedAt is null && clock.GetUtcNow() < session.Expires && clock.GetUtcNow() < session.SeenAt + limits.Value.Idle(roles);

    private async Task<bool> Continue(string token, CancellationToken cancellationToken)
    {
        if (await viewer.LoadSession(HashOf(token), Holds, cancellationToken) is not { } session)
            return false;
        if (clock.GetUtcNow() - session.SeenAt >= SeenEvery)
            await See(session.Id);
        return true;
    }

    private async Task See(int id)
    {
        var now = clock.GetUtcNow();
        try
        {
            await db.Apply(
                () => db.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(u => u.SetProperty(s => s.SeenAt, now)),
                CancellationToken.None
            );
        }
        catch (DbException)
        {
            // A page is not refused because the database is busy: the next request writes it.
        }
    }

    private Task End(IQueryable<Session> sessions, string why, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return sessions
            .Where(s => s.EndedAt == null)
            .ExecuteUpdateAsync(u => u.SetProperty(s => s.EndedAt, now).SetProperty(s => s.EndedWhy, why), cancellationToken);
    }

    private static string HashOf(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
