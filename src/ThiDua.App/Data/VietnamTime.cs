namespace ThiDua.App.Data;

/// <summary>Dates and times as Vietnam reads them: one zone, UTC+7 without daylight saving since 1975 (Asia/Ho_Chi_Minh).</summary>
public static class VietnamTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(Offset).DateTime);

    public static DateTimeOffset Local(this DateTimeOffset at) => at.ToOffset(Offset);

    /// <summary>When the day begins.</summary>
    public static DateTimeOffset Midnight(this DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), Offset);
}
