using ThiDua.App.Packs;
using ThiDua.Measures;

namespace ThiDua.App.Deadlines;

/// <param name="Day">The last day on which it is in time.</param>
/// <param name="SoonFrom">From this day on the reader is told that it is due soon.</param>
/// <param name="Verified">False while nobody has checked the rule against the text that sets it.</param>
public sealed record Due(DateOnly Day, DateOnly SoonFrom, bool Verified, string? Basis);

/// <summary>When the report of each period is due, by the deadline rules and days off of a pack.</summary>
public sealed class DeadlineBook(Pack pack)
{
    private readonly WorkingDays working = new(pack.Holidays);

    /// <summary>A period for which the pack has no rule is due on the tenth day after its end, and that is marked unverified.</summary>
    public Due Of(Period period)
    {
        var rule = pack.Deadlines.FirstOrDefault(d => d.Frequency.Frequency() == period.Frequency && d.Calendar == PeriodCode.Of(period.Calendar)
            && (d.ValidFrom is null || d.ValidFrom <= period.Last) && (d.ValidTo is null || period.Last <= d.ValidTo));
        var day = rule is { WorkingDays: true } ? working.Add(period.Last, rule.Days) : period.Last.AddDays(rule?.Days ?? 10);
        if (rule is { NextWorkingDay: true }) day = working.OnOrAfter(day);
        var ahead = rule?.RemindBefore.DefaultIfEmpty(0).Max() ?? 3;
        return new(day, day.AddDays(-ahead), rule?.Verified ?? false, rule?.Basis);
    }
}
