using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Notices;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Tasks.Remind;

/// <param name="Tasks">How many tasks the units were asked for.</param>
/// <param name="Already">How many units were left out, because they were asked today.</param>
public sealed record RemindedTasks(int Tasks, IReadOnlyList<RemindedUnit> Units, int Already);

/// <summary>What asking for a whole list would mean.</summary>
public sealed record RemindingList(int Tasks, int Units, int Already);

/// <summary>Asks units for the tasks that wait for them, each unit once for all of them.</summary>
public sealed class RemindTasks(AppDb db, TaskLines lines, RemindUnits remind, TimeProvider clock, IStringLocalizer<Text> text)
{
    public const int MostAtOnce = 500;

    /// <summary>So many are named in one notice; the rest are counted.</summary>
    private const int MostNamed = 5;

    /// <param name="picks">Ids of cases; of those that wait for nobody none is asked.</param>
    /// <param name="newly">A unit that was asked for tasks today is left out.</param>
    public async Task<Outcome<RemindedTasks>> Handle(IReadOnlyList<string> picks, CancellationToken cancellationToken, bool newly = false)
    {
        if (picks.Count == 0)
            return Outcome<RemindedTasks>.Refused("", text["PickSome"]);
        var (found, already) = await Waiting(picks, newly, cancellationToken);
        if (found.Count == 0)
            return Outcome<RemindedTasks>.Refused("", already > 0 ? text["AllReminded", already] : text["NobodyToRemind"]);
        var things = found.GroupBy(l => l.UnitId).Select(g => Thing(g.Key, [.. g])).ToList();
        var outcome = await remind.Handle(new("task", Permission.DoTask, things), cancellationToken);
        return outcome.Value is { } done
            ? new RemindedTasks(found.Count, done.Units, already)
            : new Outcome<RemindedTasks> { Missing = outcome.Missing, Errors = outcome.Errors };
    }

    public async Task<RemindingList> Look(IReadOnlyList<string> picks, CancellationToken cancellationToken)
    {
        var (found, already) = await Waiting(picks, true, cancellationToken);
        return new(found.Count, found.Select(l => l.UnitId).Distinct().Count(), already);
    }

    private async Task<(List<TaskLine> Found, int Already)> Waiting(
        IReadOnlyList<string> picks,
        bool newly,
        CancellationToken cancellationToken
    )
    {
        var (ids, open) = (picks.Take(MostAtOnce).ToList(), lines.Open);
        var found = await lines
            .Seen(Permission.DirectTask)
            .Where(l => ids.Contains(l.CaseId!) && open.Contains(l.State!))
            .OrderBy(l => l.Due == null)
            .ThenBy(l => l.Due)
            .ThenBy(l => l.Order)
            .ToListAsync(cancellationToken);
        if (!newly)
            return (found, 0);
        var midnight = clock.Today().Midnight();
        var units = found.Select(l => l.UnitId).Distinct().ToList();
        var told = await db
            .Acts.Where(a => a.At >= midnight && a.Verb == "task.remind" && units.Contains(a.UnitId!.Value))
            .Select(a => a.UnitId!.Value)
            .Distinct()
            .ToListAsync(cancellationToken);
        return (found.FindAll(l => !told.Contains(l.UnitId)), told.Count);
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
