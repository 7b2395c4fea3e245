using static ThiDua.Measures.Tests.World;

namespace ThiDua.Measures.Tests;

/// <summary>What the independent computation (tests/ThiDua.Oracle.Tests) found wrong, each with the value that is right.</summary>
public sealed class OracleFindingTests
{
    private static readonly Definitions Pack = new([
        new()
        {
            Code = "crimes",
            Kind = IndicatorKind.Flow,
            LessIsBetter = true,
        },
        new() { Code = "cleared", Kind = IndicatorKind.Flow },
        new()
        {
            Code = "clearance",
            Kind = IndicatorKind.Ratio,
            Numerator = "cleared",
            Denominator = "crimes",
            PartOfWhole = true,
        },
        new() { Code = "members", Kind = IndicatorKind.Stock },
        new() { Code = "households", Kind = IndicatorKind.Stock },
        new()
        {
            Code = "coverage",
            Kind = IndicatorKind.Ratio,
            Numerator = "members",
            Denominator = "households",
        },
        new()
        {
            Code = "coverageChange",
            Kind = IndicatorKind.Change,
            Of = "coverage",
        },
    ]);

    private static readonly long?[] Tens = [.. Enumerable.Repeat<long?>(10, 12)];

    private static readonly TargetRule Fall = Target("crimes", Comparator.AtLeast, 5) with
    {
        Direction = Direction.Decrease,
        BaselineYear = 2023,
    };

    private static Standing Judge(TargetRule rule, DateOnly asOf, params (string, Series)[] figures) =>
        Ask(asOf, Pack, figures).Judge(rule);

    [Fact]
    public void By_a_date_months_are_not_compared_with_the_baselines_whole_year()
    {
        Series crimes = new(
            new Schedule(Calendar.Civil, [(DateOnly.MinValue, Frequency.Year), (Day(2024, 1, 1), Frequency.Month)]),
            [new(Period.OfYear(2023), 120, 1), .. Months(2024, 1, Tens)],
            1
        );
        var standing = Judge(Fall with { By = Day(2024, 11, 14) }, EndOf(12), ("crimes", crimes));
        Assert.Equal((TargetState.CannotCompute, NoValue.PartOfPeriod), (standing.State, standing.Reason));
    }

    [Fact]
    public void By_a_date_the_range_need_not_be_whole_after_it()
    {
        Series crimes = new(new Schedule(Frequency.Quarter), [new(Period.Quarter(2024, 3), 4, 1)], 1);
        var rule = Target("crimes", Comparator.AtMost, 5) with { Range = new(Day(2024, 7, 1), Day(2024, 10, 31)), By = Day(2024, 8, 29) };
        var standing = Judge(rule, EndOf(10), ("crimes", crimes));
        Assert.Equal((TargetState.Met, EndOf(9), true), (standing.State, standing.End, standing.TakesWholePeriod));
    }

    [Fact]
    public void A_zero_denominator_that_everybody_reported_is_nothing_happened_though_the_numerator_is_missing()
    {
        var rule = Target("clearance", Comparator.AtLeast, 80);
        Assert.Equal(TargetState.NothingHappened, Judge(rule, EndOf(1), ("crimes", Flow(1, Months(2024, 1, 0)))).State);
        Assert.Equal(NoValue.MissingNumerator, Judge(rule, EndOf(1), ("crimes", Flow(2, Months(2024, 1, 0)))).Reason);
    }

    [Fact]
    public void A_ratio_whose_baseline_is_known_at_the_years_end_alone_has_no_monthly_baseline()
    {
        var members = Held(Pack["members"], (Period.Month(2023, 12), 20), (Period.Month(2024, 2), 40));
        var households = Held(Pack["households"], (Period.Month(2022, 12), 100), (Period.Month(2024, 1), 100));
        var rule = Target("coverageChange", Comparator.AtLeast, 5) with { BaselineYear = 2023 };
        var standing = Judge(rule, EndOf(6), ("members", members), ("households", households));
        Assert.Equal((NoValue.NoMonthlyBaseline, TargetState.OnTrack), (standing.Reason, standing.State));
    }

    [Fact]
    public void A_fall_in_number_that_cannot_come_any_more_is_missed_also_against_nothing()
    {
        long?[] none = [.. Enumerable.Repeat<long?>(0, 12)];
        var rule = Fall with { ChangeIn = ChangeIn.Difference };
        Assert.Equal(TargetState.Missed, Judge(rule, EndOf(3), ("crimes", Flow(1, Months(2023, 1, none), Months(2024, 1, 0, 0, 0)))).State);
    }
}
