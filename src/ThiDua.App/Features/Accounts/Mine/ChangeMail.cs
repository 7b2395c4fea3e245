using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using MimeKit;
using ThiDua.App.Audit;
using ThiDua.App.Data;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Accounts.Mine;

/// <summary>Sets where notices are sent by e-mail; none where it is empty.</summary>
public sealed class ChangeMail(AppDb db, Viewer viewer, IStringLocalizer<Text> text)
{
    private const int Longest = 200;

    public async Task<Outcome> Handle(string? mail, CancellationToken cancellationToken)
    {
        var typed = string.IsNullOrWhiteSpace(mail) ? null : mail.Trim();
        if (typed is not null && !IsOne(typed))
            return Outcome.Refused("Mail", text["MailBad"]);
        var me = await db.Accounts.SingleAsync(a => a.Id == viewer.AccountId, cancellationToken);
        if (me.Email == typed)
            return Outcome.Done;
        (me.Email, me.NormalizedEmail) = (typed, typed?.ToUpperInvariant());
        viewer.Record("account.change", "account", me.PublicId, null, detail: ActDetail.Of(("changed", "mail")));
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }

    // One address alone: no name beside it, no list of them.
    private static bool IsOne(string typed) =>
        typed.Length <= Longest
        && MailboxAddress.TryParse(typed, out var read)
        && read.Address == typed
        && typed.IndexOf('@') is > 0 and var at
        && typed.IndexOf('.', at) > at;
}
