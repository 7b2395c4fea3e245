using System.Globalization;
using System.Text.RegularExpressions;
using ThiDua.App.Data;
using ThiDua.Measures;

namespace ThiDua.App.Forms;

/// <summary>
/// Periods as people write them in tables: "tháng 8/2024", "T8/2024", "8/2024", "2024-08", "quý III/2024", "6 tháng đầu năm 2024",
/// "năm 2024", beside the codes. Pure.
/// </summary>
public static partial class PeriodText
{
    private static readonly Dictionary<string, int> Quarters = new()
    {
        ["i"] = 1,
        ["ii"] = 2,
        ["iii"] = 3,
        ["iv"] = 4,
    };

    public static bool TryParse(string text, out Period period)
    {
        if (PeriodCode.TryParse(text, out period, out _))
            return true;
        var folded = SearchText.Fold(text);
        if (Month().Match(folded) is { Success: true } month)
            return Make(Frequency.Month, month, Number(month.Groups["month"]), out period);
        if (Iso().Match(folded) is { Success: true } iso)
            // A spreadsheet makes a day of "8/2024": the first of the month.
            return Make(Frequency.Month, iso, Number(iso.Groups["month"]), out period);
        if (Quarter().Match(folded) is { Success: true } quarter)
        {
            var typed = quarter.Groups["quarter"];
            return Make(Frequency.Quarter, quarter, Quarters.GetValueOrDefault(typed.Value, Number(typed)), out period);
        }
        if (Half().Match(folded) is { Success: true } half)
            return Make(Frequency.HalfYear, half, half.Groups["half"].Value == "dau" ? 1 : 2, out period);
        return Year().Match(folded) is { Success: true } year && Make(Frequency.Year, year, 1, out period);
    }

    private static bool Make(Frequency frequency, Match match, int index, out Period period)
    {
        var year = Number(match.Groups["year"]);
        var code = frequency switch
        {
            Frequency.Month => $"{year}{index:00}",
            Frequency.Quarter => $"{year}Q{index}",
            Frequency.HalfYear => $"{year}S{index}",
            _ => $"{year}",
        };
        return PeriodCode.TryParse(code, out period, out _);
    }

    private static int Number(Group digits) =>
        int.TryParse(digits.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(@"^(?:thang |thang|t|ky thang )?\.? ?(?<month>\d{1,2}) ?(?:/|-|\.| nam ) ?(?<year>\d{4})$")]
    private static partial Regex Month();

    [GeneratedRegex(@"^(?<year>\d{4}) ?[-/.] ?(?<month>\d{1,2})(?:-01)?$")]
    private static partial Regex Iso();

    [GeneratedRegex(@"^(?:quy|q)\.? ?(?<quarter>[1-4]|i{1,3}|iv) ?(?:/|-|\.| nam | ) ?(?<year>\d{4})$")]
    private static partial Regex Quarter();

    [GeneratedRegex(@"^(?:6|06|sau) thang (?<half>dau|cuoi)(?: nam)? ?/? ?(?<year>\d{4})$")]
    private static partial Regex Half();

    [GeneratedRegex(@"^(?:ca )?nam ?(?<year>\d{4})$")]
    private static partial Regex Year();
}
