namespace ThiDua.App.Packs;

/// <summary>States of one sort of case and the acts between them.</summary>
public sealed record FlowDefinition(
    string Code,
    LocalText Label,
    string Initial,
    IReadOnlyList<FlowState> States,
    IReadOnlyList<FlowAct> Acts
)
{
    /// <summary>The kind of case that follows it: most flows are their kind's only one.</summary>
    public string Kind { get; init; } = Code;

    public FlowState? State(string code) => States.FirstOrDefault(s => s.Code == code);

    public FlowAct? Act(string code) => Acts.FirstOrDefault(a => a.Code == code);

    /// <summary>The same flow in the words that are used toward such units.</summary>
    public FlowDefinition In(Manner manner) =>
        !manner.Asks
            ? this
            : this with
            {
                States = [.. States.Select(s => s with { Label = s.Asked ?? s.Label })],
                Acts = [.. Acts.Select(a => a with { Label = a.Asked ?? a.Label })],
            };

    public IEnumerable<FlowAct> From(string state) => Acts.Where(a => a.From.Contains(state));
}

/// <param name="Final">Nothing more is awaited here (an act may still lead out: reopening, restoring).</param>
/// <param name="Editable">The case's content may be changed here.</param>
/// <param name="Counts">What is in this state counts into figures (a cancelled row does not).</param>
/// <param name="Clock">When the next act is awaited and who is reminded; null: the case keeps the day it has.</param>
public sealed record FlowState(string Code, LocalText Label, bool Final, bool Editable, FlowClock? Clock, bool Counts = true)
{
    /// <summary>What it is called for a unit of another line, which is asked and not directed.</summary>
    public LocalText? Asked { get; init; }
}

/// <param name="Days">From the day on which the state was entered; null: the case keeps the day it has, and is only reminded of it.</param>
/// <param name="RemindBefore">On how many days before the day those who can act are reminded; 0 for the day itself.</param>
/// <param name="EscalateAfter">On how many days after it those above the unit are told.</param>
public sealed record FlowClock(
    int? Days,
    bool WorkingDays,
    IReadOnlyList<int> RemindBefore,
    IReadOnlyList<int> EscalateAfter,
    bool Verified
)
{
    /// <summary>After so many days without a move, a note or a file the case counts as silent; null: never.</summary>
    public int? SilentAfter { get; init; }
}

/// <param name="NotBy">
/// Who last did one of these acts on the case may not do this one (nobody approves their own submission);
/// <see cref="Entered"/>: nor may who entered some of what it holds, by any channel.
/// </param>
/// <param name="Level">Where the right must be held.</param>
/// <param name="Awaited">False for what may be done and nobody waits for: taking back. It is offered on the case's page and
/// counted nowhere.</param>
public sealed record FlowAct(
    string Code,
    LocalText Label,
    IReadOnlyList<string> From,
    string To,
    string Permission,
    ReasonRule Reason,
    IReadOnlyList<string> NotBy,
    FlowLevel Level,
    bool Awaited
)
{
    public const string Entered = "entered";

    /// <summary>What it is called toward a unit of another line: "Tiếp nhận" in the place of "Duyệt".</summary>
    public LocalText? Asked { get; init; }

    /// <summary>
    /// Leads back to the state from which the case came, with the day and the reason that stood there; <see cref="To"/> is where
    /// it began.
    /// </summary>
    public bool Back { get; init; }

    /// <summary>Whether a case in this state waits for the act; one that leads back to the same state is none to wait for.</summary>
    public bool IsAwaitedIn(string state) => Awaited && To != state && From.Contains(state);
}

public enum ReasonRule
{
    None,
    Optional,
    Required,
}

/// <summary>Own: at the case's unit or above it. Above: at a unit above it, not at the unit itself.</summary>
public enum FlowLevel
{
    Own,
    Above,
}
