namespace ThiDua.Measures;

/// <summary>A flow's forecast: what the closed periods brought ÷ the share of the range that they stand for.</summary>
internal static class FlowForecast
{
    public static Forecast? Of(Question question, IndicatorDefinition definition, Series series, int fewest)
    {
        if (series.Schedule.Split(question.Range, question.Calendar, out _) is not { } whole)
        {
            return null;
        }

        var periods = whole.Where(p => p.First <= question.End).ToArray();
        var closed = periods.Where(p => p.Last <= question.Until).ToArray();
        var asked = periods.Sum(p => series.AskedOn(p.Last));
        var reported = closed.Sum(p => Reported(series, p));
        if (closed.Length < fewest || asked == 0 || reported * 10 < asked || reported == 0)
        {
            return null;
        }

        var sofar = question with { Range = new(question.Range.First, closed[^1].Last), By = null };
        if (Evaluator.Read(sofar, definition.Code).Value is not { } value)
        {
            return null;
        }

        var elapsed = new Rational(reported, asked);
        var shape = Shape(question, series, periods, closed);
        var method = shape is null ? ForecastMethod.Elapsed : ForecastMethod.BaselineShape;
        var forecast = new Forecast(definition.Code, value / (shape ?? elapsed), method, false) { Elapsed = elapsed };
        return definition.MayBeNegative ? forecast : forecast.AtLeast(Rational.Zero);
    }

    private static int Reported(Series series, Period period) => Math.Clamp(series.ReportedIn(period), 0, series.AskedOn(period.Last));

    /// <summary>The share of the range that is reported, by the baseline year's months; null unless all twelve have figures.</summary>
    private static Rational? Shape(Question question, Series series, Period[] periods, Period[] closed)
    {
        if (question.BaselineYear is not { } baseline || periods.Any(p => p.Frequency != Frequency.Month || p.Year != periods[0].Year))
        {
            return null;
        }

        var months = Enumerable.Range(1, 12).Select(m => new Period(question.Calendar, Frequency.Month, baseline, m));
        if (months.Any(m => series.CellOf(m).All.Reported == 0))
        {
            return null;
        }

        var shift = baseline - periods[0].Year;
        var whole = periods.Aggregate(Rational.Zero, (sum, p) => sum + Weight(series, p, shift));
        var sofar = closed
            .Where(p => series.AskedOn(p.Last) > 0)
            .Aggregate(
                Rational.Zero,
                (sum, p) => sum + (Weight(series, p, shift) * new Rational(Reported(series, p), series.AskedOn(p.Last)))
            );
        return whole.Sign <= 0 || sofar.Sign <= 0 ? null : sofar / whole;
    }

    private static Rational Weight(Series series, Period period, int shift) =>
        Rational.FromScaled(series.CellOf(period.ShiftYears(shift)).All.Sum, 0);
}
