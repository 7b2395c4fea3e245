using static ThiDua.Measures.Tests.World;

namespace ThiDua.Measures.Tests;

/// <summary>Where targets stand.</summary>
public sealed class StateTests
{
    private static readonly long?[] Tens = [.. Enumerable.Repeat<long?>(10, 12)];

    private static readonly Definitions Pack = new([
        new() { Code = "sessions", Kind = IndicatorKind.Flow },
        new()
        {
            Code = "crimes",
            Kind = IndicatorKind.Flow,
            LessIsBetter = true,
        },
        new() { Code = "cleared", Kind = IndicatorKind.Flow },
        new() { Code = "models", Kind = IndicatorKind.Stock },
        new() { Code = "standing", Kind = IndicatorKind.Opening },
        new()
        {
            Code = "clearance",
            Kind = IndicatorKind.Ratio,
            Numerator = "cleared",
            Denominator = "crimes",
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
            Code = "crimesChange",
            Kind = IndicatorKind.Change,
            Of = "crimes",
            LessIsBetter = true,
        },
        new()
        {
            Code = "certified",
            Kind = IndicatorKind.YesNo,
            YesNo = YesNoRule.All,
        },
        new() { Code = "score", Kind = IndicatorKind.Score },
    ]);

    private static Standing Judge(TargetRule rule, DateOnly asOf, params (string, Series)[] figures) =>
        Ask(asOf, Pack, figures).Judge(rule);

    private static TargetState State(TargetRule rule, DateOnly asOf, params (string, Series)[] figures) => Judge(rule, asOf, figures).State;

    private static (string, Series) Sessions(params long?[] values) => ("sessions", Flow(1, Months(2024, 1, values)));

    private static (string, Series) Crimes(params long?[] values) => ("crimes", Flow(1, Months(2023, 1, Tens), Months(2024, 1, values)));

    private static readonly TargetRule Sessions48 = Target("sessions", Comparator.AtLeast, 48);

    private static readonly TargetRule FivePercentFewer = Target("crimes", Comparator.AtLeast, 5) with
    {
        Direction = Direction.Decrease,
        BaselineYear = 2023,
    };

    [Fact]
    public void No_figures() => Assert.Equal(TargetState.NoFigures, State(Sessions48, EndOf(6), ("sessions", Flow(1))));

    [Fact]
    public void No_figures_also_when_the_range_is_over() => Assert.Equal(TargetState.NoFigures, State(Sessions48, EndOf(12)));

    [Fact]
    public void Too_early_is_figures_but_no_forecast_yet() => Assert.Equal(TargetState.TooEarly, State(Sessions48, EndOf(1), Sessions(3)));

    [Theory]
    [InlineData(8, TargetState.OnTrack)]
    [InlineData(7, TargetState.Behind)]
    public void On_track_and_behind_follow_the_forecast(long firstTwo, TargetState expected) =>
        Assert.Equal(expected, State(Sessions48, EndOf(2), Sessions(firstTwo - 4, 4)));

    [Theory]
    [InlineData(Comparator.MoreThan, TargetState.Behind)]
    [InlineData(Comparator.AtLeast, TargetState.OnTrack)]
    public void A_forecast_of_exactly_the_value_is_not_more_than_it(Comparator comparator, TargetState expected) =>
        Assert.Equal(expected, State(Sessions48 with { Comparator = comparator }, EndOf(2), Sessions(4, 4)));

    [Theory]
    [InlineData(48, Comparator.AtLeast, TargetState.Met)]
    [InlineData(47, Comparator.AtLeast, TargetState.Missed)]
    [InlineData(48, Comparator.MoreThan, TargetState.Missed)]
    [InlineData(49, Comparator.MoreThan, TargetState.Met)]
    [InlineData(48, Comparator.AtMost, TargetState.Met)]
    [InlineData(49, Comparator.AtMost, TargetState.Missed)]
    [InlineData(48, Comparator.LessThan, TargetState.Missed)]
    [InlineData(47, Comparator.LessThan, TargetState.Met)]
    [InlineData(47, Comparator.Equal, TargetState.Missed)]
    [InlineData(60, Comparator.Equal, TargetState.Met)]
    public void At_the_end_it_is_met_or_missed(long total, Comparator comparator, TargetState expected)
    {
        var standing = Judge(Sessions48 with { Comparator = comparator }, EndOf(12), Sessions([.. Enumerable.Repeat<long?>(0, 11), total]));
        Assert.Equal(expected, standing.State);
        Assert.True(standing is { IsFinal: true, IsProvisional: false, Forecast: null });
    }

    [Fact]
    public void The_day_before_the_end_nothing_is_final() => Assert.False(Judge(Sessions48, Day(2024, 12, 30), Sessions(Tens)).IsFinal);

    [Fact]
    public void An_accumulated_count_is_met_before_the_end()
    {
        Assert.Equal(TargetState.Met, State(Sessions48, EndOf(1), Sessions(48)));
        Assert.Equal(TargetState.TooEarly, State(Sessions48, EndOf(1), Sessions(47)));
    }

    [Fact]
    public void A_ceiling_already_passed_is_missed_before_the_end()
    {
        var atMost = Target("crimes", Comparator.AtMost, 20);
        Assert.Equal(TargetState.Missed, State(atMost, EndOf(1), Crimes(21)));
        Assert.Equal(TargetState.TooEarly, State(atMost, EndOf(1), Crimes(20)));
        Assert.Equal(TargetState.Missed, State(atMost with { Comparator = Comparator.LessThan }, EndOf(1), Crimes(20)));
    }

    [Fact]
    public void A_bare_figure_where_less_is_better_has_its_ceiling() =>
        Assert.Equal(TargetState.Missed, State(Target("crimes", Comparator.Equal, 20), EndOf(1), Crimes(21)));

    [Fact]
    public void An_exact_count_is_never_met_before_the_end_but_missed_once_passed()
    {
        var exactly = Sessions48 with { Comparator = Comparator.Equal, Exact = true };
        Assert.Equal(TargetState.TooEarly, State(exactly, EndOf(1), Sessions(48)));
        Assert.Equal(TargetState.Missed, State(exactly, EndOf(1), Sessions(49)));
        Assert.Equal(TargetState.Met, State(exactly with { Upper = 60 }, EndOf(12), Sessions([.. Enumerable.Repeat<long?>(5, 12)])));
    }

    [Fact]
    public void A_stock_above_its_target_can_still_fall_and_is_only_on_track()
    {
        var models = ("models", Held(Pack["models"], (Period.Month(2024, 1), 9), (Period.Month(2024, 2), 9)));
        Assert.Equal(TargetState.OnTrack, State(Target("models", Comparator.AtLeast, 6), EndOf(2), models));
    }

    [Fact]
    public void A_count_that_may_be_taken_back_is_not_met_before_the_end()
    {
        var balance = new Definitions([
            new()
            {
                Code = "sessions",
                Kind = IndicatorKind.Flow,
                MayBeNegative = true,
            },
        ]);
        Assert.Equal(TargetState.TooEarly, Ask(EndOf(1), balance, Sessions(48)).Judge(Sessions48).State);
    }

    [Fact]
    public void A_share_of_an_opening_can_only_rise()
    {
        var third = Target("arrested", Comparator.AtLeast, 30);
        var standing = ("standing", Held(Pack["standing"], (Period.Month(2024, 1), 10)));
        Assert.Equal(TargetState.Met, State(third, EndOf(1), ("cleared", Flow(1, Months(2024, 1, 3))), standing));
        Assert.Equal(TargetState.TooEarly, State(third, EndOf(1), ("cleared", Flow(1, Months(2024, 1, 2))), standing));
        // With a unit's standing cases unknown the share may still fall.
        Series twoAsked = new(Monthly, [new Cell(Period.Month(2024, 1), 10, 1, 1)], 2);
        Assert.Equal(TargetState.TooEarly, State(third, EndOf(1), ("cleared", Flow(1, Months(2024, 1, 3))), ("standing", twoAsked)));
    }

    [Fact]
    public void A_share_of_a_flow_can_fall_again() =>
        Assert.Equal(
            TargetState.OnTrack,
            State(Target("clearance", Comparator.AtLeast, 75), EndOf(2), ("cleared", Flow(1, Months(2024, 1, 9, 9))), Crimes(10, 10))
        );

    [Fact]
    public void The_fall_is_compared_not_the_change()
    {
        var standing = Judge(FivePercentFewer, EndOf(3), Crimes(9, 9, 9));
        Assert.Equal((TargetState.OnTrack, 10, -10), (standing.State, standing.Judged!.Value, standing.Reading.Value!.Value));
        Assert.Equal(TargetState.Behind, State(FivePercentFewer, EndOf(3), Crimes(10, 10, 9)));
    }

    [Theory]
    [InlineData(114, Comparator.AtLeast, TargetState.Met)] // exactly 5 % of 120
    [InlineData(115, Comparator.AtLeast, TargetState.Missed)]
    [InlineData(114, Comparator.MoreThan, TargetState.Missed)]
    [InlineData(113, Comparator.MoreThan, TargetState.Met)]
    public void A_fall_of_exactly_five_percent(long total, Comparator comparator, TargetState expected) =>
        Assert.Equal(
            expected,
            State(FivePercentFewer with { Comparator = comparator }, EndOf(12), Crimes([.. Enumerable.Repeat<long?>(0, 11), total]))
        );

    [Fact]
    public void A_fall_that_cannot_come_any_more_is_missed_before_the_end()
    {
        Assert.Equal(TargetState.Missed, State(FivePercentFewer, EndOf(6), Crimes(50, 20, 20, 20, 4, 1)));
        Assert.Equal(TargetState.Behind, State(FivePercentFewer, EndOf(6), Crimes(50, 20, 20, 20, 4, 0)));
    }

    [Fact]
    public void A_baseline_that_units_have_yet_to_give_decides_nothing_early()
    {
        // With the second unit's baseline the fall may still come.
        var crimes = ("crimes", Flow(2, Months(2023, 1, Tens), Months(2024, 2, 115, 0)));
        Assert.Equal(TargetState.Behind, State(FivePercentFewer, EndOf(2), crimes));
    }

    [Fact]
    public void A_rise_that_is_there_already_is_met_before_the_end()
    {
        var more = FivePercentFewer with { Direction = Direction.Increase };
        Assert.Equal(TargetState.Met, State(more, EndOf(6), Crimes(50, 20, 20, 20, 16, 0)));
        Assert.Equal(TargetState.OnTrack, State(more, EndOf(6), Crimes(50, 20, 20, 20, 15, 0)));
    }

    [Fact]
    public void A_target_on_a_change_indicator_says_the_same()
    {
        foreach (var crimes in new[] { Crimes(9, 9, 9), Crimes(10, 10, 9), Crimes(115), Crimes(0, 0, 0) })
        {
            var direct = Judge(FivePercentFewer with { Indicator = "crimesChange" }, EndOf(3), crimes);
            var implied = Judge(FivePercentFewer, EndOf(3), crimes);
            Assert.Equal((implied.State, implied.Judged, implied.JudgedForecast), (direct.State, direct.Judged, direct.JudgedForecast));
        }
    }

    [Fact]
    public void Without_direction_a_change_is_compared_as_it_is() =>
        Assert.Equal(
            TargetState.Met,
            State(
                Target("crimesChange", Comparator.AtMost, -5) with
                {
                    BaselineYear = 2023,
                },
                EndOf(12),
                Crimes([.. Enumerable.Repeat<long?>(9, 12)])
            )
        );

    [Fact]
    public void A_fall_may_be_counted_in_cases()
    {
        var fewer = FivePercentFewer with { Value = 12, ChangeIn = ChangeIn.Difference };
        Assert.Equal(TargetState.Met, State(fewer, EndOf(12), Crimes([.. Enumerable.Repeat<long?>(9, 12)])));
        Assert.Equal(TargetState.Missed, State(fewer with { Value = 13 }, EndOf(12), Crimes([.. Enumerable.Repeat<long?>(9, 12)])));
    }

    [Fact]
    public void A_direction_without_a_baseline_year_cannot_be_computed()
    {
        var below = Target("clearance", Comparator.LessThan, 15) with { Direction = Direction.Decrease };
        var standing = Judge(below, EndOf(12), ("cleared", Flow(1, Months(2024, 1, 1))), Crimes(10));
        Assert.Equal((TargetState.CannotCompute, NoValue.NoBaselineYear), (standing.State, standing.Reason));
        Assert.Null(standing.Judged);
        Assert.Equal(TargetState.CannotCompute, State(below, EndOf(12)));
    }

    [Fact]
    public void The_baseline_is_shown_beside_a_target_that_names_a_year() =>
        Assert.Equal(120, Judge(FivePercentFewer, EndOf(3), Crimes(9, 9, 9)).Baseline!.Value!.Value);

    [Fact]
    public void Cannot_be_computed_comes_with_its_reason()
    {
        var none = ("crimes", Flow(2, Months(2024, 1, 0, 0, 0)));
        var standing = Judge(Target("clearance", Comparator.MoreThan, 75), EndOf(3), ("cleared", Flow(1, Months(2024, 1, 0, 0, 0))), none);
        Assert.Equal((TargetState.CannotCompute, NoValue.ZeroDenominator), (standing.State, standing.Reason));
        Assert.Equal(TargetState.CannotCompute, State(Target("clearance", Comparator.MoreThan, 75), EndOf(12), Crimes(0, 0, 0)));
        Assert.Equal(
            TargetState.CannotCompute,
            State(FivePercentFewer, EndOf(3), Sessions(1), ("crimes", Flow(1, Months(2024, 1, 1, 1, 1))))
        );
    }

    [Theory]
    [InlineData(3)]
    [InlineData(12)]
    public void Where_everybody_reported_a_denominator_of_zero_nothing_happened(int months)
    {
        long?[] zeros = [.. Enumerable.Repeat<long?>(0, months)];
        var standing = Judge(
            Target("clearance", Comparator.MoreThan, 75),
            EndOf(months),
            ("cleared", Flow(1, Months(2024, 1, zeros))),
            Crimes(zeros)
        );
        Assert.Equal(
            (TargetState.NothingHappened, NoValue.NothingHappened, "crimes"),
            (standing.State, standing.Reason, standing.Reading.ReasonCode)
        );
    }

    [Fact]
    public void After_the_last_day_the_last_forecast_stands_until_the_last_reports_are_due_or_all_in()
    {
        var rule = Sessions48 with { ReportsDue = Day(2025, 1, 10) };
        long?[] fours = [.. Enumerable.Repeat<long?>(4, 11)];
        var waiting = Judge(rule, Day(2025, 1, 9), Sessions(fours));
        Assert.Equal((TargetState.OnTrack, true, false, true), (waiting.State, waiting.AwaitsLast, waiting.IsFinal, waiting.IsProvisional));
        Assert.Equal(48, waiting.JudgedForecast!.Value);

        var allIn = Judge(rule, Day(2024, 12, 31), Sessions([.. fours, 3]));
        Assert.Equal((TargetState.Missed, false, true), (allIn.State, allIn.AwaitsLast, allIn.IsFinal));

        // Two of three have reported December; on the tenth it is final with what is there, and provisional.
        Series partly = new(Monthly, [.. Months(2024, 3, [.. fours]), new Cell(Period.Month(2024, 12), 3, 2)], 3);
        Assert.True(Judge(rule, Day(2025, 1, 9), ("sessions", partly)) is { State: TargetState.OnTrack, AwaitsLast: true });
        Assert.True(
            Judge(rule, Day(2025, 1, 10), ("sessions", partly))
                is { State: TargetState.Missed, AwaitsLast: false, IsFinal: true, IsProvisional: true, Reading: { Reported: 2, Asked: 3 } }
        );
    }

    [Fact]
    public void With_a_month_that_nobody_reported_nothing_is_final()
    {
        var crimes = ("crimes", Flow(1, Months(2024, 1, 1, 1, 1, 1, 1, 1, 1, 1, null, 1, 1, 1)));
        var standing = Judge(Target("crimes", Comparator.AtMost, 12), EndOf(12), crimes);
        Assert.Equal((TargetState.OnTrack, false, true), (standing.State, standing.IsFinal, standing.IsProvisional));
        Assert.Equal(TargetState.Behind, State(Target("crimes", Comparator.AtMost, 11), EndOf(12), crimes));
        Assert.Equal(TargetState.Missed, State(Target("crimes", Comparator.AtMost, 10), EndOf(12), crimes));
    }

    [Fact]
    public void A_due_day_inside_a_period_takes_the_whole_period_and_says_so()
    {
        var by = Sessions48 with { By = Day(2024, 9, 15) };
        var sessions = Sessions(4, 4, 4, 4, 4, 4, 4, 4, 16, 100);
        Assert.False(Judge(by, Day(2024, 9, 29), sessions).IsFinal);
        var standing = Judge(by, EndOf(9), sessions);
        Assert.Equal(
            (TargetState.Met, 48, Day(2024, 9, 30), true),
            (standing.State, standing.Judged!.Value, standing.End, standing.TakesWholePeriod)
        );
        Assert.False(Judge(by with { By = EndOf(9) }, EndOf(9), sessions).TakesWholePeriod);
    }

    [Fact]
    public void A_yearly_baseline_gives_no_value_so_far_but_a_forecast()
    {
        var crimes = ("crimes", Flow(1, [new Cell(Period.OfYear(2023), 120, 1)], Months(2024, 1, 9, 9, 9)));
        var standing = Judge(FivePercentFewer, EndOf(3), crimes);
        Assert.Equal(
            (TargetState.OnTrack, NoValue.NoMonthlyBaseline, 10),
            (standing.State, standing.Reason, standing.JudgedForecast!.Value)
        );
        Assert.Null(standing.Judged);
        Assert.Equal(TargetState.CannotCompute, State(FivePercentFewer, EndOf(1), crimes));
    }

    [Fact]
    public void A_fall_is_too_early_while_the_first_month_is_running() =>
        Assert.Equal(TargetState.TooEarly, State(FivePercentFewer, Day(2024, 1, 15), Crimes(5)));

    [Fact]
    public void A_certificate_can_be_revoked_so_its_state_can_go_back()
    {
        var rule = Target("certified", Comparator.AtLeast, 1);
        var given = Held(Pack["certified"], (Period.Month(2024, 1), 0), (Period.Month(2024, 5), 1), (Period.Month(2024, 9), 0));
        Assert.Equal(TargetState.TooEarly, State(rule, EndOf(4), ("certified", given)));
        Assert.Equal(TargetState.Met, State(rule, EndOf(5), ("certified", given)));
        Assert.Equal(TargetState.TooEarly, State(rule, EndOf(9), ("certified", given)));
        Assert.Equal(TargetState.Missed, State(rule, EndOf(12), ("certified", given)));
    }

    [Fact]
    public void A_score_that_suffices_is_not_met_before_the_end_for_the_next_assessment_can_undo_it()
    {
        var rule = Target("score", Comparator.AtLeast, 80);
        var score = Held(Pack["score"], (Period.Month(2024, 3), 79), (Period.Month(2024, 6), 80));
        Assert.Equal(TargetState.TooEarly, State(rule, EndOf(3), ("score", score)));
        Assert.Equal(TargetState.TooEarly, State(rule, EndOf(6), ("score", score)));
        Assert.Equal(TargetState.Met, State(rule, EndOf(12), ("score", score)));
    }

    [Fact]
    public void A_final_state_needs_every_unit_asked_else_it_is_provisional()
    {
        var standing = Judge(Sessions48, EndOf(12), ("sessions", Flow(6, Months(2024, 2, Tens))));
        Assert.Equal(
            (TargetState.Met, true, 2, 6),
            (standing.State, standing.IsProvisional, standing.Reading.Reported, standing.Reading.Asked)
        );
    }

    [Theory]
    [InlineData(5, 0.8, false)]
    [InlineData(5, 0.84, true)]
    [InlineData(4, 0.8, true)]
    [InlineData(6, 1.0, false)]
    public void The_pack_may_set_a_lower_completeness(int reported, double completeness, bool provisional) =>
        Assert.Equal(
            provisional,
            Judge(
                Sessions48 with
                {
                    Completeness = (decimal)completeness,
                },
                EndOf(12),
                ("sessions", Flow(6, Months(2024, reported, Tens)))
            ).IsProvisional
        );

    [Fact]
    public void Never_for_a_hundred_percent()
    {
        var all = Target("clearance", Comparator.Equal, 100) with { Completeness = 0.5m };
        var five = ("cleared", Flow(6, Months(2024, 5, Tens)));
        var crimes = ("crimes", Flow(6, Months(2024, 5, Tens)));
        Assert.True(Judge(all, EndOf(12), five, crimes).IsProvisional);
        Assert.False(Judge(all with { Value = 99 }, EndOf(12), five, crimes).IsProvisional);
    }

    [Fact]
    public void By_its_date_a_target_is_decided_and_later_figures_do_not_count()
    {
        var bySeptember = Sessions48 with { By = Day(2024, 9, 30) };
        var sessions = Sessions(4, 4, 4, 4, 4, 4, 4, 4, 4, 100);
        Assert.Equal(TargetState.Behind, State(bySeptember, EndOf(8), sessions));
        Assert.Equal(TargetState.Missed, State(bySeptember, EndOf(9), sessions));
        Assert.Equal(TargetState.Missed, State(bySeptember, EndOf(12), sessions));
        Assert.Equal(36, Judge(bySeptember, EndOf(8), sessions).JudgedForecast!.Value);
    }

    [Fact]
    public void Percent_and_percentage_points_are_different_units()
    {
        var figures = new[]
        {
            (
                "cleared",
                Flow(1, Months(2023, 1, [.. Enumerable.Repeat<long?>(5, 12)]), Months(2024, 1, [.. Enumerable.Repeat<long?>(6, 12)]))
            ),
            Crimes(Tens),
        };
        var rise = Target("clearance", Comparator.AtLeast, 15) with { Direction = Direction.Increase, BaselineYear = 2023 };
        Assert.Equal(TargetState.Met, State(rise, EndOf(12), figures)); // 20 %
        Assert.Equal(TargetState.Missed, State(rise with { ChangeIn = ChangeIn.Difference }, EndOf(12), figures)); // 10 points
    }

    [Fact]
    public void Approved_figures_alone_give_another_standing()
    {
        Series sessions = new(Monthly, [new Cell(Period.Month(2024, 1), new(48, 1, 0), default)], 1);
        Assert.Equal(TargetState.Met, State(Sessions48, EndOf(12), ("sessions", sessions)));
        Assert.Equal(TargetState.NoFigures, State(Sessions48, EndOf(12), ("sessions", sessions.ApprovedOnly())));
    }
}
