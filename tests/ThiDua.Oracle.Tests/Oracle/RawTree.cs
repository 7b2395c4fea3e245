namespace ThiDua.Oracle.Tests;

/// <summary>"The tree is dated": every question names its day, and is answered by walking up the parents of that day.</summary>
public sealed class RawTree(IReadOnlyList<RawStay> stays)
{
    public IReadOnlyList<int> Units { get; } = [.. stays.Select(stay => stay.Unit).Distinct().Order()];

    public RawStay? On(int unit, DateOnly day) =>
        stays.SingleOrDefault(stay => stay.Unit == unit && stay.From <= day && (stay.To is null || day <= stay.To));

    public bool Below(int unit, int top, DateOnly day)
    {
        for (int? at = unit; at is not null; at = On(at.Value, day)?.Parent)
        {
            if (On(at.Value, day) is null)
            {
                return false;
            }
            if (at == top)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The last day of a unit that has ended; null: it goes on.</summary>
    public DateOnly? End(int unit)
    {
        var own = stays.Where(stay => stay.Unit == unit).ToList();
        return own.Any(stay => stay.To is null) ? null : own.Max(stay => stay.To);
    }

    // "A flow stands where the unit was on its period's last day, or on the unit's own last day when it ended inside the period"
    public DateOnly DayOfFlow(int unit, RawPeriod period) => End(unit) is { } end && period.Has(end) ? end : period.Last;

    // "A change of kind is a move: what the new kind is not asked for leaves the totals."
    public bool Asked(int unit, int top, DateOnly day, RawIndicator indicator) =>
        On(unit, day) is { } stay
        && indicator.Asked.Contains(stay.Kind)
        // "only territorial units add"
        && (indicator.Kind != RawKind.Reach || indicator.Territorial.Contains(stay.Kind))
        && Below(unit, top, day);

    public IReadOnlyList<int> AskedOn(int top, DateOnly day, RawIndicator indicator) =>
        [.. Units.Where(unit => Asked(unit, top, day, indicator))];

    public IReadOnlyList<int> AskedIn(int top, RawPeriod period, RawIndicator indicator) =>
        [.. Units.Where(unit => Asked(unit, top, indicator.Kind == RawKind.Flow ? DayOfFlow(unit, period) : period.Last, indicator))];
}
