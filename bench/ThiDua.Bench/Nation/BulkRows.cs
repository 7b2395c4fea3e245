using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;

namespace ThiDua.Bench.Nation;

/// <summary>All figures through the import handler, file after file; what they take on disk; the same rows without the program.</summary>
internal static class BulkRows
{
    public static async Task Measure(NationSystem system, NationFiles files, Func<string, bool> wanted, Action<Result> print)
    {
        var (paths, rows) = await files.WriteFacts(system.Engine.Folder);
        var watch = Stopwatch.StartNew();
        foreach (var path in paths)
        {
            var took = await NationRows.Timed(() => system.ImportFacts(path));
            if (paths.Count < 4 || path == paths[0] || path == paths[^1])
                NationRows.Say($"{Path.GetFileName(path)} of {paths.Count}, {rows} rows in all", took);
        }
        var imported = watch.Elapsed;
        await system.Drain();
        NationRows.Say("totals above the communes right", watch.Elapsed);
        if (wanted("facts.bulk"))
        {
            var peer = await BulkPeer.PerSecond(system);
            print(
                new(
                    "facts.bulk",
                    rows / imported.TotalSeconds,
                    "facts/s",
                    system.Engine.IsPostgres ? 40_000 : 70_000,
                    system.Engine.Name,
                    peer,
                    AtLeast: true
                )
            );
        }
        if (wanted("facts.bytes"))
            print(new("facts.bytes", (double)await Bytes(system) / rows, "bytes/fact", null, system.Engine.Name));
        await Analyze(system);
    }

    /// <summary>
    /// The SQLite file with everything in it and nothing left in its log; on PostgreSQL facts, figures and totals with their indexes.
    /// </summary>
    private static async Task<long> Bytes(NationSystem system)
    {
        if (system.Engine.IsPostgres)
            return long.Parse(
                await Durability.Scalar(
                    system,
                    "SELECT sum(pg_total_relation_size(t::regclass)) FROM unnest(ARRAY['fact','figure','total']) t"
                ),
                CultureInfo.InvariantCulture
            );
        await Durability.Scalar(system, "PRAGMA wal_checkpoint(TRUNCATE)");
        return new FileInfo(system.Engine.File).Length;
    }

    // PostgreSQL does it by itself within a minute; SQLite's planner needs none for these queries.
    private static Task Analyze(NationSystem system) =>
        system.Engine.IsPostgres ? Durability.Scalar(system, "ANALYZE") : Task.CompletedTask;
}
