using System.Diagnostics;

namespace ThiDua.Bench.Nation;

/// <summary>What several at once achieved.</summary>
/// <param name="Times">Milliseconds of each request, in no order.</param>
internal sealed record Throughput(IReadOnlyList<double> Times, TimeSpan Took)
{
    public double PerSecond => Times.Count / Took.TotalSeconds;
    public double P95 => Result.P95(Times);

    /// <summary>Each worker does one thing after the other until the time is over.</summary>
    /// <param name="work">The worker's number, and how many things were begun before by all.</param>
    /// <param name="most">Ends earlier when so many things are done.</param>
    public static async Task<Throughput> Of(int workers, TimeSpan time, Func<int, int, Task> work, int most = int.MaxValue)
    {
        var (begun, watch) = (-1, Stopwatch.StartNew());
        var times = await Task.WhenAll(
            Enumerable
                .Range(0, workers)
                .Select(worker =>
                    Task.Run(async () =>
                    {
                        var own = new List<double>();
                        while (watch.Elapsed < time && Interlocked.Increment(ref begun) is var at && at < most)
                        {
                            var one = Stopwatch.StartNew();
                            await work(worker, at);
                            own.Add(one.Elapsed.TotalMilliseconds);
                        }
                        return own;
                    })
                )
        );
        return new([.. times.SelectMany(t => t)], watch.Elapsed);
    }
}
