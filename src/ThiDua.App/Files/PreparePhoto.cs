using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Jobs;
using ThiDua.App.Security;

namespace ThiDua.App.Files;

/// <param name="Attachment">Public id.</param>
public sealed record PhotoJob(string Attachment);

/// <summary>
/// Draws a photo anew, upright, small enough for a screen and without what a camera writes into it (where and when it was taken, by
/// which device); the original goes. Until then nobody is given it.
/// </summary>
public sealed class PreparePhoto(AppDb db, FileStore store, PhotoProcess photos, Viewer viewer) : IJobKind
{
    public const string Code = "photo.prepare";

    public async Task Run(JobContext job, CancellationToken cancellationToken)
    {
        var id = job.Payload<PhotoJob>().Attachment;
        var photo = await db
            .Attachments.Include(a => a.File)
            .FirstOrDefaultAsync(a => a.PublicId == id && a.RemovedAt == null && a.Stage == AttachmentStage.Processing, cancellationToken);
        if (photo is null)
        {
            await job.End();
            return;
        }
        var original = photo.File!;
        var drawn = await photos.Draw(store.PathOf(original.Hash), cancellationToken);
        viewer.Record(drawn is null ? "file.unreadable" : "file.ready", "attachment", id, job.Job.UnitId);
        (photo.File, photo.FileId) = (null, null);
        if (drawn is null)
            photo.Stage = AttachmentStage.Unreadable;
        else
            await Keep(photo, drawn, original.Name, cancellationToken);
        db.Remove(original);
        // Removed while it was drawn, its original is gone: nothing of this is saved, and the next try finds nothing to do.
        await job.End(refusal: drawn is null ? "unreadable" : null);
        await store.Drop(original.Hash, CancellationToken.None);
    }

    private async Task Keep(Attachment photo, DrawnPhoto drawn, string name, CancellationToken cancellationToken)
    {
        var upright = FileFormat.Jpeg.NameFor(Path.GetFileNameWithoutExtension(name));
        photo.File = await store.Keep(new MemoryStream(drawn.Photo), upright, cancellationToken);
        photo.Thumbnail = await store.Keep(new MemoryStream(drawn.Thumbnail), upright, cancellationToken);
        (photo.Format, photo.Stage) = (FileFormat.Jpeg.Code, AttachmentStage.Ready);
    }
}
