using System.Globalization;

namespace ThiDua.Measures;

/// <summary>The named calendars in which figures are reported. Never summed into one another.</summary>
public enum Calendar
{
    /// <summary>Months, quarters, half-years and years as on the wall. Code <c>civil</c>.</summary>
    Civil,

    /// <summary>Decree 09/2019/NĐ-CP: a month runs from the 15th of the month before to the 14th. Code <c>nd09</c>.</summary>
    Nd09,

    /// <summary>Circular 124/2021/TT-BCA, residential areas: years from 01/11 to 31/10. Code <c>c124-hamlet</c>.</summary>
    C124Hamlet,

    /// <summary>Circular 124/2021/TT-BCA, communes, agencies, enterprises, schools: years from 16/11 to 15/11. Code <c>c124</c>.</summary>
    C124,
}

/// <summary>How often figures are reported.</summary>
public enum Frequency
{
    Month,
    Quarter,
    HalfYear,
    Year,

    /// <summary>A dated row of a register, or a decision: civil only, and of no calendar's months more than of another's.</summary>
    Day,
}

/// <summary>
/// A dated interval of a named calendar: one month, quarter, half-year or year, or a single day. Named by the year and month in which it
/// ends, so <c>nd09:202404</c> is 15/03/2024 to 14/04/2024 and <c>c124-hamlet:2024</c> is 01/11/2023 to 31/10/2024.
/// Ordered by last day, then first day.
/// </summary>
public readonly record struct Period : IComparable<Period>
{
    internal const int FirstYear = 1900;
    internal const int LastYear = 2999;
    private const int Days = 8000;

    /// <param name="index">1-based: month 1 to 12, quarter 1 to 4, half-year 1 to 2, year 1, day 1 to 366.</param>
    /// <exception cref="ArgumentOutOfRangeException">The calendar has no such period.</exception>
    public Period(Calendar calendar, Frequency frequency, int year, int index = 1)
    {
        if (!HasFrequency(calendar, frequency))
        {
            throw new ArgumentOutOfRangeException(nameof(frequency), frequency, $"The calendar {calendar} has years only.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, LastYear);
        ArgumentOutOfRangeException.ThrowIfLessThan(index, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(index, CountInYear(frequency, year));
        (Calendar, Frequency, Year, Index) = (calendar, frequency, year, index);
    }

    public Calendar Calendar { get; }

    public Frequency Frequency { get; }

    public int Year { get; }

    /// <summary>1-based within its year.</summary>
    public int Index { get; }

    public DateOnly First => IsDay ? new DateOnly(Year, 1, 1).AddDays(Index - 1) : Start(Calendar, MonthNumber);

    public DateOnly Last => IsDay ? First : Start(Calendar, MonthNumber + (12 / CountInYear(Frequency))).AddDays(-1);

    public DateRange Dates => new(First, Last);

    /// <summary>Whether it is a single day, which falls into any calendar.</summary>
    public bool IsDay => Frequency == Frequency.Day;

    /// <summary>DHIS2's code within the calendar: <c>202404</c>, <c>2024Q2</c>, <c>2024S1</c>, <c>2024</c>, <c>20240415</c>.</summary>
    public string Code =>
        Frequency switch
        {
            Frequency.Month => string.Create(CultureInfo.InvariantCulture, $"{Year}{Index:00}"),
            Frequency.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Year}Q{Index}"),
            Frequency.HalfYear => string.Create(CultureInfo.InvariantCulture, $"{Year}S{Index}"),
            Frequency.Day => First.ToString("yyyyMMdd", CultureInfo.InvariantCulture),
            _ => Year.ToString(CultureInfo.InvariantCulture),
        };

    /// <summary>
    /// A stable number for storage: year, index, frequency, calendar as decimal digits <c>YYYYIIFC</c>
    /// (civil 202404 is 20240400); of a day <c>YYYY8DDD</c>. Rises with time within one calendar and frequency.
    /// </summary>
    public int Id => IsDay ? (Year * 10_000) + Days + Index : (Year * 10_000) + (Index * 100) + ((int)Frequency * 10) + (int)Calendar;

    private int MonthNumber => (Year * 12) + ((Index - 1) * (12 / CountInYear(Frequency)));

    public static Period Month(int year, int month) => new(Calendar.Civil, Frequency.Month, year, month);

    public static Period Quarter(int year, int quarter) => new(Calendar.Civil, Frequency.Quarter, year, quarter);

    public static Period HalfYear(int year, int half) => new(Calendar.Civil, Frequency.HalfYear, year, half);

    public static Period OfYear(int year) => new(Calendar.Civil, Frequency.Year, year);

    public static Period OfDay(DateOnly day) => new(Calendar.Civil, Frequency.Day, day.Year, day.DayOfYear);

    /// <exception cref="ArgumentOutOfRangeException">The number is not the <see cref="Id"/> of a period.</exception>
    public static Period FromId(int id) =>
        id % 10_000 > Days
            ? new(Calendar.Civil, Frequency.Day, id / 10_000, (id % 10_000) - Days)
            : new((Calendar)(id % 10), (Frequency)(id / 10 % 10), id / 10_000, id / 100 % 100);

    /// <summary>The period in which a dated row of a register falls, in any calendar.</summary>
    public static Period Containing(DateOnly day, Frequency frequency, Calendar calendar = Calendar.Civil)
    {
        if (frequency == Frequency.Day)
        {
            return OfDay(day);
        }

        var month = (day.Year * 12) + day.Month - 1;
        month += calendar switch
        {
            Calendar.Nd09 => day.Day >= 15 ? 1 : 0,
            Calendar.C124Hamlet => 2,
            Calendar.C124 => day.Day >= 16 ? 2 : 1,
            _ => 0,
        };
        return new(calendar, frequency, month / 12, (month % 12 / (12 / CountInYear(frequency))) + 1);
    }

    /// <summary>The periods that share at least one day with the range, in order.</summary>
    public static IEnumerable<Period> Touching(DateRange range, Frequency frequency, Calendar calendar = Calendar.Civil)
    {
        for (var period = Containing(range.First, frequency, calendar); period.First <= range.Last; period = period.Next())
        {
            yield return period;
        }
    }

    /// <summary>The number of such periods in a year: 12, 4, 2 or 1; of days 365 or 366.</summary>
    /// <param name="year">Asked for days alone.</param>
    public static int CountInYear(Frequency frequency, int year = 2000) =>
        frequency switch
        {
            Frequency.Month => 12,
            Frequency.Quarter => 4,
            Frequency.HalfYear => 2,
            Frequency.Year => 1,
            Frequency.Day => DateTime.IsLeapYear(year) ? 366 : 365,
            _ => throw new ArgumentOutOfRangeException(nameof(frequency)),
        };

    /// <summary>Whether a calendar is divided so: those of Circular 124 have years only.</summary>
    public static bool HasFrequency(Calendar calendar, Frequency frequency) =>
        calendar switch
        {
            Calendar.Civil => Enum.IsDefined(frequency),
            Calendar.Nd09 => Enum.IsDefined(frequency) && frequency != Frequency.Day,
            Calendar.C124Hamlet or Calendar.C124 => frequency == Frequency.Year,
            _ => false,
        };

    public Period Next() =>
        Index < CountInYear(Frequency, Year) ? new(Calendar, Frequency, Year, Index + 1) : new(Calendar, Frequency, Year + 1);

    public Period Previous() =>
        Index > 1 ? new(Calendar, Frequency, Year, Index - 1) : new(Calendar, Frequency, Year - 1, CountInYear(Frequency, Year - 1));

    /// <summary>The same month, quarter, half or day of another year.</summary>
    public Period ShiftYears(int years) => IsDay ? OfDay(First.AddYears(years)) : new(Calendar, Frequency, Year + years, Index);

    public bool Contains(DateOnly day) => Dates.Contains(day);

    public int CompareTo(Period other)
    {
        if (Calendar == other.Calendar && Frequency == other.Frequency)
        {
            return Year != other.Year ? Year.CompareTo(other.Year) : Index.CompareTo(other.Index);
        }

        var byLast = Last.CompareTo(other.Last);
        return byLast != 0 ? byLast : First.CompareTo(other.First);
    }

    /// <summary>
    /// The code with its calendar where that is not civil: <c>202404</c>, <c>nd09:202404</c>. Read back by <see cref="PeriodCode"/>.
    /// </summary>
    public override string ToString() => Calendar == Calendar.Civil ? Code : $"{PeriodCode.Of(Calendar)}:{Code}";

    private static DateOnly Start(Calendar calendar, int monthNumber)
    {
        var first = new DateOnly(monthNumber / 12, (monthNumber % 12) + 1, 1);
        return calendar switch
        {
            Calendar.Nd09 => first.AddMonths(-1).AddDays(14),
            Calendar.C124Hamlet => first.AddMonths(-2),
            Calendar.C124 => first.AddMonths(-2).AddDays(15),
            _ => first,
        };
    }
}
