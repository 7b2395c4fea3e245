using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Audit;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Features.Registers;
using ThiDua.App.Files;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Tasks;

/// <param name="Task">Public id of the task's case.</param>
/// <param name="Row">Public id of the row's case.</param>
public sealed record LinkRowInput(string Task, string? Row);

/// <summary>Names a row of a register as evidence of a task, or takes the name away; as files are added, while it may be edited.</summary>
public sealed class LinkRow(
    AppDb db,
    TaskQueries tasks,
    RegisterQueries registers,
    Attachments attachments,
    Viewer viewer,
    TimeProvider clock,
    IStringLocalizer<Text> text
)
{
    public async Task<Outcome> Handle(LinkRowInput input, CancellationToken cancellationToken)
    {
        if (await Changeable(input.Task, cancellationToken) is not { } item)
            return Outcome.NotFound;
        var row = await registers
            .Rows()
            .Where(r => r.Case.PublicId == input.Row && r.Case.State != RowCase.Cancelled)
            .Select(r => (int?)r.Id)
            .FirstOrDefaultAsync(cancellationToken);
        if (row is not { } id)
            return Outcome.Refused("row", text["ChooseRow"]);
        if (await db.Set<TaskEvidence>().AnyAsync(e => e.ItemId == item.Id && e.RowId == id, cancellationToken))
            return Outcome.Done;
        db.Add(
            new TaskEvidence
            {
                ItemId = item.Id,
                RowId = id,
                At = clock.GetUtcNow(),
            }
        );
        viewer.Record("task.link", TaskCase.Kind, input.Task, item.Case.UnitId, detail: ActDetail.Of(("row", input.Row)));
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }

    public async Task<Outcome> Undo(LinkRowInput input, CancellationToken cancellationToken)
    {
        if (await Changeable(input.Task, cancellationToken) is not { } item)
            return Outcome.NotFound;
        var seen = registers.Rows().Where(r => r.Case.PublicId == input.Row).Select(r => r.Id);
        var link = await db.Set<TaskEvidence>().FirstOrDefaultAsync(e => e.ItemId == item.Id && seen.Contains(e.RowId), cancellationToken);
        if (link is null)
            return Outcome.NotFound;
        db.Remove(link);
        viewer.Record("task.unlink", TaskCase.Kind, input.Task, item.Case.UnitId, detail: ActDetail.Of(("row", input.Row)));
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }

    private async Task<TaskItem?> Changeable(string task, CancellationToken cancellationToken) =>
        await attachments.Rights(CaseFiles.Code, task, cancellationToken) is { View: true, Change: true }
            ? await tasks.Find(task, Permission.ViewProgress, cancellationToken)
            : null;
}
