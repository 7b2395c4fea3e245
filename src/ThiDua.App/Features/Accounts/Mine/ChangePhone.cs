using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Audit;
using ThiDua.App.Data;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Accounts.Mine;

/// <summary>Sets the number by which one can be called.</summary>
public sealed class ChangePhone(AppDb db, Viewer viewer, IStringLocalizer<SharedText> shared)
{
    public async Task<Outcome> Handle(string? phone, CancellationToken cancellationToken)
    {
        if (!PhoneNumbers.IsOne(phone))
            return Outcome.Refused("Phone", shared["PhoneBad"]);
        var me = await db.Accounts.SingleAsync(a => a.Id == viewer.AccountId, cancellationToken);
        if (me.PhoneNumber == PhoneNumbers.Clean(phone))
            return Outcome.Done;
        me.PhoneNumber = PhoneNumbers.Clean(phone);
        viewer.Record("account.change", "account", me.PublicId, null, detail: ActDetail.Of(("changed", "phone")));
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }
}
