namespace ThiDua.Oracle.Tests;

/// <summary>What figures mean, computed from raw data for each question anew.</summary>
/// <param name="day">As of the end of this day.</param>
/// <param name="known">What was sent until this day is known: the same day, but of a forecast that stands from before.</param>
public sealed partial class RawOracle(RawWorld world, DateOnly day, RawBasis basis, DateOnly known)
{
    private readonly RawTree _tree = new(world.Stays);
    private readonly RawBook _book = new(world, known, basis);

    public RawOracle(RawWorld world, DateOnly day, RawBasis basis)
        : this(world, day, basis, day) { }

    public RawFigure Figure(string id, int top, RawSpan span) => Figure(world.Indicator(id), top, span);

    public RawFigure Figure(RawIndicator indicator, int top, RawSpan span) =>
        indicator.Kind switch
        {
            RawKind.Flow => Flow(indicator, top, span),
            RawKind.Stock => Stock(indicator, top, span),
            RawKind.Opening => Opening(indicator, top, span),
            RawKind.Reach => Reach(indicator, top, span),
            RawKind.Ratio => Ratio(indicator, top, span),
            RawKind.Change => Change(world.Indicator(indicator.Base!), top, span, indicator.BaselineYear, RawMeasure.Percent),
            RawKind.YesNo => YesNo(indicator, top, span),
            _ => Score(indicator, top, span),
        };

    // "a figure takes effect on its period's last day"
    private bool Closed(RawPeriod period) => period.Last <= day;

    private bool Runs(RawPeriod period) => period.First <= day && day < period.Last;

    private DateOnly DayAsked(RawSpan span) => day < span.Last ? day : span.Last;

    // flow: "sum of the periods in the range" · "sum"
    private RawFigure Flow(RawIndicator indicator, int top, RawSpan span)
    {
        // "any other range is «no value: … part of a period»"
        if (!indicator.Schedule.Whole(span))
        {
            return RawFigure.None(RawReason.PartOfPeriod);
        }
        var periods = indicator.Schedule.Inside(span);
        var count = Counted(indicator, top, span);
        return SumOf(indicator, top, periods) is { } sum
            ? RawFigure.Of(sum, count) with
            {
                Running = periods.Any(period => Runs(period) && Values(indicator, top, period).Any()),
            }
            : RawFigure.None(RawReason.NoFigures, count);
    }

    // stock: "last value that took effect up to the range's end" · "sum of each unit's own last value"
    private RawFigure Stock(RawIndicator indicator, int top, RawSpan span)
    {
        // "a stock … where the unit is on the day asked"
        var units = _tree.AskedOn(top, DayAsked(span), indicator);
        return Added(units, [.. units.Select(unit => LastOf(indicator, unit, span, DateOnly.MinValue)).OfType<Last>()]);
    }

    // opening: "the value given for the period that begins on the range's first day, else the last one before it"
    private RawFigure Opening(RawIndicator indicator, int top, RawSpan span)
    {
        var units = _tree.AskedOn(top, DayAsked(span), indicator);
        var given = units
            .Select(unit =>
                _book
                    .Of(indicator.Id, unit)
                    .Where(fact => fact.Period.First <= span.First)
                    .OrderBy(fact => fact.Period.First)
                    .Select(fact => (Exact?)fact.Value)
                    .LastOrDefault()
            )
            .OfType<Exact>()
            .ToList();
        var count = new RawCount(units.Count, given.Count);
        return given.Count == 0
            ? RawFigure.None(RawReason.NoFigures, count)
            : RawFigure.Of(given.Aggregate(Exact.Zero, (sum, value) => sum + value), count);
    }

    // reach: "from the campaign's start to a date: … the cumulative value reported; other ranges have no value without keys"
    private RawFigure Reach(RawIndicator indicator, int top, RawSpan span)
    {
        if (!FromStart(indicator, span))
        {
            return RawFigure.None(RawReason.OtherRange);
        }
        var units = _tree.AskedOn(top, DayAsked(span), indicator);
        return Added(units, [.. units.Select(unit => LastOf(indicator, unit, span, span.First)).OfType<Last>()]);
    }

    // After the start of the next campaign the range is "other": what is reported counts from that start again.
    private bool FromStart(RawIndicator indicator, RawSpan span) =>
        indicator.Starts.Contains(span.First) && !indicator.Starts.Any(start => start > span.First && start <= DayAsked(span));

    private static RawFigure Added(IReadOnlyList<int> units, IReadOnlyList<Last> last)
    {
        var count = new RawCount(units.Count, last.Count);
        return last.Count == 0
            ? RawFigure.None(RawReason.NoFigures, count)
            : RawFigure.Of(last.Aggregate(Exact.Zero, (sum, one) => sum + one.Value), count) with
            {
                Running = last.Any(one => one.Running),
            };
    }

    private sealed record Last(Exact Value, bool Running);

    /// <summary>The last value of one unit that took effect from a day to the day asked.</summary>
    private Last? LastOf(RawIndicator indicator, int unit, RawSpan span, DateOnly since)
    {
        var asked = DayAsked(span);
        // "as of today what was sent for a running period counts too": where the day asked is today, and the period ends in the range.
        var running = _book
            .Of(indicator.Id, unit)
            .Where(fact => asked == day && Runs(fact.Period) && fact.Period.Last <= span.Last && fact.Period.Last >= since);
        foreach (var fact in running)
        {
            return new Last(fact.Value, true);
        }
        var effective = _book
            .Of(indicator.Id, unit)
            .Where(fact => fact.Period.Last <= asked && fact.Period.Last >= since)
            .Select(fact => (fact.Period.Last, Rank: 0, fact.Value));
        // "records the successors' opening stocks": they take effect on the day of the act, and on it over a month that ends then.
        var carried = world
            .Carried.Where(one => one.Indicator == indicator.Id && one.Unit == unit && one.Day <= asked && one.Day >= since)
            .Select(one => (Last: one.Day, Rank: 1, Value: (Exact)one.Value));
        return effective
            .Concat(carried)
            .OrderBy(one => one.Last)
            .ThenBy(one => one.Rank)
            .Select(one => new Last(one.Value, false))
            .LastOrDefault();
    }

    private IEnumerable<Exact> Values(RawIndicator indicator, int top, RawPeriod period) =>
        _tree.AskedIn(top, period, indicator).Select(unit => _book.Standing(indicator.Id, unit, period)).OfType<Exact>();

    /// <summary>The sum over periods and units; no value where nothing at all was sent ("missing is not zero").</summary>
    private Exact? SumOf(RawIndicator indicator, int top, IEnumerable<RawPeriod> periods)
    {
        var values = periods.SelectMany(period => Values(indicator, top, period)).ToList();
        return values.Count == 0 ? null : values.Aggregate(Exact.Zero, (sum, value) => sum + value);
    }

    private RawCount CountIn(RawIndicator indicator, int top, RawPeriod period) =>
        new(_tree.AskedIn(top, period, indicator).Count, Values(indicator, top, period).Count());

    /// <summary>
    /// "Over several periods that is said of the period with the fewest": of those that have ended, else the running one.
    /// </summary>
    private RawCount Counted(RawIndicator indicator, int top, RawSpan span)
    {
        var periods = indicator.Schedule.Inside(span);
        var ended = periods.Where(Closed).Select(period => CountIn(indicator, top, period)).Where(count => count.Asked > 0).ToList();
        if (ended.Count > 0)
        {
            return RawCount.Fewest(ended);
        }
        // With nobody asked in those that have ended: who is asked today.
        var running = RawCount.Fewest(
            periods.Where(period => Runs(period) && !periods.Any(Closed)).Select(period => CountIn(indicator, top, period))
        );
        return running.Asked > 0 ? running : new(_tree.AskedOn(top, DayAsked(span), indicator).Count, 0);
    }
}
