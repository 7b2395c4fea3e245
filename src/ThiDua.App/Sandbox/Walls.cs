using System.Diagnostics;
using System.Globalization;

namespace ThiDua.App.Sandbox;

/// <summary>How far a child is shut in on this machine; each includes those before it.</summary>
public enum Wall
{
    /// <summary>No <c>prlimit</c> (util-linux): the heap and the time are bounded, nothing else.</summary>
    None,

    /// <summary>Memory, time of the processor and dumps of each process are bounded.</summary>
    Limits,

    /// <summary>No network, no capability, no new privilege.</summary>
    Network,

    /// <summary>Other processes, the data folder and the sockets in <c>/run</c> are out of sight; nothing outlives the child.</summary>
    Full,
}

/// <summary>Puts the tools of util-linux before a command, so that what it starts can do no harm. Linux only.</summary>
public static class Walls
{
    /// <summary>Bytes of memory that any single process may write to; ours is bounded tighter, by its heap.</summary>
    public const long MostMemory = 2_000_000_000;

    // $1 the data folder, $2 the folder of the run within it, which is held open while the other is covered.
    private const string HideData = """
        exec 3<"$2" && mount -t tmpfs -o size=1m,mode=0700 none /run && mount -t tmpfs -o size=1m,mode=0700 none "$1" &&
        mkdir -p "$2" && mount --no-canonicalize --bind /proc/self/fd/3 "$2" && exec 3<&- && cd "$2" && shift 2 || exit 1
        "$@"; exit $?
        """;

    // The shell stays the first process of its namespace: one that aborts must not be, since nothing within can kill the first.
    private const string Plain = """
        "$@"; exit $?
        """;

    private static readonly string[] WithoutPrivilege = ["setpriv", "--no-new-privs", "--inh-caps=-all", "--bounding-set=-all"];
    private static readonly Lazy<Wall> Found = new(() => new[] { Wall.Full, Wall.Network, Wall.Limits }.FirstOrDefault(Stands));

    /// <summary>The best that this machine allows; tried once.</summary>
    public static Wall Here => Found.Value;

    /// <param name="most">How long the child may take by the clock; infinite for no limit.</param>
    internal static List<string> Around(Wall wall, IEnumerable<string> command, RunFolder folder, TimeSpan most)
    {
        var around = new List<string>();
        if (wall == Wall.Full)
        {
            around.AddRange(["unshare", "--map-root-user", "--net", "--pid", "--fork", "--kill-child", "--mount", "--mount-proc"]);
            around.AddRange(folder.Hidden is { } hidden ? ["sh", "-c", HideData, "sh", hidden, folder.Path] : ["sh", "-c", Plain, "sh"]);
        }
        if (wall == Wall.Network)
            around.AddRange(["unshare", "--map-root-user", "--net"]);
        if (wall >= Wall.Network)
            around.AddRange(WithoutPrivilege);
        if (wall >= Wall.Limits)
            around.AddRange(["prlimit", "--core=0", Limit("data", MostMemory)]);
        // Of its own namespace only: elsewhere all processes of the same user would be counted.
        if (wall >= Wall.Network)
            around.Add(Limit("nproc", 512));
        if (wall >= Wall.Limits && most != Timeout.InfiniteTimeSpan)
            around.Add(Limit("cpu", ((long)most.TotalSeconds + 1) * Environment.ProcessorCount));
        around.AddRange(command);
        return around;
    }

    private static string Limit(string what, long most) => string.Create(CultureInfo.InvariantCulture, $"--{what}={most}");

    private static bool Stands(Wall wall)
    {
        if (!OperatingSystem.IsLinux())
            return false;
        var data = Directory.CreateTempSubdirectory("thidua-walls-").FullName;
        try
        {
            using var folder = new RunFolders(data).Make();
            var command = Around(wall, ["true"], folder, TimeSpan.FromSeconds(10));
            var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        // One of the tools is not installed.
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
        finally
        {
            RunFolder.Delete(data);
        }
    }
}
