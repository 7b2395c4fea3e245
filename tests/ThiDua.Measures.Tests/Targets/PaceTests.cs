using CsCheck;
using static ThiDua.Measures.Tests.World;

namespace ThiDua.Measures.Tests;

/// <summary>What each period that is left has to bring: enough, and no more than that.</summary>
public sealed class PaceTests
{
    private static readonly Definitions Pack = new([
        new() { Code = "sessions", Kind = IndicatorKind.Flow },
        new()
        {
            Code = "crimes",
            Kind = IndicatorKind.Flow,
            LessIsBetter = true,
        },
        new() { Code = "households", Kind = IndicatorKind.Stock },
        new()
        {
            Code = "reached",
            Kind = IndicatorKind.Reach,
            Ceiling = "households",
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
            Code = "clearance",
            Kind = IndicatorKind.Ratio,
            Numerator = "sessions",
            Denominator = "crimes",
        },
        new()
        {
            Code = "money",
            Kind = IndicatorKind.Flow,
            Scale = 1,
        },
    ]);

    private static readonly Gen<Comparator> AnyLeast = Gen.Bool.Select(strict => strict ? Comparator.MoreThan : Comparator.AtLeast);
    private static readonly Gen<Comparator> AnyMost = Gen.Bool.Select(strict => strict ? Comparator.LessThan : Comparator.AtMost);

    private static Standing Judge(TargetRule rule, DateOnly asOf, params (string, Series)[] figures) =>
        Ask(asOf, Pack, figures).Judge(rule);

    private static (string, Series) Flow(string code, params long?[] values) => (code, World.Flow(1, Months(2024, 1, values)));

    [Fact]
    public void Households_are_reached_by_the_end_at_the_pace_that_is_said()
    {
        var reach = Pack["reached"];
        (string, Series)[] figures =
        [
            ("households", Held(Pack["households"], (Period.Month(2024, 1), 300))),
            ("reached", Held(reach, (Period.Month(2024, 8), 140))),
        ];
        var pace = Judge(Target("coverage", Comparator.AtLeast, 75), EndOf(8), figures).Pace!;
        // 225 − 140 = 85 in four months.
        Assert.Equal(
            ("reached", (Rational)22, 4, Frequency.Month, false),
            (pace.Code, pace.Each, pace.Periods, pace.Frequency, pace.IsLimit)
        );
    }

    [Fact]
    public void A_fall_against_last_year_sets_a_limit()
    {
        var rule = Target("crimes", Comparator.AtLeast, 5) with { Direction = Direction.Decrease, BaselineYear = 2023 };
        var figures = ("crimes", World.Flow(1, Months(2023, 1, [.. Enumerable.Repeat<long?>(10, 12)]), Months(2024, 1, 8, 8, 8, 8, 8, 8)));
        var pace = Judge(rule, EndOf(6), figures).Pace!;
        // 114 at most, 48 by June: 11 in each of six months.
        Assert.Equal((true, (Rational)11, 6), (pace.IsLimit, pace.Each, pace.Periods));
    }

    [Fact]
    public void Nothing_is_said_where_no_pace_would_be_true()
    {
        var sessions = Flow("sessions", 4, 4, 4);
        Assert.Null(Judge(Target("sessions", Comparator.AtLeast, 12), EndOf(3), sessions).Pace);
        Assert.Null(Judge(Target("sessions", Comparator.AtLeast, 48), EndOf(12), sessions).Pace);
        Assert.Null(Judge(Target("clearance", Comparator.AtLeast, 75), EndOf(3), sessions, Flow("crimes", 5, 5, 5)).Pace);
        Assert.Null(Judge(Target("sessions", Comparator.AtMost, 10), EndOf(3), sessions).Pace);
        Assert.Null(Judge(Target("sessions", Comparator.AtLeast, 48), EndOf(3)).Pace);
    }

    [Fact]
    public void Bringing_it_every_month_meets_the_target_and_one_less_does_not() =>
        Gen.Select(Gen.Int[0, 40].Array[1, 11], Gen.Int[1, 900], AnyLeast, Gen.Bool)
            .Sample(
                (given, wanted, comparator, fine) =>
                {
                    var (code, step) = fine ? ("money", new Rational(1, 10)) : ("sessions", 1);
                    var rule = Target(code, comparator, wanted);
                    var sofar = given.Select(g => (long?)g).ToArray();
                    if (Judge(rule, EndOf(given.Length), Flow(code, sofar)).Pace is not { } pace)
                    {
                        var sum = given.Sum() / (fine ? 10m : 1m);
                        Assert.True(comparator == Comparator.AtLeast ? sum >= wanted : sum > wanted);
                        return;
                    }
                    Assert.Equal((12 - given.Length, false), (pace.Periods, pace.IsLimit));
                    Assert.Equal(TargetState.Met, End(rule, code, sofar, pace.Each / step));
                    Assert.Equal(TargetState.Missed, End(rule, code, sofar, (pace.Each / step) - 1));
                }
            );

    [Fact]
    public void Staying_under_the_limit_every_month_meets_the_target_and_one_more_does_not() =>
        Gen.Select(Gen.Int[0, 40].Array[1, 11], Gen.Int[1, 900], AnyMost)
            .Sample(
                (given, most, comparator) =>
                {
                    var rule = Target("crimes", comparator, most);
                    var sofar = given.Select(g => (long?)g).ToArray();
                    if (Judge(rule, EndOf(given.Length), Flow("crimes", sofar)).Pace is not { } pace)
                    {
                        Assert.True(comparator == Comparator.AtMost ? given.Sum() > most : given.Sum() >= most);
                        return;
                    }
                    Assert.True(pace.IsLimit);
                    Assert.Equal(TargetState.Met, End(rule, "crimes", sofar, pace.Each));
                    Assert.Equal(TargetState.Missed, End(rule, "crimes", sofar, pace.Each + 1));
                }
            );

    private static TargetState End(TargetRule rule, string code, long?[] sofar, Rational each)
    {
        var rest = Enumerable.Repeat<long?>((long)each.Round(0), 12 - sofar.Length);
        return Judge(rule, EndOf(12), Flow(code, [.. sofar, .. rest])).State;
    }
}
