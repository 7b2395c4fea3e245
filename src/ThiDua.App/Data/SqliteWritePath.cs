using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ThiDua.App.Data;

/// <summary>
/// SQLite has one writer: one connection of this process applies write sets one after the other, each in a savepoint, and
/// merges those that wait into one durable commit. Each is acknowledged after that commit. Readers never wait (WAL).
/// </summary>
public sealed class SqliteWritePath : WritePath, IAsyncDisposable
{
    /// <summary>Above this a commit is due: the first of a batch shall not wait for ever for the last.</summary>
    private const int MostInOneCommit = 64;

    private readonly Channel<Waiting> queue = Channel.CreateUnbounded<Waiting>(new() { SingleReader = true });
    private readonly string address;
    private readonly Lazy<Task> loop;
    private long commits,
        applied;

    public SqliteWritePath(string address)
    {
        this.address = address;
        loop = new(() => Task.Run(Run));
    }

    /// <summary>How many durable commits were made, and how many write sets they brought.</summary>
    public (long Commits, long Applied) Counts => (Interlocked.Read(ref commits), Interlocked.Read(ref applied));

    public override async Task<T> Apply<T>(AppDb db, Func<Task<T>> write, Func<T, bool> keep, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var waiting = new Waiting<T>(db, write, keep, address);
        _ = loop.Value;
        await queue.Writer.WriteAsync(waiting, CancellationToken.None);
        // Not given up when the request is: its context is in use until the write set is applied.
        return await waiting.Result;
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        if (loop.IsValueCreated)
            await loop.Value;
    }

    private async Task Run()
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder(address) { Pooling = false }.ConnectionString);
        while (await queue.Reader.WaitToReadAsync())
        {
            var batch = new List<Waiting>();
            try
            {
                if (connection.State != System.Data.ConnectionState.Open)
                    Open(connection);
                await using var transaction = connection.BeginTransaction();
                while (batch.Count < MostInOneCommit && queue.Reader.TryRead(out var next))
                {
                    batch.Add(next);
                    await next.Run(connection, transaction);
                }
                transaction.Commit();
                Interlocked.Increment(ref commits);
                Interlocked.Add(ref applied, batch.Count);
                foreach (var done in batch)
                    done.Acknowledge();
            }
            catch (Exception e)
            {
                // Busy for too long, a full disk: what was not committed is refused, and the next one starts afresh.
                if (batch.Count == 0 && queue.Reader.TryRead(out var first))
                    batch.Add(first);
                foreach (var lost in batch)
                    lost.Refuse(e);
                connection.Close();
            }
        }
    }

    private static void Open(SqliteConnection connection)
    {
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = DatabaseAddress.Pragmas + "PRAGMA cache_size=-32768; PRAGMA wal_autocheckpoint=4000;";
        command.ExecuteNonQuery();
        RawSql.KeepStatements(connection);
    }

    private abstract class Waiting
    {
        public abstract Task Run(SqliteConnection connection, SqliteTransaction transaction);

        public abstract void Acknowledge();

        public abstract void Refuse(Exception reason);
    }

    private sealed class Waiting<T>(AppDb db, Func<Task<T>> write, Func<T, bool> keep, string address) : Waiting
    {
        private const string Savepoint = "applied";
        private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        // The request's language and trace go along: what is written may hold words.
        private readonly ExecutionContext? context = ExecutionContext.Capture();
        private T? result;
        private Exception? refusal;

        public Task<T> Result => done.Task;

        public override async Task Run(SqliteConnection connection, SqliteTransaction transaction)
        {
            transaction.Save(Savepoint);
            var kept = false;
            try
            {
                var running = Task.CompletedTask;
                if (context is null)
                    running = Write(connection, transaction);
                else
                    ExecutionContext.Run(context, _ => running = Write(connection, transaction), null);
                await running;
                kept = keep(result!);
            }
            catch (Exception e)
            {
                refusal = e;
            }
            if (!kept)
                transaction.Rollback(Savepoint);
            transaction.Release(Savepoint);
        }

        public override void Acknowledge()
        {
            if (refusal is null)
                done.TrySetResult(result!);
            else
                done.TrySetException(refusal);
        }

        public override void Refuse(Exception reason) => done.TrySetException(refusal ?? reason);

        private async Task Write(SqliteConnection connection, SqliteTransaction transaction)
        {
            db.Database.SetDbConnection(connection, contextOwnsConnection: false);
            await db.Database.UseTransactionAsync(transaction);
            try
            {
                result = await write();
            }
            finally
            {
                await db.Database.UseTransactionAsync(null);
                db.Database.SetDbConnection(new SqliteConnection(address), contextOwnsConnection: true);
            }
        }
    }
}
