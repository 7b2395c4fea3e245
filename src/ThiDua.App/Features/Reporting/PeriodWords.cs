using System.Globalization;
using Microsoft.Extensions.Localization;
using ThiDua.Measures;

namespace ThiDua.App.Features.Reporting;

public static class PeriodWords
{
    /// <summary>"tháng 4/2024", "quý II năm 2024", "6 tháng đầu năm 2024", "năm 2024".</summary>
    public static string Name(this IStringLocalizer<Text> text, Period period) =>
        text[
            $"Period{period.Frequency}",
            period.Frequency switch
            {
                Frequency.Quarter => new string('I', period.Index) is "IIII" ? "IV" : new string('I', period.Index),
                Frequency.HalfYear => text[period.Index == 1 ? "FirstHalf" : "SecondHalf"].Value,
                _ => period.Index.ToString(CultureInfo.InvariantCulture),
            },
            period.Year.ToString(CultureInfo.InvariantCulture)
        ];

    /// <summary>Orders reports by the end of their periods.</summary>
    public static string SortKey(this Period period) =>
        period.Last.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + period.First.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
