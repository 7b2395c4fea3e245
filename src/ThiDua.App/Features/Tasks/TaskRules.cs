namespace ThiDua.App.Features.Tasks;

/// <summary>A span of time in which a task is to be done once.</summary>
public readonly record struct TaskSpan(DateOnly From, DateOnly To);

/// <summary>When a task is done: pure.</summary>
public static class TaskRules
{
    /// <summary>
    /// The spans that have begun by a day: one for a task done once, else weeks from Monday, months, quarters, halves or years,
    /// cut to the campaign.
    /// </summary>
    /// <param name="every"><c>week month quarter half year</c>; null for once.</param>
    /// <param name="due">The day the plan sets for a task done once.</param>
    public static IReadOnlyList<TaskSpan> Begun(string? every, DateOnly? due, DateOnly from, DateOnly to, DateOnly today)
    {
        if (today < from)
            return [];
        if (Next(every, from) is null)
            return [new(from, due is { } day && day >= from ? day : to)];
        var spans = new List<TaskSpan>();
        for (var start = from; start <= to && start <= today; start = Next(every, start)!.Value)
        {
            var last = Next(every, start)!.Value.AddDays(-1);
            spans.Add(new(start, last < to ? last : to));
        }
        return spans;
    }

    /// <summary>The beginning of a task's text, whole words, for lists and notices.</summary>
    public static string Short(string text, int most = 120)
    {
        if (text.Length <= most)
            return text;
        var end = text.LastIndexOf(' ', most - 1);
        return text[..(end > most / 2 ? end : most - 1)].TrimEnd(',', ';', ' ', ':') + "…";
    }

    /// <summary>First day of the span after the one that holds this day; null for what does not recur.</summary>
    private static DateOnly? Next(string? every, DateOnly day) =>
        every switch
        {
            "week" => day.AddDays(7 - (((int)day.DayOfWeek + 6) % 7)),
            "month" => Month(day, 1),
            "quarter" => Month(day, 3),
            "half" => Month(day, 6),
            "year" => Month(day, 12),
            _ => null,
        };

    private static DateOnly Month(DateOnly day, int length) =>
        new DateOnly(day.Year, ((day.Month - 1) / length * length) + 1, 1).AddMonths(length);
}
