using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Audit;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Registers.Many;

/// <param name="Count">How many rows are as they were.</param>
public sealed record TakenBackRows(int Count);

/// <summary>
/// Takes back, as a whole, what the viewer did with many rows at once within the last day: moved rows go back to where they came
/// from, copied ones are cancelled. What somebody did with one of them since is their later word: then nothing is taken back.
/// </summary>
public sealed class UndoRowAct(
    AppDb db,
    RegisterQueries registers,
    RegisterCounts counts,
    MoveCase move,
    Viewer viewer,
    TimeProvider clock,
    IStringLocalizer<Text> text
)
{
    public const string Verb = "row.take-back";

    /// <param name="record">Id of the act of the record.</param>
    public async Task<Outcome<TakenBackRows>> Handle(string register, long record, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow() - RecentRowActs.Kept;
        var act = await db.Acts.AsNoTracking().FirstOrDefaultAsync(a => a.Id == record, cancellationToken);
        if (
            registers.Find(register) is not var (pack, definition)
            || act is null
            || act.SubjectId != register
            || act.AccountId != viewer.AccountId
            || !RecentRowActs.Verbs.Contains(act.Verb)
        )
            return Outcome<TakenBackRows>.NotFound;
        if (act.At <= since)
            return Outcome<TakenBackRows>.Refused("", text["UndoTooLate"]);
        var steps = await db.CaseSteps.AsNoTracking().Where(s => s.RecordId == record).ToListAsync(cancellationToken);
        var ids = steps.ConvertAll(s => s.CaseId);
        var cases = await db.Cases.Where(c => ids.Contains(c.Id)).OrderBy(c => c.Id).ToListAsync(cancellationToken);
        var newest = await db
            .CaseSteps.Where(s => ids.Contains(s.CaseId))
            .GroupBy(s => s.CaseId)
            .Select(g => new { Case = g.Key, Id = g.Max(s => s.Id) })
            .ToDictionaryAsync(g => g.Case, g => g.Id, cancellationToken);
        var later = cases.Where(c => steps.All(s => s.CaseId != c.Id || newest[c.Id] != s.Id)).Select(c => c.Title).ToList();
        if (later.Count > 0)
            return new() { Errors = [.. later.Select(t => new FieldError("", text["ChangedAfterMany", t]))] };
        var fresh = steps.Where(s => s.From.Length == 0).Select(s => s.CaseId).ToHashSet();
        try
        {
            var outcome = await db.Apply(
                () => Write(pack, definition, act, cases, fresh, cancellationToken),
                cancellationToken,
                written => written.Ok
            );
            return outcome.Ok
                ? new TakenBackRows(cases.Count)
                : new Outcome<TakenBackRows> { Errors = outcome.Errors, Conflict = outcome.Conflict };
        }
        catch (DbUpdateException)
        {
            return Outcome<TakenBackRows>.Refused("", text["ManyChanged"]);
        }
    }

    private async Task<Outcome> Write(
        Pack pack,
        RegisterDefinition register,
        Act undone,
        List<Case> cases,
        HashSet<int> fresh,
        CancellationToken cancellationToken
    )
    {
        var detail = JsonSerializer.Serialize(new { rows = cases.Count });
        var record = viewer.Record(Verb, "register", register.Code, undone.UnitId, text["TakenBackReason"], detail);
        counts.Gather();
        var cancelled = await move.Together(
            [.. cases.Where(c => fresh.Contains(c.Id)).Select(c => (c, (object?)null))],
            RowCase.Cancel,
            record.Reason,
            record,
            cancellationToken
        );
        var back = cancelled.Ok ? await move.Back([.. cases.Where(c => !fresh.Contains(c.Id))], record, cancellationToken) : cancelled;
        var places = counts.Release();
        if (!back.Ok)
            return back;
        if (!(await counts.Recount(pack, register, places, record, cancellationToken)).Ok)
            return Outcome.Refused("", text["CountTooLarge"]);
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }
}
