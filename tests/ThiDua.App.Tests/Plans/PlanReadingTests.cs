using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Data;
using ThiDua.App.Features.Plans;
using ThiDua.App.Features.Plans.Import;
using ThiDua.App.Features.Plans.Reading;
using ThiDua.App.Jobs;
using ThiDua.App.Tests.Jobs;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Plans;

/// <summary>An upload is read by a job: what its uploader sees meanwhile and afterwards, and what is left of it.</summary>
public sealed class PlanReadingTests
{
    [Theory, BothEngines]
    public async Task A_short_plan_goes_straight_to_its_review(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        using var browser = await system.Browser(system.World.OfficeHead);
        await browser.Open("/plans/new");
        await browser.Upload("form", "File", "ke-hoach.txt", PlanSamples.Bytes(PlanSamples.Short));
        // A busy machine may take longer than the page waits: then the page that waits leads on.
        var job = await system.Db(db => db.Jobs.AsNoTracking().SingleAsync(j => j.Kind == ReadPlan.Code));
        await system.Until(job, j => j.IsOver);
        await browser.Open(browser.Path);
        var draft = await system.Db(db => db.PlanDrafts.Include(d => d.Case).OrderByDescending(d => d.Id).FirstAsync());
        Assert.Equal($"/plans/{draft.PublicId}", browser.Path);
        var acts = await system.Db(db =>
            db.Acts.Where(a => a.Verb == "plan.upload" || a.Verb == "plan-draft.import").OrderByDescending(a => a.Id).Take(2).ToListAsync()
        );
        Assert.Equal(["plan-draft.import", "plan.upload"], acts.Select(a => a.Verb));
        Assert.All(acts, a => Assert.Equal(system.World.OfficeHead.Id, a.AccountId));
        Assert.Empty(Incoming(system));
    }

    [Theory, BothEngines]
    public async Task While_it_waits_the_page_and_the_list_say_so_and_the_page_goes_on_to_the_review(Engine engine)
    {
        await using var system = await TestSystem.Start(engine, also: TestSystem.WithoutLoops);
        using var browser = await system.Browser(system.World.OfficeHead);
        await browser.Open("/plans/new");
        await browser.Upload("form", "File", "ke-hoach.txt", PlanSamples.Bytes(PlanSamples.Short));
        Assert.StartsWith("/plans/reading/", browser.Path, StringComparison.Ordinal);
        Assert.Contains("đang chờ đến lượt đọc", browser.Text, StringComparison.Ordinal);
        Assert.Contains("""http-equiv="refresh" content="3" """.Trim(), browser.Page.Head!.InnerHtml, StringComparison.Ordinal);
        var address = browser.Path;
        await Set(system, s => s.SetProperty(j => j.State, JobState.Running).SetProperty(j => j.Step, 2).SetProperty(j => j.Steps, 9));
        await browser.Open(address);
        Assert.Contains("trang 2/9", browser.Text, StringComparison.Ordinal);
        await browser.Open("/plans");
        Assert.Contains("ke-hoach.txt", browser.Text, StringComparison.Ordinal);
        Assert.Contains("trang 2/9", browser.Text, StringComparison.Ordinal);

        using var stranger = await system.Browser(system.World.HamletHeads[0]);
        await stranger.Open(address);
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);

        await Set(system, s => s.SetProperty(j => j.State, JobState.Waiting));
        await ReadNow(system);
        await browser.Open(address);
        Assert.Equal(
            $"/plans/{await system.Db(db => db.PlanDrafts.OrderByDescending(d => d.Id).Select(d => d.Case.PublicId).FirstAsync())}",
            browser.Path
        );
    }

    [Theory, BothEngines]
    public async Task Whoever_left_finds_the_refusal_in_the_list_and_puts_it_aside(Engine engine)
    {
        await using var system = await TestSystem.Start(engine);
        var (job, _) = await PlanSamples.Upload(system, "trong.txt", []);
        Assert.Equal(JobState.Done, job!.State);
        Assert.Equal(
            1,
            await system.Db(db => db.Acts.CountAsync(a => a.Verb == "plan.refuse" && a.AccountId == system.World.OfficeHead.Id))
        );
        Assert.Empty(Incoming(system));
        using var browser = await system.Browser(system.World.OfficeHead);
        await browser.Open("/plans");
        await browser.Follow("trong.txt");
        Assert.Contains("Tệp “trong.txt” chưa nhập được", browser.Text, StringComparison.Ordinal);
        Assert.Contains("rỗng", browser.Text, StringComparison.Ordinal);
        await browser.Send("form", "Bỏ khỏi danh sách");
        Assert.Equal("/plans", browser.Path);
        Assert.DoesNotContain("trong.txt", browser.Text, StringComparison.Ordinal);
    }

    [Theory, BothEngines]
    public async Task A_dropped_upload_leaves_nothing_behind(Engine engine)
    {
        await using var system = await TestSystem.Start(engine, also: TestSystem.WithoutLoops);
        using var browser = await system.Browser(system.World.OfficeHead);
        await browser.Open("/plans/new");
        await browser.Upload("form", "File", "ke-hoach.txt", PlanSamples.Bytes(PlanSamples.Short));
        Assert.Single(Incoming(system));
        await browser.Send("form", "Bỏ, không đọc nữa");
        Assert.Equal("/plans", browser.Path);
        Assert.DoesNotContain("ke-hoach.txt", browser.Text, StringComparison.Ordinal);
        Assert.Empty(Incoming(system));
        Assert.Equal(1, await system.Db(db => db.Acts.CountAsync(a => a.Verb == "job.drop" && a.AccountId == system.World.OfficeHead.Id)));
    }

    [Theory, BothEngines]
    public async Task Who_lost_the_right_meanwhile_imports_nothing(Engine engine)
    {
        await using var system = await TestSystem.Start(engine, also: TestSystem.WithoutLoops);
        await PlanSamples.Take(system, "k.txt", PlanSamples.Bytes(PlanSamples.Short));
        await Set(system, s => s.SetProperty(j => j.AccountId, system.World.HamletHeads[0].Id));
        var job = await ReadNow(system);
        Assert.Equal((JobState.Done, "no-right"), (job.State, job.ErrorCode));
        Assert.Equal(1, await system.Db(db => db.PlanDrafts.CountAsync()));
        Assert.Empty(Incoming(system));
    }

    [Theory, BothEngines]
    public async Task The_sweep_takes_what_no_job_names_and_leaves_what_comes_in(Engine engine)
    {
        await using var system = await TestSystem.Start(engine, also: TestSystem.WithoutLoops);
        await PlanSamples.Take(system, "k.txt", PlanSamples.Bytes(PlanSamples.Short));
        var needed = Assert.Single(Incoming(system));
        var files = system.Services.GetRequiredService<IncomingFiles>();
        await File.WriteAllTextAsync(files.PathOf("left"), "x", TestContext.Current.CancellationToken);
        await using (var coming = files.Begin())
        {
            await coming.Take(new MemoryStream([1, 2, 3]), CancellationToken.None);
            await system.As(null, s => files.Sweep(s.GetRequiredService<AppDb>(), CancellationToken.None));
            Assert.Equal(new[] { needed, files.PathOf(coming.Name) }.Order(), Incoming(system).Order());
        }
        Assert.Equal([needed], Incoming(system));
    }

    private static async Task<Job> ReadNow(TestSystem system)
    {
        var job = await system.Db(db => db.Jobs.AsNoTracking().SingleAsync(j => j.Kind == ReadPlan.Code));
        using var node = ActivatorUtilities.CreateInstance<JobRunner>(system.Services);
        await node.StartAsync(CancellationToken.None);
        job = await system.Until(job, j => j.IsOver);
        await node.StopAsync(CancellationToken.None);
        return job;
    }

    private static Task Set(TestSystem system, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<Job>> to) =>
        system.Db(db => db.Apply(() => db.Jobs.ExecuteUpdateAsync(to), CancellationToken.None));

    private static string[] Incoming(TestSystem system) =>
        Directory.Exists(Path.Combine(system.DataFolder, "incoming"))
            ? Directory.GetFiles(Path.Combine(system.DataFolder, "incoming"))
            : [];
}
