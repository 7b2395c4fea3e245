namespace ThiDua.Measures;

/// <summary>Where a unit stands in the tree from a day on. A change of its kind is a move.</summary>
/// <param name="From">
/// Of a unit's first place the day on which it began; figures of periods before it stand in that place all the same.
/// </param>
/// <param name="Units">
/// The unit itself and every unit above it; empty once the unit has ended. Where its kind is not asked for the indicator, or it is an
/// organisation and the indicator is reach (only territories add; its work is attributed to hamlets): of a flow the unit alone, of
/// a held value empty, or an organisation above hamlets would add its own to theirs.
/// </param>
public sealed record Place(DateOnly From, IReadOnlyList<long> Units);

/// <summary>
/// From a unit's own cells to the totals of the units above it. A flow stands where the unit was on its period's last day, or
/// on its own last day where it ended inside the period. A held value stands where the unit is on the day asked: a move takes it from
/// the old node, and brings it to the new one, from its day on (<see cref="Cell.Since"/>) and for nothing that is asked of a day before.
/// </summary>
public static class Rollup
{
    /// <summary>What own cells of a unit add to the totals of every unit on its way up, itself included.</summary>
    /// <param name="places">The unit's places; the first also holds before its day.</param>
    /// <param name="schedule">Of the indicator. Days decide, so that the same places serve a unit whatever the frequency.</param>
    public static IReadOnlyList<TotalDelta> Spread(
        IndicatorDefinition indicator,
        IEnumerable<Cell> own,
        IReadOnlyList<Place> places,
        Schedule schedule
    )
    {
        var cells = own as IReadOnlyList<Cell> ?? [.. own];
        if (places is [var only] && !(indicator.IsHeld && cells.Any(c => c.Seen < only.From && only.From <= c.Period.Last)))
        {
            // A unit that always stood in one place: its cells are those of every unit above.
            return [.. only.Units.Order().SelectMany(unit => cells.Select(c => new TotalDelta(unit, indicator.Code, c)))];
        }

        var ordered = places.OrderBy(p => p.From).ToArray();
        return Gather(indicator, cells.SelectMany(c => indicator.IsHeld ? Held(c, ordered) : Flow(c, ordered)));
    }

    /// <summary>
    /// What recording a move, merger, change of kind or end changes: the totals under the new places less those under the old.
    /// </summary>
    public static IReadOnlyList<TotalDelta> Respread(
        IndicatorDefinition indicator,
        IReadOnlyList<Cell> own,
        IReadOnlyList<Place> before,
        IReadOnlyList<Place> after,
        Schedule schedule
    )
    {
        var changes = Spread(indicator, own.Select(c => -c), before, schedule).Concat(Spread(indicator, own, after, schedule));
        return Gather(indicator, changes.Select(d => (d.Unit, d.Cell)));
    }

    /// <summary>In the totals of which units a figure counts when a day is asked: those whose lists of facts show it.</summary>
    public static IReadOnlyList<long> Stands(IndicatorDefinition indicator, Period period, IReadOnlyList<Place> places, DateOnly asked)
    {
        var ordered = places.OrderBy(p => p.From).ToArray();
        return ordered.Length == 0 ? [] : ordered[indicator.IsHeld ? On(asked, ordered) : OfFlow(period, ordered)].Units;
    }

    private static IReadOnlyList<TotalDelta> Gather(IndicatorDefinition indicator, IEnumerable<(long Unit, Cell Cell)> booked) =>
        [
            .. booked
                .GroupBy(b => b.Unit)
                .OrderBy(g => g.Key)
                .SelectMany(g => Totals.Sum(g.Select(b => b.Cell)).Select(c => new TotalDelta(g.Key, indicator.Code, c))),
        ];

    private static IEnumerable<(long Unit, Cell Cell)> Flow(Cell cell, Place[] places) =>
        places[OfFlow(cell.Period, places)].Units.Select(unit => (unit, cell));

    private static int OfFlow(Period period, Place[] places)
    {
        var at = On(period.Last, places);
        while (at > 0 && places[at].Units.Count == 0 && places[at].From > period.First)
        {
            at--;
        }

        return at;
    }

    private static IEnumerable<(long Unit, Cell Cell)> Held(Cell cell, Place[] places)
    {
        // A unit that began inside the period holds nothing before: a successor's opening stock, beside what it came from.
        var began = places[0].From;
        var seen = cell.Seen < began && began <= cell.Period.Last ? began : cell.Seen;
        var at = On(seen, places);
        var here = cell.From(seen);
        foreach (var unit in places[at].Units)
        {
            yield return (unit, here);
        }

        for (var next = at + 1; next < places.Length; next++)
        {
            var moved = cell.From(places[next].From);
            foreach (var left in places[next - 1].Units.Except(places[next].Units))
            {
                yield return (left, -moved);
            }

            foreach (var joined in places[next].Units.Except(places[next - 1].Units))
            {
                yield return (joined, moved);
            }
        }
    }

    private static int On(DateOnly day, Place[] places) => Math.Max(Array.FindLastIndex(places, p => p.From <= day), 0);
}
