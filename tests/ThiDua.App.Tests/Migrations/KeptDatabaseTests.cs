using System.Diagnostics;
using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using ThiDua.App.Data;
using ThiDua.App.Features.Registers;
using ThiDua.App.Features.Reporting;
using ThiDua.App.Tests.Packs;
using ThiDua.App.Tests.Reporting;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Migrations;

/// <summary>
/// Databases as released versions left them, one file an engine, are brought to this version with all that they hold. A
/// migration that was released is never changed: its database would not open.
/// </summary>
public sealed class KeptDatabaseTests
{
    private static readonly string Folder = Path.Combine(PackFolder.Repository, "tests", "ThiDua.App.Tests", "Migrations", "Kept");

    public static TheoryData<Engine, string> Kept
    {
        get
        {
            var all = new TheoryData<Engine, string>();
            foreach (var file in Directory.EnumerateFiles(Folder).Order(StringComparer.Ordinal))
                if (file.EndsWith(".db.gz", StringComparison.Ordinal))
                    all.Add(Engine.Sqlite, Path.GetFileName(file));
                else if (file.EndsWith(".sql.gz", StringComparison.Ordinal) && BothEnginesAttribute.Server is not null)
                    all.Add(Engine.Postgres, Path.GetFileName(file));
            return all;
        }
    }

    [Fact]
    public void Each_engine_has_one() =>
        Assert.Equal(2, Directory.EnumerateFiles(Folder).Select(f => Path.GetFileName(f).Split('.')[1]).Distinct().Count());

    [Theory, MemberData(nameof(Kept))]
    public async Task A_database_of_an_earlier_version_is_brought_to_this_one(Engine engine, string file)
    {
        await using var system = await TestSystem.Kept(engine, Path.Combine(Folder, file));
        Assert.Empty(await system.Db(db => db.Database.GetPendingMigrationsAsync()));
        Assert.False(await system.Db(db => Task.FromResult(db.Database.HasPendingModelChanges())));
        var verified = await system.As(null, s => s.GetRequiredService<ThiDua.App.Verify.VerifySystem>().Handle(CancellationToken.None));
        Assert.True(verified.Totals.Checked > 0);
        Assert.Equal(0, verified.Totals.Wrong);
        Assert.Equal("2024-05-03", (await system.Db(db => db.RegisterRows.SingleAsync())).Data["date"]);
        Assert.Equal(1, await system.Db(db => db.Reports.CountAsync()));
        var head = await system.Db(db => db.Accounts.SingleAsync(a => a.UserName == "ap1"));
        using var browser = await system.Browser(new TestAccount(head.Id, "ap1", head.FullName));
        await browser.Open("/registers/outreach");
        Assert.Contains("Phòng, chống lừa đảo qua mạng", browser.Text, StringComparison.Ordinal);
    }

    /// <summary>Writes the files of this version: for a release, by hand (<c>-explicit only</c>).</summary>
    [Theory(Explicit = true), BothEngines]
    public async Task Keep_the_databases_of_this_version(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        await system.SentApril();
        var row = new Dictionary<string, string>
        {
            ["date"] = "2024-05-03",
            ["topic"] = "Phòng, chống lừa đảo qua mạng",
            ["channel"] = "meeting",
            ["attendance"] = "40",
        };
        var saved = await system.As(
            system.World.HamletHeads[0],
            s =>
                s.GetRequiredService<SaveRow>()
                    .Handle(
                        new("outreach", system.World.Hamlets[0].PublicId, row, new Dictionary<string, string>()),
                        CancellationToken.None
                    )
        );
        Assert.True(saved.Ok);
        var name = Path.Combine(Folder, $"{TimeProvider.System.Today():yyyy-MM-dd}");
        var bytes = engine == Engine.Sqlite ? await Sqlite(system) : await Dump(system.Postgres!);
        await using var packed = new GZipStream(File.Create(name + (engine == Engine.Sqlite ? ".db.gz" : ".sql.gz")), CompressionLevel.SmallestSize);
        await packed.WriteAsync(bytes, TestContext.Current.CancellationToken);
    }

    private static async Task<byte[]> Sqlite(TestSystem system)
    {
        var copy = Path.Combine(system.DataFolder, "kept.db");
        await system.Db(db => db.Database.ExecuteSqlAsync($"VACUUM INTO {copy}"));
        return await File.ReadAllBytesAsync(copy);
    }

    private static async Task<byte[]> Dump(string connection)
    {
        var server = new NpgsqlConnectionStringBuilder(connection);
        var tool = Directory.EnumerateFiles("/usr/lib/postgresql", "pg_dump", SearchOption.AllDirectories).Order().Last();
        string[] options = ["--inserts", "--no-owner", "-h", server.Host!, "-U", server.Username!, server.Database!];
        using var dump = Process.Start(new ProcessStartInfo(tool, options) { RedirectStandardOutput = true })!;
        var lines = (await dump.StandardOutput.ReadToEndAsync()).Split('\n');
        // What begins with a backslash is for the server's own terminal.
        return System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines.Where(l => !l.StartsWith('\\'))));
    }
}
