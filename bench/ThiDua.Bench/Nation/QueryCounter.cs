using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ThiDua.Bench.Nation;

/// <summary>Counts the queries that the application asks of its database.</summary>
internal sealed class QueryCounter : DbCommandInterceptor
{
    private int count;

    public int Count
    {
        get => Volatile.Read(ref count);
        set => Volatile.Write(ref count, value);
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData data,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        Interlocked.Increment(ref count);
        return ValueTask.FromResult(result);
    }
}
