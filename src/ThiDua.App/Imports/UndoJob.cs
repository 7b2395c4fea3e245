using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Jobs;
using ThiDua.App.Security;

namespace ThiDua.App.Imports;

/// <param name="Import">Public id.</param>
/// <param name="Language">Of whoever has it taken back: the words of what is in the way are kept.</param>
public sealed record UndoWork(string Import, string Language);

/// <summary>
/// Takes an import back, by whoever had brought it. A run that was cut off is taken up behind what it has taken back; what is in the
/// way is kept with the import until its reader tries again.
/// </summary>
public sealed class UndoJob(AppDb db, UndoImport undo, Viewer viewer) : IJobKind
{
    public const string Code = "import.undo";

    public async Task Run(JobContext job, CancellationToken cancellationToken)
    {
        var work = job.Payload<UndoWork>();
        CultureInfo.CurrentUICulture = new(work.Language);
        var import = await db.Imports.AsNoTracking().FirstOrDefaultAsync(i => i.PublicId == work.Import, cancellationToken);
        if (import is null)
            return;
        // A run that was cut off may have done all of it.
        var errors = import.UndoneById is null ? (await undo.Handle(work.Import, cancellationToken, job.Report)).Errors : [];
        db.ChangeTracker.Clear();
        await job.End(write: async () =>
        {
            if (await db.ImportDrafts.FirstOrDefaultAsync(d => d.ImportId == import.Id) is not { } draft)
                return;
            viewer.Record("import.withdrawn", "import", import.PublicId, import.UnitId);
            if (errors.Count == 0)
                db.Remove(draft);
            else
                draft.Check = ImportDraft.Write(new ImportCheck { ErrorCount = errors.Count, Errors = errors });
        });
    }
}
