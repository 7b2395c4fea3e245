using System.Diagnostics;
using System.Globalization;

namespace ThiDua.Bench;

/// <summary>
/// The most that a process and all that it started had resident at one moment, in bytes: pages that they share are counted once
/// (Linux: proportional set size).
/// </summary>
internal sealed class PeakMemory : IDisposable
{
    private readonly CancellationTokenSource over = new();
    private readonly Thread watcher;
    private long peak;

    public PeakMemory(int process)
    {
        watcher = new Thread(() =>
        {
            while (!over.IsCancellationRequested)
            {
                peak = Math.Max(peak, Resident(process));
                Thread.Sleep(20);
            }
        });
        watcher.Start();
    }

    public long End()
    {
        over.Cancel();
        watcher.Join();
        return peak;
    }

    public void Dispose()
    {
        End();
        over.Dispose();
    }

    private static long Resident(int root)
    {
        var parents = new Dictionary<int, int>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
                parents[id] = (int)Number(id, "status", "PPid:");
        bool Belongs(int id)
        {
            for (var left = 10; id > 1 && left > 0; left--)
            {
                if (id == root)
                    return true;
                id = parents.GetValueOrDefault(id);
            }
            return false;
        }
        return parents.Keys.Where(Belongs).Sum(id => Number(id, "smaps_rollup", "Pss:")) * 1024;
    }

    private static long Number(int id, string file, string name)
    {
        try
        {
            var line = File.ReadLines($"/proc/{id}/{file}").FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal));
            return line is null
                ? 0
                : long.Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Debug.WriteLine($"{id} has ended: {e.Message}");
            return 0;
        }
    }
}
