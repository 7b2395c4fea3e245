namespace ThiDua.Oracle.Tests;

public enum RawMethod
{
    None,
    Elapsed,
    Shape,
    LeastSquares,
    Fixed,
    Parts,
    AgainstBaseline,
}

public sealed record RawForecast(Exact Value, RawMethod Method)
{
    public Exact? Over { get; init; }

    public Exact? Under { get; init; }
}

/// <summary>"Forecast, of closed periods only".</summary>
public sealed partial class RawOracle
{
    public RawForecast? Forecast(RawIndicator indicator, int top, RawSpan span, int? baselineYear) =>
        indicator.Kind switch
        {
            RawKind.Flow => ForecastFlow(indicator, top, span, baselineYear),
            RawKind.Stock or RawKind.Reach => ForecastLast(indicator, top, span),
            // "fixed for the range (its forecast is itself)"
            RawKind.Opening => Opening(indicator, top, span).Value is { } value ? new RawForecast(value, RawMethod.Fixed) : null,
            RawKind.Ratio => ForecastRatio(indicator, top, span, baselineYear),
            RawKind.Change => ForecastChange(
                world.Indicator(indicator.Base!),
                top,
                span,
                indicator.BaselineYear ?? baselineYear,
                RawMeasure.Percent
            ),
            _ => null,
        };

    // "elapsed = unit-periods reported ÷ unit-periods of the range"
    private Exact? Elapsed(RawIndicator indicator, int top, RawSpan span)
    {
        var periods = indicator.Schedule.Inside(span);
        var closed = periods.Where(Closed).ToList();
        var all = periods.Sum(period => CountIn(indicator, top, period).Asked);
        var elapsed = all == 0 ? Exact.Zero : new Exact(closed.Sum(period => CountIn(indicator, top, period).Reported), all);
        // "None before a tenth of the range or two closed periods."
        return closed.Count < 2 || elapsed < new Exact(1, 10) ? null : elapsed;
    }

    private RawForecast? ForecastFlow(RawIndicator indicator, int top, RawSpan span, int? baselineYear)
    {
        if (!indicator.Schedule.Whole(span) || Elapsed(indicator, top, span) is not { } elapsed)
        {
            return null;
        }
        var closed = indicator.Schedule.Inside(span).Where(Closed).ToList();
        var value = SumOf(indicator, top, closed)!.Value;
        // "by the baseline year's shape where all its twelve months exist"
        if (baselineYear is { } year && Shape(indicator, top, span, span.First.Year - year) is { IsZero: false } part)
        {
            return new RawForecast(Exact.Max(value / part, Exact.Zero), RawMethod.Shape);
        }
        return new RawForecast(Exact.Max(value / elapsed, Exact.Zero), RawMethod.Elapsed);
    }

    /// <summary>Elapsed, each month weighing what it weighed in the baseline year.</summary>
    private Exact? Shape(RawIndicator indicator, int top, RawSpan span, int back)
    {
        var year = new RawSpan(new(span.First.Year - back, 1, 1), new(span.First.Year - back, 12, 31));
        var months = indicator.Schedule.Inside(year);
        if (months.Count != 12 || months.Any(month => BaselineSum(indicator, top, [month]) is null))
        {
            return null;
        }
        var periods = indicator.Schedule.Inside(span);
        if (periods.Any(period => period.Step != RawStep.Month))
        {
            return null;
        }
        var whole = periods.Aggregate(Exact.Zero, (sum, period) => sum + Weight(period));
        if (whole.IsZero)
        {
            return null;
        }
        var reported = periods
            .Where(Closed)
            .Aggregate(
                Exact.Zero,
                (sum, period) =>
                {
                    var count = CountIn(indicator, top, period);
                    return count.Asked == 0 ? sum : sum + Weight(period) * new Exact(count.Reported, count.Asked);
                }
            );
        return reported / whole;

        Exact Weight(RawPeriod period) => BaselineSum(indicator, top, [period.Back(back)])!.Value;
    }

    // "Stock and reach: least squares of the total over the last periods (two to six), extrapolated to the last"
    private RawForecast? ForecastLast(RawIndicator indicator, int top, RawSpan span)
    {
        var now = Figure(indicator, top, span);
        var periods = indicator.Schedule.Touching(span);
        var closed = periods.Count(Closed);
        // "None before a tenth of the range or two closed periods."
        if (now.Value is null || closed < 2 || closed * 10 < periods.Count)
        {
            return null;
        }
        var points = new List<(int X, Exact Y)>();
        for (var x = Math.Max(0, closed - 6); x < closed; x++)
        {
            if (Figure(indicator, top, span with { Last = periods[x].Last }).Value is { } total)
            {
                points.Add((x, total));
            }
        }
        if (points.Count < 2)
        {
            return null;
        }
        // "counts ≥ 0 … reach ≤ stock" · "never under the present for reach …"
        var value = Exact.Max(Line(points, periods.Count - 1), Exact.Zero);
        if (
            indicator.Limit is { } limit
            && (ForecastLast(world.Indicator(limit), top, span)?.Value ?? Figure(limit, top, span).Value) is { } most
        )
        {
            value = Exact.Min(value, most);
        }
        return new RawForecast(indicator.Kind == RawKind.Reach ? Exact.Max(value, now.Value.Value) : value, RawMethod.LeastSquares);
    }

    private static Exact Line(IReadOnlyList<(int X, Exact Y)> points, int at)
    {
        var middle = new Exact(points.Sum(point => point.X), points.Count);
        var level = points.Aggregate(Exact.Zero, (sum, point) => sum + point.Y) / points.Count;
        var over = points.Aggregate(Exact.Zero, (sum, point) => sum + (point.X - middle) * (point.Y - level));
        var under = points.Aggregate(Exact.Zero, (sum, point) => sum + (point.X - middle) * (point.X - middle));
        return level + over / under * (at - middle);
    }

    // "Ratio: both parts forecast, then divided." · "numerator ≤ denominator where declared"
    private RawForecast? ForecastRatio(RawIndicator indicator, int top, RawSpan span, int? baselineYear)
    {
        var over = Forecast(world.Indicator(indicator.Numerator!), top, span, baselineYear);
        var under = Forecast(world.Indicator(indicator.Denominator!), top, span, baselineYear);
        if (over is null || under is null || under.Value.IsZero)
        {
            return null;
        }
        var most = indicator.PartOfWhole ? Exact.Min(over.Value, under.Value) : over.Value;
        return new RawForecast(most / under.Value, RawMethod.Parts) { Over = most, Under = under.Value };
    }

    // "Change: the forecast of the range against the baseline's whole range."
    private RawForecast? ForecastChange(RawIndicator indicator, int top, RawSpan span, int? baselineYear, RawMeasure measure)
    {
        if (
            baselineYear is not { } year
            || Forecast(indicator, top, span, year) is not { } now
            || Baseline(indicator, top, span.Back(span.First.Year - year)).Value is not { } then
            || (measure == RawMeasure.Percent && then.IsZero)
        )
        {
            return null;
        }
        var value = measure == RawMeasure.Number ? now.Value - then : (now.Value - then) / then;
        return new RawForecast(value, RawMethod.AgainstBaseline) { Over = now.Value, Under = then };
    }
}
