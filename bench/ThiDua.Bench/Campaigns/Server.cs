using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ThiDua.Bench.Nation;

namespace ThiDua.Bench.Campaigns;

/// <summary><c>thidua serve</c> as a process of its own, on a port that stays the same when it is started again.</summary>
internal sealed class Server : IDisposable
{
    private readonly Process process;

    private readonly bool isTraced;

    private Server(Process process, string url, bool isTraced) => (this.process, Url, this.isTraced) = (process, url, isTraced);

    public string Url { get; }

    public int Id => process.Id;

    /// <param name="before">A program, with its arguments, that starts the server: strace.</param>
    public static async Task<Server> Start(BenchEngine engine, int port, params string[] before)
    {
        var url = $"http://127.0.0.1:{port}";
        string[] serve =
        [
            Path.Combine(AppContext.BaseDirectory, "thidua"),
            "serve",
            "--data",
            engine.Folder,
            "--urls",
            url,
            "--packs",
            engine.Packs,
        ];
        string[] command = [.. before, .. serve, .. engine.Postgres is { } address ? new[] { "--database", address } : []];
        var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true })!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith("ready ", StringComparison.Ordinal))
                continue;
            // What it says later is of no interest, but must not fill the pipe.
            _ = process.StandardOutput.ReadToEndAsync();
            return new(process, url, before.Length > 0);
        }
        throw new InvalidOperationException("thidua serve ended before it was ready");
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>SIGKILL: it writes nothing any more.</summary>
    public void Kill()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }

    /// <summary>SIGTERM, as an operator stops it.</summary>
    public async Task Stop()
    {
        // Under strace the program is its child, and strace passes no signal on.
        var children = (await File.ReadAllTextAsync($"/proc/{process.Id}/task/{process.Id}/children")).Split(
            ' ',
            StringSplitOptions.RemoveEmptyEntries
        );
        using var kill = Process.Start("kill", ["-TERM", .. isTraced ? children : [process.Id.ToString(CultureInfo.InvariantCulture)]]);
        await process.WaitForExitAsync();
    }

    public void Dispose() => process.Dispose();
}
