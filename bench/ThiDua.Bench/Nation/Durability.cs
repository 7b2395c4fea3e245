using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Data;

namespace ThiDua.Bench.Nation;

/// <summary>Whether commits are durable, and how many were made: as the engine itself says.</summary>
internal static class Durability
{
    /// <summary>Reads the settings back, so that no figure comes from an engine that does not flush.</summary>
    public static async Task Check(NationSystem system)
    {
        (string Setting, string[] Right)[] settings = system.Engine.IsPostgres
            ? [("SHOW fsync", ["on"]), ("SHOW synchronous_commit", ["on"])]
            : [("PRAGMA synchronous", ["2", "3"]), ("PRAGMA journal_mode", ["wal"])];
        foreach (var (setting, right) in settings)
        {
            var value = await Scalar(system, setting);
            if (!right.Contains(value))
                throw new InvalidOperationException($"{setting}: {value}");
            Console.Error.WriteLine($"# {system.Engine.Name}: {setting} = {value}");
        }
    }

    /// <summary>Durable commits since the start: the write path's own on SQLite, flushes of the write-ahead log on PostgreSQL.</summary>
    public static async Task<long> Commits(NationSystem system)
    {
        if (!system.Engine.IsPostgres)
            return ((SqliteWritePath)system.Services.GetRequiredService<WritePath>()).Counts.Commits;
        // What a server process counted is published when it has been idle, or about once a second while it works.
        await Task.Delay(TimeSpan.FromSeconds(2));
        return long.Parse(await Scalar(system, "SELECT wal_sync FROM pg_stat_wal"), CultureInfo.InvariantCulture);
    }

    public static Task<string> Scalar(NationSystem system, string sql) =>
        system.Db(async db =>
        {
            await db.Database.OpenConnectionAsync();
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = sql;
            command.CommandTimeout = 600;
            return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture) ?? "";
        });
}
