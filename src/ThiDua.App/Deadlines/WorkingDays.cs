using ThiDua.App.Packs;

namespace ThiDua.App.Deadlines;

/// <summary>Which days offices work: Monday to Friday, less the pack's days off, plus the weekend days worked in exchange.</summary>
public sealed class WorkingDays
{
    private readonly Dictionary<DateOnly, HolidayKind> exceptions;

    public WorkingDays(IEnumerable<Holiday> holidays) => exceptions = holidays.GroupBy(h => h.Date).ToDictionary(g => g.Key, g => g.First().Kind);

    public bool Works(DateOnly day) => exceptions.TryGetValue(day, out var kind)
        ? kind == HolidayKind.Worked
        : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The day itself when offices work on it, else the next on which they do.</summary>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!Works(day)) day = day.AddDays(1);
        return day;
    }

    /// <summary>So many working days after the day, which itself does not count (Civil Code 2015, Article 147: counting begins on the next day).</summary>
    public DateOnly Add(DateOnly day, int workingDays)
    {
        for (var left = workingDays; left > 0; left--) day = OnOrAfter(day.AddDays(1));
        return day;
    }
}
