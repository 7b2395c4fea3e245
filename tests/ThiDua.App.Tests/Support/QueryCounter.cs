using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ThiDua.App.Tests.Support;

/// <summary>Counts the questions that the application asks of its database.</summary>
internal sealed class QueryCounter : DbCommandInterceptor
{
    private int count;

    public int Count
    {
        get => count;
        set => count = value;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData data,
        InterceptionResult<DbDataReader> result,
        CancellationToken stop = default
    )
    {
        Interlocked.Increment(ref count);
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command,
        CommandEventData data,
        InterceptionResult<DbDataReader> result
    )
    {
        Interlocked.Increment(ref count);
        return result;
    }
}
