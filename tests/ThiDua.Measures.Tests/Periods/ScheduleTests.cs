using CsCheck;
using static ThiDua.Measures.Tests.World;

namespace ThiDua.Measures.Tests;

public sealed class ScheduleTests
{
    private static readonly Schedule YearsThenMonths = new(
        Calendar.Civil,
        [(DateOnly.MinValue, Frequency.Year), (Day(2024, 1, 1), Frequency.Month)]
    );

    [Fact]
    public void A_change_of_frequency_is_dated()
    {
        var schedule = new Schedule(Calendar.Civil, [(DateOnly.MinValue, Frequency.Month), (Day(2024, 7, 1), Frequency.Quarter)]);
        Assert.Equal(
            ["202401", "202402", "202403", "202404", "202405", "202406", "2024Q3", "2024Q4"],
            schedule.Split(Year2024, Calendar.Civil, out _)!.Select(p => p.Code)
        );
    }

    [Fact]
    public void A_change_of_frequency_in_the_middle_of_a_period_is_refused() =>
        Assert.Throws<ArgumentException>(() =>
            new Schedule(Calendar.Civil, [(DateOnly.MinValue, Frequency.Month), (Day(2024, 2, 1), Frequency.Quarter)])
        );

    [Fact]
    public void A_schedule_has_at_least_one_frequency() => Assert.Throws<ArgumentException>(() => new Schedule(Calendar.Civil, []));

    [Fact]
    public void A_quarter_never_spreads_into_months()
    {
        Assert.Null(new Schedule(Frequency.Quarter).Split(Period.Month(2024, 4).Dates, Calendar.Civil, out var reason));
        Assert.Equal(NoValue.PartOfPeriod, reason);
    }

    [Fact]
    public void A_year_before_the_months_began_is_no_sum_of_months()
    {
        Assert.NotNull(YearsThenMonths.Split(DateRange.CivilYear(2023), Calendar.Civil, out _));
        Assert.Null(YearsThenMonths.Split(new(Day(2023, 1, 1), Day(2023, 6, 30)), Calendar.Civil, out var reason));
        Assert.Equal(NoValue.PartOfPeriod, reason);
    }

    [Fact]
    public void Another_calendar_is_named_before_a_part_of_a_period()
    {
        Assert.Null(Monthly.Split(new(Day(2023, 12, 15), Day(2024, 12, 14)), Calendar.Nd09, out var reason));
        Assert.Equal(NoValue.OtherCalendar, reason);
    }

    [Fact]
    public void A_range_splits_exactly_or_not_at_all() =>
        Gen.Select(PeriodTests.Kinds, PeriodTests.Days, Gen.Int[0, 800])
            .Sample(
                (kind, day, length) =>
                {
                    var range = new DateRange(day, day.AddDays(length));
                    var split = new Schedule(kind.Frequency, kind.Calendar).Split(range, kind.Calendar, out var reason);
                    var whole =
                        Period.Containing(range.First, kind.Frequency, kind.Calendar).First == range.First
                        && Period.Containing(range.Last, kind.Frequency, kind.Calendar).Last == range.Last;
                    Assert.Equal(whole, split is not null);
                    Assert.Equal(whole ? null : NoValue.PartOfPeriod, reason);
                    Assert.Equal(whole ? length + 1 : 0, split?.Sum(p => p.Last.DayNumber - p.First.DayNumber + 1) ?? 0);
                }
            );
}
