using ThiDua.App.Data;
using ThiDua.App.Features.Plans.Import;
using ThiDua.App.Jobs;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tree;
using ThiDua.Plans.Source;

namespace ThiDua.App.Features.Plans.Reading;

/// <summary>What came of reading an upload.</summary>
/// <param name="Draft">Public id of the draft.</param>
public sealed record PlanRead(string? Draft, PlanRefusal? Refused);

/// <summary>Reads an upload in a child process and keeps it as a draft. What cannot be read leaves nothing behind but the answer.</summary>
public sealed class ReadPlan(
    AppDb db,
    Viewer viewer,
    IncomingFiles incoming,
    PlanReaderProcess reader,
    PackShelf packs,
    ImportPlan import,
    TimeProvider clock
) : IJobKind
{
    public const string Code = "plan.read";

    public async Task Run(JobContext job, CancellationToken cancellationToken)
    {
        var upload = job.Payload<Upload>();
        var owner = await UnitQueries.Find(db, job.Job.UnitId!.Value, clock.Today(), cancellationToken);
        if (owner is null || !viewer.Can(Permission.ImportPlan, owner.Path))
            await Refuse(job, upload, NoRight);
        else if (!File.Exists(incoming.PathOf(upload.File)))
            await Refuse(job, upload, Gone);
        else
            await Read(job, upload, owner, cancellationToken);
    }

    public Task Dropped(Job job)
    {
        incoming.Delete(JobContext.PayloadOf<Upload>(job).File);
        return Task.CompletedTask;
    }

    private async Task Read(JobContext job, Upload upload, UnitRow owner, CancellationToken cancellationToken)
    {
        var bundle = await reader.Read(incoming.PathOf(upload.File), upload.Name, packs.Folder, cancellationToken, new Pages(job));
        if (bundle.Refused is { } refused)
        {
            await Refuse(job, upload, refused);
            return;
        }
        await using (var content = File.OpenRead(incoming.PathOf(upload.File)))
        {
            var draft = await import.Add(bundle, content, upload.Name, owner, cancellationToken);
            await job.End(new PlanRead(draft.PublicId, null));
        }
        incoming.Delete(upload.File);
    }

    private async Task Refuse(JobContext job, Upload upload, PlanRefusal why)
    {
        viewer.Record("plan.refuse", "job", job.Job.PublicId, job.Job.UnitId, detail: $"{{\"code\":\"{why.Code}\"}}");
        await job.End(new PlanRead(null, why), why.Code);
        incoming.Delete(upload.File);
    }

    private static PlanRefusal NoRight =>
        new(
            "no-right",
            "người tải lên không còn quyền nhập kế hoạch của đơn vị này.",
            "whoever uploaded it may not import plans of this unit any more."
        );

    private static PlanRefusal Gone =>
        new(
            "file-gone",
            "tệp đã tải lên không còn trên máy chủ; hãy tải lên lại.",
            "the uploaded file is not on the server any more; upload it again."
        );

    // Written at once: Progress<T> would post it, and a late page would stand above a later one.
    private sealed class Pages(JobContext job) : IProgress<ReadProgress>
    {
        public void Report(ReadProgress value) => job.Report(value.Page, value.Pages);
    }
}
