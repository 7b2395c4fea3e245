namespace ThiDua.App.Lists;

/// <summary>One day of a calendar, with its first rows.</summary>
/// <param name="Count">How many rows it has.</param>
public sealed record ListDay(DateOnly Day, int Count, IReadOnlyList<ListRow> Rows)
{
    /// <summary>So many are shown under a day; the others are counted.</summary>
    public const int Most = 3;

    public int More => Count - Rows.Count;
}

/// <summary>A list as the calendar of one month.</summary>
/// <param name="Days">Those that have rows.</param>
public sealed record ListMonth(DateOnly First, DateOnly Today, IReadOnlyList<ListDay> Days)
{
    private const int DaysOfWeek = 7;

    public string Previous => Code(First.AddMonths(-1));
    public string Next => Code(First.AddMonths(1));

    public ListDay? Of(DateOnly day) => Days.FirstOrDefault(d => d.Day == day);

    /// <summary>From Monday on; a day that is not of the month is null.</summary>
    public IEnumerable<IReadOnlyList<DateOnly?>> Weeks()
    {
        var before = ((int)First.DayOfWeek + DaysOfWeek - 1) % DaysOfWeek;
        var last = First.AddMonths(1);
        for (var monday = First.AddDays(-before); monday < last; monday = monday.AddDays(DaysOfWeek))
            yield return
            [
                .. Enumerable.Range(0, DaysOfWeek).Select(monday.AddDays).Select(d => d.Month == First.Month ? d : (DateOnly?)null),
            ];
    }

    private static string Code(DateOnly month) => month.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
}
