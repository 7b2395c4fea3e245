namespace ThiDua.App.Packs;

/// <summary>States of one sort of case and the acts between them.</summary>
public sealed record FlowDefinition(
    string Code, LocalText Label, string Initial, IReadOnlyList<FlowState> States, IReadOnlyList<FlowAct> Acts)
{
    public FlowState? State(string code) => States.FirstOrDefault(s => s.Code == code);

    public FlowAct? Act(string code) => Acts.FirstOrDefault(a => a.Code == code);

    public IEnumerable<FlowAct> From(string state) => Acts.Where(a => a.From.Contains(state));
}

/// <param name="Final">Nothing more is awaited here (an act may still lead out: reopening, restoring).</param>
/// <param name="Editable">The case's content may be changed here.</param>
public sealed record FlowState(string Code, LocalText Label, bool Final, bool Editable);

/// <param name="NotBy">Who last did one of these acts on the case may not do this one (nobody approves their own submission).</param>
public sealed record FlowAct(
    string Code, LocalText Label, IReadOnlyList<string> From, string To, string Permission, ReasonRule Reason, IReadOnlyList<string> NotBy);

public enum ReasonRule { None, Optional, Required }
