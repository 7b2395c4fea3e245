namespace ThiDua.App.Data;

/// <summary>The clock of a sample system: it runs as the real one does, but lives in the year of its sample figures.</summary>
public sealed class AssumedClock : TimeProvider
{
    private TimeSpan shift;

    public AssumedClock(DateOnly day) => Set(day, TimeOnly.FromDateTime(System.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).DateTime));

    /// <summary>Moves to a moment of Vietnam's time: while the sample is written, each report is sent on a day of its own.</summary>
    public void Set(DateOnly day, TimeOnly time) =>
        shift = new DateTimeOffset(day.ToDateTime(time), TimeSpan.FromHours(7)) - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + shift;
}
