using static ThiDua.Measures.Tests.World;

namespace ThiDua.Measures.Tests;

/// <summary>Change: (value − value of the same range of the baseline year) ÷ the latter.</summary>
public sealed class ChangeTests
{
    private static readonly long?[] Flat = [.. Enumerable.Repeat<long?>(10, 12)];

    private static readonly Definitions Pack = new([
        new()
        {
            Code = "crimes",
            Kind = IndicatorKind.Flow,
            LessIsBetter = true,
        },
        new() { Code = "cleared", Kind = IndicatorKind.Flow },
        new() { Code = "models", Kind = IndicatorKind.Stock },
        new()
        {
            Code = "clearance",
            Kind = IndicatorKind.Ratio,
            Numerator = "cleared",
            Denominator = "crimes",
        },
        new()
        {
            Code = "crimesChange",
            Kind = IndicatorKind.Change,
            Of = "crimes",
        },
        new()
        {
            Code = "clearancePoints",
            Kind = IndicatorKind.Change,
            Of = "clearance",
            ChangeIn = ChangeIn.Difference,
        },
        new()
        {
            Code = "clearanceChange",
            Kind = IndicatorKind.Change,
            Of = "clearance",
        },
        new()
        {
            Code = "modelsChange",
            Kind = IndicatorKind.Change,
            Of = "models",
        },
    ]);

    private static Question Against2023(DateOnly asOf, params (string, Series)[] figures) =>
        Ask(asOf, Pack, figures) with
        {
            BaselineYear = 2023,
        };

    private static Reading Read(string code, DateOnly asOf, params (string, Series)[] figures) =>
        Evaluator.Read(Against2023(asOf, figures), code);

    [Fact]
    public void The_finished_year_is_compared_with_the_whole_baseline_year()
    {
        var reading = Read(
            "crimesChange",
            EndOf(12),
            ("crimes", Flow(1, Months(2023, 1, Flat), Months(2024, 1, [.. Enumerable.Repeat<long?>(9, 12)])))
        );
        Assert.Equal(-10, reading.Value!.Value);
        Assert.Equal((108, 120), (reading.Current!.Value!.Value, reading.Baseline!.Value!.Value));
    }

    [Fact]
    public void An_unfinished_year_is_compared_with_the_same_months()
    {
        var reading = Read("crimesChange", EndOf(3), ("crimes", Flow(1, Months(2023, 1, Flat), Months(2024, 1, 5, 6, 7))));
        Assert.Equal(-40, reading.Value!.Value);
        Assert.Equal((18, 30), (reading.Current!.Value!.Value, reading.Baseline!.Value!.Value));
        Assert.Equal(new(Day(2023, 1, 1), Day(2023, 3, 31)), reading.Baseline.Covers);
    }

    [Fact]
    public void The_running_month_is_not_compared_with_a_whole_one()
    {
        var crimes = Flow(1, Months(2023, 1, Flat), Months(2024, 1, 5, 6, 1));
        Assert.Equal(-45, Read("crimesChange", Day(2024, 3, 15), ("crimes", crimes)).Value!.Value);
        Assert.Equal(-60, Read("crimesChange", Day(2024, 3, 31), ("crimes", crimes)).Value!.Value);
    }

    [Fact]
    public void A_closed_month_that_nobody_has_reported_yet_is_no_fall()
    {
        var reading = Read("crimesChange", EndOf(5), ("crimes", Flow(1, Months(2023, 1, Flat), Months(2024, 1, 10, 10, 10))));
        Assert.Equal(0, reading.Value!.Value);
        Assert.Equal(Day(2024, 3, 31), reading.Covers!.Value.Last);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(12)]
    public void Months_missing_in_the_middle_are_left_out_of_both_years(int asOf)
    {
        var before = Months(2023, 1, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120);
        var reading = Read("crimesChange", EndOf(asOf), ("crimes", Flow(1, before, Months(2024, 1, 5, null, 15, 20))));
        Assert.Equal((-50, 40, 80), (reading.Value!.Value, reading.Current!.Value!.Value, reading.Baseline!.Value!.Value));
        Assert.Equal((0, 1), (reading.Reported, reading.Asked));
    }

    [Fact]
    public void Both_parts_of_a_ratio_are_compared_over_the_months_that_both_have()
    {
        var crimes = Flow(1, Months(2023, 1, 10, 10, 10), Months(2024, 1, 10, 20, 30));
        var quarters = new Schedule(Frequency.Month);
        Series cleared = new(quarters, [.. Months(2023, 1, 5, 5, 5), .. Months(2024, 1, 8, null, 30)], 1);
        var reading = Read("clearancePoints", EndOf(3), ("crimes", crimes), ("cleared", cleared));
        Assert.Equal(
            (new Rational(3800, 40) - 50, 40, 20),
            (reading.Value, reading.Current!.Denominator!.Value!.Value, reading.Baseline!.Denominator!.Value!.Value)
        );
    }

    [Fact]
    public void Only_a_running_month_gives_nothing_to_compare_yet() =>
        Assert.Equal(
            NoValue.NoClosedPeriod,
            Read("crimesChange", Day(2024, 1, 20), ("crimes", Flow(1, Months(2023, 1, Flat), Months(2024, 1, 5)))).Reason
        );

    [Fact]
    public void A_baseline_year_without_months_is_no_monthly_baseline_until_the_year_is_over()
    {
        var crimes = Flow(1, [new Cell(Period.OfYear(2023), 120, 1)], Months(2024, 1, [.. Enumerable.Repeat<long?>(9, 12)]));
        Assert.Equal(NoValue.NoMonthlyBaseline, Read("crimesChange", EndOf(6), ("crimes", crimes)).Reason);
        Assert.Equal(-10, Read("crimesChange", EndOf(12), ("crimes", crimes)).Value!.Value);
    }

    [Fact]
    public void The_same_holds_where_the_schedule_says_years_until_2024()
    {
        var schedule = new Schedule(Calendar.Civil, [(DateOnly.MinValue, Frequency.Year), (Day(2024, 1, 1), Frequency.Month)]);
        Series crimes = new(schedule, [new Cell(Period.OfYear(2023), 120, 1), .. Months(2024, 1, [.. Enumerable.Repeat<long?>(9, 12)])], 1);
        Assert.Equal(NoValue.NoMonthlyBaseline, Read("crimesChange", EndOf(6), ("crimes", crimes)).Reason);
        Assert.Equal(-10, Read("crimesChange", EndOf(12), ("crimes", crimes)).Value!.Value);
    }

    [Fact]
    public void Units_may_give_their_baseline_in_months_and_in_years()
    {
        var crimes = Flow(
            2,
            [new Cell(Period.OfYear(2023), 20, 1)],
            Months(2023, 1, Flat),
            Months(2024, 2, [.. Enumerable.Repeat<long?>(7, 12)])
        );
        var reading = Read("crimesChange", EndOf(12), ("crimes", crimes));
        Assert.Equal((-40, 140, 2), (reading.Value!.Value, reading.Baseline!.Value!.Value, reading.Baseline.Reported));
        Assert.Equal(NoValue.NoMonthlyBaseline, Read("crimesChange", EndOf(6), ("crimes", crimes)).Reason);
    }

    [Fact]
    public void A_missing_baseline_is_no_value()
    {
        var crimes = Flow(1, Months(2024, 1, 5, 6, 7));
        Assert.Equal(NoValue.MissingBaseline, Read("crimesChange", EndOf(3), ("crimes", crimes)).Reason);
        Assert.Equal(NoValue.NoBaselineYear, Evaluator.Read(Ask(EndOf(3), Pack, ("crimes", crimes)), "crimesChange").Reason);
    }

    [Fact]
    public void A_baseline_with_a_month_missing_is_no_baseline()
    {
        var holed = Flow(
            1,
            Months(2023, 1, 10, null, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10),
            Months(2024, 1, [.. Enumerable.Repeat<long?>(9, 12)])
        );
        Assert.Equal(NoValue.MissingBaseline, Read("crimesChange", EndOf(12), ("crimes", holed)).Reason);
        Assert.Equal(-10, Read("crimesChange", EndOf(1), ("crimes", holed)).Value!.Value);
    }

    [Fact]
    public void A_zero_baseline_is_no_value()
    {
        var crimes = Flow(1, Months(2023, 1, 0, 0, 0), Months(2024, 1, 5, 6, 7));
        Assert.Equal(NoValue.ZeroBaseline, Read("crimesChange", EndOf(3), ("crimes", crimes)).Reason);
    }

    [Fact]
    public void No_figures_are_named_as_such() =>
        Assert.Equal(NoValue.NoFigures, Read("crimesChange", EndOf(3), ("crimes", Flow(1, Months(2023, 1, Flat)))).Reason);

    [Fact]
    public void A_change_of_a_ratio_takes_both_totals_first_and_percent_and_points_are_different_units()
    {
        var crimes = Flow(1, Months(2023, 1, 10, 30), Months(2024, 1, 20, 20));
        var cleared = Flow(1, Months(2023, 1, 5, 15), Months(2024, 1, 10, 20));
        Assert.Equal(25, Read("clearancePoints", EndOf(2), ("crimes", crimes), ("cleared", cleared)).Value!.Value);
        Assert.Equal(50, Read("clearanceChange", EndOf(2), ("crimes", crimes), ("cleared", cleared)).Value!.Value);
    }

    [Fact]
    public void A_change_of_a_stock_compares_the_same_days()
    {
        var models = Held(Pack["models"], (Period.Month(2022, 12), 8), (Period.Month(2023, 6), 10), (Period.Month(2024, 2), 12));
        Assert.Equal(50, Read("modelsChange", EndOf(3), ("models", models)).Value!.Value);
        Assert.Equal(20, Read("modelsChange", EndOf(12), ("models", models)).Value!.Value);
    }

    [Fact]
    public void The_same_range_of_half_a_year_is_that_half_of_the_baseline_year()
    {
        var question = Against2023(
            EndOf(12),
            (
                "crimes",
                Flow(1, Months(2023, 1, 1, 1, 1, 1, 1, 1, 20, 20, 20, 20, 20, 20), Months(2024, 1, [.. Enumerable.Repeat<long?>(10, 12)]))
            )
        );
        Assert.Equal(-50, Evaluator.Read(question with { Range = Period.HalfYear(2024, 2).Dates }, "crimesChange").Value!.Value);
    }

    [Fact]
    public void The_baseline_of_another_calendar_is_its_own_year()
    {
        var months = new Schedule(Frequency.Month, Calendar.Nd09);
        Cell Of(int year, int month, long value) => new(new(Calendar.Nd09, Frequency.Month, year, month), value, 1);
        var question = Against2023(
            Day(2024, 2, 14),
            ("crimes", new(months, [Of(2023, 1, 10), Of(2023, 2, 10), Of(2024, 1, 5), Of(2024, 2, 10)], 1))
        );
        var reading = Evaluator.Read(
            question with
            {
                Calendar = Calendar.Nd09,
                Range = new Period(Calendar.Nd09, Frequency.Year, 2024).Dates,
            },
            "crimesChange"
        );
        Assert.Equal(-25, reading.Value!.Value);
        Assert.Equal(new(Day(2022, 12, 15), Day(2023, 2, 14)), reading.Baseline!.Covers);
    }
}
