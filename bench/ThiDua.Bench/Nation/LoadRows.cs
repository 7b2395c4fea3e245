using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace ThiDua.Bench.Nation;

/// <summary>Sixteen people at once: one figure a request, and whole reports.</summary>
internal static class LoadRows
{
    public const int Clients = 16;
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(3),
        Time = TimeSpan.FromSeconds(12);
    private static readonly string[] Indicators = ["outreach.posts", "outreach.broadcasts", "patrol.shifts", "outreach.sessions"];

    /// <summary>A figure of a hamlet that no other request of this many is about, one month's new ones first.</summary>
    public static PostedFact Figure(IReadOnlyList<FileUnit> hamlets, int at, string period = "202411")
    {
        var (unit, round) = (hamlets[at % hamlets.Count], at / hamlets.Count);
        return new(unit.Code, Indicators[round % Indicators.Length], period, 12 + round);
    }

    public static async Task Single(NationSystem system, NationFiles files, Action<Result> print)
    {
        var (clients, hamlets) = (await Client.SignIn(system.Url, Clients), files.Hamlets.ToList());
        var offset = 0;
        Task Work(int worker, int at) => clients[worker].Send(Figure(hamlets, offset + at), Guid.NewGuid().ToString("N"));
        offset = (await Throughput.Of(Clients, Warm, Work)).Times.Count;
        var before = await Durability.Commits(system);
        var done = await Throughput.Of(Clients, Time, Work);
        var commits = await Durability.Commits(system) - before;
        var peer = await CommitPeer.PerSecond(system.Engine.Name, Clients, Time / 2);
        print(new("facts.single", done.PerSecond, "requests/s", null, system.Engine.Name, peer));
        print(new("facts.single.p95", done.P95, "ms", null, system.Engine.Name));
        print(new("facts.single.commits", (double)commits / done.Times.Count, "commits/request", 0.5, system.Engine.Name));
        foreach (var client in clients)
            client.Dispose();
    }

    public static async Task Reports(NationSystem system, NationFiles files, Action<Result> print)
    {
        var (clients, hamlets) = (await Client.SignIn(system.Url, Clients), files.Hamlets.ToList());
        var units = await system.Db(db => db.Units.ToDictionaryAsync(u => u.Code, u => u.PublicId));
        var offset = 0;
        async Task Work(int worker, int at)
        {
            // Each form is sent once: November's of every hamlet, then October's as corrections, and so on backwards.
            var (hamlet, month) = (hamlets[(offset + at) % hamlets.Count], 11 - ((offset + at) / hamlets.Count));
            await clients[worker]
                .Submit(units[hamlet.Code], system.Campaign, string.Create(CultureInfo.InvariantCulture, $"2024{month:00}"), Twelve(at));
        }
        var forms = hamlets.Count * 11;
        offset = (await Throughput.Of(Clients, Warm, Work, forms / 4)).Times.Count;
        var done = await Throughput.Of(Clients, Time, Work, forms - offset);
        print(new("report.submit", done.PerSecond, "reports/s", null, system.Engine.Name));
        print(new("report.submit.p95", done.P95, "ms", null, system.Engine.Name));
        foreach (var client in clients)
            client.Dispose();
    }

    private static IEnumerable<(string, long)> Twelve(int at) =>
        [
            ("outreach.sessions", 2),
            ("outreach.attendance", 60 + (at % 40)),
            ("outreach.broadcasts", 8),
            ("patrol.shifts", 12),
            ("mediation.cases", 6),
            ("mediation.settled", 3),
            ("household.total", 300),
            ("household.reached", 9),
            ("model.total", 7),
            ("model.with-zalo", 5),
            ("road.total", 21),
            ("road.lit", 15),
        ];
}
