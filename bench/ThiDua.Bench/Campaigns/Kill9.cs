using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ThiDua.Bench.Nation;

namespace ThiDua.Bench.Campaigns;

/// <summary>
/// Kills the server, and in half of the rounds PostgreSQL too, while figures come in; then looks at what is there. Nothing
/// that was acknowledged may be missing or be there twice; what was not may be there once; sent again it is there once.
/// </summary>
internal static class Kill9
{
    private const int Clients = 12;

    public static async Task<int> Run(int rounds)
    {
        var faults = 0;
        faults += await Rounds("sqlite", rounds, null);
        using var cluster = PostgresCluster.Start();
        if (cluster is null)
            Console.Error.WriteLine("no PostgreSQL programs: SQLite only");
        else
            faults += await Rounds("postgres", rounds, cluster);
        Console.WriteLine($"faults {faults}");
        return faults == 0 ? 0 : 1;
    }

    private static async Task<int> Rounds(string name, int rounds, PostgresCluster? cluster)
    {
        if (cluster is not null)
            Environment.SetEnvironmentVariable(BenchEngine.Variable, cluster.Address);
        await using var engine = await BenchEngine.Create(name);
        var (files, random, port) = (new NationFiles(0.005), new Random(9), Server.FreePort());
        await using (var system = await NationSystem.Start(engine, null))
            await system.Found(files);
        var journal = new Journal([.. files.Hamlets.Select(h => h.Code)], Clients);
        var (faults, before) = (0, 0);
        for (var round = 1; round <= rounds; round++)
        {
            var database = cluster is not null && round % 2 == 0;
            var (unanswered, took) = await Round(engine, port, journal, random, database ? cluster : null);
            var (lost, twice, odd) = await Look(engine, journal);
            using (var server = await Server.Start(engine, port))
            {
                using var client = await Client.SignIn(server.Url);
                foreach (var sent in journal.Open)
                    await journal.Send(client, sent);
                await server.Stop();
            }
            var again = await Look(engine, journal);
            var wrong = await Verify.Wrong(engine);
            var bad = lost + twice + odd + again.Lost + again.Twice + again.Odd + wrong;
            faults += bad;
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name} round {round}: killed {(database ? "server and database" : "server")} after "
                        + $"{took.TotalMilliseconds:0} ms, acknowledged {journal.Acknowledged.Count - before}, "
                )
                    + $"unanswered {unanswered}, lost {lost + again.Lost}, twice {twice + again.Twice}, unknown "
                    + $"{odd + again.Odd}, verify found {wrong}"
            );
            before = journal.Acknowledged.Count;
        }
        Console.WriteLine($"{name}: {rounds} rounds, {journal.Acknowledged.Count} acknowledged, {faults} faults");
        return faults;
    }

    private static async Task<(int Unanswered, TimeSpan Took)> Round(
        BenchEngine engine,
        int port,
        Journal journal,
        Random random,
        PostgresCluster? cluster
    )
    {
        using var server = await Server.Start(engine, port);
        var clients = await Client.SignIn(server.Url, Clients);
        var watch = Stopwatch.StartNew();
        var senders = clients
            .Select(
                (client, number) =>
                    Task.Run(async () =>
                    {
                        try
                        {
                            while (true)
                                await journal.Send(client, number);
                        }
                        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
                        {
                            // The server is gone: what this client had sent is open.
                        }
                    })
            )
            .ToList();
        // A server that has just started needs a while to answer its first requests.
        var known = journal.Acknowledged.Count;
        while (journal.Acknowledged.Count < known + Clients && !senders.All(t => t.IsCompleted))
            await Task.Delay(20);
        await Task.Delay(random.Next(3000));
        // The database first: what the server then answers must have been durable all the same.
        cluster?.Kill();
        server.Kill();
        var took = watch.Elapsed;
        cluster?.Restart();
        await Task.WhenAll(senders.Select(Ended));
        foreach (var client in clients)
            client.Dispose();
        return (journal.Open.Count, took);
    }

    // With its database gone the server may answer 500: that is no acknowledgement either.
    private static async Task Ended(Task sender)
    {
        try
        {
            await sender;
        }
        catch (InvalidOperationException e)
            when (e.Message.Contains(": 500", StringComparison.Ordinal) || e.Message.Contains(": 503", StringComparison.Ordinal))
        {
            Debug.WriteLine(e.Message);
        }
    }

    /// <summary>How many acknowledged figures are not there, how many are there more than once, and how many nobody sent.</summary>
    private static async Task<(int Lost, int Twice, int Odd)> Look(BenchEngine engine, Journal journal)
    {
        var counts = await engine.Db(async db =>
            await db
                .Facts.AsNoTracking()
                .Where(f => f.Value != null)
                .GroupBy(f => f.Value!.Value)
                .Select(g => new { g.Key, Count = g.Count() })
                .ToDictionaryAsync(g => g.Key, g => g.Count)
        );
        var (acknowledged, open) = (journal.Acknowledged, journal.Open.Select(s => s.Fact.Value).ToHashSet());
        return (
            acknowledged.Count(n => !counts.ContainsKey(n)),
            counts.Count(c => c.Value > 1),
            counts.Keys.Count(n => !open.Contains(n)) - acknowledged.Count(counts.ContainsKey)
        );
    }
}
