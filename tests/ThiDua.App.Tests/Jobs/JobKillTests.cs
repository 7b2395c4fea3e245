using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Features.Plans;
using ThiDua.App.Features.Plans.Reading;
using ThiDua.App.Jobs;
using ThiDua.App.Tests.Packs;
using ThiDua.App.Tests.Plans;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Jobs;

/// <summary>The program itself, killed while it reads an upload and started again.</summary>
public sealed class JobKillTests
{
    [Theory, BothEngines]
    public async Task An_upload_whose_server_is_killed_is_read_once_by_the_next(Engine engine)
    {
        await using var system = await TestSystem.Start(engine, also: TestSystem.WithoutLoops);
        // Long enough to be read for some seconds, and nothing in it to be judged.
        const string Prose = "Nâng cao ý thức giữ gìn an ninh, trật tự của mỗi gia đình.";
        var plan = PlanSamples.Short.Replace(Prose, string.Join("\n\n", Enumerable.Repeat(Prose, 80_000)), StringComparison.Ordinal);
        var job = (await PlanSamples.Take(system, "dai.txt", PlanSamples.Bytes(plan))).Value!;

        using (var first = Serve(system))
        {
            await system.Until(job, j => j.State == JobState.Running, 60);
            first.Kill();
            await first.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        Assert.Equal((JobState.Running, 1), ((await system.Row(job)).State, (await system.Row(job)).Attempts));
        Assert.Equal(1, await system.Db(db => db.PlanDrafts.CountAsync()));

        using var second = Serve(system);
        try
        {
            var done = await system.Until(job, j => j.IsOver, 120);
            Assert.Equal((JobState.Done, 2), (done.State, done.Attempts));
            Assert.NotNull(JobContext.ResultOf<PlanRead>(done)!.Draft);
            Assert.Equal(2, await system.Db(db => db.PlanDrafts.CountAsync()));
            // Deleted right after the commit that ends the job.
            await system.Until(job, _ => Directory.GetFiles(Path.Combine(system.DataFolder, "incoming")).Length == 0);
            Assert.Equal(
                1,
                await system.Db(db => db.Acts.CountAsync(a => a.Verb == "plan-draft.import" && a.AccountId == system.World.OfficeHead.Id))
            );
        }
        finally
        {
            second.Kill(entireProcessTree: true);
            await second.WaitForExitAsync(CancellationToken.None);
        }
    }

    /// <summary>On the same database and data folder, with its own loops, in a process that can be killed.</summary>
    private static Process Serve(TestSystem system)
    {
        string[] database = system.Postgres is { } address ? ["--database", address] : [];
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (
            var argument in (string[])
                [
                    Path.Combine(AppContext.BaseDirectory, "thidua.dll"),
                    "serve",
                    "--data",
                    system.DataFolder,
                    "--urls",
                    "http://127.0.0.1:0",
                    "--packs",
                    Path.Combine(PackFolder.Repository, "packs"),
                    .. database,
                ]
        )
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        // What it says must not fill its pipes.
        _ = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
        return process;
    }
}
