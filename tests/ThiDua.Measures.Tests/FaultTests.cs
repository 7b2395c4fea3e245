using static ThiDua.Measures.Tests.World;

namespace ThiDua.Measures.Tests;

/// <summary>The faults found on 30 November 2026 (faults/README.md), each with the value that is right.</summary>
public sealed class FaultTests
{
    private static readonly Definitions Pack = new([
        new()
        {
            Code = "crimes",
            Kind = IndicatorKind.Flow,
            LessIsBetter = true,
        },
        new()
        {
            Code = "again",
            Kind = IndicatorKind.Flow,
            LessIsBetter = true,
        },
        new()
        {
            Code = "relapse",
            Kind = IndicatorKind.Ratio,
            Numerator = "again",
            Denominator = "crimes",
            LessIsBetter = true,
        },
        new() { Code = "models", Kind = IndicatorKind.Stock },
        new() { Code = "areas", Kind = IndicatorKind.Opening },
        new()
        {
            Code = "reached",
            Kind = IndicatorKind.Reach,
            Starts = [Day(2023, 4, 1), Day(2023, 10, 1), Day(2024, 10, 1)],
        },
    ]);

    private static readonly long?[] Sevens = [.. Enumerable.Repeat<long?>(7, 12)];

    private static readonly Place[] Moved = [new(DateOnly.MinValue, [4, 2, 1]), new(Day(2024, 3, 1), [4, 3, 1])];

    private static Standing Judge(TargetRule rule, DateOnly asOf, params (string, Series)[] figures) =>
        Ask(asOf, Pack, figures).Judge(rule);

    /// <summary>The totals of a node of the tree that moving hamlet 4 and, in node 2, hamlet 5 make.</summary>
    private static Reading Node(
        long node,
        string code,
        DateRange range,
        DateOnly asOf,
        Place[] places,
        params (Period Period, long Value)[] values
    )
    {
        var own = values.Index().Select(v => new CurrentValue(v.Item.Period, v.Index, v.Item.Value, v.Item.Value));
        var cells = Rollup
            .Spread(Pack[code], Totals.OwnCells(Pack[code], own), places, Monthly)
            .Where(d => d.Unit == node)
            .Select(d => d.Cell);
        return Evaluator.Read(Ask(asOf, Pack, (code, new(Monthly, cells, 1))) with { Range = range }, code);
    }

    [Fact]
    public void F1_no_stored_value_stops_a_page_and_none_beyond_the_bound_is_stored()
    {
        Assert.Equal(FactError.TooLarge, Entry.Check(Pack["crimes"], long.MaxValue));
        var standing = Judge(
            Target("crimes", Comparator.AtMost, 5),
            EndOf(3),
            ("crimes", Flow(2, Months(2024, 2, long.MaxValue, long.MaxValue, long.MaxValue)))
        );
        Assert.Equal(TargetState.Missed, standing.State);
        Assert.True(standing.Judged!.Value.Round(6) > long.MaxValue && standing.JudgedForecast!.Value.Round(6) > long.MaxValue);
    }

    [Fact]
    public void F4_eight_months_are_compared_with_the_same_eight_and_never_met_while_months_are_missing()
    {
        var fewer = Target("crimes", Comparator.AtLeast, 5) with
        {
            Direction = Direction.Decrease,
            BaselineYear = 2023,
            ReportsDue = Day(2025, 1, 10),
        };
        var crimes = ("crimes", Flow(1, Months(2023, 1, Sevens), Months(2024, 1, 6, 6, 6, 6, 6, 5, 5, 5)));
        var waiting = Judge(fewer, Day(2025, 1, 9), crimes);
        var after = Judge(fewer, Day(2025, 1, 20), crimes);

        Assert.All(
            [waiting, after],
            s =>
            {
                Assert.Equal((45, 56), (s.Reading.Current!.Value!.Value, s.Reading.Baseline!.Value!.Value));
                Assert.Equal(new Rational(1100, 56), s.Judged);
                Assert.Equal((TargetState.OnTrack, true, false), (s.State, s.IsProvisional, s.IsFinal));
            }
        );
        Assert.Equal((true, false), (waiting.AwaitsLast, after.AwaitsLast));
    }

    [Fact]
    public void F5_a_fall_without_a_baseline_year_cannot_be_computed()
    {
        var fewer = Target("crimes", Comparator.AtLeast, 20) with { Direction = Direction.Decrease, ChangeIn = ChangeIn.Difference };
        var standing = Judge(fewer, EndOf(12), ("crimes", Flow(1, Months(2024, 1, [.. Enumerable.Repeat<long?>(3, 10), 0, 0]))));
        Assert.Equal((TargetState.CannotCompute, NoValue.NoBaselineYear, null), (standing.State, standing.Reason, standing.Judged));
    }

    [Theory]
    [InlineData(0, TargetState.Met)]
    [InlineData(3, TargetState.Met)]
    [InlineData(4, TargetState.Missed)]
    [InlineData(416, TargetState.Missed)]
    public void F6_a_range_where_less_is_better_is_at_most_its_upper_end(long again, TargetState expected)
    {
        var rule = Target("relapse", Comparator.AtLeast, 2) with { Upper = 3 };
        long?[] zeros = [.. Enumerable.Repeat<long?>(0, 11)];
        Assert.Equal(
            expected,
            Judge(
                rule,
                EndOf(12),
                ("again", Flow(1, Months(2024, 1, [.. zeros, again]))),
                ("crimes", Flow(1, Months(2024, 1, [.. zeros, 100])))
            ).State
        );
    }

    [Theory]
    [InlineData(2023, 10)]
    [InlineData(2023, 4)]
    public void F7_reach_counts_from_the_campaigns_start_across_the_new_year(int year, int month)
    {
        var reached = Held(
            Pack["reached"],
            [
                .. Enumerable
                    .Range(0, 6)
                    .Select(m => (Period.Containing(Day(year, month, 1).AddMonths(m), Frequency.Month), (long?)(10 * (m + 1)))),
            ]
        );
        var campaign = Ask(EndOf(12), Pack, ("reached", reached)) with
        {
            Range = new(Day(year, month, 1), Day(year, month, 1).AddYears(1).AddDays(-1)),
        };
        // Before the next start the campaign's own last value holds, the new year or not.
        Assert.Equal(60, Evaluator.Read(campaign with { AsOf = Day(year, month, 1).AddMonths(6).AddDays(-1) }, "reached").Value!.Value);
        Assert.Equal(10, Evaluator.Read(campaign with { AsOf = Day(year, month, 20) }, "reached").Value!.Value);
        Assert.Equal(NoValue.NotFromStart, Evaluator.Read(campaign with { Range = Year2024 }, "reached").Reason);
    }

    [Fact]
    public void F9_reach_of_an_earlier_start_is_not_taken_from_the_node_left_behind()
    {
        Place[] places = [new(DateOnly.MinValue, [4, 2, 1]), new(Day(2024, 10, 15), [4, 3, 1])];
        (Period, long)[] values = [(Period.Month(2024, 9), 30), (Period.Month(2024, 10), 5)];
        DateRange first = new(Day(2023, 10, 1), Day(2024, 9, 30)),
            second = new(Day(2024, 10, 1), Day(2025, 9, 30));
        Assert.Equal(
            (30, NoValue.NoFigures),
            (
                Node(2, "reached", first, Day(2026, 1, 1), places, values).Value!.Value,
                Node(3, "reached", first, Day(2026, 1, 1), places, values).Reason
            )
        );
        Assert.Equal(
            (NoValue.NoFigures, 5),
            (
                Node(2, "reached", second, EndOf(12), places, values).Reason,
                Node(3, "reached", second, EndOf(12), places, values).Value!.Value
            )
        );
    }

    [Fact]
    public void F9_an_opening_stays_in_the_ranges_that_ended_before_the_unit_left()
    {
        (Period, long)[] values = [(Period.OfYear(2023), 8), (Period.OfYear(2024), 9)];
        Assert.Equal(8, Node(2, "areas", DateRange.CivilYear(2023), EndOf(12), Moved, values).Value!.Value);
        Assert.Equal(9, Node(2, "areas", Year2024, EndOf(2), Moved, values).Value!.Value);
        Assert.Equal(
            (NoValue.NoFigures, 9),
            (Node(2, "areas", Year2024, EndOf(3), Moved, values).Reason, Node(3, "areas", Year2024, EndOf(3), Moved, values).Value!.Value)
        );
    }

    [Fact]
    public void F9_a_move_on_the_first_counts_in_a_range_that_ends_in_that_month()
    {
        DateRange toMarch = new(Day(2024, 1, 1), Day(2024, 3, 31)),
            toTenth = new(Day(2024, 1, 1), Day(2024, 3, 10));
        Assert.All(
            [toMarch, toTenth],
            range =>
            {
                Assert.Equal(NoValue.NoFigures, Node(2, "models", range, EndOf(12), Moved, (Period.Month(2024, 1), 7)).Reason);
                Assert.Equal(7, Node(3, "models", range, EndOf(12), Moved, (Period.Month(2024, 1), 7)).Value!.Value);
            }
        );
        Assert.Equal(7, Node(2, "models", toMarch, EndOf(2), Moved, (Period.Month(2024, 1), 7)).Value!.Value);
    }

    [Fact]
    public void F9_the_latest_period_is_none_of_a_unit_that_has_left()
    {
        IEnumerable<Cell> Of(Place[] places, long unit, params (Period Period, long Value)[] values) =>
            Rollup
                .Spread(
                    Pack["models"],
                    Totals.OwnCells(Pack["models"], values.Select((v, at) => new CurrentValue(v.Period, at, v.Value, v.Value))),
                    places,
                    Monthly
                )
                .Where(d => d.Unit == unit)
                .Select(d => d.Cell);
        Series left = new(
            Monthly,
            Of(Moved, 2, (Period.Month(2024, 2), 7)).Concat(Of([new(DateOnly.MinValue, [5, 2, 1])], 2, (Period.Month(2024, 1), 1))),
            1
        );
        var reading = Evaluator.Read(Ask(EndOf(6), Pack, ("models", left)), "models");
        Assert.Equal((1, Period.Month(2024, 1)), (reading.Value!.Value, reading.Latest!.Value));
    }

    [Fact]
    public void F9_a_hamlet_made_a_school_leaves_the_reach_and_what_its_new_kind_is_not_asked_for()
    {
        Place[] school = [new(DateOnly.MinValue, [4, 2, 1]), new(Day(2024, 3, 10), [4])];
        DateRange campaign = new(Day(2023, 10, 1), Day(2024, 9, 30));
        Assert.Equal(18, Node(2, "reached", campaign, Day(2024, 3, 9), school, (Period.Month(2024, 1), 18)).Value!.Value);
        Assert.Equal(NoValue.NoFigures, Node(2, "reached", campaign, Day(2024, 3, 10), school, (Period.Month(2024, 1), 18)).Reason);
        Assert.Equal(NoValue.NoFigures, Node(2, "crimes", Year2024, EndOf(12), school, (Period.Month(2024, 3), 4)).Reason);
        Assert.Equal(
            4,
            Node(2, "crimes", Year2024, EndOf(12), [school[0], new(Day(2024, 3, 10), [])], (Period.Month(2024, 3), 4)).Value!.Value
        );
    }

    [Fact]
    public void F12_the_figure_in_effect_says_whether_it_is_approved_and_who_has_reported()
    {
        CurrentValue January(long? approved) => new(Period.Month(2024, 1), 1, 10, approved);
        CurrentValue February(long? approved) => new(Period.Month(2024, 2), 2, 12, approved);
        bool Approved(params CurrentValue[] own) =>
            Evaluator.Read(Ask(EndOf(2), Pack, ("models", new(Monthly, Totals.OwnCells(Pack["models"], own), 1))), "models").Approved;
        Assert.True(Approved(January(null), February(12)));
        Assert.False(Approved(January(10), February(null)));
        Assert.False(Approved(January(10), February(11)));

        // Asked over a range that does not begin with the campaign: no value, but six have reported.
        var cells = new Cell[] { new(Period.Month(2024, 2), 60, 6, 6) };
        var reading = Evaluator.Read(
            Ask(EndOf(3), Pack, ("reached", new(Monthly, cells, 6))) with
            {
                Range = new(Day(2024, 2, 1), EndOf(4)),
            },
            "reached"
        );
        Assert.Equal((NoValue.NotFromStart, 6, 6), (reading.Reason, reading.Reported, reading.Asked));
    }

    [Fact]
    public void F13_the_forecast_of_a_stock_uses_closed_periods_only()
    {
        // The quarter that runs said 90 already; the two that are closed say 10 and 12.
        Series models = new(
            new Schedule(Frequency.Quarter),
            [new(Period.Quarter(2024, 1), 10, 1, 1), new(Period.Quarter(2024, 2), 2, 1), new(Period.Quarter(2024, 3), 78, 1)],
            1
        );
        var standing = Judge(Target("models", Comparator.AtLeast, 20), EndOf(8), ("models", models));
        Assert.Equal(
            (90, true, 16, TargetState.Behind),
            (standing.Judged!.Value, standing.Reading.Running, standing.JudgedForecast!.Value, standing.State)
        );

        Series yearly = new(new Schedule(Frequency.Year), [new(Period.OfYear(2023), 10, 1, 1), new(Period.OfYear(2024), 80, 1)], 1);
        var year = Judge(Target("models", Comparator.AtLeast, 20), EndOf(11), ("models", yearly));
        Assert.Equal((90, true, null, TargetState.TooEarly), (year.Judged!.Value, year.Reading.Running, year.Forecast, year.State));
    }
}
