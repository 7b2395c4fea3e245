using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App;
using ThiDua.App.Cli;
using ThiDua.App.Features.Reporting;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tests.Support;
using ThiDua.Bench.Nation;

namespace ThiDua.Bench;

/// <summary>
/// A commune with its year of reports, sent through the handler that people use, on SQLite as it is shipped; then the
/// overview of its progress over a real socket on the loopback.
/// </summary>
internal static partial class ProgressPage
{
    public static readonly string[] Names =
    [
        "report.handler.p95",
        "progress.page.p95",
        "progress.page.bytes",
        "progress.page.queries",
        "progress.page.cpu",
    ];

    private const int Warm = 300,
        Requests = 300;

    public static async Task<IReadOnlyList<Result>> Measure()
    {
        var folder = Directory.CreateTempSubdirectory("thidua-bench-").FullName;
        try
        {
            var options = new ServeOptions(
                folder,
                "http://127.0.0.1:0",
                ServeOptions.DefaultPacks,
                null,
                Today: new DateOnly(2024, 11, 15)
            );
            var counter = new QueryCounter();
            var builder = App.App.Services(options);
            builder.Services.AddSingleton<IInterceptor>(counter);
            await using var app = builder.Build();
            App.App.Pipeline(app);
            await Startup.Prepare(app.Services, options, CancellationToken.None);
            await app.StartAsync();
            TestWorld world;
            await using (var scope = app.Services.CreateAsyncScope())
                world = await TestWorld.Create(scope.ServiceProvider);
            var submit = await Submit(app, world);
            var page = await Page(app, world, counter);
            await app.StopAsync();
            return [new(Names[0], submit, "ms", 50), .. page];
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Ten months of every unit that reports.</summary>
    private static async Task<double> Submit(WebApplication app, TestWorld world)
    {
        var units = world
            .Hamlets.Zip(world.HamletHeads)
            .Append((world.Police, world.PoliceOfficer))
            .Append((world.Women, world.WomenOfficer))
            .ToList();
        var times = new List<double>();
        for (var month = 1; month <= 10; month++)
            foreach (var (unit, who) in units)
            {
                await using var scope = app.Services.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<Viewer>().Load(who.Id);
                var period = string.Create(CultureInfo.InvariantCulture, $"2024{month:00}");
                var sheet = await scope
                    .ServiceProvider.GetRequiredService<ReportSheets>()
                    .Find(unit.PublicId, world.Campaign, period, Permission.FillReport, CancellationToken.None);
                if (sheet is null)
                    continue;
                var codes = sheet.Figures.Select(f => f.Indicator).ToList();
                var input = new ReportInput
                {
                    Unit = unit.PublicId,
                    Campaign = world.Campaign,
                    Period = period,
                    Results = "Kết quả của kỳ.",
                    Values = codes.ToDictionary(
                        c => c.Code,
                        c =>
                            c.Kind switch
                            {
                                PackKind.YesNo => "1",
                                PackKind.Opening => "500",
                                _ => $"{20 + month}",
                            }
                    ),
                    Comments = codes.ToDictionary(c => c.Code, _ => "Số liệu đã đối chiếu."),
                };
                var watch = Stopwatch.StartNew();
                var sent = await scope.ServiceProvider.GetRequiredService<SubmitReport>().Handle(input, CancellationToken.None);
                if (!sent.Ok)
                    throw new InvalidOperationException($"{unit.Name} {period}: {string.Join("; ", sent.Errors.Select(e => e.Message))}");
                times.Add(watch.Elapsed.TotalMilliseconds);
            }
        return Result.P95(times.Skip(times.Count / 5));
    }

    private static async Task<IReadOnlyList<Result>> Page(WebApplication app, TestWorld world, QueryCounter counter)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = true, AutomaticDecompression = DecompressionMethods.None })
        {
            BaseAddress = new(app.Urls.First()),
        };
        var form = await client.GetStringAsync("/sign-in");
        await client.PostAsync(
            "/sign-in",
            new FormUrlEncodedContent([
                new("userName", world.OfficeHead.UserName),
                new("password", TestAccount.Password),
                new("__RequestVerificationToken", Token().Match(form).Groups[1].Value),
            ])
        );
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br");
        var (times, bytes, used) = (new List<double>(), 0, TimeSpan.Zero);
        for (var i = 0; i < Warm + Requests; i++)
        {
            counter.Count = 0;
            if (i == Warm)
                used = Environment.CpuUsage.TotalTime;
            var watch = Stopwatch.StartNew();
            var answer = await client.GetAsync($"/progress/{world.Campaign}");
            bytes = (await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync()).Length;
            if (i >= Warm)
                times.Add(watch.Elapsed.TotalMilliseconds);
        }
        // Processor time says the same on a machine that has other things to do; the client's own share is in it.
        var cpu = (Environment.CpuUsage.TotalTime - used).TotalMilliseconds / Requests;
        return
        [
            new(Names[1], Result.P95(times), "ms", 20),
            new(Names[2], bytes, "bytes", 50_000),
            new(Names[3], counter.Count, "queries", 10),
            new(Names[4], cpu, "ms", 20),
        ];
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
