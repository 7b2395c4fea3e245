using ThiDua.App.Features.Campaigns;
using ThiDua.App.Packs;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Features.Progress;

/// <summary>A year that targets compare with, and the indicators with facts that they need of it.</summary>
public sealed record BaselineYear(int Year, IReadOnlyList<string> Indicators);

/// <summary>Which figures of earlier years a campaign asks, and of whom. Pure.</summary>
public static class BaselineRules
{
    /// <summary>What a campaign needs of the years before it; a baseline lies before the campaign.</summary>
    public static IReadOnlyList<BaselineYear> Years(Campaign campaign, Pack pack, Definitions definitions) =>
        [
            .. campaign
                .Current.Where(t =>
                    t is { Baseline: { } year, Indicator: not null } && year < campaign.From.Year && pack.Indicator(t.Indicator) is not null
                )
                .GroupBy(t => t.Baseline!.Value)
                .OrderBy(g => g.Key)
                .Select(g => new BaselineYear(g.Key, [.. g.SelectMany(t => definitions.Leaves(t.Indicator!)).Distinct()])),
        ];

    /// <summary>Every figure that can be given for a unit of this kind: each month, or the year as a whole.</summary>
    public static IReadOnlyList<(string Indicator, Period Period)> Figures(IEnumerable<BaselineYear> years, Pack pack, string unitKind) =>
        [
            .. from year in years
            from code in year.Indicators
            where pack.Indicator(code)?.ReportedBy.Contains(unitKind) == true
            from period in Months(year.Year).Append(Period.OfYear(year.Year))
            select (code, period),
        ];

    public static IEnumerable<Period> Months(int year) => Enumerable.Range(1, 12).Select(m => Period.Month(year, m));
}
