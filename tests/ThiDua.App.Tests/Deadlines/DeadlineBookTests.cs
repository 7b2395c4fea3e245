using ThiDua.App.Deadlines;
using ThiDua.App.Packs;
using ThiDua.App.Tests.Packs;
using ThiDua.Measures;

namespace ThiDua.App.Tests.Deadlines;

public sealed class DeadlineBookTests
{
    private static Pack With(bool workingDays, bool next, int days = 5) =>
        With(
            new PeriodDeadline
            {
                Code = "x",
                Label = new("x", "x"),
                Frequency = ReportFrequency.Month,
                Calendar = "civil",
                Days = days,
                WorkingDays = workingDays,
                DayOff = next ? DayOffRule.Next : DayOffRule.Keep,
                RemindBefore = [3, 1],
                Verified = true,
                Basis = "y",
            }
        );

    private static Pack With(params DeadlineRule[] rules) => PackFolder.Pack with { Deadlines = rules };

    [Fact]
    public void Working_days_are_counted_from_the_next_day() =>
        // After 30/4: 2, 3, 4 (worked), 6, 7 May.
        Assert.Equal(new DateOnly(2024, 5, 7), new DeadlineBook(With(workingDays: true, next: false)).Of(Period.Month(2024, 4)).Day);

    [Fact]
    public void A_due_day_off_moves_to_the_next_working_day()
    {
        Assert.Equal(new DateOnly(2024, 5, 5), new DeadlineBook(With(false, next: false)).Of(Period.Month(2024, 4)).Day);
        Assert.Equal(new DateOnly(2024, 5, 6), new DeadlineBook(With(false, next: true)).Of(Period.Month(2024, 4)).Day);
        Assert.Equal(new DateOnly(2024, 5, 3), new DeadlineBook(With(false, next: true)).Of(Period.Month(2024, 4)).SoonFrom);
    }

    [Fact]
    public void A_period_without_a_rule_is_due_all_the_same_and_says_that_nobody_verified_it()
    {
        var due = new DeadlineBook(With(false, false)).Of(Period.OfYear(2024));
        Assert.Equal((new DateOnly(2025, 1, 10), false), (due.Day, due.Verified));
    }

    private static EventDeadline Rule(Term term) =>
        new()
        {
            Code = "decision",
            Label = new("x", "x"),
            Event = "tip.received",
            Term = term,
            Verified = true,
            Basis = "y",
        };

    [Fact]
    public void The_rule_in_force_on_the_events_day_holds_whatever_came_later()
    {
        DateOnly change = new(2024, 7, 1);
        DeadlineBook book = new(
            With(
                Rule(new(TermUnit.Days, 20)) with
                {
                    ValidTo = change.AddDays(-1),
                },
                Rule(new(TermUnit.Days, 15)) with
                {
                    ValidFrom = change,
                },
                Rule(new(TermUnit.Hours, 1)) with
                {
                    Event = "tip.read",
                }
            )
        );
        var midnight = VietnamTime.StartOf(change);
        Assert.Equal(new DateOnly(2024, 7, 22), Assert.Single(book.Of("tip.received", new(midnight.AddTicks(-1)))).Moment.LastDay);
        Assert.Equal(new DateOnly(2024, 7, 16), Assert.Single(book.Of("tip.received", new(midnight))).Moment.LastDay);
        Assert.Empty(book.Of("tip.lost", new(midnight)));
    }

    [Fact]
    public void A_term_that_nobody_verified_or_that_runs_beyond_the_known_days_off_says_so()
    {
        var rule = Rule(new(TermUnit.WorkingDays, 3));
        DeadlineBook book = new(With(rule));
        DeadlineClock known = new(new(2024, 5, 6, 9, 0, 0, VietnamTime.Offset));
        Assert.True(book.Of(rule, known).Verified);
        Assert.False(book.Of(rule with { Verified = false }, known).Verified);
        Assert.False(book.Of(rule, new(known.Event.AddYears(40))).Verified);
    }
}
