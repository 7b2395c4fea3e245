using Microsoft.EntityFrameworkCore;
using Npgsql;
using ThiDua.App.Cli;
using ThiDua.App.Data;

namespace ThiDua.Bench.Nation;

/// <summary>A database of its own for one measurement, on one of the engines, with a data folder beside it.</summary>
internal sealed class BenchEngine : IAsyncDisposable
{
    /// <summary>Connection string of a PostgreSQL server that <c>bench/run</c> has started; without it SQLite alone is measured.</summary>
    public const string Variable = "THIDUA_BENCH_POSTGRES";

    private readonly string? database;

    private BenchEngine(string name, string? database)
    {
        (Name, this.database) = (name, database);
        Folder = Directory.CreateTempSubdirectory("thidua-bench-").FullName;
        Packs = PackCopy(Path.Combine(Folder, "packs"));
    }

    /// <summary>Both, or the one that <c>THIDUA_BENCH_ENGINE</c> names.</summary>
    public static IReadOnlyList<string> Names =>
        [
            .. (Server is null ? ["sqlite"] : new[] { "sqlite", "postgres" }).Where(name =>
                Environment.GetEnvironmentVariable("THIDUA_BENCH_ENGINE") is not { Length: > 0 } only || only == name
            ),
        ];

    public string Name { get; }
    public string Folder { get; }
    public string Packs { get; }
    public bool IsPostgres => database is not null;
    public string File => Path.Combine(Folder, "thidua.db");
    public string? Postgres =>
        database is null ? null : new NpgsqlConnectionStringBuilder(Server!) { Database = database, MaxPoolSize = 60 }.ConnectionString;

    private static string? Server => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : null;

    public static async Task<BenchEngine> Create(string name)
    {
        if (name != "postgres")
            return new(name, null);
        var engine = new BenchEngine(name, "bench_" + Guid.NewGuid().ToString("N")[..12]);
        await OnServer($"CREATE DATABASE {engine.database} TEMPLATE template0");
        return engine;
    }

    public ServeOptions Options(DateOnly? today) => new(Folder, "http://127.0.0.1:0", Packs, Postgres, Today: today);

    /// <summary>Asks the database, whoever else has it open.</summary>
    public async Task<T> Db<T>(Func<AppDb, Task<T>> ask)
    {
        NpgsqlConnection.ClearAllPools();
        var address = DatabaseAddress.Of(Folder, Postgres);
        await using AppDb db = IsPostgres
            ? new PostgresDb((DbContextOptions<PostgresDb>)address.Configure(new DbContextOptionsBuilder<PostgresDb>()).Options)
            : new SqliteDb((DbContextOptions<SqliteDb>)address.Configure(new DbContextOptionsBuilder<SqliteDb>()).Options);
        return await ask(db);
    }

    public async ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        if (IsPostgres)
            await OnServer($"DROP DATABASE {database} WITH (FORCE)");
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>The shipped packs, with the kind of unit that stands for the whole country, which they do not have yet.</summary>
    private static string PackCopy(string to)
    {
        foreach (var file in Directory.EnumerateFiles(ServeOptions.DefaultPacks, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(ServeOptions.DefaultPacks, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            var text = System.IO.File.ReadAllText(file);
            if (Path.GetFileName(file) == "units.yaml" && !text.Contains("code: nation", StringComparison.Ordinal))
                text = text.Replace(
                    "\nunits:\n",
                    "\nunits:\n  - code: nation\n    label: {vi: \"Cả nước\", en: \"Nation\"}\n    territorial: "
                        + "true\n    level: nation\n    names:\n      - Cả nước\n",
                    StringComparison.Ordinal
                );
            if (Path.GetFileName(file) == "pack.yaml" && !text.Contains("\n  - nation\n", StringComparison.Ordinal))
                text = text.Replace("\nunitKinds:\n", "\nunitKinds:\n  - nation\n", StringComparison.Ordinal);
            System.IO.File.WriteAllText(copy, text);
        }
        return to;
    }

    private static async Task OnServer(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server!) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync();
    }
}
