using System.Data;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ThiDua.App.Data;

namespace ThiDua.Bench.Nation;

/// <summary>
/// What the database itself needs for the same rows: facts and figures in the order in which they came, and the totals that
/// they made, into the same tables with the same indexes and triggers, 20,000 facts a durable commit.
/// </summary>
internal static class BulkPeer
{
    private const int Batch = 20_000,
        MostFacts = 500_000;

    private sealed record Table(string Name, string[] Columns, List<object[]> Rows);

    public static async Task<double> PerSecond(NationSystem system)
    {
        var tables = await system.Db(Read);
        await using var engine = await BenchEngine.Create(system.Engine.Name);
        await using var empty = await NationSystem.Start(engine, NationRows.Today);
        await using DbConnection connection = engine.IsPostgres
            ? new NpgsqlConnection(engine.Postgres)
            : new SqliteConnection($"Data Source={engine.File};Pooling=false");
        await connection.OpenAsync();
        if (connection is SqliteConnection sqlite)
            Run(sqlite, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536; PRAGMA wal_autocheckpoint=4000;");
        var (facts, batches, watch) = (tables[0].Rows.Count, (tables[0].Rows.Count + Batch - 1) / Batch, Stopwatch.StartNew());
        for (var at = 0; at < batches; at++)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            foreach (var table in tables)
            {
                var (from, to) = ((long)table.Rows.Count * at / batches, (long)table.Rows.Count * (at + 1) / batches);
                var rows = table.Rows.GetRange((int)from, (int)(to - from));
                if (connection is NpgsqlConnection postgres)
                    await Copy(postgres, table, rows);
                else
                    Insert((SqliteConnection)connection, (SqliteTransaction)transaction, table, rows);
            }
            await transaction.CommitAsync();
        }
        return facts / watch.Elapsed.TotalSeconds;
    }

    private static async Task<Table[]> Read(AppDb db)
    {
        await db.Database.OpenConnectionAsync();
        var facts = await Load(db, "fact", $"SELECT * FROM fact ORDER BY \"Id\" LIMIT {MostFacts}");
        var last =
            facts.Rows.Count == 0
                ? 0
                : facts.Rows.Max(r =>
                    Convert.ToInt64(r[Array.IndexOf(facts.Columns, "Id")], System.Globalization.CultureInfo.InvariantCulture)
                );
        var figures = await Load(db, "figure", $"SELECT * FROM figure WHERE \"FactId\" BETWEEN 1 AND {last} ORDER BY \"FactId\"");
        var all = await Load(db, "total", "SELECT * FROM total");
        // The units came one after the other, so that as large a part of the totals belongs to them.
        var share = (int)((long)all.Rows.Count * facts.Rows.Count / Math.Max(1, await db.Facts.CountAsync()));
        return [facts, figures, all with { Rows = all.Rows[..share] }];
    }

    private static async Task<Table> Load(AppDb db, string name, string sql)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 600;
        await using var reader = await command.ExecuteReaderAsync();
        var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToArray();
        var rows = new List<object[]>();
        while (await reader.ReadAsync())
        {
            var row = new object[columns.Length];
            reader.GetValues(row);
            rows.Add(row);
        }
        return new(name, columns, rows);
    }

    private static void Insert(SqliteConnection connection, SqliteTransaction transaction, Table table, List<object[]> rows)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"INSERT INTO \"{table.Name}\" VALUES ({string.Join(',', table.Columns.Select((_, at) => $"@{at}"))})";
        for (var at = 0; at < table.Columns.Length; at++)
            command.Parameters.Add(new SqliteParameter($"@{at}", null));
        command.Prepare();
        foreach (var row in rows)
        {
            for (var at = 0; at < row.Length; at++)
                command.Parameters[at].Value = row[at];
            command.ExecuteNonQuery();
        }
    }

    private static async Task Copy(NpgsqlConnection connection, Table table, List<object[]> rows)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            $"COPY \"{table.Name}\" ({string.Join(',', table.Columns.Select(c => $"\"{c}\""))}) FROM STDIN (FORMAT BINARY)"
        );
        foreach (var row in rows)
        {
            await copy.StartRowAsync();
            foreach (var value in row)
                if (value is DBNull)
                    await copy.WriteNullAsync();
                else if (value is long number)
                    await copy.WriteAsync(number);
                else if (value is int small)
                    await copy.WriteAsync(small);
                else if (value is bool yes)
                    await copy.WriteAsync(yes);
                else
                    await copy.WriteAsync(value);
        }
        await copy.CompleteAsync();
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
