using ThiDua.App.Packs;

namespace ThiDua.App.Cases;

/// <summary>How a state looks beside its words: what came back says why, what was dropped is over without having been done.</summary>
public static class StateLook
{
    public static (string Icon, string Tone) Of(FlowState state, string? reason) =>
        state switch
        {
            { Final: true, Counts: false } or { Final: true, Code: "dropped" } => ("silent", "calm"),
            { Final: true } => ("met", "good"),
            { Editable: true } when reason is not null => ("behind", "soon"),
            { Editable: true } => ("waiting", "calm"),
            _ => ("on-track", "calm"),
        };
}
