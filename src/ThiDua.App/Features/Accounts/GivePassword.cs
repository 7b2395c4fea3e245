using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Features.Units;
using ThiDua.App.Tree;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Accounts;

public sealed record GivenPassword(string UserName, string Password);

/// <summary>Gives an account a new password that is shown once, for those without e-mail.</summary>
public sealed class GivePassword(AppDb db, Viewer viewer, TimeProvider clock, UserManager<Account> people)
{
    /// <summary>Three groups that can be read over a telephone: 57 bits.</summary>
    public static string Draw() => string.Join('-', Enumerable.Range(0, 3).Select(_ => RandomNumberGenerator.GetString("23456789abcdefghjkmnpqrstuvwxyz", 4)));

    public async Task<Outcome<GivenPassword>> Handle(string publicId, CancellationToken stop)
    {
        var account = await db.Accounts.Include(a => a.Grants).FirstOrDefaultAsync(a => a.PublicId == publicId, stop);
        if (account is null) return Outcome<GivenPassword>.NotFound;
        var units = account.Grants.Select(g => g.UnitId).ToList();
        var paths = await db.UnitVersions.ValidOn(clock.Today()).Where(v => units.Contains(v.UnitId)).Select(v => v.Path).ToListAsync(stop);
        if (!paths.All(p => viewer.Can(Permission.ManageAccounts, p))) return Outcome<GivenPassword>.NotFound;
        var password = Draw();
        account.PasswordHash = people.PasswordHasher.HashPassword(account, password);
        account.SecurityStamp = PublicId.New();
        account.LockoutEnd = null;
        viewer.Record("account.password", "account", account.PublicId, account.Grants.FirstOrDefault()?.UnitId);
        await db.SaveChangesAsync(stop);
        return new GivenPassword(account.UserName!, password);
    }
}
