namespace ThiDua.App.Data;

/// <summary>The clock of a sample system: it runs as the real one does, but lives on the day its sample figures end.</summary>
public sealed class AssumedClock : TimeProvider
{
    private readonly TimeSpan shift;

    public AssumedClock(DateOnly day) => shift = day.ToDateTime(TimeOnly.MinValue) - System.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).Date;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + shift;
}
