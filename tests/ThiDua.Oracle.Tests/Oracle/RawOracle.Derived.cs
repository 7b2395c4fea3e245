namespace ThiDua.Oracle.Tests;

public sealed partial class RawOracle
{
    // ratio: "numerator and denominator each by its own rule, then divided" · "divided last; never an average of ratios"
    private RawFigure Ratio(RawIndicator indicator, int top, RawSpan span)
    {
        var over = Figure(indicator.Numerator!, top, span);
        var under = Figure(indicator.Denominator!, top, span);
        return Divided(over, under);
    }

    private static RawFigure Divided(RawFigure over, RawFigure under)
    {
        var count = RawCount.Fewest([over.Count, under.Count]);
        if (over.Value is null && under.Value is null)
        {
            return RawFigure.None(over.Reason == RawReason.NoFigures ? under.Reason : over.Reason, count);
        }
        // "A denominator of zero that everybody asked has reported is «nothing happened»"
        if (under.Value is { IsZero: true } && under.Count.All && over.Reason is (RawReason.None or RawReason.NoFigures))
        {
            return RawFigure.None(RawReason.NothingHappened, count) with { Over = over.Value, Under = under.Value };
        }
        // "a missing part … gives «no value» with its reason; never 0 %, 100 % or an empty cell"
        if (over.Value is null || under.Value is null)
        {
            var reason = over.Value is null ? over.Reason : under.Reason;
            return RawFigure.None(reason == RawReason.NoFigures ? RawReason.MissingPart : reason, count) with
            {
                Over = over.Value,
                Under = under.Value,
            };
        }
        if (under.Value.Value.IsZero)
        {
            return RawFigure.None(RawReason.ZeroMissing, count) with { Over = over.Value, Under = under.Value };
        }
        return RawFigure.Of(over.Value.Value / under.Value.Value, count) with
        {
            Over = over.Value,
            Under = under.Value,
            Running = over.Running || under.Running,
        };
    }

    // yes/no: "last" · "yes over asked; or all / any where the indicator says so"
    private RawFigure YesNo(RawIndicator indicator, int top, RawSpan span)
    {
        var units = _tree.AskedOn(top, DayAsked(span), indicator);
        var last = units.Select(unit => LastOf(indicator, unit, span, DateOnly.MinValue)).OfType<Last>().ToList();
        var count = new RawCount(units.Count, last.Count);
        if (last.Count == 0)
        {
            return RawFigure.None(RawReason.NoFigures, count);
        }
        var yes = last.Count(one => !one.Value.IsZero);
        var value = indicator.YesNo switch
        {
            RawYesNo.All => yes == units.Count ? Exact.One : Exact.Zero,
            RawYesNo.Any => yes > 0 ? Exact.One : Exact.Zero,
            _ => new Exact(yes, units.Count),
        };
        return RawFigure.Of(value, count) with { Over = yes, Under = units.Count, Running = last.Any(one => one.Running) };
    }

    // score: "last decided assessment" · over units "none: per unit, with distribution"
    private RawFigure Score(RawIndicator indicator, int top, RawSpan span)
    {
        var units = _tree.AskedOn(top, DayAsked(span), indicator);
        var figure = Added(units, [.. units.Select(unit => LastOf(indicator, unit, span, DateOnly.MinValue)).OfType<Last>()]);
        return figure.Value is not null && units.Count > 1 ? RawFigure.None(RawReason.NotAdditive, figure.Count) : figure;
    }

    // change: "(value − value of the same range of the baseline year) ÷ the latter" · "both totals first"
    private RawFigure Change(RawIndicator indicator, int top, RawSpan span, int? baselineYear, RawMeasure measure)
    {
        if (baselineYear is not { } year)
        {
            return RawFigure.None(RawReason.NoBaselineYear);
        }
        var now = Figure(indicator, top, span);
        if (now.Value is null)
        {
            return now;
        }
        if (Months(indicator, top, span) is not { } months)
        {
            return RawFigure.None(RawReason.NoClosedPeriod, now.Count);
        }
        var back = span.First.Year - year;
        var ours = Over(indicator, top, span, months);
        if (ours.Value is null)
        {
            return ours with { Count = now.Count };
        }
        var theirs = Then(indicator, top, span.Back(back), [.. months.Select(month => month.Back(back))]);
        if (theirs.Value is null)
        {
            return RawFigure.None(WhyNoBaseline(theirs.Reason, indicator, top, span.Back(back)), now.Count);
        }
        return Changed(ours.Value.Value, theirs.Value.Value, measure, now.Count);
    }

    private static RawFigure Changed(Exact now, Exact then, RawMeasure measure, RawCount count)
    {
        if (measure == RawMeasure.Number)
        {
            return RawFigure.Of(now - then, count) with { Over = now, Under = then };
        }
        if (then.IsZero)
        {
            return RawFigure.None(RawReason.ZeroBaseline, count) with { Over = now, Under = then };
        }
        return RawFigure.Of((now - then) / then, count) with { Over = now, Under = then };
    }
}
