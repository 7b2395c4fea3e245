using System.Globalization;

namespace ThiDua.Plans.Reading.Dates;

/// <summary>Dates in every written form: "ngày 27 tháng 3 năm 2024", "27/3/2024", "27-3-2024", "tháng 4 năm 2024", "năm 2024".</summary>
internal static class WrittenDates
{
    // A day without a year may be the 29th of February.
    private const int LeapYear = 2000;

    /// <summary>A date as far as it is written; a part left blank is null.</summary>
    internal readonly record struct Found(int? Year, int? Month, int? Day, int End)
    {
        /// <summary>The day that is written is none of that month ("31/4"): it is left out.</summary>
        public bool Impossible { get; init; }

        /// <summary>ISO 8601 as much as is written; null without a year.</summary>
        public string? Iso =>
            this switch
            {
                { Year: null } => null,
                { Month: null } => Number(Year.Value, 4),
                { Day: null } => $"{Number(Year.Value, 4)}-{Number(Month.Value, 2)}",
                _ => $"{Number(Year.Value, 4)}-{Number(Month.Value, 2)}-{Number(Day.Value, 2)}",
            };
    }

    /// <summary>Reads a date that starts at this position of folded text; null when none does.</summary>
    public static Found? At(ReadOnlySpan<char> folded, int at)
    {
        var date = Written(folded, at);
        return date is { Day: { } day, Month: { } month } && day > DateTime.DaysInMonth(date.Value.Year ?? LeapYear, month)
            ? date.Value with
            {
                Day = null,
                Impossible = true,
            }
            : date;
    }

    private static Found? Written(ReadOnlySpan<char> folded, int at)
    {
        at = Blank(folded, at);
        if (Word(folded, at, "ngay", out var next))
            return AfterDay(folded, next);
        if (Word(folded, at, "thang", out next))
            return AfterMonth(folded, next, null);
        if (Word(folded, at, "nam", out next))
            return Digits(folded, Blank(folded, next), out var year, out var end) && Year(year) ? new(year, null, null, end) : null;
        return Slashed(folded, at);
    }

    private static Found? AfterDay(ReadOnlySpan<char> folded, int at)
    {
        at = Blank(folded, at);
        if (Slashed(folded, at) is { } slashed)
            return slashed;
        int? day = null;
        if (Digits(folded, at, out var d, out var end))
        {
            day = d;
            at = end;
        }
        else
            at = Dots(folded, at);
        at = Blank(folded, at);
        if (Word(folded, at, "thang", out var next))
            return AfterMonth(folded, next, day is >= 1 ? day : null);
        // "ngày Íð tháng 3 năm 2024": a day written by hand, which OCR could not read.
        if (Unread(folded, at) is { } after && Word(folded, after, "thang", out next))
            return AfterMonth(folded, next, null);
        // "ngày   /4/2024": the day is left blank.
        if (
            day is null
            && at < folded.Length
            && folded[at] is '/'
            && Digits(folded, Blank(folded, at + 1), out var month, out end)
            && end < folded.Length
            && folded[end] is '/'
            && Digits(folded, end + 1, out var year, out end)
            && Year(year)
        )
            return new(year, Month(month), null, end);
        return null;
    }

    private static int? Unread(ReadOnlySpan<char> folded, int at)
    {
        var end = at;
        while (end < folded.Length && folded[end] is not ' ' && end - at < 5)
            end++;
        return end > at && end < folded.Length && folded[end] is ' ' ? Blank(folded, end) : null;
    }

    private static Found? AfterMonth(ReadOnlySpan<char> folded, int at, int? day)
    {
        at = Blank(folded, at);
        int? month = null;
        if (Digits(folded, at, out var m, out var end))
        {
            month = Month(m);
            at = end;
        }
        else
            at = Dots(folded, at);
        var monthEnd = at;
        at = Blank(folded, at);
        if (at < folded.Length && folded[at] is '/' or ',')
            at = Blank(folded, at + 1);
        if (Word(folded, at, "nam", out var next))
            at = Blank(folded, next);
        if (Digits(folded, at, out var year, out end) && Year(year))
            return new(year, month, day, end);
        return month is null ? null : new(null, month, day, monthEnd);
    }

    private static Found? Slashed(ReadOnlySpan<char> folded, int at)
    {
        if (!Digits(folded, at, out var first, out var end) || end - at > 2)
            return null;
        var separator = end < folded.Length ? folded[end] : ' ';
        if (separator is not ('/' or '-' or '.'))
            return null;
        if (!Digits(folded, Blank(folded, end + 1), out var second, out var end2))
            return null;
        if (
            end2 < folded.Length
            && folded[end2] == separator
            && Digits(folded, Blank(folded, end2 + 1), out var third, out var end3)
            && Year(third)
        )
            return first >= 1 && second is >= 1 and <= 12 ? new(third, second, first, end3) : null;
        if (separator is '/' && Year(second) && first is >= 1 and <= 12)
            return new(second, first, null, end2);
        return separator is '/' && first is >= 1 and <= 31 && second is >= 1 and <= 12 && end2 - end <= 3
            ? new(null, second, first, end2)
            : null;
    }

    public static bool Year(int value) => value is >= 1945 and <= 2100;

    private static int? Month(int value) => value is >= 1 and <= 12 ? value : null;

    private static string Number(int value, int width) => value.ToString("D" + width, CultureInfo.InvariantCulture);

    public static int Blank(ReadOnlySpan<char> folded, int at)
    {
        while (at < folded.Length && folded[at] is ' ')
            at++;
        return at;
    }

    private static int Dots(ReadOnlySpan<char> folded, int at)
    {
        while (at < folded.Length && folded[at] is '.' or '…' or '_' or ' ')
            at++;
        return at;
    }

    private static bool Word(ReadOnlySpan<char> folded, int at, string word, out int end)
    {
        end = at;
        while (end < folded.Length && char.IsLetter(folded[end]) && end - at < 7)
            end++;
        return end > at && Folding.Slips(folded[at..end], word) <= (end - at > 2 ? 1 : 0);
    }

    private static bool Digits(ReadOnlySpan<char> folded, int at, out int value, out int end)
    {
        value = 0;
        end = at;
        while (end < folded.Length && char.IsAsciiDigit(folded[end]) && end - at < 5)
            value = (value * 10) + (folded[end++] - '0');
        return end > at && (end >= folded.Length || !char.IsAsciiDigit(folded[end]));
    }
}
