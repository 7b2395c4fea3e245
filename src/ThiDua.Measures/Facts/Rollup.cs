namespace ThiDua.Measures;

/// <summary>Where a unit stands in the tree from a day on.</summary>
/// <param name="Units">
/// The unit itself and every unit above it; empty once the unit has ended. Of reach only territories add: an organisation,
/// whose work is attributed to hamlets, stands for itself alone.
/// </param>
public sealed record Place(DateOnly From, IReadOnlyList<long> Units);

/// <summary>
/// From a unit's own cells to the totals of the units above it. A flow stands where the unit was on its period's last day;
/// a held value goes along when the unit moves, from the period in which it moves.
/// </summary>
public static class Rollup
{
    /// <summary>What own cells of a unit add to the totals of every unit on its way up, itself included.</summary>
    /// <param name="places">The unit's places; the first also holds before its day.</param>
    /// <param name="schedule">In whose periods a move of held values is booked.</param>
    public static IReadOnlyList<TotalDelta> Spread(
        IndicatorDefinition indicator, IEnumerable<Cell> own, IReadOnlyList<Place> places, Schedule schedule)
    {
        var ordered = places.OrderBy(p => p.From).ToArray();
        var booked = own.SelectMany(c => Book(indicator, c, ordered, schedule));
        return [.. booked.GroupBy(b => b.Unit)
            .OrderBy(g => g.Key)
            .SelectMany(g => Totals.Sum(g.Select(b => b.Cell)).Select(c => new TotalDelta(g.Key, indicator.Code, c)))];
    }

    /// <summary>What recording a move, merger or end changes: the totals under the new places less those under the old.</summary>
    public static IReadOnlyList<TotalDelta> Respread(
        IndicatorDefinition indicator, IReadOnlyList<Cell> own, IReadOnlyList<Place> before, IReadOnlyList<Place> after, Schedule schedule)
    {
        var minus = own.Select(c => new Cell(c.Period, -c.All, -c.Approved)).ToArray();
        var changes = Spread(indicator, minus, before, schedule).Concat(Spread(indicator, own, after, schedule));
        return [.. changes.GroupBy(d => d.Unit)
            .OrderBy(g => g.Key)
            .SelectMany(g => Totals.Sum(g.Select(d => d.Cell)).Select(c => new TotalDelta(g.Key, indicator.Code, c)))];
    }

    private static IEnumerable<(long Unit, Cell Cell)> Book(IndicatorDefinition indicator, Cell cell, Place[] places, Schedule schedule)
    {
        var at = Math.Max(Array.FindLastIndex(places, p => p.From <= cell.Period.Last), 0);
        foreach (var unit in places[at].Units)
        {
            yield return (unit, cell);
        }

        if (!indicator.IsHeld)
        {
            yield break;
        }

        for (var next = at + 1; next < places.Length; next++)
        {
            var period = schedule.PeriodOn(places[next].From);
            var moved = new Cell(period, cell.All with { Reported = 0 }, cell.Approved with { Reported = 0 });
            foreach (var left in places[next - 1].Units.Except(places[next].Units))
            {
                yield return (left, new(period, -moved.All, -moved.Approved));
            }

            foreach (var joined in places[next].Units.Except(places[next - 1].Units))
            {
                yield return (joined, moved);
            }
        }
    }
}
