using System.Diagnostics;
using System.Globalization;
using ThiDua.App.Features.Plans.Reading;

namespace ThiDua.Bench;

/// <summary>One upload through the child process that reads it, exactly as the system starts it.</summary>
internal static class ChildProcess
{
    /// <summary>Most resident memory of the child against 10 × the file + 100 MB (issue: "memory bounded"). Linux only.</summary>
    /// <param name="refused">The file needs more than its size allows: it must be refused, and within the same bound.</param>
    public static Result Memory(string name, byte[] file, string fileName, bool refused = false)
    {
        var peak = 0L;
        using var over = new CancellationTokenSource();
        var watcher = new Thread(() =>
        {
            while (!over.IsCancellationRequested)
            {
                peak = Math.Max(peak, Peak());
                Thread.Sleep(2);
            }
        });
        watcher.Start();
        Read(file, fileName, refused);
        over.Cancel();
        watcher.Join();
        return new Result(name, peak / 1e6, "MB", ((10.0 * file.Length) + 100e6) / 1e6);
    }

    /// <summary>The whole process, from start to its last byte; the fastest of several.</summary>
    public static Result Time(string name, byte[] file, string fileName, double limit) =>
        new(name, Result.Fastest(7, () => Read(file, fileName)), "ms", limit);

    private static void Read(byte[] file, string fileName, bool refused = false)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, file);
            var bundle = new PlanReaderProcess()
                .Read(path, fileName, ThiDua.App.Cli.ServeOptions.DefaultPacks, CancellationToken.None)
                .GetAwaiter()
                .GetResult();
            if ((bundle.Refused?.Code == "too-heavy") != refused)
                throw new InvalidOperationException($"{fileName}: {bundle.Refused?.English ?? "was read"}");
        }
        finally
        {
            File.Delete(path);
        }
    }

    // VmHWM only grows, so that the last look before the end is the peak.
    private static long Peak()
    {
        var peak = 0L;
        foreach (
            var process in Directory
                .EnumerateDirectories("/proc", "*")
                .Where(d => int.TryParse(Path.GetFileName(d), NumberStyles.None, CultureInfo.InvariantCulture, out _))
        )
        {
            try
            {
                var status = File.ReadAllLines(Path.Combine(process, "status"));
                // Between fork and exec a child still has its parent's memory.
                if (IsOurs(Value(status, "PPid:")) && status[0].EndsWith("thidua", StringComparison.Ordinal))
                    peak = Math.Max(peak, Value(status, "VmHWM:") * 1024);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Debug.WriteLine($"{process} has ended: {e.Message}");
            }
        }
        return peak;
    }

    // Between us and the child stand the tools that shut it in.
    private static bool IsOurs(long parent)
    {
        for (var left = 5; parent > 1 && left > 0; left--)
        {
            if (parent == Environment.ProcessId)
                return true;
            parent = Value(File.ReadAllLines($"/proc/{parent}/status"), "PPid:");
        }
        return false;
    }

    private static long Value(string[] status, string key) =>
        status.FirstOrDefault(l => l.StartsWith(key, StringComparison.Ordinal)) is { } line
            ? long.Parse(line[key.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture)
            : 0;
}
