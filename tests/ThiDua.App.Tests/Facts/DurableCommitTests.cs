using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Tests.Support;
using ThiDua.Measures;

namespace ThiDua.App.Tests.Facts;

/// <summary>
/// Sixteen who write at once share their flushes, and none hears "saved" before its own is flushed. tests/long/durable shows
/// the same from outside, with strace, and on PostgreSQL.
/// </summary>
public sealed class DurableCommitTests
{
    private const int Writers = 16;
    private static readonly string[] Indicators = ["outreach.sessions", "outreach.posts", "patrol.shifts"];

    [Fact]
    public async Task Writers_that_wait_share_a_commit()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        var path = (SqliteWritePath)system.Services.GetRequiredService<WritePath>();
        var (holding, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = Hold(system, holding, release.Task);
        await holding.Task;
        var before = path.Counts;
        // Each is in the queue when its call returns: the writer is still busy with the first.
        var writers = Enumerable.Range(0, Writers).Select(at => Write(system, at)).ToList();

        Assert.All(writers, w => Assert.False(w.IsCompleted));
        Assert.Equal(0, Stored(system));

        release.SetResult();
        await first;
        await Task.WhenAll(writers);
        var (commits, applied) = (path.Counts.Commits - before.Commits, path.Counts.Applied - before.Applied);
        Assert.True(applied >= Writers + 1);
        Assert.True(commits * 2 < Writers, $"{commits} commits for {Writers} write sets");
        Assert.Equal(Writers, Stored(system));
    }

    [Fact]
    public async Task What_is_acknowledged_is_committed()
    {
        await using var system = await TestSystem.Start(Engine.Sqlite);
        // Another connection sees what was committed and nothing else.
        var seen = await Task.WhenAll(
            Enumerable
                .Range(0, Writers)
                .Select(at =>
                    Task.Run(async () =>
                    {
                        await Write(system, at);
                        return Stored(system, at);
                    })
                )
        );

        Assert.All(seen, count => Assert.Equal(1, count));
    }

    [Theory, BothEngines]
    public async Task A_commit_is_flushed_before_it_returns(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        string[] settings = engine == Engine.Sqlite ? ["PRAGMA synchronous"] : ["SHOW synchronous_commit"];

        var read = await system.Db(db =>
            db.Apply(
                () =>
                    db.Rows(
                        settings[0],
                        r => Convert.ToString(r.GetValue(0), System.Globalization.CultureInfo.InvariantCulture),
                        CancellationToken.None
                    ),
                CancellationToken.None
            )
        );

        // 2 is FULL: the write-ahead log is flushed at each commit.
        Assert.Equal(engine == Engine.Sqlite ? "2" : "on", Assert.Single(read));
    }

    private static Task Hold(TestSystem system, TaskCompletionSource holding, Task release) =>
        system.As(
            null,
            s =>
                s.GetRequiredService<AppDb>()
                    .Apply(
                        async () =>
                        {
                            holding.SetResult();
                            await release;
                            return true;
                        },
                        CancellationToken.None
                    )
        );

    private static async Task Write(TestSystem system, int at)
    {
        var outcome = await system.Write(
            new(),
            new FactEntry(system.World.Hamlets[at % 6].Id, Indicators[at / 6], Period.Month(2024, 3), 1000 + at)
        );
        Assert.True(outcome.Ok);
    }

    private static long Stored(TestSystem system, int? at = null)
    {
        using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(system.DataFolder, "thidua.db")};Mode=ReadOnly;Pooling=false"
        );
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = at is { } one ? $"SELECT COUNT(*) FROM fact WHERE \"Value\" = {1000 + one}" : "SELECT COUNT(*) FROM fact";
        return (long)command.ExecuteScalar()!;
    }
}
