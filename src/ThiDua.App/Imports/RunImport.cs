using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Security;

namespace ThiDua.App.Imports;

/// <param name="Kind">Of the target.</param>
/// <param name="File">Name shown in errors.</param>
/// <param name="DryRun">Looks only.</param>
public sealed record RunImportInput(string Kind, string File, Stream Content, bool DryRun, string? Of = null);

/// <summary>A whole file at once, its columns told by their names: for the command line and for tests.</summary>
public sealed class RunImport(
    AppDb db,
    IEnumerable<IImportTarget> targets,
    ImportReader reader,
    ApplyBatches apply,
    Viewer viewer,
    TimeProvider clock
)
{
    public async Task<ImportResult> Handle(RunImportInput input, CancellationToken cancellationToken)
    {
        var target = targets.First(t => t.Kind == input.Kind);
        var import = new Import
        {
            Kind = input.Kind,
            Of = input.Of,
            FileName = input.File[..Math.Min(200, input.File.Length)],
            At = clock.GetUtcNow(),
            AccountId = viewer.AccountId,
        };
        var read = await reader.Read(
            target,
            import,
            input.Content,
            viewer.IsOperator,
            head => Task.FromResult<ColumnChoice?>(head.Choice),
            cancellationToken
        );
        if (read.Intake is not { } intake || read.Errors.Count > 0)
            return new(read.Intake?.Count ?? 0, 0, 0, 0, read.Errors.Found, false);
        return input.DryRun
            ? await Look(intake, read.Errors, cancellationToken)
            : await Write(target, import, intake, read.Errors, cancellationToken);
    }

    private static async Task<ImportResult> Look(IImportIntake intake, RowErrors errors, CancellationToken cancellationToken)
    {
        using var tally = new CheckTally();
        for (var batch = 0; batch < intake.Batches; batch++)
            foreach (var row in await intake.Weigh(batch, cancellationToken))
                tally.Add(row);
        var check = tally.Result(intake, errors);
        return check.Ok
            ? new(check.Rows, check.New, check.Changed, check.Same, [], false) { Pending = check.Pending }
            : new(check.Rows, 0, 0, 0, check.Errors, false);
    }

    private async Task<ImportResult> Write(
        IImportTarget target,
        Import import,
        IImportIntake intake,
        RowErrors errors,
        CancellationToken cancellationToken
    )
    {
        await apply.Handle(target, import, intake, errors, cancellationToken);
        if (errors.Count > 0)
            return new(intake.Count, 0, 0, 0, errors.Found, false);
        var done = await db.Imports.AsNoTracking().SingleAsync(i => i.PublicId == import.PublicId, cancellationToken);
        return new(done.Rows, done.New, done.Changed, done.Same, [], true) { Pending = done.Pending, Import = done.PublicId };
    }
}
