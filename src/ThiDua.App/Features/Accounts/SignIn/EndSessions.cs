using ThiDua.App.Data;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Accounts.SignIn;

/// <summary>Ends the session of this request, or every one that its person has.</summary>
public sealed class EndSessions(AppDb db, Viewer viewer, Sessions sessions)
{
    public async Task<Outcome> Handle(bool everywhere, CancellationToken cancellationToken)
    {
        if (viewer.Session is not { } current)
            return Outcome.NotFound;
        return await db.Apply(
            async () =>
            {
                if (everywhere)
                    await sessions.EndAll(current.AccountId, Session.SignedOut, cancellationToken);
                else
                    await sessions.EndOne(current.Id, Session.SignedOut, cancellationToken);
                var account = (await db.Accounts.FindAsync([current.AccountId], cancellationToken))!;
                int? unit = viewer.UnitIds is [var highest, ..] ? highest : null;
                viewer.Record(everywhere ? "account.sign-out-everywhere" : "account.sign-out", "account", account.PublicId, unit);
                await db.SaveChangesAsync(cancellationToken);
                return Outcome.Done;
            },
            cancellationToken
        );
    }
}
