using ThiDua.App.Packs;

namespace ThiDua.App.Flow;

/// <summary>Why an act of a flow cannot be done now.</summary>
public enum FlowRefusal { None, UnknownAct, NotInThisState, NotAllowed, OwnWork, ReasonMissing }

/// <summary>
/// The one way in which a case (report, plan draft, paper) moves between states: the pack's flow says which acts there
/// are, from where to where, who may, and whether a reason is asked.
/// </summary>
public static class FlowRules
{
    /// <param name="can">Whether the viewer holds a permission at the case's unit.</param>
    /// <param name="did">Whether the viewer was the last to do an act on this case (nobody approves their own submission).</param>
    public static FlowRefusal Check(FlowDefinition flow, string state, string act, string? reason, Func<string, bool> can, Func<string, bool> did)
    {
        var found = flow.Act(act);
        if (found is null) return FlowRefusal.UnknownAct;
        if (!found.From.Contains(state)) return FlowRefusal.NotInThisState;
        if (!can(found.Permission)) return FlowRefusal.NotAllowed;
        if (found.NotBy.Any(did)) return FlowRefusal.OwnWork;
        return found.Reason == ReasonRule.Required && string.IsNullOrWhiteSpace(reason) ? FlowRefusal.ReasonMissing : FlowRefusal.None;
    }

    /// <summary>The acts to offer on a case in this state; a missing reason is asked for, not held against it.</summary>
    public static IEnumerable<FlowAct> Offered(FlowDefinition flow, string state, Func<string, bool> can, Func<string, bool> did) =>
        flow.From(state).Where(a => Check(flow, state, a.Code, "asked for later", can, did) == FlowRefusal.None);
}
