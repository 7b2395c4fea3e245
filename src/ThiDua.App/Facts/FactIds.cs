using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;

namespace ThiDua.App.Facts;

/// <summary>
/// Ids of facts, side by side for one act. On PostgreSQL a node takes blocks in transactions of their own, so that no
/// writer waits for another's commit; ids of a block that is not used up are never used.
/// </summary>
public sealed class FactIds(IServiceScopeFactory scopes) : IDisposable
{
    public const string Name = "fact";
    private const int Block = 4096;
    private readonly SemaphoreSlim gate = new(1, 1);
    private long next,
        end;

    /// <returns>The first of that many ids.</returns>
    public async Task<long> Take(AppDb db, int count, CancellationToken cancellationToken)
    {
        // SQLite's one writer takes them in its own transaction: what is rolled back is given back.
        if (db is not PostgresDb)
            return await Advance(db, count, cancellationToken);
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (end - next < count)
            {
                await using var scope = scopes.CreateAsyncScope();
                var size = Math.Max(count, Block);
                next = await Advance(scope.ServiceProvider.GetRequiredService<AppDb>(), size, cancellationToken);
                end = next + size;
            }
            next += count;
            return next - count;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private static async Task<long> Advance(AppDb db, int count, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            return await db.Number(
                    $"UPDATE id_block SET \"Next\" = \"Next\" + @0 WHERE \"Name\" = '{Name}' RETURNING \"Next\"",
                    cancellationToken,
                    count
                ) - count;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
