namespace ThiDua.App.Features.Plans;

/// <summary>Why a campaign cannot start from this draft yet.</summary>
public enum LaunchProblem
{
    NoDates,
    EndsBeforeStart,
    NothingToDo,
    UnitsOpen,
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
