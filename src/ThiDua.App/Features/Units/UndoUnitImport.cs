using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Plans;
using ThiDua.App.Features.Reporting;
using ThiDua.App.Imports;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Units;

/// <summary>
/// Takes the units of a file away again, as long as nothing stands on any of them. One that was cut short is taken up where it
/// ended.
/// </summary>
public sealed class UndoUnitImport(AppDb db, Viewer viewer, IStringLocalizer<Text> text)
{
    /// <param name="id">Public id of the import.</param>
    public async Task<Outcome> Handle(string id, string? reason, CancellationToken cancellationToken)
    {
        var import = await db
            .Imports.AsNoTracking()
            .FirstOrDefaultAsync(i => i.PublicId == id && i.Kind == "units" && i.UndoneById == null, cancellationToken);
        if (import is null || !await May(import, cancellationToken))
            return Outcome.NotFound;
        if (await Stands(import.Id, cancellationToken))
            return Outcome.Refused("", text["UndoStands"]);
        try
        {
            await TakeBack(import.Id, reason, cancellationToken);
            return Outcome.Done;
        }
        catch (DbException)
        {
            // The database keeps what else refers to a unit, whatever was looked for here.
            return Outcome.Refused("", text["UndoStands"]);
        }
    }

    /// <summary>The same as the other imports say it; null for one that brought no units.</summary>
    public async Task<ImportResult?> TakeBack(string id, CancellationToken cancellationToken)
    {
        var import = await db
            .Imports.AsNoTracking()
            .FirstOrDefaultAsync(i => i.PublicId == id && i.Kind == "units" && i.UndoneById == null, cancellationToken);
        if (import is null)
            return null;
        var units = await db.Units.CountAsync(u => u.ImportId == import.Id, cancellationToken);
        var outcome = await Handle(id, null, cancellationToken);
        RowError[] errors = [.. outcome.Errors.Select(e => new RowError(import.FileName, 0, "", "units-in-use", e.Message))];
        return outcome.Missing ? null : new(units, 0, outcome.Ok ? units : 0, 0, errors, outcome.Ok) { Import = id };
    }

    internal async Task TakeBack(int importId, string? reason, CancellationToken cancellationToken)
    {
        for (var left = true; left; )
            left = await db.Apply(
                async () =>
                {
                    await TreeRevision.Change(db, cancellationToken);
                    if (await Stands(importId, cancellationToken))
                        throw new UnitStands();
                    var import = await db.Imports.SingleAsync(i => i.Id == importId, cancellationToken);
                    db.Explained = true;
                    var act = viewer.Record("unit.import-undo", "import", import.PublicId, null, reason);
                    act.ImportId = importId;
                    await db.SaveChangesAsync(cancellationToken);
                    await Uncount(importId, cancellationToken);
                    await UnitTables.Remove(db, importId, ImportUnits.Batch, cancellationToken);
                    var more = await db.Units.AnyAsync(u => u.ImportId == importId, cancellationToken);
                    if (!more)
                        import.UndoneById = act.Id;
                    await db.SaveChangesAsync(cancellationToken);
                    return more;
                },
                cancellationToken
            );
    }

    private async Task Uncount(int importId, CancellationToken cancellationToken)
    {
        var leaving = await db
            .UnitVersions.AsNoTracking()
            .Where(v => v.Unit!.ImportId == importId)
            .OrderByDescending(v => v.UnitId)
            .Take(ImportUnits.Batch)
            .Select(v => new
            {
                v.Path,
                v.Kind,
                v.From,
                v.UnitId,
            })
            .ToListAsync(cancellationToken);
        var own = leaving.Select(l => l.UnitId).ToHashSet();
        var counts = leaving
            .SelectMany(l => UnitVersion.PathIds(l.Path).Where(id => !own.Contains(id)).Select(id => (id, l.Kind, l.From)))
            .CountBy(c => c);
        await UnitTables.Counts.WriteMixed(
            db,
            [.. counts.Select(c => new object?[] { (long)c.Key.id, c.Key.Kind, RawSql.Day(c.Key.From), -(long)c.Value })],
            cancellationToken
        );
    }

    private async Task<bool> May(Import import, CancellationToken cancellationToken)
    {
        if (viewer.IsOperator)
            return true;
        var tops = await db
            .UnitVersions.Where(v => v.Unit!.ImportId == import.Id && !db.Units.Any(p => p.Id == v.ParentId && p.ImportId == import.Id))
            .Select(v => v.Path)
            .Distinct()
            .ToListAsync(cancellationToken);
        return tops.Count > 0 && tops.All(path => viewer.Can(Permission.ManageUnits, path));
    }

    /// <summary>Whether anything was given, changed, granted or hung on one of the units.</summary>
    private async Task<bool> Stands(int importId, CancellationToken cancellationToken)
    {
        var units = db.Units.Where(u => u.ImportId == importId);
        var (reports, campaigns, drafts) = (db.Reports, db.Campaigns, db.PlanDrafts);
        return await units.AnyAsync(u => db.Figures.Any(f => f.HomeId == u.HomeId && f.UnitId == u.Id), cancellationToken)
            || await units.AnyAsync(
                u =>
                    reports.Any(r => r.UnitId == u.Id)
                    || db.Grants.Any(g => g.UnitId == u.Id)
                    || campaigns.Any(c => c.UnitId == u.Id)
                    || db.PendingValues.Any(p => p.UnitId == u.Id)
                    || drafts.Any(d => d.UnitId == u.Id),
                cancellationToken
            )
            || await units.AnyAsync(
                u => db.UnitSuccessions.Any(s => s.PredecessorId == u.Id || s.SuccessorId == u.Id) || u.Versions.Count > 1,
                cancellationToken
            )
            || await db.UnitVersions.AnyAsync(v => v.Unit!.ImportId != importId && units.Any(u => u.Id == v.ParentId), cancellationToken)
            || await db.UnitVersions.AnyAsync(v => v.Unit!.ImportId == null && units.Any(u => u.Id == v.ParentId), cancellationToken);
    }

    private sealed class UnitStands : DbException;
}
