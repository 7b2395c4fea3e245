using ThiDua.App.Data;
using ThiDua.App.Flow;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Cases;

/// <summary>
/// One case with what its reader may do now and what happened so far: what the act buttons and the history are drawn from.
/// </summary>
/// <param name="Own">An act is not offered because the reader sent it, or entered some of it.</param>
public sealed record CaseView(Case Case, FlowDefinition Flow, IReadOnlyList<FlowAct> Acts, bool Own, IReadOnlyList<StepRow> History)
{
    /// <summary>What was pressed and refused: its errors stand at its button.</summary>
    public MoveInput? Tried { get; init; }
    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>What a step changed of what the case holds, in words, by its act of the record.</summary>
    public ILookup<long, string> Changes { get; init; } = Enumerable.Empty<long>().ToLookup(at => at, _ => "");

    /// <summary>Acts of others that the reader may do in their place: none is the main one, no help is meant for the reader.</summary>
    public bool InPlaceOf { get; init; }

    public FlowState State => Flow.State(Case.State)!;
}

public sealed class CaseViews(AppDb db, CaseKinds kinds, PackShelf packs, Viewer viewer, TimeProvider clock)
{
    /// <param name="elsewhere">Acts that have a page of their own: a form to send, a launch to look at first.</param>
    public async Task<CaseView> Of(Case found, IReadOnlyList<string> elsewhere, CancellationToken cancellationToken)
    {
        var pack = packs[found.Pack];
        var (path, unitKind) = await UnitQueries.Stands(db, found.UnitId, clock.Today(), cancellationToken);
        var flow = pack.Flow(found.Flow)!.In(pack.Manner(unitKind));
        var last = await CaseQueries.Last(db, [found.Id], cancellationToken);
        bool Can(FlowAct act) => viewer.Can(act.Permission, path, act.Level == FlowLevel.Above);
        bool Did(string act) => last.Any(l => l.Act == act && l.AccountId is { } who && who == viewer.AccountId);
        var mine = flow.From(found.State).Where(a => !found.Shelved && Can(a) && !elsewhere.Contains(a.Code)).ToList();
        var entered =
            mine.Any(a => a.NotBy.Contains(FlowAct.Entered))
            && viewer.AccountId is { } me
            && await kinds[found.Kind].EnteredBy(found, me, cancellationToken);
        var offered = FlowRules
            .Offered(flow, found.State, Can, Did)
            .Where(a => mine.Contains(a) && !(entered && a.NotBy.Contains(FlowAct.Entered)))
            .ToList();
        return new(found, flow, offered, offered.Count < mine.Count, await CaseQueries.History(db, found.Id, cancellationToken));
    }
}
