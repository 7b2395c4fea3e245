using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ThiDua.Bench.Nation;

/// <summary>The limit that flushing sets: connections that each commit one prepared insert after the other, durably.</summary>
internal static class CommitPeer
{
    private const string Insert = """
        INSERT INTO fact ("HomeId","Year","Id","IndicatorId","UnitId","PeriodId","Value","ActId","Approved")
        VALUES (1,2024,@0,1,1,20241100,12,1,{0})
        """;

    public static async Task<double> PerSecond(string engineName, int connections, TimeSpan time)
    {
        await using var engine = await BenchEngine.Create(engineName);
        await using (await NationSystem.Start(engine, NationRows.Today))
        {
            // Only for its tables.
        }
        var commands = Enumerable.Range(0, connections).Select(_ => Prepare(engine)).ToList();
        try
        {
            var done = await Throughput.Of(
                connections,
                time,
                (worker, at) =>
                {
                    commands[worker].Parameters[0].Value = 1L + at;
                    // SQLite's client waits for the lock without giving its thread back; each worker has a thread of its own here.
                    return engine.IsPostgres
                        ? commands[worker].ExecuteNonQueryAsync()
                        : Task.FromResult(commands[worker].ExecuteNonQuery());
                }
            );
            return done.PerSecond;
        }
        finally
        {
            foreach (var command in commands)
            {
                command.Connection!.Dispose();
                command.Dispose();
            }
        }
    }

    private static DbCommand Prepare(BenchEngine engine)
    {
        DbConnection connection = engine.IsPostgres
            ? new NpgsqlConnection(engine.Postgres)
            : new SqliteConnection($"Data Source={engine.File};Pooling=false;Default Timeout=60");
        connection.Open();
        using (var settings = connection.CreateCommand())
        {
            settings.CommandText = engine.IsPostgres ? "SET synchronous_commit=on" : "PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000;";
            settings.ExecuteNonQuery();
        }
        var command = connection.CreateCommand();
        command.CommandText = string.Format(System.Globalization.CultureInfo.InvariantCulture, Insert, engine.IsPostgres ? "false" : "0");
        var id = command.CreateParameter();
        (id.ParameterName, id.Value) = ("@0", 1L);
        command.Parameters.Add(id);
        command.Prepare();
        return command;
    }
}
