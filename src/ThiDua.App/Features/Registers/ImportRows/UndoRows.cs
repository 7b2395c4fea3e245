using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Audit;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Forms;
using ThiDua.App.Imports;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Registers.ImportRows;

/// <summary>
/// Takes back the rows that a file brought, batch by batch: new ones are cancelled, changed ones hold again what they held. What
/// somebody changed, confirmed or cancelled since is their later word: then nothing is taken back, and each is named. Once it is
/// begun it is brought to its end: what is changed while it works stays, and is named.
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
    private const int MostInOneBatch = 5_000;

    private readonly Dictionary<int, FormNames> known = [];

    /// <param name="progress">Told how many rows are taken back, and of how many.</param>
    public async Task<ImportResult> Handle(Import import, RowErrors errors, Action<int, int> progress, CancellationToken cancellationToken)
    {
        if (registers.Find(import.Of ?? "") is not var (pack, register))
        {
            errors.Add(0, "", "import-stays", import.Of ?? "");
            return new(0, 0, 0, 0, errors.Found, false);
        }
        var work = new Undoing(import, pack, register);
        if (!await Begun(import, cancellationToken))
            foreach (var title in await Changed(work, cancellationToken))
                errors.Add(new RowError(import.FileName, 0, "", "row-changed", text["ChangedSince", title]));
        if (errors.Count > 0)
            return new(0, 0, 0, 0, errors.Found, false) { Import = import.PublicId };
        var (ids, done) = (await Left(work, cancellationToken), 0);
        for (var from = 0; from == 0 || from < ids.Count; from += MostInOneBatch)
        {
            int[] batch = [.. ids.Skip(from).Take(MostInOneBatch)];
            var last = from + batch.Length >= ids.Count;
            db.ChangeTracker.Clear();
            var outcome = await db.Apply(() => Write(work, batch, last, cancellationToken), cancellationToken, o => o.Ok);
            if (!outcome.Ok)
            {
                var said = outcome.Errors.FirstOrDefault()?.Message ?? text["NotMovable"];
                errors.Add(new RowError(import.FileName, 0, "", "row-changed", said));
                return new(done, 0, done, 0, errors.Found, false) { Import = import.PublicId };
            }
            done += batch.Length;
            progress(done, ids.Count);
            ImportMemory.GiveBack(ids.Count);
        }
        foreach (var title in await Stayed(import, cancellationToken))
            errors.Add(new RowError(import.FileName, 0, "", "row-changed", text["ChangedSince", title]));
        return new(done, 0, done, 0, errors.Found, true) { Import = import.PublicId };
    }

    private sealed record Undoing(Import Import, Pack Pack, RegisterDefinition Register)
    {
        public string Initial { get; } = Pack.Flow(Register.Flow)!.Initial;
    }

    /// <summary>A run that was cut off has taken back some of it.</summary>
    private Task<bool> Begun(Import import, CancellationToken cancellationToken) =>
        db.Acts.AnyAsync(a => a.SubjectKind == "import" && a.SubjectId == import.PublicId && a.Verb == UndoImport.Verb, cancellationToken);

    private IQueryable<RegisterRow> Brought(Import import) =>
        db.RegisterRows.AsNoTracking().Where(r => r.Versions.Any(v => v.ImportId == import.Id)).OrderBy(r => r.Id);

    private Task<List<string>> Changed(Undoing work, CancellationToken cancellationToken) =>
        Brought(work.Import)
            .Where(r => r.ImportId != work.Import.Id || r.Case.State != work.Initial)
            .Select(r => r.Case.Title)
            .Take(RowErrors.Most)
            .ToListAsync(cancellationToken);

    /// <summary>What is still as the file brought it; unit by unit, so that each unit's rows are counted once.</summary>
    private Task<List<int>> Left(Undoing work, CancellationToken cancellationToken) =>
        db
            .RegisterRows.Where(r => r.ImportId == work.Import.Id && r.Case.State == work.Initial)
            .OrderBy(r => r.UnitId)
            .ThenBy(r => r.Id)
            .Select(r => r.Id)
            .ToListAsync(cancellationToken);

    private Task<List<string>> Stayed(Import import, CancellationToken cancellationToken) =>
        Brought(import)
            .Where(r =>
                !db.CaseSteps.Any(s => s.CaseId == r.Id && s.Record!.Verb == UndoImport.Verb && s.Record.SubjectId == import.PublicId)
            )
            .Select(r => r.Case.Title)
            .Take(RowErrors.Most)
            .ToListAsync(cancellationToken);

    private async Task<Outcome> Write(Undoing work, int[] ids, bool last, CancellationToken cancellationToken)
    {
        var (import, reason) = (work.Import, text["UndoReason", work.Import.FileName].Value);
        await MoveMany.Hold(db, ids, cancellationToken);
        var rows = await db
            .RegisterRows.AsNoTracking()
            .Where(r => ids.Contains(r.Id) && r.ImportId == import.Id && r.Case.State == work.Initial)
            .Select(r => new
            {
                r.Case,
                r.Content,
                IsNew = r.Versions.All(v => v.ImportId == import.Id),
            })
            .ToListAsync(cancellationToken);
        var act = viewer.Record(UndoImport.Verb, "import", import.PublicId, import.UnitId, reason);
        var fresh = rows.Where(r => r.IsNew).ToList();
        var cases = fresh.ConvertAll(r => r.Case);
        var cancelled = await move.EndTogether(cases, RowCase.Cancel, reason, act, cancellationToken);
        if (!cancelled.Ok)
            return cancelled;
        await MoveMany.WriteStates(db, cases, cancellationToken);
        counts.Gather();
        var restored = await Restore(work, [.. rows.Where(r => !r.IsNew).Select(r => r.Case.Id)], act, cancellationToken);
        List<CountedPlace> places =
        [
            .. fresh.SelectMany(r => RegisterRules.Places(work.Register, r.Case.UnitId, RegisterRow.Parse(r.Content))),
            .. counts.Release(),
        ];
        if (!restored.Ok)
            return restored;
        await counts.Recount(work.Pack, work.Register, [.. places.Distinct()], act, cancellationToken);
        await MoveMany.WriteSteps(db, cases, act, cancellationToken);
        if (last)
            (await db.Imports.SingleAsync(i => i.Id == import.Id, cancellationToken)).UndoneById = act.Id;
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }

    private async Task<Outcome> Restore(Undoing work, int[] ids, Act act, CancellationToken cancellationToken)
    {
        if (ids.Length == 0)
            return Outcome.Done;
        var rows = await db
            .RegisterRows.Include(r => r.Case)
            .Include(r => r.Values)
            .Include(r => r.Versions)
            .Include(r => r.Households)
            .Include(r => r.Links)
            .AsSplitQuery()
            .Where(r => ids.Contains(r.Id))
            .ToListAsync(cancellationToken);
        var back = new List<(Case, object?)>();
        foreach (var row in rows)
            back.Add((row.Case, await Before(row, work.Register, cancellationToken)));
        return await move.Together(back, RowCase.Edit, null, act, cancellationToken);
    }

    private async Task<RowContent> Before(RegisterRow row, RegisterDefinition register, CancellationToken cancellationToken)
    {
        var version = row.Versions.OrderBy(v => v.Id).TakeWhile(v => v.ImportId != row.ImportId).Last();
        var entry = new FormEntry(RegisterRow.Parse(version.Content), [], []);
        if (!known.TryGetValue(row.UnitId, out var things))
            known[row.UnitId] = things = await names.Of(register.Form, row.UnitId, cancellationToken);
        return RowContent.Of(register, entry, RegisterRow.Parse(version.Comments), things, version.ImportId);
    }
}
