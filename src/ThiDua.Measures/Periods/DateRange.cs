namespace ThiDua.Measures;

/// <summary>Days from <see cref="First"/> to <see cref="Last"/>, both included.</summary>
public readonly record struct DateRange
{
    /// <exception cref="ArgumentException">The last day is before the first.</exception>
    public DateRange(DateOnly first, DateOnly last)
    {
        if (last < first)
        {
            throw new ArgumentException($"A range ends on {last:O}, before its first day {first:O}.", nameof(last));
        }

        (First, Last) = (first, last);
    }

    public DateOnly First { get; }

    public DateOnly Last { get; }

    public static DateRange CivilYear(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    public bool Contains(DateOnly day) => First <= day && day <= Last;

    public bool Contains(DateRange other) => First <= other.First && other.Last <= Last;

    public bool Overlaps(DateRange other) => First <= other.Last && other.First <= Last;

    /// <summary>The same days of another year; a last day of a month stays the last day (28/02 and 29/02).</summary>
    public DateRange ShiftYears(int years)
    {
        var last = Last.AddDays(1).AddYears(years).AddDays(-1);
        return new(First.AddYears(years) < last ? First.AddYears(years) : last, last);
    }

    /// <summary>The same days in as few ranges as hold them, in order.</summary>
    internal static IReadOnlyList<DateRange> Merge(IEnumerable<DateRange> ranges)
    {
        var merged = new List<DateRange>();
        foreach (var range in ranges.OrderBy(r => r.First))
        {
            if (merged.Count > 0 && range.First <= merged[^1].Last.AddDays(1))
            {
                merged[^1] = new(merged[^1].First, merged[^1].Last > range.Last ? merged[^1].Last : range.Last);
            }
            else
            {
                merged.Add(range);
            }
        }

        return merged;
    }
}
