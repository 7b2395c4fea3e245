namespace ThiDua.Oracle.Tests;

/// <summary>"baselines follow dated succession (with shares for a split); without it, «no value»".</summary>
public sealed partial class RawOracle
{
    private IEnumerable<RawSuccession> Predecessors(int successor, DateOnly after) =>
        world.Successions.Where(one => one.Successor == successor && one.Day > after);

    /// <summary>A unit, and those it follows that were there before: in a period, each with the share that is the unit's.</summary>
    private IEnumerable<(int Unit, Exact Share)> Line(int unit, RawPeriod period)
    {
        yield return (unit, Exact.One);
        foreach (var one in Predecessors(unit, period.First))
        {
            foreach (var (older, share) in Line(one.Predecessor, period))
            {
                yield return (older, share * one.Share);
            }
        }
    }

    /// <summary>What a unit, and before it those it follows, had in periods of the baseline year.</summary>
    private Exact? BaselineSum(RawIndicator indicator, int top, IReadOnlyList<RawPeriod> periods)
    {
        Exact? sum = null;
        foreach (var period in periods)
        {
            foreach (var (unit, share) in Line(top, period))
            {
                if (SumOf(indicator, unit, [period]) is { } value)
                {
                    sum = (sum ?? Exact.Zero) + share * value;
                }
            }
        }
        return sum;
    }

    private RawCount BaselineCount(RawIndicator indicator, int top, IReadOnlyList<RawPeriod> periods) =>
        RawCount.Fewest(
            periods.Select(period =>
            {
                var counts = Line(top, period).Select(one => CountIn(indicator, one.Unit, period)).ToList();
                return new RawCount(counts.Sum(count => count.Asked), counts.Sum(count => count.Reported));
            })
        );
}
