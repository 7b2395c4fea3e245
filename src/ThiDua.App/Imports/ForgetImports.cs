using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Jobs;
using ThiDua.App.Security;

namespace ThiDua.App.Imports;

/// <summary>Once a day: what somebody uploaded and did not come back to is forgotten, the file first of all.</summary>
public sealed class ForgetImports(AppDb db, ImportFiles files, Viewer viewer, TimeProvider clock) : IJobKind
{
    public const string Code = "import.forget";

    public async Task Run(JobContext job, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - ImportFiles.Kept;
        var old = await db
            .Imports.Include(i => i.Draft)
            .Where(i =>
                i.Draft != null
                && i.At < before
                && (i.Draft.Job == null || (i.Draft.Job.State != JobState.Waiting && i.Draft.Job.State != JobState.Running))
            )
            .ToListAsync(cancellationToken);
        foreach (var import in old)
        {
            // What was begun and cut short stays, to be taken back by its id.
            if (import.Batches == 0)
                db.Remove(import);
            else
                db.Remove(import.Draft!);
        }
        if (old.Count > 0)
            viewer.Record("import.forget", "system", "import", null, detail: $"{{\"files\":{old.Count}}}");
        await job.End();
        foreach (var import in old)
            files.Delete(import.PublicId);
        await files.Sweep(db, cancellationToken);
    }
}
