using CsCheck;
using static ThiDua.Measures.Tests.World;

namespace ThiDua.Measures.Tests;

/// <summary>Forecasts: of closed periods only, each by its method, clamped, none too early.</summary>
public sealed class ForecastTests
{
    private static readonly long?[] Rising = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

    private static readonly Definitions Pack = new([
        new() { Code = "cases", Kind = IndicatorKind.Flow },
        new() { Code = "cleared", Kind = IndicatorKind.Flow },
        new() { Code = "households", Kind = IndicatorKind.Stock },
        new()
        {
            Code = "balance",
            Kind = IndicatorKind.Stock,
            MayBeNegative = true,
        },
        new() { Code = "standing", Kind = IndicatorKind.Opening },
        new()
        {
            Code = "reached",
            Kind = IndicatorKind.Reach,
            Ceiling = "households",
        },
        new()
        {
            Code = "clearance",
            Kind = IndicatorKind.Ratio,
            Numerator = "cleared",
            Denominator = "cases",
            PartOfWhole = true,
        },
        new()
        {
            Code = "coverage",
            Kind = IndicatorKind.Ratio,
            Numerator = "reached",
            Denominator = "households",
        },
        new()
        {
            Code = "arrested",
            Kind = IndicatorKind.Ratio,
            Numerator = "cleared",
            Denominator = "standing",
        },
        new()
        {
            Code = "change",
            Kind = IndicatorKind.Change,
            Of = "cases",
        },
        new() { Code = "certified", Kind = IndicatorKind.YesNo },
        new() { Code = "score", Kind = IndicatorKind.Score },
    ]);

    private static Forecast? Of(string code, DateOnly asOf, params (string, Series)[] figures) =>
        Forecaster.Of(Ask(asOf, Pack, figures), code);

    private static Series Stock(string code, int firstMonth, params long?[] values) =>
        Held(Pack[code], [.. values.Select((v, at) => (Period.Month(2024, firstMonth + at), v)).Where(v => v.v is not null)]);

    [Fact]
    public void Elapsed_is_unit_periods_reported_over_unit_periods_of_the_range()
    {
        var forecast = Of("cases", EndOf(3), ("cases", Flow(6, Months(2024, 6, 10, 10), [new Cell(Period.Month(2024, 3), 4, 3)])))!;
        Assert.Equal(ForecastMethod.Elapsed, forecast.Method);
        Assert.Equal(new Rational(15, 72), forecast.Elapsed);
        Assert.Equal(new Rational(24 * 72, 15), forecast.Value);
    }

    [Fact]
    public void Units_that_were_not_asked_do_not_make_more_of_the_range_elapsed() =>
        Assert.Equal(new Rational(2, 12), Of("cases", EndOf(2), ("cases", Flow(1, Months(2024, 2, 10, 10))))!.Elapsed);

    [Fact]
    public void The_running_period_is_no_ground_for_a_forecast() =>
        Assert.Equal(60, Of("cases", Day(2024, 3, 30), ("cases", Flow(1, Months(2024, 1, 5, 5, 500))))!.Value);

    [Fact]
    public void A_flow_follows_the_baseline_years_shape_where_all_its_twelve_months_exist()
    {
        var cases = Flow(1, Months(2023, 1, Rising), Months(2024, 1, 2, 4, 6));
        var forecast = Forecaster.Of(Ask(EndOf(3), Pack, ("cases", cases)) with { BaselineYear = 2023 }, "cases")!;
        Assert.Equal(ForecastMethod.BaselineShape, forecast.Method);
        Assert.Equal(156, forecast.Value);
    }

    [Fact]
    public void In_the_baselines_shape_a_month_counts_as_far_as_units_have_reported_it()
    {
        var cases = Flow(2, Months(2023, 2, Rising), Months(2024, 2, 2, 4), [new Cell(Period.Month(2024, 3), 3, 1)]);
        var forecast = Forecaster.Of(Ask(EndOf(3), Pack, ("cases", cases)) with { BaselineYear = 2023 }, "cases")!;
        Assert.Equal(9 / new Rational(9, 2 * 78), forecast.Value);
    }

    [Fact]
    public void With_a_month_of_the_baseline_year_missing_the_time_elapsed_counts()
    {
        var cases = Flow(1, Months(2023, 1, [.. Rising[..11]]), Months(2024, 1, 2, 4, 6));
        var forecast = Forecaster.Of(Ask(EndOf(3), Pack, ("cases", cases)) with { BaselineYear = 2023 }, "cases")!;
        Assert.Equal((ForecastMethod.Elapsed, 48), (forecast.Method, forecast.Value));
    }

    [Fact]
    public void With_nothing_in_the_same_months_of_the_baseline_the_time_elapsed_counts()
    {
        var cases = Flow(1, Months(2023, 1, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1), Months(2024, 1, 2, 4, 6));
        Assert.Equal(
            ForecastMethod.Elapsed,
            Forecaster.Of(Ask(EndOf(3), Pack, ("cases", cases)) with { BaselineYear = 2023 }, "cases")!.Method
        );
    }

    [Theory]
    [InlineData(1, 31, 6, false)] // one closed period
    [InlineData(2, 28, 6, false)] // the second is not closed before its last day
    [InlineData(2, 29, 6, true)]
    [InlineData(2, 29, 3, false)] // 6 of 72 unit-periods: less than a tenth
    [InlineData(2, 29, 4, true)] // 8 of 72
    public void None_before_two_closed_periods_or_a_tenth_of_the_range(int month, int day, int reported, bool expected) =>
        Assert.Equal(expected, Of("cases", Day(2024, month, day), ("cases", Flow(6, Months(2024, reported, 1, 1)))) is not null);

    [Fact]
    public void Exactly_a_tenth_is_enough()
    {
        var range = new DateRange(Day(2024, 1, 1), Day(2025, 8, 31));
        var question = Ask(EndOf(2), Pack, ("cases", Flow(1, Months(2024, 1, 1, 1))), ("households", Stock("households", 1, 5, 5)));
        Assert.NotNull(Forecaster.Of(question with { Range = range }, "cases"));
        Assert.NotNull(Forecaster.Of(question with { Range = range }, "households"));
        var longer = new DateRange(Day(2024, 1, 1), Day(2025, 9, 30));
        Assert.Null(Forecaster.Of(question with { Range = longer }, "cases"));
        Assert.Null(Forecaster.Of(question with { Range = longer }, "households"));
    }

    [Fact]
    public void None_without_figures_and_none_once_the_range_is_over()
    {
        Assert.Null(Of("cases", EndOf(6), ("cases", Flow(1))));
        Assert.Null(Of("cases", EndOf(6)));
        Assert.Null(Of("cases", EndOf(12), ("cases", Flow(1, Months(2024, 1, Rising)))));
    }

    [Theory]
    [InlineData(new long[] { 10, 12 }, 2, 32)] // through two points, 2 a month: 10 + 11 × 2
    [InlineData(new long[] { 10, 12, 14, 16 }, 4, 32)]
    [InlineData(new long[] { 10, 10, 13 }, 3, 26)]
    [InlineData(new long[] { 99, 1, 2, 3, 4, 5, 6 }, 6, 11)] // the last six alone
    public void A_stock_follows_the_least_squares_line_of_its_last_two_to_six_totals(long[] values, int points, double expected)
    {
        var forecast = Of("households", EndOf(values.Length), ("households", Stock("households", 1, [.. values.Select(v => (long?)v)])))!;
        Assert.Equal((ForecastMethod.LeastSquares, points), (forecast.Method, forecast.Points));
        Assert.Equal((decimal)expected, forecast.Value.Round(6));
    }

    [Fact]
    public void A_month_without_a_new_stock_has_the_last_ones_total()
    {
        var forecast = Of("households", EndOf(4), ("households", Stock("households", 1, 10, null, null, 16)))!;
        Assert.Equal(4, forecast.Points);
        Assert.Equal(new Rational(10 + 10 + 10 + 16, 4) + (new Rational(18, 10) * new Rational(19, 2)), forecast.Value);
    }

    [Fact]
    public void Months_before_the_first_figure_are_no_points() =>
        Assert.Equal(2, Of("households", EndOf(4), ("households", Stock("households", 3, 10, 16)))!.Points);

    [Fact]
    public void One_total_makes_no_line() => Assert.Null(Of("households", EndOf(4), ("households", Stock("households", 4, 10))));

    [Fact]
    public void A_stock_asked_once_a_year_has_no_two_closed_periods_in_it()
    {
        Series households = new(
            new Schedule(Frequency.Year),
            [new Cell(Period.OfYear(2023), 100, 1, 1), new Cell(Period.OfYear(2024), 20, 1, 0)],
            1
        );
        Assert.Null(Of("households", EndOf(11), ("households", households)));
        var threeYears = Ask(EndOf(11), Pack, ("households", households)) with { Range = new(Day(2022, 1, 1), Day(2025, 12, 31)) };
        Assert.Null(Forecaster.Of(threeYears, "households"));
    }

    [Fact]
    public void Counts_are_forecast_at_zero_at_least_and_balances_below()
    {
        var count = Of("households", EndOf(2), ("households", Stock("households", 1, 10, 5)))!;
        Assert.Equal((0, true), (count.Value, count.Clamped));
        Assert.Equal(-45, Of("balance", EndOf(2), ("balance", Stock("balance", 1, 10, 5)))!.Value);
    }

    [Fact]
    public void Reach_is_never_forecast_under_the_present()
    {
        // The last month is still running: it counts as present, and lies above the line of the closed ones.
        var forecast = Of("reached", Day(2024, 4, 10), ("reached", Stock("reached", 1, 10, 11, 12, 60)))!;
        Assert.Equal((60, true), (forecast.Value, forecast.Clamped));
    }

    [Fact]
    public void Reach_is_never_forecast_above_the_stock()
    {
        var forecast = Of("reached", EndOf(2), ("reached", Stock("reached", 1, 10, 40)), ("households", Stock("households", 1, 100, 100)))!;
        Assert.Equal((100, true), (forecast.Value, forecast.Clamped));
        Assert.Equal(340, Of("reached", EndOf(2), ("reached", Stock("reached", 1, 10, 40)))!.Value);
    }

    [Fact]
    public void Of_a_ratio_both_parts_are_forecast_then_divided()
    {
        var forecast = Of(
            "coverage",
            EndOf(2),
            ("reached", Stock("reached", 1, 10, 15)),
            ("households", Stock("households", 1, 100, 102))
        )!;
        Assert.Equal((65, 122), (forecast.Numerator!.Value, forecast.Denominator!.Value));
        Assert.Equal((new Rational(6500, 122), ForecastMethod.Parts), (forecast.Value, forecast.Method));
    }

    [Fact]
    public void A_part_is_never_forecast_above_its_whole()
    {
        // Cases of last year are cleared in this one.
        var forecast = Of(
            "clearance",
            EndOf(3),
            ("cleared", Flow(1, Months(2024, 1, 9, 9, 9))),
            ("cases", Flow(1, Months(2024, 1, 9, 9, 3)))
        )!;
        Assert.Equal((100, true), (forecast.Value, forecast.Clamped));
        Assert.Equal(84, forecast.Numerator!.Value);
    }

    [Fact]
    public void An_opening_is_fixed()
    {
        var forecast = Of("arrested", EndOf(2), ("cleared", Flow(1, Months(2024, 1, 1, 1))), ("standing", Stock("standing", 1, 40, 30)))!;
        Assert.Equal((ForecastMethod.Fixed, 40), (forecast.Denominator!.Method, forecast.Denominator.Value));
        Assert.Equal(30, forecast.Value);
    }

    [Fact]
    public void A_change_is_the_forecast_of_the_range_against_the_baselines_whole_range()
    {
        var cases = Flow(1, [new Cell(Period.OfYear(2023), 120, 1)], Months(2024, 1, 9, 9));
        var forecast = Forecaster.Of(Ask(EndOf(2), Pack, ("cases", cases)) with { BaselineYear = 2023 }, "change")!;
        Assert.Equal(
            (ForecastMethod.AgainstBaseline, -10, ForecastMethod.Elapsed),
            (forecast.Method, forecast.Value, forecast.Current!.Method)
        );
    }

    [Fact]
    public void Certificates_and_scores_are_not_forecast()
    {
        Assert.Null(Of("certified", EndOf(6), ("certified", Stock("certified", 1, 0, 1, 1))));
        Assert.Null(Of("score", EndOf(6), ("score", Stock("score", 1, 50, 60, 70))));
    }

    [Fact]
    public void Forecasts_stay_within_their_clamps() =>
        Gen.Select(Gen.Long[0, 50].Array[11], Gen.Long[0, 50].Array[11], Gen.Long[0, 9].Array[11], Gen.Int[2, 11])
            .Sample(
                (stock, reach, flow, month) =>
                {
                    var climbing = reach.Select((_, at) => (long?)reach.Take(at + 1).Sum()).ToArray();
                    var houses = stock.Select(s => (long?)s + climbing[^1]).ToArray();
                    var question = Ask(
                        EndOf(month),
                        Pack,
                        ("households", Stock("households", 1, houses)),
                        ("reached", Stock("reached", 1, climbing)),
                        ("cases", Flow(1, Months(2024, 1, [.. flow.Select(f => (long?)f + 1)]))),
                        ("cleared", Flow(1, Months(2024, 1, [.. flow.Select(f => (long?)f)])))
                    );
                    var reached = Forecaster.Of(question, "reached")!.Value;
                    Assert.True(Forecaster.Of(question, "households")!.Value.Sign >= 0);
                    Assert.True(reached >= Evaluator.Read(question, "reached").Value);
                    Assert.True(
                        reached
                            <= Rational.Max(Forecaster.Of(question, "households")!.Value, Evaluator.Read(question, "reached").Value!.Value)
                    );
                    Assert.True(Forecaster.Of(question, "clearance")!.Value <= 100);
                    Assert.True(Forecaster.Of(question, "cases")!.Value >= Evaluator.Read(question, "cases").Value);
                }
            );
}
