namespace ThiDua.Oracle.Tests;

public sealed partial class RawOracle
{
    /// <summary>"for a range with months missing, running or ended, the months that have figures against the same months":
    /// what stands on both sides of a change.</summary>
    private (RawFigure Ours, RawFigure Theirs) Compared(RawIndicator indicator, int top, RawSpan span, int back)
    {
        switch (indicator.Kind)
        {
            case RawKind.Flow:
                return ComparedFlow(indicator, top, span, back);
            case RawKind.Stock or RawKind.Reach:
                return ComparedLast(indicator, top, span, back);
            case RawKind.Ratio:
                var over = Compared(world.Indicator(indicator.Numerator!), top, span, back);
                var under = Compared(world.Indicator(indicator.Denominator!), top, span, back);
                return (Divided(over.Ours, under.Ours), AsBaseline(Divided(over.Theirs, under.Theirs)));
            default:
                return (Figure(indicator, top, span), Baseline(indicator, top, span.Back(back)));
        }
    }

    private (RawFigure Ours, RawFigure Theirs) ComparedFlow(RawIndicator indicator, int top, RawSpan span, int back)
    {
        // "never a part against a whole": a month that still runs is a part.
        var ours = indicator.Schedule.Inside(span).Where(period => Closed(period) && Values(indicator, top, period).Any()).ToList();
        var theirs = indicator.Schedule.Inside(span.Back(back));
        if (ours.Count == 0)
        {
            return (RawFigure.None(RawReason.NoFigures), RawFigure.Of(Exact.Zero, default));
        }
        var both = ours.Where(period => theirs.Contains(period.Back(back)) && BaselineSum(indicator, top, [period.Back(back)]) is not null)
            .ToList();
        if (both.Count > 0)
        {
            return Pair(both, [.. both.Select(period => period.Back(back))]);
        }
        if (BaselineSum(indicator, top, theirs) is null || ours.Exists(period => theirs.Contains(period.Back(back))))
        {
            return (RawFigure.Of(Exact.Zero, default), RawFigure.None(RawReason.NoBaseline));
        }
        // "where the baseline has no months the value is «no monthly baseline»", unless both are whole.
        var whole = ours.Count == indicator.Schedule.Inside(span).Count
            && indicator.Schedule.Whole(span.Back(back))
            && theirs.All(period => BaselineSum(indicator, top, [period]) is not null);
        return whole
            ? Pair(ours, theirs)
            : (RawFigure.Of(Exact.Zero, default), RawFigure.None(RawReason.NoMonthlyBaseline));

        (RawFigure, RawFigure) Pair(IReadOnlyList<RawPeriod> now, IReadOnlyList<RawPeriod> then) =>
            (RawFigure.Of(SumOf(indicator, top, now)!.Value, default),
            RawFigure.Of(BaselineSum(indicator, top, then)!.Value, BaselineCount(indicator, top, then)));
    }

    // Of last values the months that have figures end with the last such month: its end against the same end.
    private (RawFigure Ours, RawFigure Theirs) ComparedLast(RawIndicator indicator, int top, RawSpan span, int back)
    {
        var now = Figure(indicator, top, span);
        var months = indicator.Schedule.Inside(span).Where(period => Closed(period) && Values(indicator, top, period).Any()).ToList();
        var until = months.Count == 0 ? DayAsked(span) : months[^1].Last;
        var ours = months.Count == 0 ? now : Figure(indicator, top, span with { Last = until });
        var then = new RawSpan(span.First, until).Back(back);
        return (ours, Baseline(indicator, top, then));
    }

    /// <summary>"baselines follow dated succession (with shares for a split); without it, «no value»".</summary>
    private RawFigure Baseline(RawIndicator indicator, int top, RawSpan then)
    {
        if (indicator.Kind == RawKind.Ratio)
        {
            return AsBaseline(Divided(
                Baseline(world.Indicator(indicator.Numerator!), top, then),
                Baseline(world.Indicator(indicator.Denominator!), top, then)));
        }
        if (indicator.Kind == RawKind.Flow)
        {
            var periods = indicator.Schedule.Inside(then);
            return !indicator.Schedule.Whole(then) ? RawFigure.None(RawReason.PartOfPeriod)
                : BaselineSum(indicator, top, periods) is { } sum ? RawFigure.Of(sum, BaselineCount(indicator, top, periods))
                : RawFigure.None(RawReason.NoBaseline);
        }
        var own = Figure(indicator, top, then);
        var parts = Predecessors(top, then.Last)
            .Select(one => (one.Share, Figure: Baseline(indicator, one.Predecessor, then)))
            .Where(one => one.Figure.Value is not null).ToList();
        if (own.Value is null && parts.Count == 0)
        {
            return AsBaseline(own);
        }
        var value = parts.Aggregate(own.Value ?? Exact.Zero, (sum, one) => sum + one.Share * one.Figure.Value!.Value);
        var counts = parts.Select(one => one.Figure.Count).Append(own.Count).Where(count => count.Asked > 0);
        return RawFigure.Of(value, RawCount.Fewest(counts));
    }

    private static RawFigure AsBaseline(RawFigure figure) => figure.Value is null && figure.Reason == RawReason.NoFigures
        ? figure with { Reason = RawReason.NoBaseline }
        : figure;

    private IEnumerable<RawSuccession> Predecessors(int successor, DateOnly day) =>
        world.Successions.Where(one => one.Successor == successor && one.Day > day);

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

    private RawCount BaselineCount(RawIndicator indicator, int top, IReadOnlyList<RawPeriod> periods) => RawCount.Fewest(
        periods.SelectMany(period => Line(top, period).Select(one => CountIn(indicator, one.Unit, period))).Where(count => count.Asked > 0));

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
}
