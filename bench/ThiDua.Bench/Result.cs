using System.Diagnostics;
using System.Globalization;

namespace ThiDua.Bench;

/// <summary>One measured figure beside its limit.</summary>
/// <param name="Limit">The most that it may be; null where none is set.</param>
/// <param name="Engine"><c>sqlite</c>, <c>postgres</c>, or empty where no database takes part.</param>
/// <param name="Peer">What the same work costs without the program, measured in the same run and unit; null where there is no peer.</param>
/// <param name="AtLeast">The limit is the least that it may be.</param>
internal sealed record Result(
    string Name,
    double Value,
    string Unit,
    double? Limit = null,
    string Engine = "",
    double? Peer = null,
    bool AtLeast = false
)
{
    /// <summary>Above 1 the limit is missed, whichever way it lies.</summary>
    private double? Ratio => AtLeast ? Limit / Value : Value / Limit;

    public string Json() =>
        $"{{\"name\":\"{Name}\",\"engine\":\"{Engine}\",\"value\":{Number(Value)},\"unit\":\"{Unit}\","
        + $"\"limit\":{Number(Limit)},\"ratio\":{Number(Ratio)},\"peer\":{Number(Peer)}}}";

    private static string Number(double? value) =>
        value is { } v && double.IsFinite(v) ? v.ToString("0.###", CultureInfo.InvariantCulture) : "null";

    /// <summary>The time that 95 of 100 stay within.</summary>
    public static double P95(IEnumerable<double> times) =>
        times.Order().ToList() is { Count: > 0 } sorted ? sorted[(int)Math.Ceiling(sorted.Count * 0.95) - 1] : 0;

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
