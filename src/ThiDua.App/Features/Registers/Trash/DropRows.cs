using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Files;
using ThiDua.App.Jobs;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Registers.Trash;

/// <summary>
/// Once a day: rows that were cancelled longer ago than they wait lose what they held: values, links, explanations, households, files and
/// drafts. That there was a row, when it was and who moved it stays, and so do its earlier versions (<see cref="RowVersion"/> is
/// append-only), which no page shows any more.
/// </summary>
public sealed class DropRows(AppDb db, FileStore store, Viewer viewer, TimeProvider clock) : IJobKind
{
    public const string Code = "row.drop";
    private const int MostAtOnce = 200;

    public async Task Run(JobContext job, CancellationToken cancellationToken)
    {
        while (await Drop(cancellationToken) == MostAtOnce)
            db.ChangeTracker.Clear();
        await job.End();
    }

    private async Task<int> Drop(CancellationToken cancellationToken)
    {
        var before = RowTrash.OverBefore(clock.Today());
        var rows = await db
            .RegisterRows.Include(r => r.Case)
            .Include(r => r.Values)
            .Include(r => r.Households)
            .Include(r => r.Links)
            .AsSplitQuery()
            .Where(r => r.Case.State == RowCase.Cancelled && r.Case.MovedAt < before && r.Content != RegisterRow.Dropped)
            .OrderBy(r => r.Id)
            .Take(MostAtOnce)
            .ToListAsync(cancellationToken);
        if (rows.Count == 0)
            return 0;
        var gone = await db.Apply(() => Drop(rows, cancellationToken), cancellationToken);
        foreach (var hash in gone)
            await store.Drop(hash, CancellationToken.None);
        return rows.Count;
    }

    private async Task<List<string>> Drop(List<RegisterRow> rows, CancellationToken cancellationToken)
    {
        var (ids, keys) = (rows.ConvertAll(r => r.Id), rows.ConvertAll(r => r.Case.PublicId));
        var act = viewer.Record(Code, "system", "register", null, detail: JsonSerializer.Serialize(new { rows = rows.Count }));
        foreach (var row in rows)
            row.Drop();
        db.RemoveRange(await db.Set<CaseDraft>().Where(d => ids.Contains(d.CaseId)).ToListAsync(cancellationToken));
        var files = await db
            .Attachments.Include(a => a.File)
            .Include(a => a.Thumbnail)
            .Where(a => a.OwnerKind == CaseFiles.Code && keys.Contains(a.OwnerKey) && a.RemovedAt == null)
            .ToListAsync(cancellationToken);
        List<string> gone = [.. files.SelectMany(f => AttachFiles.Clear(db, f, act))];
        await db.SaveChangesAsync(cancellationToken);
        return gone;
    }
}
