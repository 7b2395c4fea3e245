using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ThiDua.App;
using ThiDua.App.Cli;
using ThiDua.App.Data;
using ThiDua.App.Features.Units;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.Bench;

/// <summary>
/// A nation's tree from one file: 34 provinces, 3,321 communes and hamlets to 93,000 units, in batches of 20,000, on SQLite
/// and, where THIDUA_BENCH_POSTGRES names a server, on PostgreSQL.
/// </summary>
internal static class UnitsImport
{
    public static readonly string[] Names = ["units.import.sqlite", "units.import.postgres"];

    private const int Units = 93_000,
        Provinces = 34,
        Communes = 3_321;

    public static async Task<IReadOnlyList<Result>> Measure()
    {
        var results = new List<Result> { new(Names[0], await Once(null), "s", 60) };
        if (Environment.GetEnvironmentVariable("THIDUA_BENCH_POSTGRES") is { Length: > 0 } server)
        {
            var database = "bench_" + Guid.NewGuid().ToString("N")[..12];
            await OnServer(server, $"CREATE DATABASE {database} TEMPLATE template0");
            try
            {
                results.Add(
                    new(Names[1], await Once(new NpgsqlConnectionStringBuilder(server) { Database = database }.ConnectionString), "s", 60)
                );
            }
            finally
            {
                NpgsqlConnection.ClearAllPools();
                await OnServer(server, $"DROP DATABASE {database} WITH (FORCE)");
            }
        }
        return results;
    }

    private static async Task<double> Once(string? postgres)
    {
        var folder = Directory.CreateTempSubdirectory("thidua-bench-").FullName;
        try
        {
            var options = new ServeOptions(folder, "http://127.0.0.1:0", ServeOptions.DefaultPacks, postgres);
            await using var app = App.App.Services(options).Build();
            await Startup.Prepare(app.Services, options, CancellationToken.None);
            await using var scope = app.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Viewer>().ActAsOperator();
            var content = new MemoryStream(Encoding.UTF8.GetBytes(File()));
            var watch = Stopwatch.StartNew();
            var result = await scope
                .ServiceProvider.GetRequiredService<ImportUnits>()
                .Handle(new("units.csv", content, false), CancellationToken.None);
            var seconds = watch.Elapsed.TotalSeconds;
            var there = await scope.ServiceProvider.GetRequiredService<AppDb>().Units.CountAsync();
            if (!result.Applied || there != Units)
                throw new InvalidOperationException($"{there} units; {string.Join("; ", result.Errors.Take(3))}");
            return seconds;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Hamlets first, so that parents have to be found wherever they stand.</summary>
    private static string File()
    {
        var rows = new List<string>();
        for (var hamlet = 0; hamlet < Units - 1 - Provinces - Communes; hamlet++)
            rows.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"H{hamlet:00000},Ấp {1 + (hamlet / Communes)},hamlet,C{hamlet % Communes:0000}"
                )
            );
        for (var commune = 0; commune < Communes; commune++)
            rows.Add(
                string.Create(CultureInfo.InvariantCulture, $"C{commune:0000},Xã Bình Đông {commune},commune,P{commune % Provinces:00}")
            );
        for (var province = 0; province < Provinces; province++)
            rows.Add(string.Create(CultureInfo.InvariantCulture, $"P{province:00},Tỉnh Mẫu {province},province,N"));
        return "code,name,kind,parent\n" + string.Join('\n', rows.Append("N,Cả nước,nation,"));
    }

    private static async Task OnServer(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(server) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
