using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Architecture;

public sealed class DatabaseTests
{
    [Fact]
    public void SQLite_migrations_hold_the_whole_model()
    {
        using var db = new SqliteDb(
            (DbContextOptions<SqliteDb>)new DatabaseAddress(null, "model.db").Configure(new DbContextOptionsBuilder<SqliteDb>()).Options
        );
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void PostgreSQL_migrations_hold_the_whole_model()
    {
        using var db = new PostgresDb(
            (DbContextOptions<PostgresDb>)
                new DatabaseAddress("Host=localhost", null).Configure(new DbContextOptionsBuilder<PostgresDb>()).Options
        );
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task A_change_without_an_act_is_refused()
    {
        using var folder = new TemporaryFolder();
        using var db = Open(folder);
        db.Settings.Add(new Setting { Key = "x", Value = "y" });
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void SQLite_flushes_every_commit()
    {
        using var folder = new TemporaryFolder();
        using var db = Open(folder);
        Assert.Equal(2, db.Database.SqlQueryRaw<int>("SELECT synchronous AS \"Value\" FROM pragma_synchronous").Single());
        Assert.Equal("wal", db.Database.SqlQueryRaw<string>("SELECT journal_mode AS \"Value\" FROM pragma_journal_mode").Single());
    }

    private static SqliteDb Open(TemporaryFolder folder)
    {
        var address = DatabaseAddress.Of(folder.Path, null);
        var db = new SqliteDb((DbContextOptions<SqliteDb>)address.Configure(new DbContextOptionsBuilder<SqliteDb>()).Options);
        db.Database.Migrate();
        return db;
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("thidua-test").FullName;

        public void Dispose()
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(Path, recursive: true);
        }
    }

    /// <summary>A reader's connection goes back to the pool: what was prepared on its handle must not run on another one.</summary>
    [Fact]
    public async Task Only_the_writers_connection_keeps_its_statements()
    {
        const string sql = "SELECT 1";
        await using var system = await TestSystem.Start(Engine.Sqlite);
        var (read, written) = await system.Db(async db =>
        {
            await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
            var same = ReferenceEquals(db.Statement(sql), db.Statement(sql));
            await db.Database.CloseConnectionAsync();
            return (
                same,
                await db.Apply(
                    () => Task.FromResult(ReferenceEquals(db.Statement(sql), db.Statement(sql))),
                    TestContext.Current.CancellationToken
                )
            );
        });
        Assert.Equal((false, true), (read, written));
    }
}
