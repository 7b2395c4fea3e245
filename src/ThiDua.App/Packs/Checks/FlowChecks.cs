using ThiDua.App.Packs.Reading;
using ThiDua.App.Security;

namespace ThiDua.App.Packs.Checks;

/// <summary>A flow leads from its first state to every other, and no case is stuck in a state where something is awaited.</summary>
internal static class FlowChecks
{
    private static readonly LocalText State = new("trạng thái", "state");
    private static readonly LocalText Act = new("bước", "act");

    public static void Run(IReadOnlyList<Placed<FlowDefinition>> all)
    {
        References.Unique(all, f => f.Code);
        foreach (var flow in all)
        {
            Codes(flow);
            Ways(flow);
        }
    }

    private static void Codes(Placed<FlowDefinition> flow)
    {
        var states = Unique(flow, "states", flow.Value.States.Select(s => s.Code));
        var acts = Unique(flow, "acts", flow.Value.Acts.Select(a => a.Code));
        References.Known(flow, "initial", flow.Value.Initial, states, State);
        for (var i = 0; i < flow.Value.Acts.Count; i++)
        {
            var act = flow.Value.Acts[i];
            References.Known(flow, $"acts[{i}]", act.To, states, State);
            References.Known(flow, $"acts[{i}]", act.Permission, Permission.All, RoleChecks.PermissionSort);
            foreach (var from in act.From)
            {
                References.Known(flow, $"acts[{i}]", from, states, State);
            }
            foreach (var other in act.NotBy.Where(o => o != FlowAct.Entered))
            {
                References.Known(flow, $"acts[{i}]", other, acts, Act);
            }
        }
    }

    private static HashSet<string> Unique(Placed<FlowDefinition> flow, string key, IEnumerable<string> codes)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (code, i) in codes.Select((c, i) => (c, i)))
        {
            if (!seen.Add(code))
            {
                flow.Add($"{key}[{i}]", $"\"{code}\" được ghi hai lần.", $"\"{code}\" is written twice.");
            }
        }
        return seen;
    }

    private static void Ways(Placed<FlowDefinition> flow)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal) { flow.Value.Initial };
        while (flow.Value.Acts.Where(a => a.From.Any(reached.Contains)).Any(a => reached.Add(a.To))) { }
        for (var i = 0; i < flow.Value.States.Count; i++)
        {
            var state = flow.Value.States[i];
            if (!reached.Contains(state.Code))
            {
                flow.Add(
                    $"states[{i}]",
                    $"Không bước nào dẫn tới trạng thái \"{state.Code}\".",
                    $"No act leads to the state \"{state.Code}\"."
                );
            }
            if (!state.Final && !flow.Value.From(state.Code).Any())
            {
                flow.Add(
                    $"states[{i}]",
                    $"Trạng thái \"{state.Code}\" không có bước nào đi tiếp.",
                    $"The state \"{state.Code}\" has no act that leads on.",
                    new("một bước từ trạng thái này, hoặc final: true", "an act from this state, or final: true")
                );
            }
        }
    }
}
