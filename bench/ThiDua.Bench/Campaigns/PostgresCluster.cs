using System.Diagnostics;
using System.Globalization;

namespace ThiDua.Bench.Campaigns;

/// <summary>A PostgreSQL cluster of one's own in a temporary folder, durable as it ships, that can be killed and started again.</summary>
internal sealed class PostgresCluster : IDisposable
{
    private readonly string bin,
        folder;
    private readonly string[] before;
    private readonly Process?[] running = [null];

    /// <param name="before">A program, with its arguments, that starts the server: strace.</param>
    private PostgresCluster(string bin, string folder, string[] before) => (this.bin, this.folder, this.before) = (bin, folder, before);

    public string Address => $"Host={folder};Username=thidua;Database=postgres";

    /// <returns>Null where PostgreSQL's server programs are not installed.</returns>
    public static PostgresCluster? Start(params string[] before)
    {
        var bin = Directory.Exists("/usr/lib/postgresql")
            ? Directory
                .EnumerateDirectories("/usr/lib/postgresql")
                .OrderByDescending(d => d, StringComparer.Ordinal)
                .Select(d => Path.Combine(d, "bin"))
                .FirstOrDefault(Directory.Exists)
            : null;
        if (bin is null)
            return null;
        var folder = Directory.CreateTempSubdirectory("thidua-pg-").FullName;
        if (Environment.UserName == "root")
            Run("chown", ["postgres", folder]);
        var cluster = new PostgresCluster(bin, folder, before);
        Run(
            cluster.AsServer([
                Path.Combine(bin, "initdb"),
                "-D",
                $"{folder}/data",
                "-U",
                "thidua",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--locale=C",
            ])
        );
        cluster.Restart();
        return cluster;
    }

    public void Restart()
    {
        string[] server =
        [
            Path.Combine(bin, "postgres"),
            "-D",
            $"{folder}/data",
            "-c",
            "listen_addresses=",
            "-c",
            $"unix_socket_directories={folder}",
            "-c",
            "max_connections=200",
            // As docs/operations.md says for many who report at once: commits wait for each other's flush.
            "-c",
            "commit_delay=10000",
            "-c",
            "commit_siblings=1",
        ];
        var command = AsServer([.. before, .. server]);
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true, RedirectStandardOutput = true };
        running[0] = Process.Start(start);
        running[0]!.OutputDataReceived += (_, _) => { };
        running[0]!.ErrorDataReceived += (_, _) => { };
        running[0]!.BeginOutputReadLine();
        running[0]!.BeginErrorReadLine();
        for (var watch = Stopwatch.StartNew(); ; Thread.Sleep(50))
        {
            if (Try([Path.Combine(bin, "pg_isready"), "-q", "-h", folder]))
                return;
            if (watch.Elapsed.TotalSeconds > 60)
                throw new InvalidOperationException($"PostgreSQL does not start in {folder}");
        }
    }

    /// <summary>As a power cut would end it: every one of its processes at once, nothing written any more.</summary>
    public void Kill()
    {
        var first = int.Parse(File.ReadLines($"{folder}/data/postmaster.pid").First(), CultureInfo.InvariantCulture);
        Try(["kill", "-9", .. Children(first).Prepend(first).Select(id => id.ToString(CultureInfo.InvariantCulture))]);
        running[0]?.WaitForExit();
        File.Delete($"{folder}/data/postmaster.pid");
    }

    public void Dispose()
    {
        Try(AsServer([Path.Combine(bin, "pg_ctl"), "-D", $"{folder}/data", "-s", "-m", "fast", "stop"]));
        running[0]?.WaitForExit();
        running[0]?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static IEnumerable<int> Children(int parent) =>
        File.ReadAllText($"/proc/{parent}/task/{parent}/children")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(id => int.Parse(id, CultureInfo.InvariantCulture));

    // PostgreSQL refuses to run as root.
    private string[] AsServer(string[] command) =>
        Environment.UserName == "root" ? ["runuser", "-u", "postgres", "--", .. command] : command;

    private static void Run(string[] command) => Run(command[0], command[1..]);

    private static void Run(string program, string[] arguments)
    {
        if (!Try([program, .. arguments]))
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed");
    }

    private static bool Try(string[] command)
    {
        using var process = Process.Start(
            new ProcessStartInfo(command[0], command[1..])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = "/tmp",
            }
        )!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
