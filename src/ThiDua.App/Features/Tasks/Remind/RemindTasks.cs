using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Notices;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Tasks.Remind;

/// <param name="Tasks">How many tasks the units were asked for.</param>
public sealed record RemindedTasks(int Tasks, IReadOnlyList<RemindedUnit> Units);

/// <summary>Asks units for the tasks that wait for them, each unit once for all of them.</summary>
public sealed class RemindTasks(TaskLines lines, RemindUnits remind, IStringLocalizer<Text> text)
{
    public const int MostAtOnce = 500;

    /// <summary>So many are named in one notice; the rest are counted.</summary>
    private const int MostNamed = 5;

    /// <param name="picks">Ids of cases; of those that wait for nobody none is asked.</param>
    public async Task<Outcome<RemindedTasks>> Handle(IReadOnlyList<string> picks, CancellationToken cancellationToken)
    {
        var (ids, open) = (picks.Take(MostAtOnce).ToList(), lines.Open);
        if (ids.Count == 0)
            return Outcome<RemindedTasks>.Refused("", text["PickSome"]);
        var found = await lines
            .Seen(Permission.DirectTask)
            .Where(l => ids.Contains(l.CaseId!) && open.Contains(l.State!))
            .OrderBy(l => l.Due == null)
            .ThenBy(l => l.Due)
            .ThenBy(l => l.Order)
            .ToListAsync(cancellationToken);
        if (found.Count == 0)
            return Outcome<RemindedTasks>.Refused("", text["NobodyToRemind"]);
        var things = found.GroupBy(l => l.UnitId).Select(g => Thing(g.Key, [.. g])).ToList();
        var outcome = await remind.Handle(new("task", Permission.DoTask, things), cancellationToken);
        return outcome.Value is { } done
            ? new RemindedTasks(found.Count, done.Units)
            : new Outcome<RemindedTasks> { Missing = outcome.Missing, Errors = outcome.Errors };
    }

    private static RemindThing Thing(int unit, IReadOnlyList<TaskLine> tasks)
    {
        var (first, named) = (tasks[0], tasks.Take(MostNamed).Select(t => $"“{TaskRules.Short(t.Text)}”"));
        var more = tasks.Count > MostNamed ? $" và {tasks.Count - MostNamed} nhiệm vụ khác" : "";
        return tasks.Count == 1
            ? new(unit, $"case:{first.ItemId}", $"kết quả nhiệm vụ “{TaskRules.Short(first.Text)}”", $"/tasks/{first.CaseId}", first.Due)
            : new(
                unit,
                $"cases:{Sum(tasks).ToString("x", CultureInfo.InvariantCulture)}",
                $"kết quả {tasks.Count} nhiệm vụ: {string.Join("; ", named)}{more}",
                "/tasks?show=open",
                first.Due
            )
            {
                Title = $"Kết quả {tasks.Count} nhiệm vụ",
            };
    }

    /// <summary>The same tasks have the same key, however they were ticked.</summary>
    private static ulong Sum(IEnumerable<TaskLine> tasks) =>
        tasks.Select(t => (ulong)t.ItemId).Order().Aggregate(14695981039346656037UL, (sum, id) => unchecked((sum ^ id) * 1099511628211UL));
}
