namespace ThiDua.Oracle.Tests;

public sealed partial class RawOracle
{
    /// <summary>"for a range with months missing, running or ended, the months that have figures against the same months":
    /// the days compared, as the periods that hold them; null while no period has ended with figures.</summary>
    private IReadOnlyList<RawSpan>? Months(RawIndicator indicator, int top, RawSpan span)
    {
        var flows = Leaves(indicator).Where(leaf => leaf.Kind == RawKind.Flow).ToList();
        if (flows.Count == 0)
        {
            // Of last values: up to the end of the last period that has ended, or all of a range that has.
            // A part asked too seldom to have such a period holds what it held.
            var last =
                day >= span.Last
                    ? span.Last
                    : Leaves(indicator)
                        .Select(leaf => leaf.Schedule.Touching(span).LastOrDefault(Closed))
                        .Where(period => period.Year > 0)
                        .Select(period => period.Last)
                        .DefaultIfEmpty(DateOnly.MinValue)
                        .Min();
            return last < span.First ? null : [span with { Last = last }];
        }
        // "never a part against a whole": a month that still runs is a part.
        var known = flows.ToDictionary(
            flow => flow.Id,
            flow => flow.Schedule.Inside(span).Where(period => Closed(period) && Values(flow, top, period).Any()).ToList()
        );
        // Both parts of a ratio over the same days: a period stays where every other part knows each of its days.
        while (known.Values.Sum(own => own.RemoveAll(period => known.Values.Any(other => !Covers(other, period)))) > 0) { }
        return known.Values.Any(own => own.Count == 0)
            ? null
            : [.. known.Values.SelectMany(own => own).Distinct().OrderBy(period => period.First).Select(period => period.Span)];
    }

    private static bool Covers(List<RawPeriod> periods, RawPeriod whole) =>
        Days([whole.Span]).IsSubsetOf(Days(periods.Select(period => period.Span)));

    private IEnumerable<RawIndicator> Leaves(RawIndicator indicator) =>
        indicator.Kind switch
        {
            RawKind.Ratio => Leaves(world.Indicator(indicator.Numerator!)).Concat(Leaves(world.Indicator(indicator.Denominator!))),
            RawKind.Change => Leaves(world.Indicator(indicator.Base!)),
            _ => [indicator],
        };

    // Days decide: six months and the half-year that they make are the same.
    private static List<RawPeriod> Within(RawIndicator flow, RawSpan span, IReadOnlyList<RawSpan> months)
    {
        var days = Days(months);
        return [.. flow.Schedule.Inside(span).Where(period => Days([period.Span]).IsSubsetOf(days))];
    }

    private static HashSet<DateOnly> Days(IEnumerable<RawSpan> spans)
    {
        var days = new HashSet<DateOnly>();
        foreach (var span in spans)
        {
            for (var one = span.First; one <= span.Last; one = one.AddDays(1))
            {
                days.Add(one);
            }
        }
        return days;
    }

    /// <summary>The value over the months compared.</summary>
    private RawFigure Over(RawIndicator indicator, int top, RawSpan span, IReadOnlyList<RawSpan> months) =>
        indicator.Kind switch
        {
            RawKind.Ratio => Divided(
                Over(world.Indicator(indicator.Numerator!), top, span, months),
                Over(world.Indicator(indicator.Denominator!), top, span, months)
            ),
            RawKind.Flow => SumOf(indicator, top, Within(indicator, span, months)) is { } sum
                ? RawFigure.Of(sum, RawCount.Fewest(Within(indicator, span, months).Select(period => CountIn(indicator, top, period))))
                : RawFigure.None(RawReason.NoFigures),
            _ => Figure(indicator, top, span with { Last = months.Max(month => month.Last) }),
        };

    /// <summary>The same of the baseline year.</summary>
    private RawFigure Then(RawIndicator indicator, int top, RawSpan then, IReadOnlyList<RawSpan> months)
    {
        switch (indicator.Kind)
        {
            case RawKind.Ratio:
                return Divided(
                    Then(world.Indicator(indicator.Numerator!), top, then, months),
                    Then(world.Indicator(indicator.Denominator!), top, then, months)
                );
            case RawKind.Flow:
                var periods = Within(indicator, then, months);
                // "a missing baseline gives «no value» with its reason": also of one period.
                return !Days(months).IsSubsetOf(Days(periods.Select(period => period.Span))) ? RawFigure.None(RawReason.NoMonthlyBaseline)
                    : BaselineSum(indicator, top, periods) is null ? RawFigure.None(RawReason.NoFigures)
                    : periods.Any(period => BaselineSum(indicator, top, [period]) is null) ? RawFigure.None(RawReason.NoBaseline)
                    : RawFigure.Of(BaselineSum(indicator, top, periods)!.Value, BaselineCount(indicator, top, periods));
            default:
                return BaselineLast(indicator, top, then with { Last = months.Max(month => month.Last) });
        }
    }

    /// <summary>The baseline's whole range.</summary>
    private RawFigure Baseline(RawIndicator indicator, int top, RawSpan then) => Then(indicator, top, then, [then]);

    // "where the baseline has no months the value is «no monthly baseline»": where its whole is known.
    private RawReason WhyNoBaseline(RawReason reason, RawIndicator indicator, int top, RawSpan then) =>
        reason switch
        {
            RawReason.NothingHappened => RawReason.ZeroBaseline,
            RawReason.NoMonthlyBaseline
            or RawReason.NoBaseline
            or RawReason.NoFigures
            or RawReason.MissingPart when Baseline(indicator, top, then).Value is not null => RawReason.NoMonthlyBaseline,
            RawReason.NoMonthlyBaseline => RawReason.PartOfPeriod,
            RawReason.NoFigures => RawReason.NoBaseline,
            _ => reason,
        };

    private RawFigure BaselineLast(RawIndicator indicator, int top, RawSpan then)
    {
        var own = Figure(indicator, top, then);
        var parts = Predecessors(top, then.Last)
            .Select(one => (one.Share, Figure: BaselineLast(indicator, one.Predecessor, then)))
            .ToList();
        var known = parts.Where(one => one.Figure.Value is not null).ToList();
        if (own.Value is null && known.Count == 0)
        {
            return own;
        }
        var value = known.Aggregate(own.Value ?? Exact.Zero, (sum, one) => sum + one.Share * one.Figure.Value!.Value);
        var counts = parts.Select(one => one.Figure.Count).Append(own.Count).ToList();
        return RawFigure.Of(value, new(counts.Sum(count => count.Asked), counts.Sum(count => count.Reported)));
    }
}
