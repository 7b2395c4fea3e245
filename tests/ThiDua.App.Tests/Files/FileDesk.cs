using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ThiDua.App.Cases;
using ThiDua.App.Features.Tasks;
using ThiDua.App.Files;
using ThiDua.App.Jobs;
using ThiDua.App.Shared;
using ThiDua.App.Tests.Support;

namespace ThiDua.App.Tests.Files;

/// <summary>A task of the commune police with files; photos are drawn when the test says so.</summary>
internal static class FileDesk
{
    public static Task<TestSystem> Begin(Engine engine) => TestSystem.Start(engine, also: TestSystem.WithoutLoops);

    /// <summary>Public id of the case of the task that the police lead.</summary>
    public static async Task<string> Task(this TestSystem system)
    {
        await system.As(null, s => s.GetRequiredService<BeginTasks>().Handle(CancellationToken.None));
        return await system.Db(db => db.TaskItems.Where(t => t.UnitId == system.World.Police.Id).Select(t => t.Case.PublicId).FirstAsync());
    }

    public static Task<Outcome> Attach(
        this TestSystem system,
        TestAccount who,
        string task,
        params (string Name, byte[] Content)[] files
    ) =>
        system.As(
            who,
            s =>
                s.GetRequiredService<AttachFiles>()
                    .Handle(
                        new(CaseFiles.Code, task, [.. files.Select(f => new NewFile(f.Name, new MemoryStream(f.Content)))]),
                        CancellationToken.None
                    )
        );

    public static Task<Outcome> Remove(this TestSystem system, TestAccount who, string attachment) =>
        system.As(who, s => s.GetRequiredService<AttachFiles>().Remove(attachment, CancellationToken.None));

    public static Task<List<Attachment>> Attachments(this TestSystem system) =>
        system.Db(db => db.Attachments.AsNoTracking().Include(a => a.File).Include(a => a.Thumbnail).OrderBy(a => a.Id).ToListAsync());

    /// <summary>Names of what lies in the store.</summary>
    public static IReadOnlyList<string> Kept(this TestSystem system) =>
        [
            .. new DirectoryInfo(Path.Combine(system.DataFolder, "files"))
                .CreateIfMissing()
                .EnumerateFiles("*", SearchOption.AllDirectories)
                .Select(f => f.Name)
                .Order(),
        ];

    private static DirectoryInfo CreateIfMissing(this DirectoryInfo folder)
    {
        folder.Create();
        return folder;
    }

    public static string PathOf(this TestSystem system, string hash) => Path.Combine(system.DataFolder, "files", hash[..2], hash);

    /// <summary>A node that draws photos, until what is asked of the job holds.</summary>
    public static async Task<Job> Draw(this TestSystem system, Func<Job, bool> so)
    {
        var services = system.Services;
        var node = new JobRunner(
            services.GetRequiredService<IServiceScopeFactory>(),
            services.GetRequiredService<JobBell>(),
            system.Clock,
            [new JobKindCode(PreparePhoto.Code), new JobKindCode(SweepFiles.Code)],
            NullLogger<JobRunner>.Instance
        );
        await node.StartAsync(CancellationToken.None);
        try
        {
            var job = await system.Db(db => db.Jobs.AsNoTracking().OrderByDescending(j => j.Id).FirstAsync());
            return await Jobs.JobWorld.Until(system, job, so);
        }
        finally
        {
            await node.StopAsync(CancellationToken.None);
        }
    }
}
