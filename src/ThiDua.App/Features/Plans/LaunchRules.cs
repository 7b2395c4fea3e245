namespace ThiDua.App.Features.Plans;

/// <summary>Why a campaign cannot start from this draft yet.</summary>
public enum LaunchProblem
{
    NoDates,
    EndsBeforeStart,
    NothingToDo,
    UnitsOpen,
}

/// <summary>A later plan that changes a campaign from a day on.</summary>
/// <param name="Campaign">Public id.</param>
/// <param name="Targets">Public ids of targets that it ends; <paramref name="Tasks"/>: of tasks.</param>
public sealed record Amendment(string Campaign, DateOnly Since, IReadOnlyList<string> Targets, IReadOnlyList<string> Tasks);

/// <summary>What the office chooses as it launches.</summary>
/// <param name="Revision">Of the draft as it was on the screen; null to take it as it is.</param>
/// <param name="ReportsFrom">Periods that end before this day are history; null: before the present month.</param>
public sealed record LaunchChoice(int? Revision = null, DateOnly? ReportsFrom = null)
{
    /// <summary>Public id of the campaign that it makes.</summary>
    public string Campaign { get; init; } = Data.PublicId.New();

    /// <summary>What of a campaign that runs it changes; null for a campaign of its own.</summary>
    public Amendment? Amends { get; init; }
}

/// <summary>Which campaigns can start: pure.</summary>
public static class LaunchRules
{
    public static IReadOnlyList<LaunchProblem> Problems(DraftContent content)
    {
        var problems = new List<LaunchProblem>();
        if (content.Head.From is null || content.Head.To is null || content.Head.Year is null)
            problems.Add(LaunchProblem.NoDates);
        else if (content.Head.To < content.Head.From)
            problems.Add(LaunchProblem.EndsBeforeStart);
        if (content.Items.All(i => i.Dropped))
            problems.Add(LaunchProblem.NothingToDo);
        if (DraftRules.UnitsInUse(content).Any(u => u.Choice == UnitChoice.Open))
            problems.Add(LaunchProblem.UnitsOpen);
        return problems;
    }

    /// <summary>
    /// The day from which reports are owed unless the office takes an earlier one: nobody is late with a month that was over
    /// before anybody asked for it.
    /// </summary>
    public static DateOnly FirstReports(DateOnly from, DateOnly today) =>
        new DateOnly(today.Year, today.Month, 1) is var month && month > from ? month : from;

    /// <summary>The days that may be chosen: the firsts of the campaign's months up to the present one, the latest first.</summary>
    public static IReadOnlyList<DateOnly> Starts(DateOnly from, DateOnly to, DateOnly today)
    {
        var starts = new List<DateOnly> { FirstReports(from, today) };
        for (var month = new DateOnly(from.Year, from.Month, 1); month <= to && month <= today; month = month.AddMonths(1))
            starts.Add(month < from ? from : month);
        return [.. starts.Distinct().OrderDescending()];
    }

    /// <summary>Units that the launch creates where the tree has none of the kind and name yet, each once.</summary>
    public static IReadOnlyList<(string Kind, string Name)> NewUnits(DraftContent content) =>
        [
            .. DraftRules
                .UnitsInUse(content)
                .Where(u => u.Choice is UnitChoice.Create or UnitChoice.AllOfKind)
                .SelectMany(u => u.NewNames.Select(n => (Kind: u.Kind!, Name: n)))
                .DistinctBy(n => (n.Kind, DraftUnit.KeyOf(n.Name))),
        ];
}
