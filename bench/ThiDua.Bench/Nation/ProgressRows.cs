using System.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace ThiDua.Bench.Nation;

/// <summary>The page of a campaign's progress at three heights of the tree, over a real socket: time, queries and bytes.</summary>
internal static class ProgressRows
{
    private const int Warm = 40,
        Requests = 100;

    public static async Task Measure(NationSystem system, Action<Result> print)
    {
        using var client = await Client.SignIn(system.Url);
        (string Name, string Code, double Limit)[] pages =
        [
            ("progress.commune", NationFiles.Large + "001", 20),
            ("progress.province", NationFiles.Large, 50),
            ("progress.nation", NationFiles.Nation, 50),
        ];
        foreach (var (name, code, limit) in pages)
        {
            var unit = await system.Db(db => db.Units.Where(u => u.Code == code).Select(u => u.PublicId).SingleAsync());
            var (times, bytes, queries, used) = (new List<double>(), 0, 0, TimeSpan.Zero);
            for (var at = 0; at < Warm + Requests; at++)
            {
                if (at == Warm)
                    used = Environment.CpuUsage.TotalTime;
                system.Queries.Count = 0;
                var watch = Stopwatch.StartNew();
                bytes = await client.Page($"/progress/{system.Campaign}?unit={unit}");
                if (at >= Warm)
                    times.Add(watch.Elapsed.TotalMilliseconds);
                queries = system.Queries.Count;
            }
            print(new(name, Result.P95(times), "ms", limit, system.Engine.Name));
            // Processor time says the same on a machine that has other things to do; the client's own share is in it.
            print(
                new($"{name}.cpu", (Environment.CpuUsage.TotalTime - used).TotalMilliseconds / Requests, "ms", limit, system.Engine.Name)
            );
            print(new($"{name}.queries", queries, "queries", 12, system.Engine.Name));
            print(new($"{name}.bytes", bytes, "bytes", 50_000, system.Engine.Name));
        }
    }
}
