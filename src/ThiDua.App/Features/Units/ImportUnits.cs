using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Imports;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Units;

public sealed record ImportUnitsInput(string File, Stream Content, bool DryRun);

/// <summary>
/// Units from a CSV file: all rows or none. The whole file is checked first, then written in batches, so that nobody waits
/// long for the writer; a batch that finds the tree changed under it takes back what came before. A unit that is there
/// already stays as it is; an own page changes names and kinds.
/// </summary>
public sealed class ImportUnits(
    AppDb db,
    TreeTotals totals,
    UndoUnitImport undo,
    PackShelf packs,
    Viewer viewer,
    TimeProvider clock,
    IStringLocalizer<ThiDua.App.Imports.Text> text
)
{
    public const int Batch = 20_000;

    private Import? import;

    public async Task<ImportResult> Handle(ImportUnitsInput input, CancellationToken cancellationToken)
    {
        var errors = new RowErrors(input.File, text);
        if (errors.Open(input.Content, UnitFile.Code, UnitFile.Name, UnitFile.Kind, UnitFile.Parent) is not { } table)
            return new(0, 0, 0, 0, errors.Found, false);
        var file = new UnitFile(table, errors, [.. packs.UnitKinds]);
        var known = await Known(file.Codes, cancellationToken);
        var fresh = file.Read(known, path => viewer.IsOperator || (path is not null && viewer.Can(Permission.ManageUnits, path)));
        if (errors.Found.Count > 0)
            return new(table.Rows.Count, 0, 0, 0, errors.Found, false);
        if (!input.DryRun && !await Write(fresh, input.File, cancellationToken))
        {
            errors.Add(0, "", "tree-changed");
            return new(table.Rows.Count, 0, 0, 0, errors.Found, false);
        }
        return new(table.Rows.Count, fresh.Count, 0, table.Rows.Count - fresh.Count, [], !input.DryRun) { Import = import?.PublicId };
    }

    private async Task<Dictionary<string, KnownUnit>> Known(IReadOnlyList<string> codes, CancellationToken cancellationToken)
    {
        var units = await db
            .Units.AsNoTracking()
            .Where(u => codes.Contains(u.Code))
            .Select(u => new
            {
                u.Id,
                u.Code,
                u.HomeId,
            })
            .ToListAsync(cancellationToken);
        var ids = units.Select(u => u.Id).ToList();
        var versions = (await db.UnitVersions.AsNoTracking().Where(v => ids.Contains(v.UnitId)).ToListAsync(cancellationToken)).ToLookup(
            v => v.UnitId
        );
        return units.ToDictionary(
            u => u.Code,
            u =>
            {
                var last = versions[u.Id].MaxBy(v => v.From);
                return last is not { To: null }
                    ? new KnownUnit(u.Id, u.Code, last?.Kind, null, u.HomeId, default)
                    : new(u.Id, u.Code, last.Kind, last.Path, u.HomeId, versions[u.Id].Where(v => v.Path == last.Path).Min(v => v.From));
            },
            StringComparer.Ordinal
        );
    }

    private async Task<bool> Write(IReadOnlyList<UnitLine> fresh, string file, CancellationToken cancellationToken)
    {
        try
        {
            for (var at = 0; at < fresh.Count; at += Batch)
            {
                var batch = fresh.Skip(at).Take(Batch).ToList();
                if (
                    !await db.Apply(
                        () => Add(batch, fresh.Count, file, at + Batch >= fresh.Count, cancellationToken),
                        cancellationToken,
                        done => done
                    )
                )
                    return await TakeBack(at);
            }
            return true;
        }
        catch (Exception e) when (e is DbException or DbUpdateException)
        {
            // A code that was free when the file was read is taken now.
            db.ChangeTracker.Clear();
            return await TakeBack(1);
        }
    }

    private async Task<bool> TakeBack(int written)
    {
        if (written > 0 && import is not null && await db.Imports.AnyAsync(i => i.Id == import.Id))
            await undo.TakeBack(import.Id, "tree-changed", CancellationToken.None);
        import = null;
        return false;
    }

    private async Task<bool> Add(List<UnitLine> batch, int all, string file, bool last, CancellationToken cancellationToken)
    {
        await TreeRevision.Change(db, cancellationToken);
        if (!await ParentsStand(batch, cancellationToken))
            return false;
        // The act names the import, which has its id first.
        db.Explained = true;
        import ??= db
            .Imports.Add(
                new()
                {
                    Kind = "units",
                    FileName = file.Length > 400 ? file[..400] : file,
                    At = clock.GetUtcNow(),
                    AccountId = viewer.AccountId,
                    Rows = all,
                }
            )
            .Entity;
        import.Complete = last;
        await db.SaveChangesAsync(cancellationToken);
        viewer.Record("unit.import", "import", import.PublicId, batch[0].Known?.Id, detail: $"{{\"rows\":{batch.Count}}}").ImportId =
            import.Id;
        foreach (var parent in batch.Select(l => l.Known?.Id).OfType<int>().Distinct())
            await totals.BecomeParent(parent, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await Rows(batch, cancellationToken);
        return true;
    }

    /// <summary>Whether what was read of the parents still holds, of those that came with earlier batches too.</summary>
    private async Task<bool> ParentsStand(List<UnitLine> batch, CancellationToken cancellationToken)
    {
        var expected = batch
            .Where(l => l.ParentId is > 0)
            .Select(l => (Id: l.ParentId!.Value, Path: l.Above?.Path ?? l.Known!.Path!))
            .Distinct()
            .ToList();
        var ids = expected.Select(e => e.Id).ToList();
        var standing = await db
            .UnitVersions.AsNoTracking()
            .Where(v => ids.Contains(v.UnitId) && v.To == null)
            .ToDictionaryAsync(v => v.UnitId, v => v.Path, cancellationToken);
        return expected.All(e => standing.GetValueOrDefault(e.Id) == e.Path);
    }

    private async Task Rows(List<UnitLine> batch, CancellationToken cancellationToken)
    {
        var ids = await UnitTables.Ids(db, "unit", batch.Count, cancellationToken);
        var versions = await UnitTables.Ids(db, "unit_version", batch.Count, cancellationToken);
        var levels = packs.UnitKinds.ToDictionary(k => k.Code, k => k.Level);
        var counts = new Dictionary<(int Unit, string Kind, DateOnly From), long>();
        for (var at = 0; at < batch.Count; at++)
        {
            var line = batch[at];
            line.Id = ids[at];
            line.HomeId =
                line.ParentId is null || levels[line.Kind] == UnitLevel.Province ? line.Id : line.Above?.HomeId ?? line.Known!.HomeId;
            line.Path = $"{line.Above?.Path ?? line.Known?.Path ?? "/"}{line.Id.ToString(CultureInfo.InvariantCulture)}/";
            foreach (var id in UnitVersion.PathIds(line.Path))
                counts[(id, line.Kind, line.From)] = counts.GetValueOrDefault((id, line.Kind, line.From)) + 1;
        }
        await UnitTables.Units.WriteMixed(db, [.. batch.Select(l => l.Unit(levels[l.Kind], import!.Id))], cancellationToken);
        await UnitTables.Versions.WriteMixed(db, [.. batch.Select((l, at) => l.Version(versions[at]))], cancellationToken);
        await UnitTables.Counts.WriteMixed(
            db,
            [.. counts.Select(c => new object?[] { (long)c.Key.Unit, c.Key.Kind, RawSql.Day(c.Key.From), c.Value })],
            cancellationToken
        );
    }
}
