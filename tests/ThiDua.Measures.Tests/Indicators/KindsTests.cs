using static ThiDua.Measures.Tests.World;

namespace ThiDua.Measures.Tests;

/// <summary>The table of kinds: over time within one unit, over units; and the reasons for no value.</summary>
public sealed class KindsTests
{
    private static readonly Definitions Pack = new([
        new() { Code = "cases", Kind = IndicatorKind.Flow },
        new() { Code = "cleared", Kind = IndicatorKind.Flow },
        new()
        {
            Code = "money",
            Kind = IndicatorKind.Flow,
            Scale = 2,
        },
        new() { Code = "households", Kind = IndicatorKind.Stock },
        new() { Code = "standing", Kind = IndicatorKind.Opening },
        new()
        {
            Code = "reached",
            Kind = IndicatorKind.Reach,
            Ceiling = "households",
            Starts = [Day(2023, 1, 1), Day(2024, 1, 1)],
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
        new() { Code = "certified", Kind = IndicatorKind.YesNo },
        new()
        {
            Code = "allCertified",
            Kind = IndicatorKind.YesNo,
            YesNo = YesNoRule.All,
        },
        new()
        {
            Code = "anyCertified",
            Kind = IndicatorKind.YesNo,
            YesNo = YesNoRule.Any,
        },
        new()
        {
            Code = "score",
            Kind = IndicatorKind.Score,
            Scale = 1,
        },
    ]);

    private static Reading Read(string code, DateOnly asOf, params (string, Series)[] figures) =>
        Evaluator.Read(Ask(asOf, Pack, figures), code);

    private static Series HeldBy(int asked, params Cell[] cells) => new(Monthly, cells, asked);

    [Fact]
    public void A_flow_is_the_sum_of_the_periods_in_the_range()
    {
        var cases = Flow(6, Months(2023, 6, 50, 50), Months(2024, 6, 3, 4, 5), [new Cell(Period.Month(2025, 1), 99, 6)]);
        var reading = Read("cases", EndOf(12), ("cases", cases));
        Assert.Equal(12, reading.Value!.Value);
        Assert.Equal(Period.Month(2024, 3), reading.Latest);
    }

    [Fact]
    public void A_flow_as_of_a_day_counts_the_periods_that_have_begun()
    {
        var cases = Flow(6, Months(2024, 6, 3, 4, 5));
        Assert.Equal(7, Read("cases", Day(2024, 2, 1), ("cases", cases)).Value!.Value);
        Assert.Equal(3, Read("cases", Day(2024, 1, 31), ("cases", cases)).Value!.Value);
    }

    [Fact]
    public void Stored_values_are_scaled() =>
        Assert.Equal(12.34m, Read("money", EndOf(1), ("money", Flow(1, Months(2024, 1, 1234)))).Value!.Value.Round(6));

    [Fact]
    public void A_stock_is_the_last_value_that_took_effect_up_to_the_ranges_end_and_its_age_never_excludes_it()
    {
        var households = Held(Pack["households"], (Period.Month(2022, 3), 90), (Period.Month(2023, 11), 100), (Period.Month(2025, 1), 70));
        var reading = Read("households", EndOf(12), ("households", households));
        Assert.Equal(100, reading.Value!.Value);
        Assert.Equal(Period.Month(2023, 11), reading.Latest);
    }

    [Fact]
    public void Stocks_of_units_are_summed_each_with_its_own_last_value()
    {
        var households = HeldBy(3, new(Period.Month(2024, 1), 100, 1, 1), new(Period.Month(2024, 3), 60 - 10, 2, 1));
        var reading = Read("households", EndOf(4), ("households", households));
        Assert.Equal(150, reading.Value!.Value);
        Assert.Equal((2, 3), (reading.Reported, reading.Asked));
        Assert.False(reading.IsComplete);
    }

    [Fact]
    public void A_stock_confirmed_unchanged_is_no_older_than_its_confirmation()
    {
        var households = Held(Pack["households"], (Period.Month(2024, 1), 100), (Period.Month(2024, 4), 100));
        Assert.Equal(Period.Month(2024, 4), Read("households", EndOf(6), ("households", households)).Latest);
    }

    [Theory]
    [InlineData(2023, 12, 20)]
    [InlineData(2024, 1, 20)]
    public void An_opening_is_the_value_at_the_ranges_start_fixed_for_the_range(int year, int month, int expected)
    {
        var standing = Held(Pack["standing"], (Period.Month(2022, 12), 5), (Period.Month(year, month), 20), (Period.Month(2024, 2), 99));
        Assert.Equal(expected, Read("standing", EndOf(12), ("standing", standing)).Value!.Value);
    }

    [Fact]
    public void A_later_correction_of_an_opening_counts()
    {
        var facts = new Fact[]
        {
            new(1, "standing", 7, Period.Month(2024, 1), 20),
            new(2, "standing", 7, Period.Month(2024, 6), 30),
            new(3, "standing", 7, Period.Month(2024, 1), 18, Replaces: 1),
        };
        var values = Ledger.Fold(facts).Values[(7, "standing")];
        var series = new Series(Monthly, Totals.OwnCells(Pack["standing"], values), 1);
        Assert.Equal(18, Read("standing", EndOf(12), ("standing", series)).Value!.Value);
    }

    [Fact]
    public void Reach_is_the_cumulative_value_from_the_campaigns_start()
    {
        var reached = Held(Pack["reached"], (Period.Month(2023, 12), 100), (Period.Month(2024, 1), 10), (Period.Month(2024, 3), 40));
        Assert.Equal(10, Read("reached", EndOf(2), ("reached", reached)).Value!.Value);
        Assert.Equal(40, Read("reached", EndOf(12), ("reached", reached)).Value!.Value);
    }

    [Fact]
    public void Reach_of_other_ranges_has_no_value()
    {
        var reached = Held(Pack["reached"], (Period.Month(2023, 12), 100), (Period.Month(2024, 1), 10), (Period.Month(2024, 3), 40));
        var question = Ask(EndOf(12), Pack, ("reached", reached));
        var late = question with { Range = new(Day(2024, 2, 1), Day(2024, 12, 31)) };
        var notYet = question with { Range = new(Day(2023, 1, 1), Day(2024, 12, 31)), AsOf = EndOf(12, 2023) };
        Assert.Equal(100, Evaluator.Read(notYet, "reached").Value!.Value);
        var twoYears = question with { Range = new(Day(2023, 1, 1), Day(2024, 12, 31)) };
        Assert.Equal(NoValue.NotFromStart, Evaluator.Read(late, "reached").Reason);
        Assert.Equal(NoValue.NotFromStart, Evaluator.Read(twoYears, "reached").Reason);
    }

    [Fact]
    public void A_ratio_divides_last()
    {
        // Averages of the units' or the months' ratios would say 75 % or 55 %.
        var reading = Read(
            "clearance",
            EndOf(2),
            ("cleared", Flow(2, Months(2024, 2, 1, 10))),
            ("cases", Flow(2, Months(2024, 2, 1, 100)))
        );
        Assert.Equal(new Rational(1100, 101), reading.Value);
        Assert.Equal((11, 101), (reading.Numerator!.Value!.Value, reading.Denominator!.Value!.Value));
    }

    [Fact]
    public void Parts_of_a_ratio_follow_each_its_own_rule()
    {
        var reading = Read(
            "coverage",
            EndOf(6),
            ("reached", Held(Pack["reached"], (Period.Month(2024, 2), 30), (Period.Month(2024, 5), 75))),
            ("households", Held(Pack["households"], (Period.Month(2023, 6), 90), (Period.Month(2024, 1), 100)))
        );
        Assert.Equal(75, reading.Value!.Value);
    }

    [Fact]
    public void Division_by_zero_is_no_value_with_its_reason()
    {
        var reading = Read("clearance", EndOf(1), ("cleared", Flow(1, Months(2024, 1, 0))), ("cases", Flow(1, Months(2024, 1, 0))));
        Assert.Null(reading.Value);
        Assert.Equal((NoValue.NothingHappened, "cases"), (reading.Reason, reading.ReasonCode));
        var silent = Read("clearance", EndOf(1), ("cleared", Flow(1, Months(2024, 1, 0))), ("cases", Flow(2, Months(2024, 1, 0))));
        Assert.Equal((NoValue.ZeroDenominator, "cases"), (silent.Reason, silent.ReasonCode));
        Assert.Equal(0, reading.Numerator!.Value!.Value);
    }

    [Fact]
    public void A_missing_part_is_no_value_with_its_reason()
    {
        var some = Flow(1, Months(2024, 1, 4));
        Assert.Equal(NoValue.MissingNumerator, Read("clearance", EndOf(1), ("cases", some)).Reason);
        Assert.Equal(NoValue.MissingDenominator, Read("clearance", EndOf(1), ("cleared", some), ("cases", Flow(1))).Reason);
        Assert.Equal(NoValue.NoFigures, Read("clearance", EndOf(1)).Reason);
    }

    [Fact]
    public void Missing_is_not_zero()
    {
        Assert.Equal(NoValue.NoFigures, Read("cases", EndOf(1), ("cases", Flow(1))).Reason);
        Assert.Equal(0, Read("cases", EndOf(1), ("cases", Flow(1, Months(2024, 1, 0)))).Value!.Value);
        Assert.Equal(NoValue.NoFigures, Read("households", EndOf(1), ("households", HeldBy(2))).Reason);
    }

    [Fact]
    public void Every_total_says_how_many_of_the_units_asked_have_reported()
    {
        var cases = Flow(6, Months(2024, 6, 3), [new Cell(Period.Month(2024, 2), 4, 2)]);
        Assert.Equal((2, 6), Read("cases", EndOf(2), ("cases", cases)) is var two ? (two.Reported, two.Asked) : default);
        Assert.Equal((6, 6), Read("cases", Day(2024, 2, 28), ("cases", cases)) is var one ? (one.Reported, one.Asked) : default);
        Assert.Equal(0, Read("cases", EndOf(3), ("cases", cases)).Reported);
    }

    [Fact]
    public void Units_asked_are_dated()
    {
        Series cases = new(
            Monthly,
            [.. Months(2024, 5, 1, 1, 1), .. Months(2024, 6, null, null, null, 1)],
            [(DateOnly.MinValue, 5), (Day(2024, 4, 1), 6)]
        );
        var reading = Read("cases", EndOf(4), ("cases", cases));
        Assert.True(reading.IsComplete);
        Assert.Equal((5, 5), (reading.Reported, reading.Asked));
    }

    [Fact]
    public void Over_several_periods_it_is_said_of_the_one_with_the_fewest()
    {
        Series cases = new(
            Monthly,
            [new Cell(Period.Month(2024, 1), 1, 1), new Cell(Period.Month(2024, 2), 1, 4)],
            [(DateOnly.MinValue, 2), (Day(2024, 2, 1), 5)]
        );
        Assert.Equal((1, 2), Read("cases", EndOf(2), ("cases", cases)) is var r ? (r.Reported, r.Asked) : default);
    }

    [Fact]
    public void What_was_sent_for_a_running_period_counts_and_is_marked()
    {
        var households = Held(Pack["households"], (Period.Month(2024, 1), 100), (Period.Month(2024, 3), 90));
        Assert.Equal(
            (100, false),
            Read("households", EndOf(2), ("households", households)) is var r ? (r.Value!.Value, r.Running) : default
        );
        Assert.Equal(
            (90, true),
            Read("households", Day(2024, 3, 1), ("households", households)) is var s ? (s.Value!.Value, s.Running) : default
        );
        Assert.Equal(
            (90, false),
            Read("households", EndOf(3), ("households", households)) is var t ? (t.Value!.Value, t.Running) : default
        );
        Assert.True(Read("cases", Day(2024, 1, 15), ("cases", Flow(1, Months(2024, 1, 3)))).Running);
        Assert.False(Read("cases", EndOf(1), ("cases", Flow(1, Months(2024, 1, 3)))).Running);
    }

    [Fact]
    public void A_decision_takes_effect_on_its_day_in_any_calendar()
    {
        var households = Held(Pack["households"], (Period.Month(2024, 1), 100), (Period.OfDay(Day(2024, 3, 10)), 90));
        Assert.Equal(
            (100, 90),
            (
                Read("households", Day(2024, 3, 9), ("households", households)).Value!.Value,
                Read("households", Day(2024, 3, 10), ("households", households)).Value!.Value
            )
        );
        var row = new Cell(Period.OfDay(Day(2024, 1, 20)), 3, 1);
        var question = Ask(Day(2024, 2, 14), Pack, ("cases", new(new Schedule(Frequency.Month, Calendar.Nd09), [row], 1)));
        Assert.Equal(
            3,
            Evaluator
                .Read(
                    question with
                    {
                        Calendar = Calendar.Nd09,
                        Range = new Period(Calendar.Nd09, Frequency.Month, 2024, 2).Dates,
                    },
                    "cases"
                )
                .Value!.Value
        );
    }

    [Fact]
    public void Yes_over_asked()
    {
        var certified = HeldBy(6, new Cell(Period.Month(2024, 3), 2, 3, 3));
        var reading = Read("certified", EndOf(4), ("certified", certified));
        Assert.Equal(new Rational(100, 3), reading.Value);
        Assert.Equal((3, 6), (reading.Reported, reading.Asked));
        Assert.Equal(2, reading.Numerator!.Value!.Value);
    }

    [Theory]
    [InlineData("allCertified", 2, 0)]
    [InlineData("allCertified", 3, 1)]
    [InlineData("anyCertified", 0, 0)]
    [InlineData("anyCertified", 1, 1)]
    public void Yes_of_all_or_of_any_where_the_indicator_says_so(string code, int yes, int expected) =>
        Assert.Equal(expected, Read(code, EndOf(4), (code, HeldBy(3, new Cell(Period.Month(2024, 3), yes, 3, 3)))).Value!.Value);

    [Fact]
    public void A_yes_can_become_a_no() =>
        Assert.Equal(
            0,
            Read(
                "anyCertified",
                EndOf(4),
                ("anyCertified", Held(Pack["anyCertified"], (Period.Month(2024, 1), 1), (Period.Month(2024, 4), 0)))
            ).Value!.Value
        );

    [Fact]
    public void A_score_is_the_last_assessment_of_one_unit_and_never_a_total()
    {
        Assert.Equal(
            87.5m,
            Read("score", EndOf(6), ("score", Held(Pack["score"], (Period.Month(2023, 12), 900), (Period.Month(2024, 5), 875))))
                .Value!.Value.Round(6)
        );
        Assert.Equal(
            NoValue.NoTotalOverUnits,
            Read("score", EndOf(6), ("score", HeldBy(2, new Cell(Period.Month(2024, 5), 175, 2, 2)))).Reason
        );
    }

    [Fact]
    public void Another_calendar_is_no_value()
    {
        var months = new Schedule(Frequency.Month, Calendar.Nd09);
        var cell = new Cell(new(Calendar.Nd09, Frequency.Month, 2024, 2), 3, 1, 1);
        Assert.Equal(NoValue.OtherCalendar, Read("cases", EndOf(12), ("cases", new(months, [cell], 1))).Reason);
        Assert.Equal(NoValue.OtherCalendar, Read("households", EndOf(12), ("households", new(months, [cell], 1))).Reason);
        Assert.Equal(NoValue.OtherCalendar, Read("cases", EndOf(12), ("cases", new(Monthly, [cell], 1))).Reason);
    }

    [Fact]
    public void A_target_may_say_another_calendar()
    {
        var months = new Schedule(Frequency.Month, Calendar.Nd09);
        var question = Ask(
            Day(2024, 2, 14),
            Pack,
            ("cases", new(months, [new Cell(new(Calendar.Nd09, Frequency.Month, 2024, 1), 3, 1)], 1))
        );
        var year = new Period(Calendar.Nd09, Frequency.Year, 2024);
        Assert.Equal(3, Evaluator.Read(question with { Calendar = Calendar.Nd09, Range = year.Dates }, "cases").Value!.Value);
    }

    [Fact]
    public void A_part_of_a_period_is_no_value()
    {
        var question = Ask(EndOf(12), Pack, ("cases", Flow(1, Months(2024, 1, 3, 4))));
        Assert.Equal(
            NoValue.PartOfPeriod,
            Evaluator.Read(question with { Range = new(Day(2024, 1, 1), Day(2024, 6, 15)) }, "cases").Reason
        );
        Assert.Equal(
            NoValue.PartOfPeriod,
            Evaluator.Read(question with { Range = new(Day(2024, 1, 2), Day(2024, 12, 31)) }, "cases").Reason
        );
    }

    [Fact]
    public void A_quarter_reported_among_months_never_spreads_into_them()
    {
        Series cases = new(Monthly, [new Cell(Period.Quarter(2024, 1), 9, 1), new Cell(Period.Month(2024, 4), 2, 1)], 1);
        Assert.Equal(11, Read("cases", EndOf(4), ("cases", cases)).Value!.Value);
        var firstMonth = Ask(EndOf(4), Pack, ("cases", cases)) with { Range = Period.Month(2024, 1).Dates };
        Assert.Equal(NoValue.PartOfPeriod, Evaluator.Read(firstMonth, "cases").Reason);
    }

    [Fact]
    public void Figures_of_one_unit_count_in_every_campaign_whose_range_holds_them()
    {
        var question = Ask(EndOf(12), Pack, ("cases", Flow(1, Months(2024, 1, 1, 2, 4, 8))));
        Assert.Equal(15, Evaluator.Read(question, "cases").Value!.Value);
        Assert.Equal(6, Evaluator.Read(question with { Range = new(Day(2024, 2, 1), Day(2024, 3, 31)) }, "cases").Value!.Value);
    }

    [Fact]
    public void Issued_documents_use_approved_facts()
    {
        Series cases = new(Monthly, [new Cell(Period.Month(2024, 1), new(5, 2, 0), new(3, 1, 0))], 2);
        var known = Read("cases", EndOf(1), ("cases", cases));
        var issued = Read("cases", EndOf(1), ("cases", cases.ApprovedOnly()));
        Assert.Equal((5, false), (known.Value!.Value, known.Approved));
        Assert.Equal((3, true, 1), (issued.Value!.Value, issued.Approved, issued.Reported));
    }

    [Fact]
    public void No_stored_value_makes_reading_fall_over()
    {
        var cases = ("cases", Flow(1, Months(2023, 1, long.MinValue), Months(2024, 1, long.MaxValue, long.MaxValue)));
        var households = (
            "households",
            Held(Pack["households"], (Period.Month(2024, 1), long.MinValue), (Period.Month(2024, 2), long.MaxValue))
        );
        Assert.Equal(2 * (Rational)long.MaxValue, Read("cases", EndOf(2), cases).Value);
        Assert.Equal(long.MaxValue, Read("households", EndOf(2), households).Value!.Value);
        Assert.Equal(
            200,
            Read(
                "clearance",
                EndOf(2),
                ("cleared", Flow(1, Months(2024, 1, long.MaxValue, long.MaxValue))),
                ("cases", Flow(1, Months(2024, 1, 0, long.MaxValue)))
            )
                .Value!.Value.Round(12)
        );
        Assert.Equal(decimal.MaxValue, (2 * (Rational)long.MaxValue * (Rational)long.MaxValue).Round(6));
        Assert.Equal(decimal.MinValue, (-2 * (Rational)long.MaxValue * (Rational)long.MaxValue).Round(6));
    }
}
