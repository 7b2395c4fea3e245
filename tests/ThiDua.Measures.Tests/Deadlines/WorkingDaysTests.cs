using CsCheck;
using static ThiDua.Measures.Tests.World;

namespace ThiDua.Measures.Tests;

public sealed class WorkingDaysTests
{
    /// <summary>Tết Giáp Thìn: seven days off from Thursday 8/2 to Wednesday 14/2/2024.</summary>
    private static readonly WorkingDays Tet = new(Enumerable.Range(8, 7).Select(d => new DayException(Day(2024, 2, d), false)));

    [Fact]
    public void Across_Tet()
    {
        Assert.Equal(Day(2024, 2, 15), Tet.Add(Day(2024, 2, 7), 1));
        Assert.Equal(Day(2024, 2, 19), Tet.Add(Day(2024, 2, 7), 3));
        Assert.Equal(Day(2024, 2, 7), Tet.Add(Day(2024, 2, 15), -1));
        Assert.Equal(Day(2024, 2, 15), Tet.OnOrAfter(Day(2024, 2, 10)));
        Assert.Equal(Day(2024, 2, 7), Tet.OnOrBefore(Day(2024, 2, 10)));
        Assert.Equal(3, Tet.Between(Day(2024, 2, 6), Day(2024, 2, 16)));
    }

    [Fact]
    public void A_weekend_day_worked_in_exchange_is_a_working_day()
    {
        WorkingDays table = new([new(Day(2024, 5, 4), true)]);
        Assert.True(table.IsWorking(Day(2024, 5, 4)));
        Assert.False(table.IsWorking(Day(2024, 5, 5)));
    }

    [Fact]
    public void A_table_that_contradicts_itself_is_refused() =>
        Assert.Throws<ArgumentException>(() => new WorkingDays([new(Day(2024, 5, 4), true), new(Day(2024, 5, 4), false)]));

    [Fact]
    public void The_table_speaks_for_whole_years_unless_it_says_otherwise()
    {
        Assert.Equal(DateRange.CivilYear(2024), Tet.Known);
        Assert.Null(new WorkingDays([]).Known);
        Assert.Equal(DateRange.CivilYear(2026), new WorkingDays([], DateRange.CivilYear(2026)).Known);
    }

    [Fact]
    public void Counting_forth_and_back_agrees_with_counting_one_by_one() =>
        Gen.Select(DeadlineTests.Tables, DeadlineTests.Days, Gen.Int[-40, 40])
            .Sample(
                (table, day, count) =>
                {
                    var end = table.Add(day, count);
                    Assert.Equal(count > 0, end > day);
                    Assert.True(count == 0 || table.IsWorking(end));
                    Assert.Equal(count, count >= 0 ? table.Between(day, end) : -Count(table, end, day.AddDays(-1)));
                    Assert.Equal(table.Add(day, 1), table.OnOrAfter(day.AddDays(1)));
                    Assert.Equal(table.Add(day, -1), table.OnOrBefore(day.AddDays(-1)));
                }
            );

    [Fact]
    public void Working_days_between_add_up() =>
        Gen.Select(DeadlineTests.Tables, DeadlineTests.Days, DeadlineTests.Days, DeadlineTests.Days)
            .Sample(
                (table, a, b, c) =>
                {
                    Assert.Equal(table.Between(a, c), table.Between(a, b) + table.Between(b, c));
                    Assert.Equal(-table.Between(b, a), table.Between(a, b));
                }
            );

    private static int Count(WorkingDays table, DateOnly first, DateOnly last)
    {
        var count = 0;
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            count += table.IsWorking(day) ? 1 : 0;
        }

        return count;
    }
}
