using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Audit;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Forms;
using ThiDua.App.Imports;
using ThiDua.App.Packs;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Registers.ImportRows;

/// <summary>
/// Takes back the rows that a file brought: new ones are cancelled, changed ones hold again what they held. What somebody changed,
/// confirmed or cancelled since is their later word: then nothing is taken back, and each is named.
/// </summary>
public sealed class UndoRows(
    AppDb db,
    RegisterQueries registers,
    RegisterCounts counts,
    MoveCase move,
    FormNameSources names,
    Viewer viewer,
    IStringLocalizer<Text> text
)
{
    public async Task<ImportResult> Handle(Import import, RowErrors errors, CancellationToken cancellationToken)
    {
        if (registers.Find(import.Of ?? "") is not var (pack, register))
        {
            errors.Add(0, "", "import-stays", import.Of ?? "");
            return new(0, 0, 0, 0, errors.Found, false);
        }
        var count = await db.Apply(
            () => Write(import, pack, register, errors, cancellationToken),
            cancellationToken,
            _ => errors.Count == 0
        );
        return new(count, 0, errors.Count == 0 ? count : 0, 0, errors.Found, errors.Count == 0) { Import = import.PublicId };
    }

    private async Task<int> Write(
        Import import,
        Pack pack,
        RegisterDefinition register,
        RowErrors errors,
        CancellationToken cancellationToken
    )
    {
        var rows = await db
            .RegisterRows.Include(r => r.Case)
            .Include(r => r.Values)
            .Include(r => r.Versions)
            .AsSplitQuery()
            .Where(r => r.Versions.Any(v => v.ImportId == import.Id))
            .OrderBy(r => r.Id)
            .ToListAsync(cancellationToken);
        var initial = pack.Flow(register.Flow)!.Initial;
        foreach (var row in rows.Where(r => Newest(r).ImportId != import.Id || r.Case.State != initial))
            errors.Add(new RowError(import.FileName, 0, "", "row-changed", text["ChangedSince", row.Case.Title]));
        if (errors.Count > 0)
            return 0;
        var act = viewer.Record(UndoImport.Verb, "import", import.PublicId, import.UnitId);
        counts.Gather();
        var fresh = rows.Where(r => r.Versions.All(v => v.ImportId == import.Id)).ToList();
        var cancelled = await move.Together(
            [.. fresh.Select(r => (r.Case, (object?)null))],
            RowCase.Cancel,
            text["UndoReason", import.FileName],
            act,
            cancellationToken
        );
        var back = new List<(Case, object?)>();
        foreach (var row in rows.Except(fresh))
            back.Add((row.Case, await Before(row, register, cancellationToken)));
        var restored = await move.Together(back, RowCase.Edit, null, act, cancellationToken);
        var places = counts.Release();
        foreach (var refused in new[] { cancelled, restored }.Where(o => !o.Ok))
            errors.Add(new RowError(import.FileName, 0, "", "row-changed", refused.Errors.FirstOrDefault()?.Message ?? text["NotMovable"]));
        if (errors.Count > 0)
            return 0;
        await counts.Recount(pack, register, places, act, cancellationToken);
        (await db.Imports.SingleAsync(i => i.Id == import.Id, cancellationToken)).UndoneById = act.Id;
        await db.SaveChangesAsync(cancellationToken);
        return rows.Count;
    }

    private static RowVersion Newest(RegisterRow row) => row.Versions.MaxBy(v => v.Id)!;

    private async Task<RowContent> Before(RegisterRow row, RegisterDefinition register, CancellationToken cancellationToken)
    {
        var version = row.Versions.OrderBy(v => v.Id).TakeWhile(v => v.ImportId != row.ImportId).Last();
        var entry = new FormEntry(RegisterRow.Parse(version.Content), [], []);
        var known = await names.Of(register.Form, row.UnitId, cancellationToken);
        return RowContent.Of(register, entry, RegisterRow.Parse(version.Comments), known, version.ImportId);
    }
}
