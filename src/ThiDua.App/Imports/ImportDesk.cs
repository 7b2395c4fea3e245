using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Audit;
using ThiDua.App.Data;
using ThiDua.App.Jobs;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Imports;

/// <param name="Permission">Where it is held the import is seen from.</param>
/// <param name="FileName">As the browser sends it: of old ones with the whole path.</param>
public sealed record TakeFileInput(string Kind, string? Of, string Permission, string? FileName, Stream Content);

/// <summary>What a person does with a file, from its upload to its undoing; another's is none.</summary>
public sealed class ImportDesk(AppDb db, IEnumerable<IImportTarget> targets, ImportFiles files, Viewer viewer, TimeProvider clock)
{
    private const int LongestName = 200;

    public IImportTarget Target(string kind) => targets.First(t => t.Kind == kind);

    /// <summary>Mine, the newest first.</summary>
    public IQueryable<Import> Mine() =>
        db.Imports.AsNoTracking().Where(i => i.AccountId != null && i.AccountId == viewer.AccountId).OrderByDescending(i => i.Id);

    public Task<Import?> Find(string kind, string? of, string id, CancellationToken cancellationToken) =>
        Mine()
            .Include(i => i.Draft)
                .ThenInclude(d => d!.Job)
            .FirstOrDefaultAsync(i => i.PublicId == id && i.Kind == kind && i.Of == of, cancellationToken);

    /// <summary>Keeps the file for its uploader and has it read.</summary>
    /// <returns>Null when it is larger than a file may be.</returns>
    public async Task<Import?> Take(TakeFileInput input, CancellationToken cancellationToken)
    {
        var import = new Import
        {
            Kind = input.Kind,
            Of = input.Of,
            FileName = NameOf(input.FileName),
            At = clock.GetUtcNow(),
            AccountId = viewer.AccountId,
            UnitId = UnitPath(viewer.Scopes(input.Permission)),
            Draft = new ImportDraft(),
        };
        if (!await files.Take(import.PublicId, input.Content, cancellationToken))
            return null;
        db.Imports.Add(import);
        await Work(import, import.Draft, viewer.Record("import.upload", "import", import.PublicId, import.UnitId), false);
        return import;
    }

    /// <summary>Looks again with other columns, which are kept for the unit's next file with the same heads.</summary>
    public async Task Choose(Import import, ColumnChoice choice, CancellationToken cancellationToken)
    {
        var draft = await db.ImportDrafts.SingleAsync(d => d.ImportId == import.Id, cancellationToken);
        (draft.Choice, draft.Check) = (ImportDraft.Write(choice), null);
        if (draft.ReadHead()?.Hash() is { } heads && import.UnitId is { } unit)
        {
            var known = await db.ImportColumns.FindAsync([unit, import.Kind, import.Of ?? "", heads], cancellationToken);
            if (known is null)
                db.Add(
                    known = new ImportColumns
                    {
                        UnitId = unit,
                        Kind = import.Kind,
                        Of = import.Of ?? "",
                        Heads = heads,
                        Choice = "",
                    }
                );
            (known.Choice, known.At) = (draft.Choice, clock.GetUtcNow());
        }
        await Work(import, draft, viewer.Record("import.columns", "import", import.PublicId, import.UnitId), false);
    }

    /// <summary>Has it applied, as it was looked at.</summary>
    public async Task Accept(Import import, CancellationToken cancellationToken)
    {
        var draft = await db.ImportDrafts.SingleAsync(d => d.ImportId == import.Id, cancellationToken);
        // Pressed twice it is applied once.
        var key = $"{ImportJob.Code}:{import.PublicId}:{draft.ReadCheck()?.Seen}";
        await Work(import, draft, viewer.Record("import.accept", "import", import.PublicId, import.UnitId), true, key);
    }

    /// <summary>Has what it brought taken back; pressed while that is done it changes nothing.</summary>
    public Task Undo(Import import, CancellationToken cancellationToken) =>
        db.Apply(
            async () =>
            {
                var draft = await db.ImportDrafts.Include(d => d.Job).FirstOrDefaultAsync(d => d.ImportId == import.Id, cancellationToken);
                if (import.UndoneById is not null || draft?.Job is { IsOver: false })
                    return true;
                draft ??= db.Add(new ImportDraft { ImportId = import.Id }).Entity;
                draft.Check = null;
                var act = viewer.Record("import.withdraw", "import", import.PublicId, import.UnitId);
                draft.Job = await db.Enqueue(
                    UndoJob.Code,
                    new UndoWork(import.PublicId, CultureInfo.CurrentUICulture.Name),
                    act,
                    cancellationToken
                );
                await db.SaveChangesAsync(cancellationToken);
                return true;
            },
            cancellationToken
        );

    /// <summary>Gives it up; nothing is left of the file.</summary>
    public async Task Drop(Import import, CancellationToken cancellationToken)
    {
        viewer.Record("import.drop", "import", import.PublicId, import.UnitId);
        // What was begun and is cut short stays, to be taken back by its id.
        if (import.Batches == 0)
            db.Remove(await db.Imports.SingleAsync(i => i.Id == import.Id, cancellationToken));
        else
            db.RemoveRange(db.ImportDrafts.Where(d => d.ImportId == import.Id));
        await db.SaveChangesAsync(cancellationToken);
        files.Delete(import.PublicId);
    }

    private Task Work(Import import, ImportDraft draft, Act act, bool apply, string? key = null) =>
        db.Apply(
            async () =>
            {
                var work = new ImportWork(import.PublicId, CultureInfo.CurrentUICulture.Name, apply);
                draft.Job = await db.Enqueue(ImportJob.Code, work, act, CancellationToken.None, key);
                await db.SaveChangesAsync(CancellationToken.None);
                return true;
            },
            CancellationToken.None
        );

    private static string NameOf(string? typed) =>
        NameText.Clean(typed).Split('/', '\\')[^1] is { Length: > 0 } last ? last[^Math.Min(last.Length, LongestName)..] : "?";

    /// <summary>The highest unit at which the right is held.</summary>
    private static int? UnitPath(IReadOnlyList<string> paths) =>
        paths.MinBy(p => p.Length) is { } path ? Tree.UnitVersion.PathIds(path).Last() : null;
}
