using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ThiDua.App.Tests.Support;

/// <summary>One database of one test system: a file in its data folder, or a database of its own on the server.</summary>
internal sealed class TestDatabase
{
    private readonly string? name;

    private TestDatabase(Engine engine, string folder, string? name)
    {
        (Engine, Folder, this.name) = (engine, folder, name);
        Directory.CreateDirectory(folder);
    }

    public Engine Engine { get; }
    public string Folder { get; }
    public string? Postgres =>
        name is null
            ? null
            : new NpgsqlConnectionStringBuilder(BothEnginesAttribute.Server!) { Database = name, MaxPoolSize = 20 }.ConnectionString;
    private string File => Path.Combine(Folder, "thidua.db");

    public static async Task<TestDatabase> Create(Engine engine, TestDatabase? template = null)
    {
        var id = Guid.NewGuid().ToString("N")[..16];
        var database = new TestDatabase(
            engine,
            Path.Combine(Path.GetTempPath(), "thidua-test-" + id),
            engine == Engine.Postgres ? "t_" + id : null
        );
        if (engine == Engine.Postgres)
            await OnServer($"CREATE DATABASE {database.name} TEMPLATE {template?.name ?? "template0"}");
        else if (template is not null)
            System.IO.File.Copy(template.File, database.File);
        return database;
    }

    /// <summary>A database as an earlier version left it.</summary>
    /// <param name="kept">A file of <c>Migrations/Kept</c>: the SQLite file, or the server's own dump, compressed.</param>
    public static async Task<TestDatabase> Restore(Engine engine, string kept)
    {
        var database = await Create(engine);
        await using var packed = new GZipStream(System.IO.File.OpenRead(kept), CompressionMode.Decompress);
        if (engine == Engine.Sqlite)
        {
            await using var file = System.IO.File.Create(database.File);
            await packed.CopyToAsync(file);
            return database;
        }
        using var reader = new StreamReader(packed);
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(database.Postgres) { Pooling = false }.ConnectionString
        );
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(await reader.ReadToEndAsync(), connection);
        await command.ExecuteNonQueryAsync();
        return database;
    }

    /// <summary>Closes every connection, so that the file is whole and the server may copy or drop the database.</summary>
    public void Close()
    {
        if (name is null)
        {
            // The application's connections share one connection string; its pool keeps the file open otherwise.
            SqliteConnection.ClearAllPools();
            return;
        }
        using var connection = new NpgsqlConnection(Postgres);
        NpgsqlConnection.ClearPool(connection);
    }

    public async ValueTask Drop()
    {
        Close();
        if (name is not null)
            await OnServer($"DROP DATABASE {name} WITH (FORCE)");
        Directory.Delete(Folder, recursive: true);
    }

    private static async Task OnServer(string sql)
    {
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(BothEnginesAttribute.Server!) { Pooling = false }.ConnectionString
        );
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
