using System.Net;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Jobs;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Jobs;

/// <summary>The page of jobs: who sees it, what it says, and its two acts.</summary>
public sealed class JobPagesTests
{
    [Theory, BothEngines]
    public async Task A_failed_job_is_seen_with_its_reason_and_run_again(Engine engine)
    {
        await using var system = await JobWorld.Start(engine, new());
        var job = await Failed(system, JobTries.Left);
        using var browser = await system.Browser(system.World.Administrator);
        await browser.Open("/admin");
        await browser.Follow("Xem việc của máy chủ");
        Assert.Equal("/admin/jobs", browser.Path);
        Assert.Contains("Gặp lỗi", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Máy chủ dừng hoặc không trả lời", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Nguyễn Thị Lan · Xã Hòa Thuận Mẫu", browser.Text, StringComparison.Ordinal);
        await browser.Send("form.printed", "Chạy lại", ("id", job.PublicId));
        Assert.Equal("/admin/jobs", browser.Path);
        var row = await system.Row(job);
        Assert.Equal((JobState.Waiting, 0), (row.State, row.Attempts));
        Assert.Equal(
            system.World.Administrator.Id,
            await system.Db(db =>
                db.Acts.Where(a => a.Verb == "job.retry" && a.SubjectId == job.PublicId).Select(a => a.AccountId).SingleAsync()
            )
        );
        using var node = await system.Node();
        await system.Until(job, j => j.State == JobState.Done);
        await node.StopAsync(CancellationToken.None);
    }

    [Theory, BothEngines]
    public async Task A_job_is_dropped_once_and_the_second_who_tries_is_told(Engine engine)
    {
        await using var system = await JobWorld.Start(engine, new());
        var job = await Failed(system, nameof(IOException));
        using var browser = await system.Browser(system.World.Administrator);
        using var second = await system.Browser(system.World.Administrator);
        await browser.Open("/admin/jobs");
        await second.Open("/admin/jobs");
        await browser.Send("form.printed", "Bỏ", ("id", job.PublicId));
        Assert.Equal(JobState.Dropped, (await system.Row(job)).State);
        await second.Send("form.printed", "Bỏ", ("id", job.PublicId));
        Assert.Contains("vừa thay đổi", second.Text, StringComparison.Ordinal);
        Assert.Equal(1, await system.Db(db => db.Acts.CountAsync(a => a.Verb == "job.drop" && a.SubjectId == job.PublicId)));
        await browser.Open("/admin/jobs?state=Failed");
        Assert.Contains("Không có dòng nào khớp", browser.Text, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task Nobody_else_sees_jobs_and_an_administrator_only_those_of_the_own_units(Engine engine)
    {
        await using var system = await JobWorld.Start(engine, new());
        var job = await Failed(system, nameof(IOException));
        foreach (var who in new[] { system.World.OfficeHead, system.World.HamletHeads[0] })
        {
            using var other = await system.Browser(who);
            await other.Open("/admin/jobs");
            Assert.Equal(HttpStatusCode.NotFound, other.Status);
        }
        var hamlet = await system.As(
            null,
            s => TestWorld.Account(s, "quantri2", "Quản trị ấp", system.World.Hamlets[0], ThiDua.App.Security.Roles.Administrator)
        );
        using var below = await system.Browser(hamlet);
        await below.Open("/admin/jobs");
        Assert.Equal(HttpStatusCode.OK, below.Status);
        Assert.DoesNotContain(job.PublicId, below.Text, StringComparison.Ordinal);
        using var top = await system.Browser(system.World.Administrator);
        await top.Open("/admin/jobs");
        Assert.Contains(job.PublicId, top.Text, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task A_supervisor_is_told_how_the_system_stands(Engine engine)
    {
        await using var system = await JobWorld.Start(engine, new());
        await Failed(system, nameof(IOException));
        await system.Enqueue();
        using var client = system.Client();
        Assert.Equal("ok", await client.GetStringAsync("/healthz", TestContext.Current.CancellationToken));
        using var answer = System.Text.Json.JsonDocument.Parse(
            await client.GetStringAsync("/readyz", TestContext.Current.CancellationToken)
        );
        var told = answer.RootElement;
        var unsealed = await system.Db(db => db.Acts.CountAsync(a => !db.Seals.Any(s => s.ActId == a.Id)));
        Assert.Equal(["database", "pendingTotals", "unsealed", "jobs", "failedJobs"], told.EnumerateObject().Select(p => p.Name));
        Assert.Equal(
            ("ok", unsealed, 1, 1),
            (
                told.GetProperty("database").GetString(),
                told.GetProperty("unsealed").GetInt32(),
                told.GetProperty("jobs").GetInt32(),
                told.GetProperty("failedJobs").GetInt32()
            )
        );
        Assert.True(unsealed > 0);
    }

    [Theory, BothEngines]
    public async Task An_empty_system_answers_its_supervisor_too(Engine engine)
    {
        await using var system = await TestSystem.Empty(engine);
        using var client = system.Client();
        Assert.Equal("ok", await client.GetStringAsync("/healthz", TestContext.Current.CancellationToken));
        Assert.Contains(
            "\"database\":\"ok\"",
            await client.GetStringAsync("/readyz", TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    private static async Task<Job> Failed(TestSystem system, string code)
    {
        var job = await system.Enqueue();
        await system.Db(db =>
            db.Apply(
                () =>
                    db
                        .Jobs.Where(j => j.Id == job.Id)
                        .ExecuteUpdateAsync(s =>
                            s.SetProperty(j => j.State, JobState.Failed).SetProperty(j => j.Attempts, 5).SetProperty(j => j.ErrorCode, code)
                        ),
                CancellationToken.None
            )
        );
        return job;
    }
}
