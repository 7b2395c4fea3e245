using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ThiDua.App.Data;

/// <summary>One state of the whole database for many reads, while others write: neither waits for the other.</summary>
internal static class Snapshot
{
    public static async Task<T> Within<T>(AppDb db, Func<Task<T>> read, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            if (db.Database.GetDbConnection() is SqliteConnection sqlite)
            {
                // Deferred: it takes no lock but that of a reader, which in WAL stops nobody.
                await using var deferred = sqlite.BeginTransaction(deferred: true);
                await db.Database.UseTransactionAsync(deferred, cancellationToken);
                var found = await read();
                await db.Database.UseTransactionAsync(null, CancellationToken.None);
                return found;
            }
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
            await db.Run("SET TRANSACTION READ ONLY", cancellationToken);
            return await read();
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
