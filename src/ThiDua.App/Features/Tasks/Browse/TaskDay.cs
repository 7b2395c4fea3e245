using Microsoft.Extensions.Localization;
using ThiDua.App.Lists;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Tasks.Browse;

/// <summary>The day of a task, as lists and its page show it.</summary>
public static class TaskDay
{
    /// <param name="open">States in which the unit has something to do.</param>
    public static ListCell Of(TaskLine line, IReadOnlyList<string> open, DateOnly today, IStringLocalizer<Text> text)
    {
        var waits = line.State is { } state && open.Contains(state);
        if (waits && line.Due < today)
            return Passed(line.Due, text);
        // What waits for the office keeps its own day; the order is by the day that comes first.
        return !waits && line is { State: not null, Due: { } due, To: { } to } && due != to
            ? ListCell.Of(to) with
            {
                Notes = [ListCell.Of(text["ConfirmBy", Show.Date(due)])],
            }
            : ListCell.Of(line.Due);
    }

    public static ListCell Passed(DateOnly? due, IStringLocalizer<Text> text) =>
        ListCell.Of(due) with
        {
            Tone = "bad",
            Icon = "missed",
            Says = text["WasDue", Show.Date(due!.Value)],
        };
}
