using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ThiDua.App.Tests.Support;

/// <summary>Counts the questions that the application asks of its database.</summary>
internal sealed class QueryCounter : DbCommandInterceptor
{
    private readonly Lock counting = new();
    private List<string> asked = [];

    public int Count
    {
        get
        {
            lock (counting)
                return asked.Count;
        }
    }

    /// <summary>What was asked, to say which question was one too many.</summary>
    public string Asked
    {
        get
        {
            lock (counting)
                return string.Join("\n\n", asked);
        }
    }

    public void Restart()
    {
        lock (counting)
            asked = [];
    }

    private void Add(DbCommand command)
    {
        lock (counting)
            asked.Add(command.CommandText);
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData data,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        Add(command);
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command,
        CommandEventData data,
        InterceptionResult<DbDataReader> result
    )
    {
        Add(command);
        return result;
    }
}
