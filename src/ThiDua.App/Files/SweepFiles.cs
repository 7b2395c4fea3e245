using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Jobs;
using ThiDua.App.Security;

namespace ThiDua.App.Files;

/// <summary>
/// Each day: content that no row names (an act was not saved, a process was killed), and files of drafts that nobody finished.
/// </summary>
public sealed class SweepFiles(AppDb db, FileStore store, Viewer viewer, TimeProvider clock) : IJobKind
{
    public const string Code = "files.sweep";
    public static readonly TimeSpan DraftsKept = TimeSpan.FromDays(30);

    private const int AtOnce = 500;

    public async Task Run(JobContext job, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - DraftsKept;
        var old = await db
            .Attachments.Include(a => a.File)
            .Include(a => a.Thumbnail)
            .Where(a => a.OwnerKind == DraftFiles.Code && a.RemovedAt == null && a.AddedAt < before)
            .OrderBy(a => a.Id)
            .Take(AtOnce)
            .ToListAsync(cancellationToken);
        foreach (var file in old)
            AttachFiles.Clear(db, file, viewer.Record("file.remove", "attachment", file.PublicId, null));
        await db.SaveChangesAsync(cancellationToken);
        var gone = 0;
        foreach (var some in Directory.EnumerateDirectories(store.Root).SelectMany(Directory.EnumerateFiles).Chunk(AtOnce))
            gone += await Sweep([.. some.Select(f => Path.GetFileName(f))], cancellationToken);
        await job.End(new { drafts = old.Count, files = gone });
    }

    private async Task<int> Sweep(IReadOnlyList<string> hashes, CancellationToken cancellationToken)
    {
        var named = await db.Files.Where(f => hashes.Contains(f.Hash)).Select(f => f.Hash).Distinct().ToListAsync(cancellationToken);
        var gone = 0;
        foreach (var hash in hashes.Except(named))
            gone += await store.Drop(hash, cancellationToken) ? 1 : 0;
        return gone;
    }
}
