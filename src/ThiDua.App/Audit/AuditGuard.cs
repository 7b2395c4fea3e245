using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ThiDua.App.Audit;

/// <summary>Refuses to save a change of data that no act explains, and closes the acts that are saved with their hash.</summary>
public sealed class AuditGuard : SaveChangesInterceptor
{
    public static readonly AuditGuard Instance = new();

    public override InterceptionResult<int> SavingChanges(DbContextEventData data, InterceptionResult<int> result)
    {
        Check(data.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData data,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default
    )
    {
        Check(data.Context!);
        return ValueTask.FromResult(result);
    }

    private static void Check(DbContext db)
    {
        // The sealer's own rows explain acts, and nothing explains them; a draft counts for nothing until an act takes it.
        var changed = db
            .ChangeTracker.Entries()
            .Where(e => e.Entity is not (Seal or Data.Lease or Cases.CaseDraft))
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .ToList();
        foreach (var entry in changed)
            Data.TextGuard.Check(entry);
        var acts = changed.Where(e => e.Entity is Act).ToList();
        if (acts.Any(a => a.State != EntityState.Added))
            throw new InvalidOperationException("An act is never changed or deleted.");
        var here = (Data.AppDb)db;
        here.Explained |= acts.Count > 0;
        if (changed.Count > 0 && !here.Explained)
            throw new InvalidOperationException($"A change of {changed[0].Metadata.ShortName()} is saved without an act that explains it.");
        foreach (var entry in acts)
            ((Act)entry.Entity).Close();
    }
}
