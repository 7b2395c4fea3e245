using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Data;
using ThiDua.App.Tests.Support;
using ThiDua.Bench.Nation;

namespace ThiDua.Bench;

/// <summary>Lists of 100,000 rows on each engine, filtered and sorted, as their pages show them; and one of them as a workbook.</summary>
internal static class ListRows
{
    public static readonly string[] Names = ["list.page", "list.xlsx"];

    private const int Count = 100_000,
        Warm = 5,
        Requests = 30;

    public static async Task Measure(Action<Result> print)
    {
        foreach (var name in BenchEngine.Names)
        {
            var queries = new QueryCounter();
            await using var system = await BenchWorld.Start(name, services => services.AddSingleton<IInterceptor>(queries));
            await using (var scope = system.App.Services.CreateAsyncScope())
                await Fill(scope.ServiceProvider.GetRequiredService<AppDb>(), system.World, system.IsPostgres);
            await Pages(system, name, queries, print);
        }
    }

    private static async Task Pages(BenchWorld system, string engine, QueryCounter queries, Action<Result> print)
    {
        var world = system.World;
        using var office = await Client.SignIn(system.Url, world.OfficeHead.UserName, TestAccount.Password);
        using var admin = await Client.SignIn(system.Url, world.Administrator.UserName, TestAccount.Password);
        const string cases = "/review?kind=report&state=submitted";
        var hamlet = world.Hamlets[2].PublicId;
        (string Name, Client Client, string Address)[] pages =
        [
            ("newest", office, cases),
            ("sorted", office, $"{cases}&sort=what"),
            ("below", office, $"{cases}&sort=-since&unit={hamlet}"),
            ("found", office, $"{cases}&sort=due&q=thang+11+so+77"),
            ("deep", office, $"{cases}&sort=due&page=200"),
            ("acts", admin, "/admin/acts?verb=unit.change&day-from=2024-03-01&day-to=2024-06-30"),
        ];
        foreach (var (name, client, address) in pages)
        {
            var (times, used) = (new List<double>(), TimeSpan.Zero);
            for (var at = 0; at < Warm + Requests; at++)
            {
                if (at == Warm)
                    used = Environment.CpuUsage.TotalTime;
                queries.Count = 0;
                var watch = Stopwatch.StartNew();
                await client.Page(address);
                if (at >= Warm)
                    times.Add(watch.Elapsed.TotalMilliseconds);
            }
            print(new($"list.page.{name}", Result.P95(times), "ms", 50, engine));
            // Processor time says the same on a machine that has other things to do; PostgreSQL's own is not in it.
            var cpu = (Environment.CpuUsage.TotalTime - used).TotalMilliseconds / Requests;
            print(new($"list.page.{name}.cpu", cpu, "ms", 50, engine));
            print(new($"list.page.{name}.queries", queries.Count, "queries", 10, engine));
        }
        var whole = Stopwatch.StartNew();
        var bytes = await office.Page("/review.xlsx?kind=report&state=submitted");
        print(new("list.xlsx", whole.Elapsed.TotalSeconds, "s", null, engine));
        print(new("list.xlsx.bytes", bytes, "bytes", null, engine));
    }

#pragma warning disable EF1002 // Nothing in it comes from anybody else.
    private static async Task Fill(AppDb db, TestWorld world, bool postgres)
    {
        int[] units = [.. world.Hamlets.Select(h => h.Id)];
        var unit = string.Create(CultureInfo.InvariantCulture, $"{units[0]} + i % {units.Length}");
        var day = postgres ? "DATE '2024-01-01' + i % 400" : "date('2024-01-01', '+' || (i % 400) || ' days')";
        var from = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero).UtcTicks;
        var ticks = string.Create(CultureInfo.InvariantCulture, $"{from} + CAST(i AS BIGINT) * {TimeSpan.TicksPerMinute * 4}");
        var numbers = string.Create(
            CultureInfo.InvariantCulture,
            $"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Count})"
        );
        db.Database.SetCommandTimeout(300);
        await db.Database.ExecuteSqlRawAsync(
            $"""
            INSERT INTO "case" ("PublicId","Kind","Flow","Pack","State","Title","Search","SortKey","UnitId","Due",
                "Version","MovedAt","MovedBy")
            {numbers}
            SELECT 'bench' || i, 'report', 'report', 'an-ninh-to-quoc', 'submitted',
                'Báo cáo tháng ' || (i % 12 + 1) || ' số ' || (i * 7919 % 100000),
                'bao cao thang ' || (i % 12 + 1) || ' so ' || (i * 7919 % 100000), '2024' || (i % 12 + 10),
                {unit}, {day}, 1, {ticks}, {world.OfficeHead.Id} FROM n
            """
        );
        var hash = postgres ? "decode('00','hex')" : "x'00'";
        await db.Database.ExecuteSqlRawAsync(
            $"""
            INSERT INTO act ("At","AccountId","UnitId","Verb","SubjectKind","SubjectId","Hash")
            {numbers}
            SELECT {ticks}, {world.OfficeHead.Id}, {unit},
                CASE WHEN i % 3 = 0 THEN 'unit.change' ELSE 'report.submit' END, 'unit', 'x' || i, {hash} FROM n
            """
        );
        await db.Database.ExecuteSqlRawAsync("ANALYZE");
    }
#pragma warning restore EF1002
}
