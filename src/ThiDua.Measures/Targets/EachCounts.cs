namespace ThiDua.Measures;

/// <summary>A target on each unit, seen from above the level where the units are judged one by one: from stored counts alone.</summary>
public static class EachCounts
{
    /// <summary>Whether one unit's value holds the target's comparator, whatever the day: what is counted.</summary>
    /// <returns>Null while it has no value.</returns>
    public static bool? Holds(TargetRule rule, Definitions definitions, IReadOnlyDictionary<string, Series> figures)
    {
        var standing = Judge.Total(rule, definitions, figures, rule.Range.Last);
        return standing.Judged is { } value ? standing.Requirement.IsMetBy(value) : null;
    }

    /// <summary>
    /// The state of many units, derived on reading since it goes stale with the clock: final once the last reports are due.
    /// </summary>
    /// <param name="holding">How many hold the comparator.</param>
    /// <param name="judged">How many have a value.</param>
    /// <param name="asked">How many there are.</param>
    public static EachStanding Of(TargetRule rule, int holding, int judged, int asked, DateOnly asOf)
    {
        var final = asOf >= (rule.ReportsDue ?? rule.By ?? rule.Range.Last);
        var state =
            judged == 0 ? TargetState.NoFigures
            : final ? (holding == asked ? TargetState.Met : TargetState.Missed)
            : holding == asked ? TargetState.OnTrack
            : TargetState.TooEarly;
        return new(
            state,
            holding,
            [],
            judged,
            judged < asked * (rule.Value == 100 ? 1 : rule.Completeness),
            new Dictionary<long, Standing>()
        )
        {
            Counted = asked,
        };
    }
}
