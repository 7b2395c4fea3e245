using System.Diagnostics;
using System.Globalization;

namespace ThiDua.Bench;

/// <summary>The most that a process and all that it started had resident at one moment, in bytes. Linux only.</summary>
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
        var (parents, sizes) = (new Dictionary<int, int>(), new Dictionary<int, long>());
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
                Look(folder, id, parents, sizes);
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
        return sizes.Where(s => Belongs(s.Key)).Sum(s => s.Value);
    }

    private static void Look(string folder, int id, Dictionary<int, int> parents, Dictionary<int, long> sizes)
    {
        try
        {
            foreach (var line in File.ReadLines(Path.Combine(folder, "status")))
                if (line.StartsWith("PPid:", StringComparison.Ordinal))
                    parents[id] = int.Parse(line[5..], CultureInfo.InvariantCulture);
                else if (line.StartsWith("VmRSS:", StringComparison.Ordinal))
                    sizes[id] = long.Parse(line[6..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * 1024;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Debug.WriteLine($"{folder} has ended: {e.Message}");
        }
    }
}
