using CsCheck;
using static ThiDua.Measures.Tests.World;

namespace ThiDua.Measures.Tests;

public sealed class EventRuleTests
{
    private static readonly WorkingDays Week = new([], DateRange.CivilYear(2024));

    private static readonly Gen<DateTimeOffset> Moments = Gen.Select(
        DeadlineTests.Days,
        Gen.Int[0, 24 * 60 - 1],
        (day, minute) => VietnamTime.StartOf(day).AddMinutes(minute)
    );

    private static readonly Gen<Term> Terms = Gen.Select(Gen.Enum<TermUnit>(), Gen.Int[1, 40], (unit, count) => new Term(unit, count));

    private static readonly Gen<EventRule> Rules = Gen.Select(
        Terms,
        Gen.Enum<DayOffRule>(),
        Gen.Int[0, 5],
        (term, off, soon) => new EventRule(term, off, soon)
    );

    private static readonly Gen<Extension> Extensions = Gen.Select(Terms, Gen.Bool, (term, inAll) => new Extension(term, inAll));

    private static DateTimeOffset At(int month, int day, int hour = 9, int minute = 0) =>
        new(2024, month, day, hour, minute, 0, VietnamTime.Offset);

    private static DeadlineClock Stopped(DateTimeOffset at, DateTimeOffset from, DateTimeOffset? until) =>
        new(at) { Pauses = [new(from, until)] };

    [Theory]
    [InlineData(TermUnit.Hours, 24, "2024-04-30T22:15", "2024-05-01T22:15")]
    [InlineData(TermUnit.Hours, 3, "2024-04-30T22:15", "2024-05-01T01:15")] // over midnight and the month's end
    [InlineData(TermUnit.Days, 20, "2024-04-30T22:15", "2024-05-21T00:00")] // to 24:00 of 20/5
    [InlineData(TermUnit.Days, 1, "2024-02-28T00:00", "2024-03-01T00:00")] // 29/2
    [InlineData(TermUnit.Months, 2, "2023-12-31T08:00", "2024-03-01T00:00")] // the last day of February
    [InlineData(TermUnit.Months, 1, "2024-05-31T08:00", "2024-07-01T00:00")]
    [InlineData(TermUnit.Months, 1, "2024-02-29T08:00", "2024-03-30T00:00")]
    [InlineData(TermUnit.WorkingDays, 3, "2024-05-09T23:59", "2024-05-15T00:00")] // Friday, Monday, Tuesday
    [InlineData(TermUnit.WorkingDays, 1, "2024-05-11T10:00", "2024-05-14T00:00")] // from a Saturday
    public void Ends(TermUnit unit, int count, string at, string expected) =>
        Assert.Equal(Local(expected), new EventRule(new(unit, count), DayOffRule.Keep).Of(new(Local(at)), Week).Ends);

    private static DateTimeOffset Local(string text) => new(DateTime.Parse(text), VietnamTime.Offset);

    [Theory]
    [InlineData(DayOffRule.Keep, 12)]
    [InlineData(DayOffRule.Next, 13)]
    [InlineData(DayOffRule.Previous, 10)]
    public void A_last_day_that_is_off(DayOffRule off, int day) => // Sunday, 12 May
        Assert.Equal(Day(2024, 5, day), new EventRule(new(TermUnit.Days, 2), off).Of(new(At(5, 10)), Week).LastDay);

    [Fact]
    public void Twenty_days_become_two_months_in_all_and_then_two_more()
    {
        var rule = new EventRule(new(TermUnit.Days, 20), DayOffRule.Keep);
        Extension complex = new(new(TermUnit.Months, 2), InAll: true);
        Extension more = new(new(TermUnit.Months, 2));
        DeadlineClock clock = new(At(1, 15));
        Assert.Equal(Day(2024, 2, 4), rule.Of(clock, Week).LastDay);
        Assert.Equal(Day(2024, 3, 15), rule.Of(clock with { Extensions = [complex] }, Week).LastDay);
        Assert.Equal(Day(2024, 5, 15), rule.Of(clock with { Extensions = [complex, more] }, Week).LastDay);
    }

    [Fact]
    public void An_extension_never_shortens() =>
        Gen.Select(Rules, Moments, Extensions.List[0, 2], Extensions, DeadlineTests.Tables)
            .Sample(
                (rule, at, before, extension, table) =>
                {
                    var plain = rule.Of(new(at) { Extensions = before }, table);
                    var longer = rule.Of(new(at) { Extensions = [.. before, extension] }, table);
                    Assert.True(plain.Ends <= longer.Ends);
                }
            );

    [Fact]
    public void A_pause_of_some_days_moves_the_end_by_as_many() =>
        Gen.Select(
                Gen.OneOf(Gen.Const(TermUnit.Days), Gen.Const(TermUnit.Months)),
                Gen.Int[1, 12],
                Moments,
                Gen.Int[0, 500],
                Gen.Int[0, 60]
            )
            .Sample(
                (unit, count, at, after, days) =>
                {
                    var rule = new EventRule(new(unit, count), DayOffRule.Keep);
                    var plain = rule.Of(new(at), Week).Ends!.Value;
                    var from = at.AddTicks((plain - at).Ticks * after / 501);
                    Assert.Equal(plain.AddDays(days), rule.Of(Stopped(at, from, from.AddDays(days)), Week).Ends);
                    Assert.Equal(plain, rule.Of(Stopped(at, plain, plain.AddDays(days)), Week).Ends);
                }
            );

    [Fact]
    public void A_pause_of_a_term_in_hours_moves_its_end_by_the_pause() =>
        Gen.Select(Gen.Int[1, 72], Moments, Gen.Int[0, 99], Gen.Int[0, 5000], Gen.Int[0, 5000])
            .Sample(
                (hours, at, part, first, second) =>
                {
                    var rule = new EventRule(new(TermUnit.Hours, hours));
                    var from = at.AddHours(hours * part / 100.0);
                    var until = from.AddMinutes(first);
                    DeadlineClock clock = new(at)
                    {
                        // A pause within a pause adds nothing.
                        Pauses = [new(from, until), new(from, from.AddMinutes(first / 2)), new(until, until.AddMinutes(second))],
                    };
                    Assert.Equal(at.AddHours(hours).AddMinutes(first + second), rule.Of(clock, Week).Ends);
                }
            );

    [Fact]
    public void Working_days_resume_with_whole_days()
    {
        var rule = new EventRule(new(TermUnit.WorkingDays, 5));
        // Tuesday and Wednesday count; stopped on Wednesday, resumed on Friday: Monday is the third.
        Assert.Equal(Day(2024, 5, 15), rule.Of(Stopped(At(5, 6), At(5, 8), At(5, 10, 23)), Week).LastDay);
        // Resumed at the weekend: Monday again.
        Assert.Equal(Day(2024, 5, 15), rule.Of(Stopped(At(5, 6), At(5, 8), At(5, 12)), Week).LastDay);
        // Stopped on its last day: the rest of a day is left.
        Assert.Equal(Day(2024, 5, 16), rule.Of(Stopped(At(5, 6), At(5, 13), At(5, 16)), Week).LastDay);
        Assert.Equal(Day(2024, 5, 20), rule.Of(Stopped(At(5, 6), At(5, 13), At(5, 18)), Week).LastDay);
        // Stopped and resumed within a day: nothing is lost.
        Assert.Equal(Day(2024, 5, 13), rule.Of(Stopped(At(5, 6), At(5, 8), At(5, 8, 16)), Week).LastDay);
    }

    [Fact]
    public void As_many_working_days_count_with_a_pause_as_without() =>
        Gen.Select(Gen.Int[1, 30], Moments, Gen.Int[0, 20], Gen.Int[0, 30], DeadlineTests.Tables)
            .Sample(
                (count, at, after, days, table) =>
                {
                    Pause pause = new(at.AddDays(after), at.AddDays(after + days));
                    var last = new EventRule(new(TermUnit.WorkingDays, count)).Of(new(at) { Pauses = [pause] }, table).LastDay!.Value;
                    var first = VietnamTime.DayOf(at).AddDays(1);
                    var counted = Enumerable
                        .Range(0, last.DayNumber - first.DayNumber + 1)
                        .Select(first.AddDays)
                        .Count(day => table.IsWorking(day) && !pause.Stops(day));
                    var resumed = table.OnOrAfter(VietnamTime.DayOf(pause.Until!.Value));
                    var stoppedOnItsLast = days > 0 && table.Add(first.AddDays(-1), count) == VietnamTime.DayOf(pause.From);
                    Assert.True(stoppedOnItsLast ? last == resumed : counted == count);
                }
            );

    [Fact]
    public void What_stands_still_has_no_end_and_is_never_late_unless_it_was_before()
    {
        var rule = new EventRule(new(TermUnit.Days, 10));
        var stopped = rule.Of(Stopped(At(5, 6), At(5, 8), null), Week);
        Assert.Equal((null, DueState.Due), (stopped.Ends, stopped.At(At(12, 31))));
        Assert.Equal(DueState.DoneInTime, stopped.At(At(12, 31), At(12, 1)));
        Assert.Null(new EventRule(new(TermUnit.Hours, 24)).Of(Stopped(At(5, 6), At(5, 6, 10), null), Week).Ends);
        Assert.Equal(DueState.Overdue, rule.Of(Stopped(At(5, 6), At(5, 20), null), Week).At(At(5, 21)));
        var clock = Stopped(At(5, 6), At(5, 8), At(5, 9));
        Assert.Equal((false, true, false), (clock.IsStopped(At(5, 8).AddTicks(-1)), clock.IsStopped(At(5, 8)), clock.IsStopped(At(5, 9))));
    }

    [Fact]
    public void Both_sides_of_every_end_by_the_clock() =>
        Gen.Select(Rules, Moments, DeadlineTests.Tables)
            .Sample(
                (rule, at, table) =>
                {
                    var due = rule.Of(new(at), table);
                    var late = due.Ends!.Value.ToUniversalTime();
                    var inTime = late.AddTicks(-1);
                    Assert.Equal(rule.Soon == 0 && rule.Term.Unit == TermUnit.Hours ? DueState.Due : DueState.Soon, due.At(inTime));
                    Assert.Equal(DueState.DoneInTime, due.At(inTime, inTime));
                    Assert.Equal((DueState.Overdue, DueState.DoneLate), (due.At(late), due.At(late, late)));
                    var soon = due.SoonFrom!.Value;
                    Assert.True(soon == due.Ends || (due.At(soon), due.At(soon.AddTicks(-1))) == (DueState.Soon, DueState.Due));
                }
            );

    [Fact]
    public void The_zone_of_the_clock_does_not_matter() =>
        Gen.Select(Rules, Moments, Gen.Int[-12, 12], DeadlineTests.Tables)
            .Sample(
                (rule, at, zone, table) => rule.Of(new(at), table).Ends == rule.Of(new(at.ToOffset(TimeSpan.FromHours(zone))), table).Ends
            );

    [Fact]
    public void A_moment_beyond_the_table_of_holidays_is_uncertain_where_days_off_matter()
    {
        DeadlineClock lateInTheYear = new(At(12, 30));
        Assert.False(new EventRule(new(TermUnit.WorkingDays, 3)).Of(lateInTheYear, Week).IsCertain);
        Assert.False(new EventRule(new(TermUnit.Days, 3)).Of(lateInTheYear, Week).IsCertain);
        Assert.True(new EventRule(new(TermUnit.Days, 3), DayOffRule.Keep).Of(lateInTheYear, Week).IsCertain);
        Assert.True(new EventRule(new(TermUnit.Hours, 72)).Of(lateInTheYear, Week).IsCertain);
        Assert.True(new EventRule(new(TermUnit.WorkingDays, 3)).Of(new(At(5, 6)), Week).IsCertain);
    }

    [Fact]
    public void A_term_of_nothing_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new EventRule(default).Of(new(At(5, 6)), Week));
}
