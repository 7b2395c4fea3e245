using ThiDua.App.Data;
using ThiDua.App.Flow;
using ThiDua.App.Packs;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Cases;

public sealed partial class MoveCase
{
    /// <summary>
    /// Many by one act of the record, within the caller's transaction, all of them or none: a file's rows. Only acts that anybody
    /// with the right may do.
    /// </summary>
    /// <param name="looked">The caller asked <see cref="Unfit"/> for each: acts that not everybody may do can be among them.</param>
    internal async Task<Outcome> Together(
        IReadOnlyList<(Case Case, object? Content)> cases,
        string act,
        string? reason,
        Audit.Act record,
        CancellationToken cancellationToken,
        bool looked = false
    )
    {
        var paths = new Dictionary<int, string>();
        foreach (var (found, content) in cases)
        {
            if (await Refusal(found, act, reason, paths, looked, cancellationToken) is { } refused)
                return refused;
            var (kind, pack) = (kinds[found.Kind], packs[found.Pack]);
            var flow = pack.Flow(found.Flow)!;
            var move = new CaseMove(found, flow, flow.Act(act)!, content) { Record = record };
            found.Enter(act, move.Act.To, await Due(move, kind, pack, cancellationToken), record);
            if (await kind.Moved(move, cancellationToken) is { Ok: false } unfit)
                return unfit;
        }
        return Outcome.Done;
    }

    /// <summary>
    /// The same to a final state, for cases that nobody tracks: the caller writes them (<see cref="MoveMany"/>) and does what their
    /// kind does when they move.
    /// </summary>
    internal async Task<Outcome> EndTogether(
        IReadOnlyList<Case> cases,
        string act,
        string? reason,
        Audit.Act record,
        CancellationToken cancellationToken
    )
    {
        var paths = new Dictionary<int, string>();
        foreach (var found in cases)
        {
            if (await Refusal(found, act, reason, paths, looked: false, cancellationToken) is { } refused)
                return refused;
            found.Enter(act, packs[found.Pack].Flow(found.Flow)!.Act(act)!.To, CaseDue.Never, record);
        }
        return Outcome.Done;
    }

    /// <param name="paths">Of units that were asked for already.</param>
    private async Task<Outcome?> Refusal(
        Case found,
        string act,
        string? reason,
        Dictionary<int, string> paths,
        bool looked,
        CancellationToken cancellationToken
    )
    {
        if (!paths.TryGetValue(found.UnitId, out var path))
            paths[found.UnitId] = path = await UnitQueries.Path(db, found.UnitId, clock.Today(), cancellationToken);
        var refusal = FlowRules.Check(
            packs[found.Pack].Flow(found.Flow)!,
            found.State,
            act,
            reason,
            a => viewer.Can(a.Permission, path, a.Level == FlowLevel.Above),
            _ => !looked
        );
        return refusal == FlowRefusal.None ? null
            : refusal == FlowRefusal.NotInThisState ? Changed()
            : Outcome.NotFound;
    }

    /// <summary>Why this move cannot be made; null when it can. For acts on many, which are looked at before any is done.</summary>
    internal async Task<Outcome?> Unfit(Case found, string act, string? reason, CancellationToken cancellationToken)
    {
        var (kind, flow) = (kinds[found.Kind], packs[found.Pack].Flow(found.Flow)!);
        return await Refusal(found, kind, flow, new(found.PublicId, act, reason), cancellationToken) is { } refused ? refused
            : await kind.Check(new(found, flow, flow.Act(act)!, null), cancellationToken) is { Ok: false } unfit ? unfit
            : null;
    }

    /// <summary>
    /// Takes back the last step of each of these, which the viewer did: by whoever may still do it, within the caller's
    /// transaction, all of them or none.
    /// </summary>
    internal async Task<Outcome> Back(IReadOnlyList<Case> cases, Audit.Act record, CancellationToken cancellationToken)
    {
        foreach (var found in cases)
        {
            var (kind, pack) = (kinds[found.Kind], packs[found.Pack]);
            var flow = pack.Flow(found.Flow)!;
            var path = await UnitQueries.Path(db, found.UnitId, clock.Today(), cancellationToken);
            if (
                await CaseQueries.Back(db, found, flow, cancellationToken) is not { } back
                || flow.Act(back.Act) is not { } act
                || found.MovedBy != viewer.AccountId
                || !viewer.Can(act.Permission, path, act.Level == FlowLevel.Above)
            )
                return Changed();
            var move = new CaseMove(found, flow, act with { Code = TakenBack, To = back.State, Back = true }, null)
            {
                Record = record,
                Back = back,
            };
            if (await kind.Check(move, cancellationToken) is { Ok: false } refused)
                return refused;
            found.Enter(TakenBack, back.State, await Due(move, kind, pack, cancellationToken), record, back.Reason);
            if (await kind.Moved(move, cancellationToken) is { Ok: false } unfit)
                return unfit;
        }
        return Outcome.Done;
    }
}
