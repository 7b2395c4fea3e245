using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Deadlines;
using ThiDua.App.Flow;
using ThiDua.App.Notices;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Cases;

/// <param name="Case">Public id.</param>
/// <param name="Act">Code of an act of its flow.</param>
/// <param name="Version">The version that was on the screen; null when it does not matter.</param>
/// <param name="Content">What the act brings with it; see <see cref="CaseMove"/>.</param>
public sealed record MoveInput(string Case, string Act, string? Reason = null, int? Version = null, object? Content = null);

/// <summary>What came of one case of many.</summary>
public sealed record MovedOne(string Case, string Title, Outcome Outcome);

/// <summary>
/// The only writer of a state: rights, version, "not by the one who …", reason, clock, then what the kind makes of it, all
/// in one transaction.
/// </summary>
public sealed partial class MoveCase(
    AppDb db,
    CaseKinds kinds,
    PackShelf packs,
    Viewer viewer,
    Once once,
    TimeProvider clock,
    IStringLocalizer<Text> text
)
{
    public const int MostReason = 2000,
        MostAtOnce = 200;

    /// <summary>The step by which somebody takes back what they did themselves; no act of a flow.</summary>
    public const string TakenBack = "take-back";

    public async Task<Outcome> Handle(MoveInput input, CancellationToken cancellationToken)
    {
        var found = await db.Cases.FirstOrDefaultAsync(c => c.PublicId == input.Case, cancellationToken);
        return found is null ? Outcome.NotFound : await Handle(found, input, cancellationToken);
    }

    /// <summary>Each by itself: what cannot be moved is named and stays, the others move.</summary>
    public async Task<IReadOnlyList<MovedOne>> Batch(
        IReadOnlyList<string> cases,
        string act,
        string? reason,
        CancellationToken cancellationToken
    )
    {
        var moved = new List<MovedOne>();
        foreach (var id in cases.Distinct().Take(MostAtOnce))
        {
            db.ChangeTracker.Clear();
            var title = await db.Cases.Where(c => c.PublicId == id).Select(c => c.Title).FirstOrDefaultAsync(cancellationToken);
            moved.Add(new(id, title ?? "", await Handle(new MoveInput(id, act, reason), cancellationToken)));
        }
        return moved;
    }

    /// <summary>The same for a case that the caller has read, or has just begun and not saved.</summary>
    internal async Task<Outcome> Handle(Case found, MoveInput input, CancellationToken cancellationToken)
    {
        var (kind, pack) = (kinds[found.Kind], packs[found.Pack]);
        var flow = pack.Flow(found.Flow)!;
        if (await Refusal(found, kind, flow, input, cancellationToken) is { } refused)
            return refused;
        var move = await CaseQueries.Leads(db, new CaseMove(found, flow, flow.Act(input.Act)!, input.Content), cancellationToken);
        if (await kind.Check(move, cancellationToken) is { Ok: false } unfit)
            return unfit;
        try
        {
            return await db.Apply(() => Write(move, kind, pack, input.Reason, cancellationToken), cancellationToken, outcome => outcome.Ok);
        }
        catch (DbUpdateException)
        {
            // Another window was there first.
            return Changed();
        }
    }

    private async Task<Outcome?> Refusal(
        Case found,
        ICaseKind kind,
        FlowDefinition flow,
        MoveInput input,
        CancellationToken cancellationToken
    )
    {
        if (input.Reason?.Length > MostReason)
            return Outcome.Refused("reason", text["TooLong", MostReason]);
        if (flow.Act(input.Act) is not { } act)
            return Outcome.NotFound;
        if (found.Shelved)
            return Outcome.Refused("", text["Shelved"]);
        var path = await UnitQueries.Path(db, found.UnitId, clock.Today(), cancellationToken);
        var did = found.Id == 0 ? [] : await CaseQueries.Last(db, [found.Id], cancellationToken);
        var refusal = FlowRules.Check(
            flow,
            found.State,
            act.Code,
            input.Reason,
            a => viewer.Can(a.Permission, path, a.Level == FlowLevel.Above),
            other => did.Any(d => d.Act == other && d.AccountId is { } who && who == viewer.AccountId)
        );
        if (
            refusal == FlowRefusal.None
            && act.NotBy.Contains(FlowAct.Entered)
            && viewer.AccountId is { } me
            && await kind.EnteredBy(found, me, cancellationToken)
        )
            refusal = FlowRefusal.OwnWork;
        // A version that is behind says what to do, whatever the state has become.
        if (refusal is FlowRefusal.None or FlowRefusal.NotInThisState && input.Version is { } seen && seen != found.Version)
            return Changed();
        return refusal switch
        {
            FlowRefusal.None => null,
            FlowRefusal.NotInThisState => Changed(),
            FlowRefusal.OwnWork => Outcome.Refused("", text["OwnWork", act.Label.Here()]),
            FlowRefusal.ReasonMissing => Outcome.Refused("reason", text["ReasonMissing"]),
            _ => Outcome.NotFound,
        };
    }

    private async Task<Outcome> Write(CaseMove move, ICaseKind kind, Pack pack, string? given, CancellationToken cancellationToken)
    {
        var reason = string.IsNullOrWhiteSpace(given) ? null : NameText.Clean(given);
        var record = viewer.Record(
            $"{kind.Code}.{move.Act.Code}",
            kind.Code,
            move.Case.PublicId,
            move.Case.UnitId,
            reason,
            kind.Detail(move)
        );
        if (!move.To(move.Case.State))
        {
            var path = await UnitQueries.Path(db, move.Case.UnitId, clock.Today(), cancellationToken);
            await NoticesDone.Read(db, [.. UnitVersion.PathIds(path)], kind.Told(move), record.At, cancellationToken);
        }
        move.Case.Enter(move.Act.Code, move.Act.To, await Due(move, kind, pack, cancellationToken), record, move.Back?.Reason);
        var outcome = await kind.Moved(move with { Record = record }, cancellationToken);
        if (!outcome.Ok)
            return outcome;
        once.Write();
        await db.SaveChangesAsync(cancellationToken);
        return outcome;
    }

    /// <summary>
    /// A final state awaits nothing; a state with days of its own counts from now; else the day stays, or comes back where it was
    /// that of a state left.
    /// </summary>
    private async Task<CaseDue> Due(CaseMove move, ICaseKind kind, Pack pack, CancellationToken cancellationToken)
    {
        var state = move.Flow.State(move.Act.To)!;
        if (state.Final)
            return CaseDue.Never;
        if (state.Clock is { Days: not null } timing)
            return new DeadlineBook(pack).From(timing, move.Back?.Since ?? clock.Today());
        var stays = move.Back is null && move.Flow.State(move.Case.State)?.Clock?.Days is null;
        return stays && move.Case.Due is { } day ? new(day, move.Case.SoonFrom) : await kind.Due(move.Case, cancellationToken);
    }

    private Outcome Changed() => new() { Conflict = true, Errors = [new("", text["Changed"])] };
}
