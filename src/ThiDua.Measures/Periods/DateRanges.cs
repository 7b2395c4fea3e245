using System.Collections.ObjectModel;

namespace ThiDua.Measures;

/// <summary>Ranges in order; equal when they are the same.</summary>
public sealed class DateRanges(params IEnumerable<DateRange> ranges) : ReadOnlyCollection<DateRange>([.. ranges]), IEquatable<DateRanges>
{
    public static DateRanges None { get; } = new();

    public bool Equals(DateRanges? other) => other is not null && this.SequenceEqual(other);

    public override bool Equals(object? obj) => obj is DateRanges other && Equals(other);

    public override int GetHashCode() => this.Aggregate(0, HashCode.Combine);
}
