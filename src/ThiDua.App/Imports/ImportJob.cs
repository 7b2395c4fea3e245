using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Jobs;
using ThiDua.App.Security;

namespace ThiDua.App.Imports;

/// <param name="Import">Public id.</param>
/// <param name="Language">Of its uploader: the words of its errors are kept with it.</param>
/// <param name="Apply">Else it is only looked at.</param>
public sealed record ImportWork(string Import, string Language, bool Apply);

/// <summary>Reads an upload and looks at its rows, or applies them; done by whoever uploaded it, with their rights of the moment.</summary>
public sealed class ImportJob(
    AppDb db,
    IEnumerable<IImportTarget> targets,
    ImportReader reader,
    ImportFiles files,
    ApplyBatches apply,
    Viewer viewer,
    IStringLocalizer<Text> text
) : IJobKind
{
    public const string Code = "import";

    public async Task Run(JobContext job, CancellationToken cancellationToken)
    {
        var work = job.Payload<ImportWork>();
        CultureInfo.CurrentUICulture = new(work.Language);
        var import = await db
            .Imports.AsNoTracking()
            .Include(i => i.Draft)
            .FirstOrDefaultAsync(i => i.PublicId == work.Import, cancellationToken);
        // It was given up, or a run that was cut off had done all of it.
        if (import?.Draft is null)
        {
            files.Delete(work.Import);
            return;
        }
        var target = targets.First(t => t.Kind == import.Kind);
        var columns = await target.Columns(import.Of, cancellationToken);
        if (columns.Count == 0 || !files.Has(import.PublicId))
        {
            var errors = new RowErrors(import.FileName, text);
            errors.Add(0, "", columns.Count == 0 ? "no-right" : "file-gone");
            await End(job, import, null, Failed(errors));
            return;
        }
        ImportRead read;
        await using (var content = files.Open(import.PublicId))
            read = await reader.Read(
                target,
                import,
                content,
                trusted: false,
                head => Choice(import, head, columns, cancellationToken),
                cancellationToken,
                rows => job.Report(rows, Math.Max(rows, import.Draft.ReadCheck()?.Rows ?? 0))
            );
        if (read.Refused)
            files.Delete(import.PublicId);
        await Go(job, work, target, import, read, cancellationToken);
    }

    public Task Dropped(Job job)
    {
        files.Delete(JobContext.PayloadOf<ImportWork>(job).Import);
        return Task.CompletedTask;
    }

    private async Task Go(
        JobContext job,
        ImportWork work,
        IImportTarget target,
        Import import,
        ImportRead read,
        CancellationToken cancellationToken
    )
    {
        var seen = import.Draft!.ReadCheck();
        // What a run that was cut off has written is no longer as it was looked at.
        var begun = work.Apply && import.Batches > 0;
        var check = begun ? seen : await Look(read, cancellationToken);
        if (work.Apply && read.Intake is { } intake && check is { Ok: true } && (begun || check.Seen == seen?.Seen))
        {
            await apply.Handle(target, import, intake, read.Errors, cancellationToken);
            if (read.Errors.Count == 0)
            {
                files.Delete(import.PublicId);
                return;
            }
            check = Failed(read.Errors);
        }
        await End(job, import, read.Head, work.Apply && check is not null ? check with { Stale = true } : check);
    }

    private static async Task<ImportCheck?> Look(ImportRead read, CancellationToken cancellationToken)
    {
        if (read.Intake is not { } intake)
            return read.Errors.Count > 0 ? Failed(read.Errors) : null;
        using var tally = new CheckTally();
        var weighed = 0;
        for (var batch = 0; batch < intake.Batches && read.Errors.Count == 0; batch++)
        {
            foreach (var row in await intake.Weigh(batch, cancellationToken))
            {
                tally.Add(row);
                ImportMemory.After(++weighed);
            }
        }
        return tally.Result(intake, read.Errors);
    }

    private async Task<ColumnChoice?> Choice(
        Import import,
        TableHead head,
        IReadOnlyList<ImportColumn> columns,
        CancellationToken cancellationToken
    )
    {
        if (import.Draft!.ReadChoice() is { } chosen)
            return chosen;
        var (unit, of, heads) = (import.UnitId ?? 0, import.Of ?? "", head.Hash());
        var known = await db
            .ImportColumns.AsNoTracking()
            .FirstOrDefaultAsync(c => c.UnitId == unit && c.Kind == import.Kind && c.Of == of && c.Heads == heads, cancellationToken);
        var proposed = ImportDraft.Read<ColumnChoice>(known?.Choice) ?? head.Choice;
        return proposed.Missing(columns).Any() ? null : proposed;
    }

    private async Task End(JobContext job, Import import, TableHead? head, ImportCheck? check)
    {
        db.ChangeTracker.Clear();
        await job.End(write: async () =>
        {
            if (await db.ImportDrafts.FirstOrDefaultAsync(d => d.ImportId == import.Id) is not { } draft)
                return;
            viewer.Record("import.check", "import", import.PublicId, import.UnitId);
            (draft.Head, draft.Check) = (head is null ? null : ImportDraft.Write(head), check is null ? null : ImportDraft.Write(check));
        });
    }

    private static ImportCheck Failed(RowErrors errors) => new() { ErrorCount = errors.Count, Errors = errors.Found };
}
