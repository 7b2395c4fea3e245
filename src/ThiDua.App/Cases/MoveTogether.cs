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
    internal async Task<Outcome> Together(
        IReadOnlyList<(Case Case, object? Content)> cases,
        string act,
        string? reason,
        Audit.Act record,
        CancellationToken cancellationToken
    )
    {
        var paths = new Dictionary<int, string>();
        foreach (var (found, content) in cases)
        {
            if (await Refusal(found, act, reason, paths, cancellationToken) is { } refused)
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
            if (await Refusal(found, act, reason, paths, cancellationToken) is { } refused)
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
            _ => true
        );
        return refusal == FlowRefusal.None ? null
            : refusal == FlowRefusal.NotInThisState ? Changed()
            : Outcome.NotFound;
    }
}
