using System.Globalization;
using System.Text.RegularExpressions;
using ThiDua.Bench.Nation;

namespace ThiDua.Bench.Campaigns;

/// <summary>
/// Sixteen clients send one figure a request to a server that strace watches: how many flushes there were, and whether one
/// came between each request and its acknowledgement; then the same with each flush made 5 ms longer.
/// </summary>
internal static partial class Durable
{
    private const int Clients = 16;
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(8);

    public static async Task<int> Run()
    {
        var faults = 0;
        foreach (var delay in new[] { 0, 5 })
        {
            faults += await Measure("sqlite", delay);
            faults += await Measure("postgres", delay);
        }
        Console.WriteLine($"faults {faults}");
        return faults == 0 ? 0 : 1;
    }

    private static async Task<int> Measure(string name, int delay)
    {
        var trace = Path.Combine(Path.GetTempPath(), $"thidua-strace-{Guid.NewGuid():N}");
        string[] strace =
        [
            "strace",
            "-f",
            "--seccomp-bpf",
            "-ttt",
            "-s",
            "24",
            "-o",
            trace,
            "-e",
            $"trace=fsync,fdatasync{(name == "sqlite" ? ",sendmsg,sendto,recvmsg,recvfrom" : "")}",
            .. delay == 0 ? Array.Empty<string>() : ["-e", $"inject=fsync,fdatasync:delay_exit={delay * 1000}"],
        ];
        using var cluster = name == "postgres" ? PostgresCluster.Start(strace) : null;
        if (name == "postgres" && cluster is null)
        {
            Console.Error.WriteLine("no PostgreSQL programs: SQLite only");
            return 0;
        }
        if (cluster is not null)
            Environment.SetEnvironmentVariable(BenchEngine.Variable, cluster.Address);
        await using var engine = await BenchEngine.Create(name);
        var files = new NationFiles(0.005);
        await using (var system = await NationSystem.Start(engine, null))
            await system.Found(files);
        var journal = new Journal([.. files.Hamlets.Select(h => h.Code)], Clients);
        using var server = await Server.Start(engine, Server.FreePort(), cluster is null ? strace : []);
        var clients = await Client.SignIn(server.Url, Clients);
        var from = Now();
        var done = await Throughput.Of(Clients, Time, (worker, _) => journal.Send(clients[worker], worker));
        var to = Now();
        await server.Stop();
        foreach (var client in clients)
            client.Dispose();
        var (flushes, early, answered) = Read(trace, from, to, answers: cluster is null);
        File.Delete(trace);
        var few = flushes * 2 < done.Times.Count;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name}, flushes {(delay == 0 ? "as they are" : $"{delay} ms longer")}: {done.Times.Count} requests, {flushes} flushes, "
            )
                + string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(double)flushes / done.Times.Count:0.000} a "
                        + $"request{(cluster is null ? $", {early} of {answered} acknowledged before one" : "")}, p95 "
                        + $"{done.P95:0.0} ms"
                )
        );
        // An answer that was not seen in the trace proves nothing.
        return (few ? 0 : 1) + early + (cluster is null && answered < done.Times.Count * 9 / 10 ? 1 : 0);
    }

    /// <summary>Flushes within the time, and answers that went out on a socket without a whole flush since their request came in.</summary>
    private static (int Flushes, int Early, int Answered) Read(string trace, double from, double to, bool answers)
    {
        var (flushes, early, answered, ended) = (0, 0, 0, 0.0);
        var begun = new Dictionary<string, (double At, string Socket)>();
        var asked = new Dictionary<string, double>();
        foreach (var line in File.ReadLines(trace))
        {
            if (Call().Match(line) is not { Success: true } call)
                continue;
            var (thread, at) = (call.Groups[1].Value, double.Parse(call.Groups[2].Value, CultureInfo.InvariantCulture));
            var (name, rest) = (call.Groups[4].Value, call.Groups[5].Value);
            if (at < from || at > to)
                continue;
            // An "unfinished" call began here and is told of again, as "resumed", when it ends.
            var (began, socket) =
                call.Groups[3].Success && begun.Remove(thread, out var earlier) ? earlier : (at, Socket().Match(rest).Groups[1].Value);
            var over = !rest.EndsWith("<unfinished ...>", StringComparison.Ordinal);
            if (!over)
                begun[thread] = (at, socket);
            if (name.EndsWith("sync", StringComparison.Ordinal) && over)
                (flushes, ended) = (flushes + 1, Math.Max(ended, began));
            if (!answers)
                continue;
            if (name.StartsWith("recv", StringComparison.Ordinal) && rest.Contains("POST /api/v1/facts", StringComparison.Ordinal))
                asked[socket] = at;
            if (!name.StartsWith("send", StringComparison.Ordinal) || !rest.Contains("HTTP/1.1 200", StringComparison.Ordinal))
                continue;
            if (asked.Remove(socket, out var since))
                (answered, early) = (answered + 1, ended < since ? early + 1 : early);
        }
        return (flushes, early, answered);
    }

    private static double Now() => (DateTime.UtcNow - DateTime.UnixEpoch).TotalSeconds;

    [GeneratedRegex(@"^(\d+) +(\d+\.\d+) (<\.\.\. )?(\w+)(.*)$")]
    private static partial Regex Call();

    [GeneratedRegex(@"^\((\d+)")]
    private static partial Regex Socket();
}
