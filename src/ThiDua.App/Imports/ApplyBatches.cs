using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Security;

namespace ThiDua.App.Imports;

/// <summary>
/// Writes what was understood, batch by batch, so that nobody waits minutes for the writer. What finds its ground changed on the
/// way is taken back: all of it or nothing.
/// </summary>
public sealed class ApplyBatches(AppDb db, Viewer viewer, IStringLocalizer<Text> text)
{
    /// <param name="import">New, or one that was begun: then it goes on behind the batches that are done.</param>
    public async Task Handle(
        IImportTarget target,
        Import import,
        IImportIntake intake,
        RowErrors errors,
        CancellationToken cancellationToken
    )
    {
        for (var batch = import.Batches; batch < Math.Max(1, intake.Batches) && errors.Count == 0; batch++)
        {
            if (batch < intake.Batches)
                await intake.Prepare(batch, cancellationToken);
            db.ChangeTracker.Clear();
            var at = batch;
            await db.Apply(() => Write(target.Verb, import, intake, at, errors, cancellationToken), cancellationToken, done => done);
            ImportMemory.GiveBack(intake.Count);
        }
        if (errors.Count > 0 && await Begun(import, cancellationToken) is { } begun)
        {
            var late = new RowErrors(import.FileName, text);
            await target.Undo(begun, late, static (_, _) => { }, CancellationToken.None);
            foreach (var error in late.Found)
                errors.Add(error);
        }
    }

    private async Task<bool> Write(
        string verb,
        Import import,
        IImportIntake intake,
        int batch,
        RowErrors errors,
        CancellationToken cancellationToken
    )
    {
        var found = await db.Imports.Include(i => i.Draft).FirstOrDefaultAsync(i => i.PublicId == import.PublicId, cancellationToken);
        // Another run of the same work is ahead, a node that was thought to have ended: this one is tried again behind it.
        if (found is not null && (found.Batches != batch || found.UndoneById is not null))
            throw new InvalidOperationException($"Import {import.PublicId} is at batch {found.Batches}, not {batch}.");
        // Its facts name it, and so it has its id before the act is there.
        db.Explained = true;
        found ??= db.Imports.Add(import).Entity;
        found.Rows = intake.Count;
        await db.SaveChangesAsync(cancellationToken);
        var counts = new ImportCounts();
        if (batch < intake.Batches)
        {
            var act = viewer.Record(verb, "import", found.PublicId, found.UnitId, detail: $"{{\"rows\":{intake.Count}}}");
            act.ImportId = found.Id;
            counts = await intake.Write(batch, found, act, cancellationToken);
        }
        if (errors.Count > 0)
            return false;
        (found.New, found.Changed, found.Pending) = (
            found.New + counts.New,
            found.Changed + counts.Changed,
            found.Pending + counts.Pending
        );
        found.Batches = batch + 1;
        found.Complete = found.Batches >= intake.Batches;
        if (found is { Complete: true, Draft: { } draft })
            db.Remove(draft);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private async Task<Import?> Begun(Import import, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        return await db.Imports.AsNoTracking().FirstOrDefaultAsync(i => i.PublicId == import.PublicId && i.Batches > 0, cancellationToken);
    }
}
