using ThiDua.App.Features.Units;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Tests.Units;

public sealed class SuccessionRulesTests
{
    private static readonly IndicatorDefinition Stock = new() { Code = "s", Kind = IndicatorKind.Stock };
    private static readonly DateOnly Day = new(2024, 5, 10);

    private static CurrentValue Value(Period period, long value, bool approved = false) => new(period, 1, value, approved ? value : null);

    [Fact]
    public void What_ran_already_and_what_was_before_both_pass_on()
    {
        var held = SuccessionRules.Held(
            Stock,
            [Value(Period.Month(2024, 3), 4), Value(Period.Month(2024, 5), 6), Value(Period.Month(2024, 6), 9)],
            Day
        );
        Assert.Equal((4L, 6L), (held.Before!.Value!.Value, held.Last!.Value));
        Assert.Equal([new(Period.OfDay(Day), 4, false), new(Period.Month(2024, 5), 6, false)], SuccessionRules.Merged(Stock, [held], Day));
    }

    [Fact]
    public void Opening_figures_are_approved_where_all_they_come_from_are()
    {
        var (one, two) = (
            SuccessionRules.Held(Stock, [Value(Period.Month(2024, 3), 4, true)], Day),
            SuccessionRules.Held(Stock, [Value(Period.Month(2024, 4), 5)], Day)
        );
        Assert.Equal([new(Period.OfDay(Day), 9, false)], SuccessionRules.Merged(Stock, [one, two], Day));
        Assert.True(Assert.Single(SuccessionRules.Merged(Stock, [one], Day)).Approved);
    }

    [Theory]
    [InlineData(7, 3, 4)]
    [InlineData(10, 9, 1)]
    [InlineData(1, 1, 0)]
    public void Parts_of_any_value_sum_to_it(long last, long one, long two)
    {
        for (var value = 0L; value < 30; value++)
            Assert.Equal(value, SuccessionRules.Part(value, 0, one, last) + SuccessionRules.Part(value, one, one + two, last));
        Assert.Equal((one, two), (SuccessionRules.Part(last, 0, one, last), SuccessionRules.Part(last, one, one + two, last)));
    }

    [Fact]
    public void A_standing_units_running_figure_cannot_hold_from_a_day()
    {
        var (running, before) = (
            SuccessionRules.Held(Stock, [Value(Period.Month(2024, 5), 6)], Day),
            SuccessionRules.Held(Stock, [Value(Period.Month(2024, 4), 5)], Day)
        );
        Assert.Null(SuccessionRules.Joined(Stock, running, [before], Day));
        Assert.Equal(11, SuccessionRules.Joined(Stock, before, [running], Day)!.Value);
    }
}
