namespace ThiDua.App.Notices;

/// <summary>On which days who is told of what is due. Pure.</summary>
public static class ReminderRules
{
    /// <param name="before">On how many days before the day its own people are reminded.</param>
    /// <param name="after">On how many days after it those above are told.</param>
    /// <returns>What falls on the days after <paramref name="last"/> up to <paramref name="today"/>: of each sort at most one,
    /// the latest.</returns>
    public static IEnumerable<(NoticeKind Kind, int Days)> On(
        DateOnly due,
        IReadOnlyList<int> before,
        IReadOnlyList<int> after,
        DateOnly last,
        DateOnly today
    )
    {
        bool Falls(DateOnly day) => last < day && day <= today;
        var reminders = before.Where(d => Falls(due.AddDays(-d))).ToList();
        if (reminders.Count > 0)
            yield return (NoticeKind.Remind, reminders.Min());
        var told = after.Where(d => Falls(due.AddDays(d))).ToList();
        if (told.Count > 0)
            yield return (NoticeKind.Escalate, told.Max());
    }

    /// <summary>Who holds a right nearest to a unit: there, else right above it; and who holds it next above those.</summary>
    /// <param name="holders">Where the right is held, by path of the unit.</param>
    /// <param name="above">The right has to be held above the unit, not at it.</param>
    public static (IReadOnlyList<int> Nearest, IReadOnlyList<int> Above) Holders(ILookup<string, int> holders, string path, bool above)
    {
        var places = Up(path).Skip(above ? 1 : 0).Where(holders.Contains).Take(2).ToList();
        return (places.Count > 0 ? [.. holders[places[0]].Distinct()] : [], places.Count > 1 ? [.. holders[places[1]].Distinct()] : []);
    }

    /// <summary><c>/1/7/20/</c>, <c>/1/7/</c>, <c>/1/</c>.</summary>
    private static IEnumerable<string> Up(string path)
    {
        for (var end = path.Length; end > 1; end = path.LastIndexOf('/', end - 2) + 1)
            yield return path[..end];
    }
}
