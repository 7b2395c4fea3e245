using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Progress;
using ThiDua.App.Packs;
using ThiDua.App.Tests.Packs;
using ThiDua.Measures;

namespace ThiDua.App.Tests.Progress;

public sealed class ProgressRulesTests
{
    private static readonly PackShelf Packs = new(Path.Combine(PackFolder.Repository, "packs"));
    private static readonly Pack Pack = Packs.Default;

    private static readonly Campaign Year = new()
    {
        Name = "x",
        Pack = Pack.Code,
        From = new(2024, 1, 20),
        To = new(2024, 12, 15),
        Year = 2024,
    };

    [Fact]
    public void A_target_compared_with_a_year_is_judged_over_that_civil_year() =>
        Assert.Equal(
            (DateRange.CivilYear(2024), Direction.Decrease, 2023),
            Rule("crime.cases-change", ">=", 5, "%", 2023) is { } r ? (r.Range, r.Direction!.Value, r.BaselineYear!.Value) : default
        );

    [Fact]
    public void Any_other_is_judged_over_the_months_its_campaign_touches() =>
        Assert.Equal(new DateRange(new(2024, 1, 1), new(2024, 12, 31)), Rule("crime.cleared-rate", ">", 75, "%", null)!.Range);

    [Theory]
    [InlineData("%", ChangeIn.Percent, "crime.cases-change")]
    [InlineData("vụ", ChangeIn.Difference, "crime.cases")]
    public void Fewer_by_per_cent_and_fewer_by_cases_are_different_targets(string unit, ChangeIn changeIn, string judged)
    {
        var rule = Rule("crime.cases-change", ">=", 5, unit, 2023)!;
        Assert.Equal((changeIn, judged), (rule.ChangeIn, rule.Indicator));
        Assert.Equal(changeIn == ChangeIn.Percent, ProgressRules.JudgesParts(rule, Packs.Definitions[rule.Indicator]));
    }

    [Fact]
    public void Without_a_figure_or_an_indicator_of_the_pack_there_is_no_rule()
    {
        Assert.Null(
            ProgressRules.Rule(
                new()
                {
                    Text = "x",
                    Measure = "x",
                    Indicator = "crime.cleared-rate",
                },
                Year,
                Packs.Definitions,
                Pack
            )
        );
        Assert.Null(Rule("nobody.knows", ">=", 5, "%", null));
    }

    [Theory]
    [InlineData("crime.four-reductions.cases-change", null, Comparator.MoreThan, 0)]
    [InlineData("crime.cases", "decrease", Comparator.MoreThan, 0)]
    [InlineData("certified.order", null, Comparator.AtLeast, 100)]
    public void A_wish_is_judged_where_its_indicator_says_yes_or_which_way(
        string indicator,
        string? direction,
        Comparator comparator,
        int value
    )
    {
        var wish = new CampaignTarget
        {
            Text = "x",
            Measure = "x",
            Indicator = indicator,
            Direction = direction,
            Baseline = 2023,
        };
        var rule = ProgressRules.Rule(wish, Year, Packs.Definitions, Pack)!;
        Assert.Equal((comparator, (decimal)value), (rule.Comparator, rule.Value));
        Assert.Equal(comparator == Comparator.MoreThan ? Direction.Decrease : null, rule.Direction);
    }

    [Fact]
    public void A_hamlet_is_held_against_a_share_but_not_against_the_communes_count()
    {
        Assert.True(Parts("crime.cleared-rate", "%"));
        Assert.True(Parts("certified.order", "%"));
        Assert.False(Parts("outreach.sessions", "buổi"));
        Assert.False(Parts("model.total", "mô hình"));
    }

    [Fact]
    public void Units_asked_follow_the_dated_tree()
    {
        KindSpan[] spans =
        [
            new("hamlet", new(2024, 7, 10), -1),
            new("hamlet", new(2000, 1, 1), 5),
            new("hamlet", new(2000, 1, 1), 1),
            new("police", new(2000, 1, 1), 1),
        ];
        var months = new Schedule(Frequency.Month);
        Assert.Equal(
            [(new DateOnly(2000, 1, 1), 6), (new DateOnly(2024, 7, 10), 5)],
            ProgressRules.Asked(spans, ["hamlet"], IndicatorKind.Flow, months)
        );
        Assert.Equal([(DateOnly.MinValue, 0)], ProgressRules.Asked(spans, ["school"], IndicatorKind.Flow, months));
    }

    [Theory]
    [InlineData("2024-07-10", IndicatorKind.Flow, Frequency.Month, "2024-08-01")]
    [InlineData("2024-07-31", IndicatorKind.Flow, Frequency.Month, "2024-08-01")]
    [InlineData("2024-08-01", IndicatorKind.Flow, Frequency.Month, "2024-08-01")]
    [InlineData("2024-07-10", IndicatorKind.Flow, Frequency.Year, "2025-01-01")]
    [InlineData("2024-07-10", IndicatorKind.Stock, Frequency.Month, "2024-07-10")]
    public void An_ended_unit_is_asked_for_a_flow_until_its_period_is_over(string end, IndicatorKind kind, Frequency frequency, string from)
    {
        KindSpan[] spans = [new("hamlet", new(2000, 1, 1), 6), new("hamlet", Day(end), -1, Ended: true)];
        Assert.Equal(
            [(new DateOnly(2000, 1, 1), 6), (Day(from), 5)],
            ProgressRules.Asked(spans, ["hamlet"], kind, new Schedule(frequency))
        );

        static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData(4, 30, true)]
    [InlineData(5, 30, false)]
    [InlineData(30, 4, true)]
    [InlineData(0, 30, true)]
    public void Counts_under_five_are_hidden_both_sides_of_the_limit(long above, long below, bool hidden)
    {
        var reading = Reading("crime.cleared-rate") with
        {
            Numerator = Reading("crime.cleared", above),
            Denominator = Reading("crime.cases", below),
        };
        var rate = Pack.Indicator("crime.cleared-rate")!;
        Assert.Equal(hidden, ProgressRules.Hides(rate, UnitLevel.Hamlet, reading, above: false));
        Assert.False(ProgressRules.Hides(rate, UnitLevel.Hamlet, reading, above: true));
        Assert.False(ProgressRules.Hides(rate, UnitLevel.Commune, reading, above: false));
        Assert.False(ProgressRules.Hides(Pack.Indicator("road.lit-rate")!, UnitLevel.Hamlet, reading, above: false));
    }

    [Fact]
    public void A_comparison_hides_when_either_year_is_small()
    {
        var reading = Reading("crime.cases-change") with { Current = Reading("crime.cases", 9), Baseline = Reading("crime.cases", 3) };
        Assert.True(ProgressRules.Hides(Pack.Indicator("crime.cases-change")!, UnitLevel.Hamlet, reading, above: false));
    }

    [Fact]
    public void What_is_furthest_from_its_target_comes_first_whatever_its_size()
    {
        var quarter = Target(Standing(TargetState.Behind, 100, 25));
        var nearly = Target(Standing(TargetState.Missed, 90, 87));
        var silent = Target(Standing(TargetState.NoFigures, 100, null));
        var well = Target(Standing(TargetState.OnTrack, 75, 80));
        var met = Target(Standing(TargetState.Met, 75, 75));
        Assert.Equal([quarter, nearly, silent, well, met], new[] { met, well, silent, nearly, quarter }.OrderBy(ProgressRules.Attention));
    }

    [Fact]
    public void A_forecast_of_counts_is_whole_and_never_crosses_the_line()
    {
        Rational Whole(Comparator comparator, decimal asked, decimal value) => ProgressWords.Whole(new(comparator, asked, null), value, 0);
        Assert.Equal(119, Whole(Comparator.AtLeast, 100, 118.5m));
        Assert.Equal(19, Whole(Comparator.AtLeast, 20, 19.6m));
        Assert.Equal(20, Whole(Comparator.AtMost, 19, 19.4m));
        Assert.Equal(21, Whole(Comparator.MoreThan, 20, 20.2m));
    }

    private static TargetProgress Target(Standing standing) =>
        new(
            new() { Text = "x", Measure = "x" },
            Pack.Indicator("crime.cleared-rate")!,
            Rule("crime.cleared-rate", ">=", 5, "%", null)!,
            standing,
            true,
            null,
            []
        );

    private static Standing Standing(TargetState state, decimal asked, decimal? value) =>
        new(
            state,
            new(Comparator.AtLeast, asked, null),
            Reading("crime.cleared-rate") with
            {
                Value = value is { } v ? (Rational)v : null,
            },
            value is { } judged ? (Rational)judged : null,
            null,
            null,
            null,
            false,
            false
        );

    private static bool Parts(string indicator, string unit) =>
        ProgressRules.JudgesParts(Rule(indicator, ">=", 20, unit, null)!, Packs.Definitions[indicator]);

    private static Reading Reading(string code, long value = 50) => new(code, value, null, null, 1, 1, true, null);

    private static TargetRule? Rule(string indicator, string comparator, decimal value, string unit, int? baseline) =>
        ProgressRules.Rule(
            new()
            {
                Text = "x",
                Measure = "x",
                Indicator = indicator,
                Comparator = comparator,
                Value = value,
                Unit = unit,
                Baseline = baseline,
                Direction = baseline is null ? null : "decrease",
            },
            Year,
            Packs.Definitions,
            Pack
        );
}
