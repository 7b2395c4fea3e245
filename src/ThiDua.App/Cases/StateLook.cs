using ThiDua.App.Lists;
using ThiDua.App.Packs;

namespace ThiDua.App.Cases;

/// <summary>How a state looks beside its words, on pages and in lists.</summary>
public static class StateLook
{
    /// <summary>What came back says why; what was dropped is over without having been done.</summary>
    public static (string Icon, string Tone) Look(this FlowState state, string? reason) =>
        state switch
        {
            { Final: true, Counts: false } or { Final: true, Code: "dropped" } => ("silent", "calm"),
            { Final: true, Code: "undone" } => ("missed", "bad"),
            { Final: true } => ("met", "good"),
            { Editable: true } when reason is not null => ("behind", "soon"),
            { Editable: true } => ("waiting", "calm"),
            _ => ("on-track", "calm"),
        };

    public static ListCell Cell(this FlowState state, string? reason)
    {
        var (icon, tone) = state.Look(reason);
        return ListCell.State(state.Code, state.Label.Here(), tone, icon);
    }
}
