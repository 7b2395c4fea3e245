using System.Globalization;
using Microsoft.Extensions.Localization;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Plans.Edit;

/// <param name="Picks">Tasks with their versions as the person saw them: <c>12:3</c>.</param>
/// <param name="Lead">Name of the unit that is to lead them; null: who leads stays.</param>
/// <param name="With">Names of units that support; empty: they stay.</param>
public sealed record LeadTasksInput(string Draft, IReadOnlyList<string> Picks, string? Lead, IReadOnlyList<string> With);

/// <summary>Gives several tasks of a draft to units, as one change that can be taken back.</summary>
public sealed class LeadTasks(DraftEditor editor, DraftNames names, IStringLocalizer<Text> text)
{
    public async Task<Outcome> Handle(LeadTasksInput input, CancellationToken cancellationToken)
    {
        if (input.Picks.Count == 0)
            return Outcome.Refused("", text["PickTasks"]);
        var (lead, with) = (DraftRules.Names(input.Lead), DraftRules.Names(string.Join('\n', input.With)));
        if (lead.Count + with.Count == 0)
            return Outcome.Refused("lead", text["LeadNeeded"]);
        if (!DraftRules.AreNames(input.Lead) || !DraftRules.AreNames(string.Join('\n', input.With)))
            return Outcome.Refused("lead", text["UnitNamesTooMany"]);
        var named = await names.For(input.Draft, cancellationToken);
        return await editor.Change(
            input.Draft,
            content =>
            {
                var changed = content;
                foreach (var pick in input.Picks.Distinct())
                {
                    var (id, version) = Parts(pick);
                    var task = content.Tasks.FirstOrDefault(t => t.Id == id);
                    if (!DraftEditor.Seen(task, version, text, out var refusal))
                        return refusal;
                    changed = changed.With(Led(task!, lead, with));
                }
                return new DraftChange("task.lead", string.Join("; ", lead.Concat(with)), named(changed));
            },
            cancellationToken
        );
    }

    private static DraftTask Led(DraftTask task, IReadOnlyList<string> lead, IReadOnlyList<string> with)
    {
        var leads = lead.Count > 0 ? lead : task.Lead;
        return task with
        {
            Lead = leads,
            With = [.. (with.Count > 0 ? with : task.With).Where(w => leads.All(l => DraftUnit.KeyOf(l) != DraftUnit.KeyOf(w)))],
            Confirmed = true,
        };
    }

    private static (int Id, int Version) Parts(string pick) =>
        pick.Split(':') is [var id, var version]
        && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var seen)
            ? (number, seen)
            : (-1, -1);
}
