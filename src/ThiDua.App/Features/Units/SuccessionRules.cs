using ThiDua.Measures;

namespace ThiDua.App.Features.Units;

/// <summary>What a unit holds of an indicator on the eve of a day.</summary>
/// <param name="Before">The last figure whose period is over; null when there is none.</param>
/// <param name="Running">Figures whose period goes on beyond the day, by their last day.</param>
public sealed record Holding(CurrentValue? Before, IReadOnlyList<CurrentValue> Running)
{
    public long? Last => (Running.Count > 0 ? Running[^1] : Before)?.Value;

    /// <summary>What is in effect when the given period has ended.</summary>
    public CurrentValue? At(Period period) => Running.LastOrDefault(r => r.Period.CompareTo(period) <= 0) ?? Before;
}

/// <summary>An opening figure of a successor.</summary>
public sealed record Opening(Period Period, long Value, bool Approved);

/// <summary>
/// The opening stocks of units that came from others: they sum to what these held last, whatever day is asked afterwards,
/// so that no total above changes (measures.md, Units through time). Pure.
/// </summary>
public static class SuccessionRules
{
    /// <summary>What passes on: a yes/no or a score is a judgement on one unit, and is given anew.</summary>
    public static bool PassesOn(IndicatorDefinition indicator) =>
        indicator.Kind is IndicatorKind.Stock or IndicatorKind.Opening or IndicatorKind.Reach;

    public static Holding Held(IndicatorDefinition indicator, IEnumerable<CurrentValue> own, DateOnly from)
    {
        var start = indicator.StartOf(from);
        var seen = own.Where(v => v.Value is not null && v.Period.First < from && indicator.StartOf(v.Period.Last) >= start).ToList();
        var ended = seen.Where(v => v.Period.Last < from);
        return new(
            indicator.Kind == IndicatorKind.Opening
                ? ended.OrderBy(v => v.Period.First).ThenBy(v => v.Period.Last).LastOrDefault()
                : ended.MaxBy(v => v.Period),
            [.. seen.Where(v => v.Period.Last >= from).OrderBy(v => v.Period)]
        );
    }

    /// <summary>
    /// The figures of a new unit: for each running period what its predecessors give for it, and what they held before it.
    /// </summary>
    /// <param name="part">The part of a predecessor's value that goes to this unit.</param>
    public static IReadOnlyList<Opening> Merged(
        IndicatorDefinition indicator,
        IReadOnlyList<Holding> holdings,
        DateOnly from,
        Func<long, long>? part = null
    )
    {
        var openings = new List<Opening>();
        var running = holdings.SelectMany(h => h.Running).Select(r => r.Period).Distinct().Order().ToList();
        var before = holdings.Select(h => h.Before).OfType<CurrentValue>().ToList();
        // An opening is chosen by its period's first day: what runs already is the one.
        if (before.Count > 0 && (indicator.Kind != IndicatorKind.Opening || running.Count == 0))
            openings.Add(Sum(Period.OfDay(from), before, part));
        foreach (var period in running)
            openings.Add(Sum(period, [.. holdings.Select(h => h.At(period)).OfType<CurrentValue>()], part));
        return openings;
    }

    /// <summary>What a standing unit holds from the day on, with what others bring into it; null when that cannot be said.</summary>
    /// <remarks>Its own figure of a running period also counts for the days before: no figure of its own can hold from the day
    /// alone.</remarks>
    public static Opening? Joined(IndicatorDefinition indicator, Holding own, IReadOnlyList<Holding> others, DateOnly from)
    {
        if (own.Running.Count > 0 || (indicator.Kind == IndicatorKind.Opening && others.Any(o => o.Running.Count > 0)))
            return null;
        var last = others.Append(own).Select(h => h.Running.Count > 0 ? h.Running[^1] : h.Before).OfType<CurrentValue>().ToList();
        return Sum(Period.OfDay(from), last, null);
    }

    /// <summary>The part from one bound to the other of a whole: the parts of any value sum to it, none off by one or more.</summary>
    /// <param name="of">Above 0.</param>
    public static long Part(long value, long from, long to, long of) => (long)(((Int128)value * to / of) - ((Int128)value * from / of));

    private static Opening Sum(Period period, IReadOnlyList<CurrentValue> values, Func<long, long>? part) =>
        new(period, values.Sum(v => part is null ? v.Value!.Value : part(v.Value!.Value)), values.All(v => v.ApprovedValue == v.Value));
}
