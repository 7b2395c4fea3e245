namespace ThiDua.Measures;

/// <summary>
/// One unit's own values as steps that add up to the value in effect, whatever day is asked: those of the figures that had
/// begun by the day and have ended by the range's end, of which the last holds.
/// </summary>
internal static class Staircase
{
    /// <returns>What each figure adds to its period's cell, from which day asked on.</returns>
    public static IEnumerable<(Period Period, DateOnly Seen, Tally Tally)> Steps(
        IndicatorDefinition indicator,
        IEnumerable<(Period Period, long Value)> values
    ) =>
        indicator.Kind switch
        {
            IndicatorKind.Flow => values.Select(v => (v.Period, v.Period.First, new Tally(v.Value, 1, 0))),
            IndicatorKind.Opening => Openings(values),
            _ => values.GroupBy(v => indicator.StartOf(v.Period.Last)).SelectMany(g => Held(g.Key, g.OrderBy(v => v.Period))),
        };

    /// <summary>An opening is chosen by its period's first day alone.</summary>
    private static IEnumerable<(Period, DateOnly, Tally)> Openings(IEnumerable<(Period Period, long Value)> values)
    {
        long? last = null;
        foreach (var (period, value) in values.OrderBy(v => v.Period.First).ThenBy(v => v.Period.Last))
        {
            yield return (period, period.First, new(value - (Int128)(last ?? 0), 1, last is null ? 1 : 0));
            last = value;
        }
    }

    /// <summary>
    /// Figures by their last day. One whose period began before that of an earlier figure (a year's beside its months')
    /// takes what these added away again from the day on which they are seen.
    /// </summary>
    /// <param name="start">Of reach: a figure is not seen before its campaign begins.</param>
    private static IEnumerable<(Period, DateOnly, Tally)> Held(DateOnly start, IEnumerable<(Period Period, long Value)> values)
    {
        var steps = new List<(DateOnly Seen, Tally Step)>();
        foreach (var (period, value) in values)
        {
            var seen = period.First > start ? period.First : start;
            var before = steps.Where(s => s.Seen <= seen).Aggregate(default(Tally), (sum, s) => sum + s.Step);
            var step = new Tally(value, 0, 1) - before;
            yield return (period, seen, step with { Reported = 1 });
            foreach (var later in steps.Where(s => s.Seen > seen).ToArray())
            {
                yield return (period, later.Seen, -later.Step);
            }

            steps.RemoveAll(s => s.Seen > seen);
            steps.Add((seen, step));
        }
    }
}
