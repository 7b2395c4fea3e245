using ThiDua.App.Packs;

namespace ThiDua.App.Flow;

/// <summary>Why an act of a flow cannot be done now.</summary>
public enum FlowRefusal
{
    None,
    UnknownAct,
    NotInThisState,
    NotAllowed,
    OwnWork,
    ReasonMissing,
}

/// <summary>
/// What the pack's flow says of a move: which acts there are, from where to where, who may, and whether a reason is asked.
/// Pure.
/// </summary>
public static class FlowRules
{
    /// <param name="can">Whether the viewer holds the act's permission at the case's unit, or above it where the act asks that.</param>
    /// <param name="did">Whether the viewer was the last to do an act on this case (nobody approves their own submission).</param>
    public static FlowRefusal Check(
        FlowDefinition flow,
        string state,
        string act,
        string? reason,
        Func<FlowAct, bool> can,
        Func<string, bool> did
    )
    {
        var found = flow.Act(act);
        if (found is null)
            return FlowRefusal.UnknownAct;
        if (!can(found))
            return FlowRefusal.NotAllowed;
        if (!found.From.Contains(state))
            return FlowRefusal.NotInThisState;
        if (found.NotBy.Any(did))
            return FlowRefusal.OwnWork;
        return found.Reason == ReasonRule.Required && string.IsNullOrWhiteSpace(reason) ? FlowRefusal.ReasonMissing : FlowRefusal.None;
    }

    /// <summary>The acts to offer on a case in this state; a missing reason is asked for, not held against it.</summary>
    public static IEnumerable<FlowAct> Offered(FlowDefinition flow, string state, Func<FlowAct, bool> can, Func<string, bool> did) =>
        flow.From(state).Where(a => Check(flow, state, a.Code, "asked for later", can, did) == FlowRefusal.None);
}
