using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Accounts.Mine;

public sealed record ChangePasswordInput(string? Current = null, string? Password = null, string? Again = null);

/// <summary>Changes one's own password; every other session of the account ends, this one goes on.</summary>
public sealed class ChangePassword(AppDb db, Viewer viewer, Passwords passwords, Sessions sessions, IStringLocalizer<Text> text)
{
    public async Task<Outcome> Handle(ChangePasswordInput input, CancellationToken cancellationToken)
    {
        if (viewer.Session is not { } current)
            return Outcome.NotFound;
        var account = (await db.Accounts.FindAsync([current.AccountId], cancellationToken))!;
        if (text.Fault(PasswordRules.Fault(input.Password, account.UserName!, account.FullName)) is { } fault)
            return Outcome.Refused(nameof(input.Password), fault);
        if (input.Password != input.Again)
            return Outcome.Refused(nameof(input.Again), text["PasswordsDiffer"]);
        if (input.Password == input.Current)
            return Outcome.Refused(nameof(input.Password), text["PasswordSame"]);
        // The same tries as at sign-in: a session left open is no place to guess the password at.
        if (!await passwords.TakeTry(account.Id, cancellationToken))
            return Outcome.Refused(nameof(input.Current), text["CurrentLocked"]);
        if (!passwords.Matches(account, input.Current))
            return Outcome.Refused(nameof(input.Current), text["CurrentWrong"]);
        return await db.Apply(
            () => Save(account.Id, current.Id, input.Password!, cancellationToken),
            cancellationToken,
            outcome => outcome.Ok
        );
    }

    private async Task<Outcome> Save(int accountId, int sessionId, string password, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        var account = (await db.Accounts.FindAsync([accountId], cancellationToken))!;
        var session = (await db.Sessions.FindAsync([sessionId], cancellationToken))!;
        if (session.EndedAt is not null || session.Stamp != account.SecurityStamp)
            return Outcome.NotFound;
        passwords.Set(account, password);
        session.Stamp = account.SecurityStamp!;
        await sessions.EndAll(accountId, Session.PasswordChanged, cancellationToken, but: sessionId);
        viewer.Record("account.password-change", "account", account.PublicId, viewer.UnitIds is [var unit, ..] ? unit : null);
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }
}
