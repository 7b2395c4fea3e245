using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ThiDua.App.Audit;
using ThiDua.App.Data;
using ThiDua.App.Features.Units;
using ThiDua.App.Tree;
using Xunit.Sdk;
using Xunit.v3;

namespace ThiDua.App.Tests.Units;

/// <summary>Paths, order, search and codes are compared byte by byte, on a PostgreSQL cluster of an ICU locale too.</summary>
public sealed class OrderTests
{
    private const string Variable = "THIDUA_TEST_POSTGRES_ICU",
        Plain = "THIDUA_TEST_POSTGRES";

    /// <summary>SQLite, PostgreSQL of the C locale and of an ICU locale, as far as they are there.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class EveryOrderAttribute : DataAttribute
    {
        public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo method, DisposalTracker tracker) =>
            ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([
                new TheoryDataRow<string>(""),
                .. new[] { Plain, Variable }.Select(v => new TheoryDataRow<string>(v)
                {
                    Skip = string.IsNullOrEmpty(Environment.GetEnvironmentVariable(v)) ? $"{v} names no PostgreSQL server" : null,
                }),
            ]);

        public override bool SupportsDiscoveryEnumeration() => true;
    }

    [Theory, EveryOrder]
    public async Task Names_sort_as_written_and_numbers_by_size(string server)
    {
        await using var books = await Books.Open(server);
        var names = await books.Db.UnitVersions.Rows().Select(u => u.Name).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(8, names.Count);
        Assert.Equal(["Ấp 1", "Ấp 2", "Ấp 10"], names.Where(n => n.StartsWith("Ấp", StringComparison.Ordinal)));
        Assert.True(names.IndexOf("Ấp 1") < names.IndexOf("Mặt trận Tổ quốc"));
        Assert.True(names.IndexOf("Xã An Hòa") < names.IndexOf("Xã Ân Hòa"));
        Assert.True(names.IndexOf("Bản Đoàn") < names.IndexOf("Đội 4"));
    }

    [Theory, EveryOrder]
    public async Task A_subtree_is_its_own_and_no_other(string server)
    {
        await using var books = await Books.Open(server);
        var below = await books
            .Db.UnitVersions.Below("/1/7/")
            .Select(v => v.Path)
            .OrderBy(p => p)
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["/1/7/", "/1/7/2/", "/1/7/70/"], below);
    }

    [Theory, EveryOrder]
    public async Task Search_is_folded_and_codes_are_bytes(string server)
    {
        await using var books = await Books.Open(server);
        var folded = SearchText.Fold("ĐỘI 4");
        Assert.Equal(
            ["Đội 4"],
            await books
                .Db.UnitVersions.Where(v => v.Search.Contains(folded))
                .Select(v => v.Name)
                .ToListAsync(TestContext.Current.CancellationToken)
        );
        var codes = await books.Db.Units.OrderBy(u => u.Code).Select(u => u.Code).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(codes.Order(StringComparer.Ordinal), codes);
        Assert.Equal(1, await books.Db.Units.CountAsync(u => u.Code == "a-1", TestContext.Current.CancellationToken));
        Assert.Equal(
            3,
            await books.Db.Units.CountAsync(
                u => string.Compare(u.Code, "A") >= 0 && string.Compare(u.Code, "B") < 0,
                TestContext.Current.CancellationToken
            )
        );
    }

    /// <summary>The tables of the tree, on a server of a given locale, with units whose order a locale would turn round.</summary>
    private sealed class Books(AppDb db, string folder) : IAsyncDisposable
    {
        public AppDb Db => db;

        public static async Task<Books> Open(string server)
        {
            var folder = Directory.CreateTempSubdirectory("thidua-order-").FullName;
            var postgres =
                server.Length == 0
                    ? null
                    : new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable(server)!)
                    {
                        Database = "order_" + Guid.NewGuid().ToString("N")[..12],
                        Pooling = false,
                    }.ConnectionString;
            var address = DatabaseAddress.Of(folder, postgres);
            AppDb db = postgres is null
                ? new SqliteDb((DbContextOptions<SqliteDb>)address.Configure(new DbContextOptionsBuilder<SqliteDb>()).Options)
                : new PostgresDb((DbContextOptions<PostgresDb>)address.Configure(new DbContextOptionsBuilder<PostgresDb>()).Options);
            await db.Database.MigrateAsync();
            (string Name, string Code, string Path)[] units =
            [
                ("Mặt trận Tổ quốc", "B", "/1/"),
                ("Ấp 10", "A-10", "/1/7/"),
                ("Ấp 2", "A-2", "/1/7/2/"),
                ("Ấp 1", "a-1", "/1/70/"),
                ("Đội 4", "Ä", "/1/70/7/"),
                ("Bản Đoàn", "A_", "/1/7/70/"),
                ("Xã Ân Hòa", "Z", "/17/"),
                ("Xã An Hòa", "z", "/1/8/"),
            ];
            db.Acts.Add(
                new Act
                {
                    At = DateTimeOffset.UnixEpoch,
                    Verb = "test",
                    SubjectKind = "test",
                    SubjectId = "order",
                }
            );
            foreach (var (name, code, path) in units)
                db.UnitVersions.Add(
                    new UnitVersion
                    {
                        Unit = new Unit { Code = code },
                        Path = path,
                        Name = name,
                        Kind = "hamlet",
                        From = CreateUnit.Always,
                        SortKey = NameText.SortKey(name),
                        Search = SearchText.Fold(name),
                    }
                );
            await db.SaveChangesAsync();
            return new(db, folder);
        }

        public async ValueTask DisposeAsync()
        {
            await db.Database.EnsureDeletedAsync();
            await db.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }
}
