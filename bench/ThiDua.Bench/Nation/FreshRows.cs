using System.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace ThiDua.Bench.Nation;

/// <summary>From the acknowledgement of a figure until its commune, and the nation, show it, while others send theirs.</summary>
internal static class FreshRows
{
    private const int Figures = 60,
        Others = 8;

    public static async Task Measure(NationSystem system, NationFiles files, Action<Result> print)
    {
        var (hamlets, clients) = (files.Hamlets.ToList(), await Client.SignIn(system.Url, Others));
        var watcher = await Client.SignIn(system.Url);
        using var over = new CancellationTokenSource();
        var begun = -1;
        var load = Task.WhenAll(
            clients.Select(client =>
                Task.Run(async () =>
                {
                    while (!over.IsCancellationRequested)
                        await client.Send(
                            LoadRows.Figure(hamlets, Interlocked.Increment(ref begun), "202410"),
                            Guid.NewGuid().ToString("N")
                        );
                })
            )
        );
        foreach (var (name, code) in new[] { ("fresh.commune", NationFiles.Large + "001"), ("fresh.nation", NationFiles.Nation) })
        {
            var unit = await system.Db(db => db.Units.Where(u => u.Code == code).Select(u => u.PublicId).SingleAsync());
            var times = new List<double>();
            for (var at = 1; at <= Figures; at++)
            {
                var before = await watcher.Shown(system.Fresh, unit) ?? 0;
                await watcher.Send(
                    new($"{NationFiles.Large}001.A01", "legal.sessions", "202411", 1000 + (at * 10) + (code == NationFiles.Nation ? 5 : 0)),
                    Guid.NewGuid().ToString("N")
                );
                var watch = Stopwatch.StartNew();
                while (await watcher.Shown(system.Fresh, unit) == before)
                    if (watch.Elapsed.TotalSeconds > 30)
                        throw new InvalidOperationException($"{name}: a figure is not shown after 30 s");
                times.Add(watch.Elapsed.TotalMilliseconds);
                // The next one has the same start: nothing of this one is on its way any more.
                if (load.IsFaulted)
                    await load;
            }
            print(new(name, Result.P95(times), "ms", code == NationFiles.Nation ? 5_000 : 1_000, system.Engine.Name));
        }
        await over.CancelAsync();
        await load;
        foreach (var client in clients.Append(watcher))
            client.Dispose();
    }
}
