using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Packs;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Registers;

/// <summary>
/// Keeps on record who reads a register that names people in a duty: once a day for each person and register (Law 91/2025/QH15).
/// </summary>
public sealed class RegisterReads(AppDb db, Viewer viewer, TimeProvider clock)
{
    public const string Verb = "register.read",
        Subject = "register";

    public async Task Note(RegisterDefinition register, int? unitId, CancellationToken cancellationToken)
    {
        if (register.Purpose is null || viewer.AccountId is not { } reader)
            return;
        var since = clock.Today().Midnight();
        var noted = await db
            .Acts.AsNoTracking()
            .AnyAsync(
                a => a.SubjectKind == Subject && a.SubjectId == register.Code && a.Verb == Verb && a.AccountId == reader && a.At >= since,
                cancellationToken
            );
        if (noted)
            return;
        await db.Apply(
            async () =>
            {
                viewer.Record(Verb, Subject, register.Code, unitId);
                await db.SaveChangesAsync(cancellationToken);
                return true;
            },
            cancellationToken
        );
    }
}
