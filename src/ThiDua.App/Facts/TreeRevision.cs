using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;

namespace ThiDua.App.Facts;

/// <summary>
/// Counts the acts on the tree, so that a writer of facts sees when the places that it prepared with have changed. On
/// PostgreSQL writers of facts hold the tree together, an act on the tree holds it alone.
/// </summary>
public static class TreeRevision
{
    internal const string Name = "tree";
    private const long Lock = 0x7472_6565;

    public static async Task<long> Read(AppDb db, CancellationToken cancellationToken) =>
        (await db.Set<IdBlock>().AsNoTracking().FirstAsync(b => b.Name == Name, cancellationToken)).Next;

    /// <summary>Within the write path: the tree stays as it is until the transaction ends.</summary>
    internal static Task Share(AppDb db, CancellationToken cancellationToken) =>
        db is PostgresDb ? db.Run("SELECT pg_advisory_xact_lock_shared(@0)", cancellationToken, Lock) : Task.CompletedTask;

    /// <summary>Within the write path, before the first change of the tree: nobody else reads places to write by, or changes it.</summary>
    public static async Task Change(AppDb db, CancellationToken cancellationToken)
    {
        if (db is PostgresDb)
            await db.Run("SELECT pg_advisory_xact_lock(@0)", cancellationToken, Lock);
        await db.Run("UPDATE id_block SET \"Next\" = \"Next\" + 1 WHERE \"Name\" = 'tree'", cancellationToken);
    }
}
