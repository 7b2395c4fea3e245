using CsCheck;

namespace ThiDua.Measures.Tests;

/// <summary>Units through time: hamlet 4 may stand under province 2 or 3, both in nation 1, or be ended.</summary>
public sealed class RollupTests
{
    private static readonly long[][] Paths =
    [
        [4, 2, 1],
        [4, 3, 1],
        [],
    ];

    private static readonly Gen<Place[]> Places = Gen.Select(Gen.Int[0, 2], Gen.Int[0, 180], Gen.Int[0, 2].List[0, 4])
        .Select(
            (first, gap, rest) =>
                rest.Prepend(first)
                    .Select((path, at) => new Place(new DateOnly(2023, 11, 10).AddDays(at * (gap + 17)), Paths[path]))
                    .ToArray()
        );

    private static readonly Gen<CurrentValue[]> Values = Gen.Select(Gen.Int[0, 11], Gen.Long[0, 20], (month, value) => (month, value))
        .List[0, 8]
        .Select(list =>
            list.DistinctBy(v => v.month).Select(v => new CurrentValue(Period.Month(2024, v.month + 1), v.month, v.value, null)).ToArray()
        );

    /// <summary>Where a flow stands: on the period's last day, or on the unit's own last day where it ended inside.</summary>
    private static long[] AtEnd(Place[] places, Period period)
    {
        var day = period.Last;
        while (day > period.First && At(places, day).Length == 0)
        {
            day = day.AddDays(-1);
        }

        return At(places, day);
    }

    private static long[] At(Place[] places, DateOnly day) => places.LastOrDefault(p => p.From <= day, places[0]).Units.ToArray();

    private static long Total(IEnumerable<TotalDelta> deltas, long unit, Func<Cell, bool> counts) =>
        deltas.Where(d => d.Unit == unit).Select(d => d.Cell).Where(counts).Sum(c => (long)c.All.Sum);

    [Fact]
    public void A_flow_stands_where_the_unit_was_on_its_periods_last_day() =>
        Gen.Select(Values, Places)
            .Sample(
                (values, places) =>
                {
                    var flow = Tree.Definition("flow");
                    var deltas = Rollup.Spread(flow, Totals.OwnCells(flow, values), places, Tree.Monthly);
                    foreach (var unit in new long[] { 1, 2, 3, 4 })
                    {
                        Assert.Equal(
                            values.Where(v => AtEnd(places, v.Period).Contains(unit)).Sum(v => v.Value!.Value),
                            Total(deltas, unit, _ => true)
                        );
                    }
                }
            );

    [Fact]
    public void A_stock_stands_where_the_unit_is_on_the_day_asked() =>
        Gen.Select(Values, Places, Gen.Int[1, 12])
            .Sample(
                (values, places, month) =>
                {
                    var stock = Tree.Definition("stock");
                    var day = Period.Month(2024, month).Last;
                    var deltas = Rollup.Spread(stock, Totals.OwnCells(stock, values), places, Tree.Monthly);
                    var last = values.Where(v => v.Period.First <= day).OrderBy(v => v.Period).LastOrDefault()?.Value ?? 0;
                    foreach (var unit in new long[] { 1, 2, 3, 4 })
                    {
                        Assert.Equal(
                            At(places, day).Contains(unit) ? last : 0,
                            Total(deltas, unit, c => c.Period.Last <= day && (c.Since ?? c.Period.First) <= day)
                        );
                    }
                }
            );

    [Fact]
    public void Moving_a_unit_changes_no_total_of_a_common_ancestor_and_none_before_that_date() =>
        Gen.Select(Values, Gen.Bool, Gen.Int[0, 360])
            .Sample(
                (values, held, day) =>
                {
                    var indicator = Tree.Definition(held ? "stock" : "flow");
                    var date = new DateOnly(2024, 1, 1).AddDays(day);
                    Place[] before = [new(DateOnly.MinValue, Paths[0])];
                    var change = Rollup.Respread(
                        indicator,
                        Totals.OwnCells(indicator, values),
                        before,
                        [.. before, new(date, Paths[1])],
                        Tree.Monthly
                    );
                    Assert.DoesNotContain(change, d => d.Unit is 1 or 4);
                    Assert.DoesNotContain(change, d => (held ? d.Cell.Since ?? d.Cell.Period.First : d.Cell.Period.Last) < date);
                    Assert.Equal(0, change.Sum(d => (long)d.Cell.All.Sum));
                }
            );

    [Fact]
    public void Recording_a_move_late_equals_having_known_it() =>
        Gen.Select(Values, Gen.Bool, Places, Places)
            .Sample(
                (values, held, before, after) =>
                {
                    var indicator = Tree.Definition(held ? "stock" : "flow");
                    var own = Totals.OwnCells(indicator, values);
                    var late = Rollup
                        .Spread(indicator, own, before, Tree.Monthly)
                        .Concat(Rollup.Respread(indicator, own, before, after, Tree.Monthly));
                    Tree.Same(Tree.Gather(Rollup.Spread(indicator, own, after, Tree.Monthly)), Tree.Gather(late));
                }
            );

    [Fact]
    public void A_merger_whose_successor_opens_with_the_predecessors_last_changes_no_total_above()
    {
        var stock = Tree.Definition("stock");
        var (march, april) = (Period.Month(2024, 3), Period.Month(2024, 4));
        var totals = Tree.Gather([
            .. Rollup.Spread(stock, [new Cell(march, 10, 1, 1)], [new(DateOnly.MinValue, [4, 2, 1]), new(april.First, [])], Tree.Monthly),
            .. Rollup.Spread(stock, [new Cell(march, 7, 1, 1)], [new(DateOnly.MinValue, [5, 2, 1]), new(april.First, [])], Tree.Monthly),
            .. Rollup.Spread(stock, [new Cell(april, 17, 1, 1)], [new(april.First, [8, 2, 1])], Tree.Monthly),
        ]);
        Assert.Equal([17, -17, 17], totals[(2, "stock")].Select(c => c.All.Sum));
        Assert.Equal([2, -2, 1], totals[(2, "stock")].Select(c => c.All.Holding));
        Assert.Equal([null, april.First, null], totals[(2, "stock")].Select(c => c.Since));
        Assert.Equal([10, -10], totals[(4, "stock")].Select(c => c.All.Sum));
    }

    [Fact]
    public void Work_of_an_organisation_is_shown_beside_and_does_not_add_to_reach()
    {
        var deltas = Rollup.Spread(
            Tree.Definition("reach"),
            [new Cell(Period.Month(2024, 1), 50, 1, 1)],
            [new(DateOnly.MinValue, [9])],
            Tree.Monthly
        );
        Assert.Equal([9L], deltas.Select(d => d.Unit));
    }
}
