namespace ThiDua.App.Data;

/// <summary>
/// The one way in which anything is written (docs/adr/0009-write-path.md). A handler prepares: it reads and checks on the
/// request's own context and gathers a short write set there. The path then applies it: everything of it or nothing, and
/// it returns when the change would outlive a power cut.
/// </summary>
public abstract class WritePath
{
    /// <param name="write">Short: rechecks what may have changed since it was read, then writes. Runs in a transaction.</param>
    /// <param name="keep">Whether the result is to be kept; otherwise everything written is taken back.</param>
    /// <exception cref="Microsoft.EntityFrameworkCore.DbUpdateException">The database refused; nothing was written.</exception>
    public abstract Task<T> Apply<T>(AppDb db, Func<Task<T>> write, Func<T, bool> keep, CancellationToken cancellationToken);
}

/// <summary>Ordinary transactions: PostgreSQL, whose writers run side by side.</summary>
public sealed class TransactionPath : WritePath
{
    public override async Task<T> Apply<T>(AppDb db, Func<Task<T>> write, Func<T, bool> keep, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var result = await write();
        if (keep(result))
            await transaction.CommitAsync(cancellationToken);
        return result;
    }
}
