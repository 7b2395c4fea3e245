namespace ThiDua.Measures;

/// <summary>
/// Instants as days in Asia/Ho_Chi_Minh. The zone has been UTC+7 without daylight saving since 1975, so no time-zone data of the
/// machine is asked.
/// </summary>
public static class VietnamTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>The first instant of a day.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new(day, TimeOnly.MinValue, Offset);

    /// <summary>The first instant after a day: a term that ends on it ends at its 24:00 (Civil Code 91/2015/QH13, Article 148.6).</summary>
    public static DateTimeOffset EndOf(DateOnly day) => StartOf(day.AddDays(1));
}
