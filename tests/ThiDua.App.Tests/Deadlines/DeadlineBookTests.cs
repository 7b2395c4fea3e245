using ThiDua.App.Deadlines;
using ThiDua.App.Packs;
using ThiDua.App.Tests.Packs;
using ThiDua.Measures;

namespace ThiDua.App.Tests.Deadlines;

public sealed class DeadlineBookTests
{
    private static Pack With(bool workingDays, bool next, int days = 5) =>
        PackFolder.Pack with
        {
            Deadlines = [new("x", new("x", "x"), ReportFrequency.Month, "civil", days, workingDays, next, [3, 1], null, null, true, "y")],
        };

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
}
