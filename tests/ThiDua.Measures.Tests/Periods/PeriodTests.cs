using CsCheck;
using static ThiDua.Measures.Tests.World;

namespace ThiDua.Measures.Tests;

public sealed class PeriodTests
{
    internal static readonly Gen<(Calendar Calendar, Frequency Frequency)> Kinds = Gen.Select(Gen.Enum<Calendar>(), Gen.Enum<Frequency>())
        .Where(k => Period.HasFrequency(k.Item1, k.Item2));

    internal static readonly Gen<DateOnly> Days = Gen.Int[0, 36524].Select(d => Day(1990, 1, 1).AddDays(d));

    [Theory]
    [InlineData("202404", "2024-04-01", "2024-04-30")]
    [InlineData("202402", "2024-02-01", "2024-02-29")]
    [InlineData("2024Q2", "2024-04-01", "2024-06-30")]
    [InlineData("2024Q4", "2024-10-01", "2024-12-31")]
    [InlineData("2024S1", "2024-01-01", "2024-06-30")]
    [InlineData("2024", "2024-01-01", "2024-12-31")]
    [InlineData("20240415", "2024-04-15", "2024-04-15")]
    [InlineData("20241231", "2024-12-31", "2024-12-31")]
    [InlineData("nd09:202404", "2024-03-15", "2024-04-14")]
    [InlineData("nd09:202401", "2023-12-15", "2024-01-14")]
    [InlineData("nd09:2024Q2", "2024-03-15", "2024-06-14")]
    [InlineData("nd09:2024S1", "2023-12-15", "2024-06-14")]
    [InlineData("nd09:2024S2", "2024-06-15", "2024-12-14")]
    [InlineData("nd09:2024", "2023-12-15", "2024-12-14")]
    [InlineData("c124-hamlet:2024", "2023-11-01", "2024-10-31")]
    [InlineData("c124:2024", "2023-11-16", "2024-11-15")]
    public void A_period_is_a_dated_interval_of_a_named_calendar(string code, string first, string last)
    {
        var period = PeriodCode.Parse(code);
        Assert.Equal(DateOnly.Parse(first), period.First);
        Assert.Equal(DateOnly.Parse(last), period.Last);
        Assert.Equal(code, period.ToString());
    }

    [Theory]
    [InlineData("", PeriodError.Empty)]
    [InlineData(" ", PeriodError.Empty)]
    [InlineData("lunar:2024", PeriodError.UnknownCalendar)]
    [InlineData("Civil:2024", PeriodError.UnknownCalendar)]
    [InlineData("24", PeriodError.UnknownShape)]
    [InlineData("2024-04", PeriodError.UnknownShape)]
    [InlineData("2024q2", PeriodError.UnknownShape)]
    [InlineData("2024Q", PeriodError.UnknownShape)]
    [InlineData("2024W1", PeriodError.UnknownShape)]
    [InlineData("20240230", PeriodError.NoSuchPart)]
    [InlineData("30000101", PeriodError.YearOutOfRange)]
    [InlineData("nd09:20240415", PeriodError.FrequencyNotInCalendar)]
    [InlineData("nd09:", PeriodError.UnknownShape)]
    [InlineData("Q12024", PeriodError.UnknownShape)]
    [InlineData("٢٠٢٤", PeriodError.UnknownShape)]
    [InlineData("202400", PeriodError.NoSuchPart)]
    [InlineData("202413", PeriodError.NoSuchPart)]
    [InlineData("2024Q0", PeriodError.NoSuchPart)]
    [InlineData("2024Q5", PeriodError.NoSuchPart)]
    [InlineData("2024S3", PeriodError.NoSuchPart)]
    [InlineData("1899", PeriodError.YearOutOfRange)]
    [InlineData("3000", PeriodError.YearOutOfRange)]
    [InlineData("c124:202404", PeriodError.FrequencyNotInCalendar)]
    [InlineData("c124-hamlet:2024S1", PeriodError.FrequencyNotInCalendar)]
    public void What_is_no_period_is_refused_with_its_reason(string code, PeriodError expected)
    {
        Assert.False(PeriodCode.TryParse(code, out _, out var error));
        Assert.Equal(expected, error);
    }

    [Fact]
    public void Codes_and_ids_are_read_back() =>
        Gen.Select(Kinds, Days)
            .Sample(
                (kind, day) =>
                {
                    var period = Period.Containing(day, kind.Frequency, kind.Calendar);
                    Assert.Equal(period, PeriodCode.Parse(period.ToString()));
                    Assert.Equal(period, Period.FromId(period.Id));
                    Assert.True(PeriodCode.TryParse(period.Code, kind.Calendar, out var bare, out _) && bare == period);
                }
            );

    [Fact]
    public void A_dated_row_falls_into_exactly_one_period_of_any_calendar() =>
        Gen.Select(Kinds, Days)
            .Sample(
                (kind, day) =>
                {
                    var period = Period.Containing(day, kind.Frequency, kind.Calendar);
                    Assert.True(period.Contains(day));
                    Assert.False(period.Next().Contains(day));
                    Assert.False(period.Previous().Contains(day));
                    Assert.Equal(period.Last.AddDays(1), period.Next().First);
                    Assert.Equal(period, period.Next().Previous());
                    Assert.True(period.CompareTo(period.Next()) < 0 && period.Id < period.Next().Id);
                }
            );

    [Fact]
    public void Periods_partition_a_range_exactly() =>
        Gen.Select(Kinds, Days, Gen.Int[0, 2000])
            .Sample(
                (kind, day, length) =>
                {
                    var range = new DateRange(day, day.AddDays(length));
                    var periods = Period.Touching(range, kind.Frequency, kind.Calendar).ToArray();
                    Assert.True(periods[0].Contains(range.First) && periods[^1].Contains(range.Last));
                    Assert.All(periods.Zip(periods.Skip(1)), p => Assert.Equal(p.First.Last.AddDays(1), p.Second.First));
                }
            );

    [Fact]
    public void Months_make_quarters_quarters_make_halves_halves_make_years() =>
        Gen.Select(Gen.Bool, Days)
            .Sample(
                (civil, day) =>
                {
                    var calendar = civil ? Calendar.Civil : Calendar.Nd09;
                    foreach (
                        var (whole, part) in new[]
                        {
                            (Frequency.Quarter, Frequency.Month),
                            (Frequency.HalfYear, Frequency.Quarter),
                            (Frequency.Year, Frequency.HalfYear),
                        }
                    )
                    {
                        var period = Period.Containing(day, whole, calendar);
                        var parts = Period.Touching(period.Dates, part, calendar).ToArray();
                        Assert.Equal(Period.CountInYear(part) / Period.CountInYear(whole), parts.Length);
                        Assert.Equal((period.First, period.Last), (parts[0].First, parts[^1].Last));
                    }
                }
            );

    [Fact]
    public void The_calendars_of_circular_124_have_years_only() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Period(Calendar.C124, Frequency.Month, 2024, 4));

    [Fact]
    public void The_same_range_of_another_year_keeps_the_end_of_february() =>
        Assert.Equal(new(Day(2023, 1, 1), Day(2023, 2, 28)), new DateRange(Day(2024, 1, 1), Day(2024, 2, 29)).ShiftYears(-1));

    [Fact]
    public void The_same_range_of_a_leap_year_ends_on_its_29th() =>
        Assert.Equal(new(Day(2024, 1, 1), Day(2024, 2, 29)), new DateRange(Day(2023, 1, 1), Day(2023, 2, 28)).ShiftYears(1));

    [Fact]
    public void A_range_does_not_end_before_it_begins() =>
        Assert.Throws<ArgumentException>(() => new DateRange(Day(2024, 1, 2), Day(2024, 1, 1)));
}
