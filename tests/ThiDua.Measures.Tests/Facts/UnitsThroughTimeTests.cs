using CsCheck;
using static ThiDua.Measures.Tests.World;

namespace ThiDua.Measures.Tests;

/// <summary>
/// Three units that move, end and begin again, with figures of months, quarters, years and days: what any node reads on any
/// day is what its units say one by one, found by brute force.
/// </summary>
public sealed class UnitsThroughTimeTests
{
    private const int Nodes = 3;

    private static readonly DateOnly First = Day(2023, 1, 1);

    private static readonly DateOnly[] Starts = [Day(2023, 1, 1), Day(2023, 10, 1), Day(2024, 4, 1)];

    private static readonly Gen<DateOnly> Days = Gen.Int[0, 730].Select(First.AddDays);

    private static readonly Gen<Period> Periods = Gen.Select(Days, Gen.Enum<Frequency>())
        .Select((day, frequency) => Period.Containing(day, frequency));

    private static readonly Gen<CurrentValue[]> Values = Gen.Select(Periods, Gen.Long[0, 20])
        .List[0, 9]
        .Select(list =>
            list.DistinctBy(v => v.Item1).Select((v, at) => new CurrentValue(v.Item1, at, v.Item2, at % 2 == 0 ? v.Item2 : null)).ToArray()
        );

    /// <summary>Node 1 is above 2 and 3; the unit itself is 4. It may end (nowhere), or stand alone as another kind.</summary>
    private static readonly long[][] Paths =
    [
        [4, 2, 1],
        [4, 3, 1],
        [4],
        [],
    ];

    private static readonly Gen<Place[]> Places = Gen.Select(Gen.Int[0, 2], Gen.Select(Days, Gen.Int[0, 3]).List[0, 4])
        .Select(
            (first, rest) =>
                rest.DistinctBy(r => r.Item1)
                    .OrderBy(r => r.Item1)
                    .Select(r => new Place(r.Item1, Paths[r.Item2]))
                    .Prepend(new Place(DateOnly.MinValue, Paths[first]))
                    .ToArray()
        );

    private static readonly Gen<(CurrentValue[] Values, Place[] Places)[]> Units = Gen.Select(Values, Places, (v, p) => (v, p)).Array[3];

    private static bool Stands(Place[] places, DateOnly day, long node) => places.Last(p => p.From <= day).Units.Contains(node);

    private static IndicatorDefinition Of(IndicatorKind kind) =>
        new()
        {
            Code = "x",
            Kind = kind,
            Starts = Starts,
        };

    private static Reading Read(
        IndicatorDefinition definition,
        (CurrentValue[] Values, Place[] Places)[] units,
        long node,
        DateRange range,
        DateOnly asOf
    )
    {
        var cells = units
            .SelectMany(u => Rollup.Spread(definition, Totals.OwnCells(definition, u.Values), u.Places, Monthly))
            .Where(d => d.Unit == node)
            .Select(d => d.Cell);
        var question = new Question
        {
            Definitions = new([definition]),
            Figures = new Dictionary<string, Series> { ["x"] = new(Monthly, cells, 3) },
            Range = range,
            AsOf = asOf,
        };
        return Evaluator.Read(question, "x");
    }

    private static void Same(IEnumerable<CurrentValue?> each, Reading reading, DateOnly day)
    {
        var known = each.OfType<CurrentValue>().ToList();
        Assert.Equal(known.Count == 0 ? null : (Rational?)known.Sum(v => v.Value!.Value), reading.Value);
        Assert.Equal(known.Count, reading.Reported);
        Assert.Equal(known.Count > 0 && known.Any(v => v.Period.Last > day), reading.Running);
    }

    [Fact]
    public void A_stock_stands_where_the_unit_is_on_the_day_asked() =>
        Gen.Select(Units, Days, Days, Gen.Long[1, Nodes])
            .Sample(
                (units, one, other, node) =>
                {
                    var (asked, last) = (one < other ? one : other, one < other ? other : one);
                    Same(
                        units
                            .Where(u => Stands(u.Places, asked, node))
                            .Select(u => u.Values.Where(v => v.Period.First <= asked && v.Period.Last <= last).MaxBy(v => v.Period)),
                        Read(Of(IndicatorKind.Stock), units, node, new(First, last), asked),
                        asked
                    );
                    Same(
                        units
                            .Where(u => Stands(u.Places, last, node))
                            .Select(u => u.Values.Where(v => v.Period.Last <= last).MaxBy(v => v.Period)),
                        Read(Of(IndicatorKind.Stock), units, node, new(First, last), Day(2030, 1, 1)),
                        last
                    );
                }
            );

    [Fact]
    public void Reach_stands_there_too_and_counts_from_the_start() =>
        Gen.Select(Units, Gen.Int[0, 2], Days, Gen.Long[1, Nodes])
            .Where((_, start, day, _) => day >= Starts[start] && (start == 2 || day < Starts[start + 1]))
            .Sample(
                (units, start, day, node) =>
                    Same(
                        units
                            .Where(u => Stands(u.Places, day, node))
                            .Select(u =>
                                u.Values.Where(v =>
                                        v.Period.First <= day
                                        && v.Period.Last >= Starts[start]
                                        && (start == 2 || v.Period.Last < Starts[start + 1])
                                    )
                                    .MaxBy(v => v.Period)
                            ),
                        Read(Of(IndicatorKind.Reach), units, node, new(Starts[start], Day(2026, 12, 31)), day),
                        day
                    )
            );

    [Fact]
    public void An_opening_is_that_of_the_ranges_first_day_and_stands_where_the_unit_is() =>
        Gen.Select(Units, Days, Days, Gen.Long[1, Nodes])
            .Sample(
                (units, one, other, node) =>
                {
                    var (first, day) = (one < other ? one : other, one < other ? other : one);
                    var known = units
                        .Where(u => Stands(u.Places, day, node))
                        .Select(u =>
                            u.Values.Where(v => v.Period.First <= first)
                                .OrderBy(v => v.Period.First)
                                .ThenBy(v => v.Period.Last)
                                .LastOrDefault()
                        )
                        .OfType<CurrentValue>()
                        .ToList();
                    var reading = Read(Of(IndicatorKind.Opening), units, node, new(first, Day(2026, 12, 31)), day);
                    Assert.Equal(known.Count == 0 ? null : (Rational?)known.Sum(v => v.Value!.Value), reading.Value);
                }
            );

    [Fact]
    public void The_latest_period_is_one_of_a_unit_that_stands_there() =>
        Gen.Select(Units, Days, Gen.Long[1, Nodes])
            .Sample(
                (units, day, node) =>
                {
                    // Months alone: a year's figure beside its months is not the last because it is the newest.
                    var months = units
                        .Select(u => (u.Values.Where(v => v.Period.Frequency == Frequency.Month).ToArray(), u.Places))
                        .ToArray();
                    var known = months
                        .Where(u => Stands(u.Places, day, node))
                        .SelectMany(u => u.Item1)
                        .Where(v => v.Period.First <= day)
                        .Select(v => (Period?)v.Period);
                    Assert.Equal(known.Max(), Read(Of(IndicatorKind.Stock), months, node, new(First, Day(2026, 12, 31)), day).Latest);
                }
            );

    [Fact]
    public void A_move_changes_nothing_of_the_days_before_it_and_nothing_above_both_places() =>
        Gen.Select(Values, Days, Days, Gen.Int[0, 3].Select(k => (IndicatorKind)k))
            .Sample(
                (values, move, day, kind) =>
                {
                    Place[] before = [new(DateOnly.MinValue, Paths[0])];
                    Place[] after = [.. before, new(move, Paths[1])];
                    var range = new DateRange(First, Day(2026, 12, 31));
                    Reading Now(Place[] places, long node) => Read(Of(kind), [(values, places)], node, range, day);
                    Assert.Equal(Now(before, 1), Now(after, 1));
                    Assert.Equal(Now(before, 4), Now(after, 4));
                    if (day < move && kind != IndicatorKind.Flow)
                    {
                        Assert.Equal(Now(before, 2), Now(after, 2));
                    }

                    var change = Rollup.Respread(Of(kind), Totals.OwnCells(Of(kind), values), before, after, Monthly);
                    Assert.DoesNotContain(
                        change,
                        d =>
                            d.Unit is 1 or 4
                            || (kind == IndicatorKind.Flow ? d.Cell.Period.Last : d.Cell.Since ?? d.Cell.Period.First) < move
                    );
                }
            );
}
