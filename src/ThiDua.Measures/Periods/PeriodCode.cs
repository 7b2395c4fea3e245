using System.Globalization;

namespace ThiDua.Measures;

/// <summary>Why a period's code was refused.</summary>
public enum PeriodError
{
    Empty,
    UnknownCalendar,

    /// <summary>Not <c>202404</c>, <c>2024Q2</c>, <c>2024S1</c>, <c>2024</c> or <c>20240415</c>.</summary>
    UnknownShape,

    /// <summary>A month above 12, a quarter above 4, a half above 2, or any of them 0; a day that the month has not.</summary>
    NoSuchPart,

    /// <summary>Outside 1900 to 2999.</summary>
    YearOutOfRange,

    /// <summary>The calendar has years only.</summary>
    FrequencyNotInCalendar,
}

/// <summary>Reads and writes the codes of periods and calendars.</summary>
public static class PeriodCode
{
    private static readonly string[] Calendars = ["civil", "nd09", "c124-hamlet", "c124"];

    /// <summary><c>civil</c>, <c>nd09</c>, <c>c124-hamlet</c>, <c>c124</c>.</summary>
    public static string Of(Calendar calendar) => Calendars[(int)calendar];

    public static bool TryParseCalendar(string? code, out Calendar calendar)
    {
        var at = Array.IndexOf(Calendars, code);
        calendar = (Calendar)Math.Max(at, 0);
        return at >= 0;
    }

    /// <summary>
    /// Reads <c>202404</c>, <c>2024Q2</c>, <c>2024S1</c>, <c>2024</c>, <c>20240415</c> in the given calendar; a prefix (<c>nd09:202404</c>)
    /// names another calendar.
    /// </summary>
    public static bool TryParse(string? text, Calendar calendar, out Period period, out PeriodError? error)
    {
        period = default;
        error = Read((text ?? "").Trim(), calendar, ref period);
        return error is null;
    }

    /// <inheritdoc cref="TryParse(string?, Calendar, out Period, out PeriodError?)"/>
    public static bool TryParse(string? text, out Period period, out PeriodError? error) =>
        TryParse(text, Calendar.Civil, out period, out error);

    /// <exception cref="FormatException">The text is no period; the message holds the <see cref="PeriodError"/>.</exception>
    public static Period Parse(string text) =>
        TryParse(text, out var period, out var error) ? period : throw new FormatException($"{error}: {text}");

    private static PeriodError? Read(string text, Calendar calendar, ref Period period)
    {
        if (text.Length == 0)
        {
            return PeriodError.Empty;
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon >= 0 && !TryParseCalendar(text[..colon], out calendar))
        {
            return PeriodError.UnknownCalendar;
        }

        if (text[(colon + 1)..] is { Length: 8 } day && day.All(char.IsAsciiDigit))
        {
            return Day(day, calendar, ref period);
        }

        if (Shape(text[(colon + 1)..]) is not var (frequency, year, index))
        {
            return PeriodError.UnknownShape;
        }

        PeriodError? error =
            index < 1 || index > Period.CountInYear(frequency) ? PeriodError.NoSuchPart
            : year is < Period.FirstYear or > Period.LastYear ? PeriodError.YearOutOfRange
            : Period.HasFrequency(calendar, frequency) ? null
            : PeriodError.FrequencyNotInCalendar;
        period = error is null ? new(calendar, frequency, year, index) : period;
        return error;
    }

    private static PeriodError? Day(string code, Calendar calendar, ref Period period)
    {
        if (!DateOnly.TryParseExact(code, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return PeriodError.NoSuchPart;
        }

        if (day.Year is < Period.FirstYear or > Period.LastYear)
        {
            return PeriodError.YearOutOfRange;
        }

        period = calendar == Calendar.Civil ? Period.OfDay(day) : period;
        return calendar == Calendar.Civil ? null : PeriodError.FrequencyNotInCalendar;
    }

    private static (Frequency Frequency, int Year, int Index)? Shape(string code)
    {
        var digits = code.Length == 6 && code[4] is 'Q' or 'S' ? code.Remove(4, 1) : code;
        if (code.Length is not (4 or 6) || !digits.All(char.IsAsciiDigit))
        {
            return null;
        }

        var year = int.Parse(code.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture);
        return code.Length == 4
            ? (Frequency.Year, year, 1)
            : (
                code[4] switch
                {
                    'Q' => Frequency.Quarter,
                    'S' => Frequency.HalfYear,
                    _ => Frequency.Month,
                },
                year,
                int.Parse(digits.AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture)
            );
    }
}
