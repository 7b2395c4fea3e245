using System.Diagnostics;
using System.Globalization;

namespace ThiDua.Bench.Nation;

/// <summary>
/// One tenth of the nation on each engine, through the handlers, pages and interfaces that people and programs use, every
/// commit durable. <c>THIDUA_BENCH_SCALE</c> makes it smaller while something is being built.
/// </summary>
internal static class NationRows
{
    public static readonly string[] Names =
    [
        "facts.bulk",
        "facts.bytes",
        "facts.single",
        "report.submit",
        "progress.commune",
        "progress.province",
        "progress.nation",
        "fresh.commune",
        "fresh.nation",
    ];

    /// <summary>In December the figures up to October are there, and November's come in.</summary>
    public static readonly DateOnly Today = new(2024, 12, 15);

    public static double Scale { get; } =
        double.TryParse(Environment.GetEnvironmentVariable("THIDUA_BENCH_SCALE"), CultureInfo.InvariantCulture, out var scale) ? scale : 1;

    public static async Task Measure(Func<string, bool> wanted, Action<Result> print)
    {
        foreach (var name in BenchEngine.Names)
        {
            await using var engine = await BenchEngine.Create(name);
            var files = new NationFiles(Scale);
            await using var system = await NationSystem.Start(engine, Today);
            await Durability.Check(system);
            Say($"{name}: {files.Units.Count} units", await Timed(() => system.Found(files)));
            await BulkRows.Measure(system, files, wanted, print);
            await Run(["progress.commune", "progress.province", "progress.nation"], () => ProgressRows.Measure(system, print));
            await Run(["facts.single"], () => LoadRows.Single(system, files, print));
            await Run(["report.submit"], () => LoadRows.Reports(system, files, print));
            await Run(["fresh.commune", "fresh.nation"], () => FreshRows.Measure(system, files, print));
        }

        async Task Run(string[] rows, Func<Task> measure)
        {
            if (rows.Any(wanted))
                await measure();
        }
    }

    public static async Task<TimeSpan> Timed(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed;
    }

    /// <summary>How far it has come: on standard error, since rows go to standard output.</summary>
    public static void Say(string what, TimeSpan took) =>
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"# {what}: {took.TotalSeconds:0.0} s"));
}
