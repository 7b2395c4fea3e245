using CsCheck;
using static ThiDua.Measures.Tests.World;

namespace ThiDua.Measures.Tests;

public sealed class DeadlineTests
{
    /// <summary>
    /// The days off of April and May 2024: the Kings' anniversary (18/4), 30/4 and 1/5, and Monday 29/4 exchanged for Saturday
    /// 4/5.
    /// </summary>
    private static readonly WorkingDays Spring2024 = new([
        new(Day(2024, 1, 1), false),
        new(Day(2024, 4, 18), false),
        new(Day(2024, 4, 29), false),
        new(Day(2024, 4, 30), false),
        new(Day(2024, 5, 1), false),
        new(Day(2024, 5, 4), true),
    ]);

    internal static readonly Gen<WorkingDays> Tables = Gen.Select(
            Gen.Int[0, 729],
            Gen.Bool,
            (day, works) => new DayException(Day(2024, 1, 1).AddDays(day), works)
        )
        .List[1, 60]
        .Select(list => new WorkingDays(list.DistinctBy(e => e.Day), new DateRange(Day(2024, 1, 1), Day(2025, 12, 31))));

    internal static readonly Gen<DateOnly> Days = Gen.Int[100, 600].Select(d => Day(2024, 1, 1).AddDays(d));

    internal static readonly Gen<DueRule> Rules = Gen.Select(
        Gen.Enum<DueKind>(),
        Gen.Int[0, 12],
        Gen.Int[1, 31],
        Gen.Int[1, 12],
        Gen.Enum<DayOffRule>(),
        Gen.Int[0, 9],
        (kind, count, day, month, off, soon) =>
            new DueRule
            {
                Kind = kind,
                Count = kind == DueKind.DayOfYear ? count % 2 : count,
                Day = day,
                Month = month,
                OnDayOff = off,
                SoonDays = soon,
                RemindBefore = [soon, 1, 0],
                RemindAfter = [1, soon],
            }
    );

    private static DateOnly DueOf(DueRule rule, string period) => rule.For(PeriodCode.Parse(period), Spring2024).Due;

    [Theory]
    [InlineData("202403", 5, DayOffRule.Keep, "2024-04-05")]
    [InlineData("202404", 5, DayOffRule.Keep, "2024-05-05")]
    [InlineData("202404", 5, DayOffRule.Next, "2024-05-06")] // a Sunday
    [InlineData("202404", 5, DayOffRule.Previous, "2024-05-04")] // the Saturday worked for 29/4
    [InlineData("nd09:2024S1", 5, DayOffRule.Keep, "2024-06-19")]
    [InlineData("2024Q1", 18, DayOffRule.Next, "2024-04-19")]
    [InlineData("202404", 0, DayOffRule.Next, "2024-05-02")]
    [InlineData("202404", -1, DayOffRule.Previous, "2024-04-26")]
    public void Days_after_the_periods_end(string period, int days, DayOffRule off, string expected) =>
        Assert.Equal(
            DateOnly.Parse(expected),
            DueOf(
                new()
                {
                    Kind = DueKind.Days,
                    Count = days,
                    OnDayOff = off,
                },
                period
            )
        );

    [Theory]
    [InlineData("202403", 5, "2024-04-05")] // the month ends on a Sunday: Monday is the first
    [InlineData("202404", 3, "2024-05-04")] // 2, 3 and the Saturday worked
    [InlineData("202404", 1, "2024-05-02")]
    public void Working_days_after_the_periods_end(string period, int days, string expected) =>
        Assert.Equal(DateOnly.Parse(expected), DueOf(new() { Kind = DueKind.WorkingDays, Count = days }, period));

    [Theory]
    [InlineData("202404", 1, 10, "2024-05-10")]
    [InlineData("202404", 0, 25, "2024-04-25")]
    [InlineData("202412", 1, 5, "2025-01-05")]
    [InlineData("202401", 1, 31, "2024-02-29")]
    [InlineData("nd09:202406", 0, 20, "2024-06-20")]
    public void A_day_of_the_following_month(string period, int months, int day, string expected) =>
        Assert.Equal(
            DateOnly.Parse(expected),
            DueOf(
                new()
                {
                    Kind = DueKind.DayOfMonth,
                    Count = months,
                    Day = day,
                },
                period
            )
        );

    [Theory]
    [InlineData("nd09:2024", 0, 20, 12, "2024-12-20")]
    [InlineData("2024", 1, 5, 1, "2025-01-05")]
    [InlineData("c124-hamlet:2024", 0, 15, 11, "2024-11-15")]
    [InlineData("2024", 1, 29, 2, "2025-02-28")]
    public void A_fixed_day_of_the_year(string period, int years, int day, int month, string expected) =>
        Assert.Equal(
            DateOnly.Parse(expected),
            DueOf(
                new()
                {
                    Kind = DueKind.DayOfYear,
                    Count = years,
                    Day = day,
                    Month = month,
                },
                period
            )
        );

    [Fact]
    public void Months_from_an_event_end_on_the_same_day_or_the_months_last() =>
        Assert.Equal(
            Day(2024, 2, 29),
            new DueRule { Kind = DueKind.Months, Count = 2 }
                .From(Day(2023, 12, 31), Spring2024)
                .Due
        );

    [Fact]
    public void Three_working_days_from_receipt_do_not_count_the_day_of_receipt() =>
        Assert.Equal(
            Day(2024, 5, 4),
            new DueRule { Kind = DueKind.WorkingDays, Count = 3 }
                .From(Day(2024, 4, 27), Spring2024)
                .Due
        );

    [Fact]
    public void A_day_that_no_month_has_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DueOf(new() { Kind = DueKind.DayOfMonth, Count = 1 }, "202404"));

    [Fact]
    public void Both_sides_of_every_boundary()
    {
        var deadline = new DueRule
        {
            Kind = DueKind.Days,
            Count = 10,
            SoonDays = 3,
        }.For(Period.Month(2024, 4), Spring2024);
        Assert.Equal((Day(2024, 4, 1), Day(2024, 5, 7), Day(2024, 5, 10)), (deadline.Opens, deadline.SoonFrom, deadline.Due));
        foreach (
            var (day, before, from) in new[]
            {
                (deadline.Opens, DueState.NotOpen, DueState.Due),
                (deadline.SoonFrom, DueState.Due, DueState.Soon),
                (deadline.Due, DueState.Soon, DueState.Soon),
                (deadline.Due.AddDays(1), DueState.Soon, DueState.Overdue),
            }
        )
        {
            var midnight = VietnamTime.StartOf(day);
            Assert.Equal(before, deadline.At(midnight.AddTicks(-1)));
            Assert.Equal(from, deadline.At(midnight));
        }
    }

    [Fact]
    public void Days_are_those_of_Ho_Chi_Minh_City_whatever_the_clocks_zone()
    {
        var deadline = new DueRule { Kind = DueKind.Days, Count = 10 }.For(Period.Month(2024, 4), Spring2024);
        DateTimeOffset lastInstant = new(2024, 5, 10, 16, 59, 59, TimeSpan.Zero);
        Assert.Equal((DueState.Soon, 0), (deadline.At(lastInstant), deadline.DaysLeft(lastInstant)));
        Assert.Equal((DueState.Overdue, -1), (deadline.At(lastInstant.AddSeconds(1)), deadline.DaysLeft(lastInstant.AddSeconds(1))));
        Assert.Equal(DueState.Soon, deadline.At(lastInstant.ToOffset(TimeSpan.FromHours(-8))));
    }

    [Fact]
    public void What_was_sent_is_in_time_to_the_last_instant_and_late_from_the_next()
    {
        var deadline = new DueRule { Kind = DueKind.Days, Count = 10 }.For(Period.Month(2024, 4), Spring2024);
        var end = VietnamTime.EndOf(deadline.Due);
        var later = end.AddDays(3);
        Assert.Equal(DueState.DoneInTime, deadline.At(later, end.AddTicks(-1)));
        Assert.Equal(DueState.DoneLate, deadline.At(later, end));
        Assert.Equal(DueState.Overdue, deadline.At(later, later.AddTicks(1)));
        Assert.Equal(DueState.DoneInTime, deadline.At(later, VietnamTime.StartOf(deadline.Opens).AddDays(-1)));
    }

    [Fact]
    public void Every_deadline_keeps_its_order() =>
        Gen.Select(Rules, Days, Tables)
            .Sample(
                (rule, start, table) =>
                {
                    var deadline = rule.From(start, table);
                    Assert.True(deadline.SoonFrom <= deadline.Due);
                    Assert.Equal(deadline.Reminders.Distinct().Order(), deadline.Reminders);
                    Assert.Contains(deadline.Due, deadline.Reminders);
                    Assert.True(rule.OnDayOff == DayOffRule.Keep || table.IsWorking(deadline.Due));
                }
            );

    [Fact]
    public void States_only_go_forward() =>
        Gen.Select(Rules, Days, Tables)
            .Sample(
                (rule, start, table) =>
                {
                    var deadline = rule.From(start, table);
                    var states = Enumerable.Range(-40, 500).Select(h => deadline.At(VietnamTime.StartOf(start).AddHours(h * 6))).ToList();
                    Assert.Equal(states.Order(), states);
                    Assert.All(
                        Enumerable.Range(-40, 120).Select(start.AddDays),
                        day => Assert.Equal(day > deadline.Due, deadline.At(VietnamTime.StartOf(day)) == DueState.Overdue)
                    );
                }
            );

    [Fact]
    public void A_later_start_is_never_due_earlier() =>
        Gen.Select(Rules.Where(r => r.Kind is DueKind.Days or DueKind.WorkingDays or DueKind.Months), Days, Gen.Int[0, 60], Tables)
            .Sample((rule, start, later, table) => rule.From(start, table).Due <= rule.From(start.AddDays(later), table).Due);

    [Fact]
    public void A_date_beyond_the_table_of_holidays_is_marked_uncertain()
    {
        var working = new DueRule { Kind = DueKind.WorkingDays, Count = 5 };
        Assert.True(working.For(Period.Month(2024, 11), Spring2024).IsCertain);
        Assert.False(working.For(Period.Month(2024, 12), Spring2024).IsCertain);
        Assert.True(
            new DueRule { Kind = DueKind.Days, Count = 5 }
                .For(Period.Month(2024, 12), Spring2024)
                .IsCertain
        );
        Assert.False(
            new DueRule
            {
                Kind = DueKind.Days,
                Count = 5,
                OnDayOff = DayOffRule.Next,
            }
                .For(Period.Month(2024, 12), Spring2024)
                .IsCertain
        );
        Assert.False(working.For(Period.Month(2024, 3), new([])).IsCertain);
    }
}
