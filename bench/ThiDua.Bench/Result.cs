using System.Diagnostics;
using System.Globalization;

namespace ThiDua.Bench;

/// <summary>One measured figure beside its limit.</summary>
internal sealed record Result(string Name, double Value, string Unit, double Limit)
{
    public string Json() => string.Create(CultureInfo.InvariantCulture,
        $"{{\"name\":\"{Name}\",\"value\":{Value:0.###},\"unit\":\"{Unit}\",\"limit\":{Limit:0.###},\"ratio\":{Value / Limit:0.###}}}");

    /// <summary>Milliseconds of the fastest of several runs: what the work costs when nothing else runs.</summary>
    public static double Fastest(int runs, Action work)
    {
        var best = double.MaxValue;
        for (var i = 0; i < runs; i++)
        {
            var watch = Stopwatch.StartNew();
            work();
            best = Math.Min(best, watch.Elapsed.TotalMilliseconds);
        }
        return best;
    }
}
