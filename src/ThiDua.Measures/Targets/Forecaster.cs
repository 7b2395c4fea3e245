namespace ThiDua.Measures;

/// <summary>
/// Forecasts of a range of which figures are still to come, from closed periods only. None before two periods are closed,
/// before a tenth of the range (of a flow: of its unit-periods reported; of a stock and reach: of its periods closed), for
/// yes/no and for scores.
/// </summary>
public static class Forecaster
{
    private const int FewestPeriods = 2;
    private const int MostPoints = 6;

    /// <returns>Null where there is no forecast.</returns>
    /// <exception cref="KeyNotFoundException">No indicator has the code.</exception>
    public static Forecast? Of(Question question, string code) => OfOpen(question, question.Definitions[code], null);

    /// <summary>The forecast of a change as <see cref="Evaluator.ReadChange"/> reads it.</summary>
    public static Forecast? OfChange(Question question, string of, ChangeIn changeIn) => OfOpen(question, Changes.Of(of, changeIn), null);

    /// <summary>
    /// Null once final. Between the last day and that on which the last reports are due, the last forecast stands: that of the
    /// day before the end.
    /// </summary>
    internal static Forecast? OfOpen(Question question, IndicatorDefinition definition, Finality? known) =>
        (known ?? Finality.Of(question, definition)) switch
        {
            Finality.Final => null,
            Finality.AwaitsLast => Of(question with { AsOf = question.End.AddDays(-1) }, definition),
            _ => Of(question, definition),
        };

    /// <summary>The periods of a range in which a series is reported, at whose ends its total is looked at.</summary>
    internal static Period[] Periods(Question question, Series series) =>
        [.. series.Schedule.Touching(question.Range).Where(p => p.First <= question.End)];

    internal static Forecast? Of(Question question, IndicatorDefinition definition) =>
        definition.Kind switch
        {
            IndicatorKind.Ratio => Ratio(question, definition),
            IndicatorKind.Change => Change(question, definition),
            _ when !question.Figures.ContainsKey(definition.Code) => null,
            IndicatorKind.Flow => FlowForecast.Of(question, definition, question.Figures[definition.Code], FewestPeriods),
            IndicatorKind.Stock or IndicatorKind.Reach => Line(question, definition, question.Figures[definition.Code]),
            IndicatorKind.Opening when Evaluator.Read(question, definition.Code).Value is { } value => new(
                definition.Code,
                value,
                ForecastMethod.Fixed,
                false
            ),
            _ => null,
        };

    private static Forecast? Ratio(Question question, IndicatorDefinition definition)
    {
        var above = Of(question, question.Definitions[definition.Numerator!]);
        var below = Of(question, question.Definitions[definition.Denominator!]);
        if (above is null || below is null || below.Value.IsZero)
        {
            return null;
        }

        var part = definition.PartOfWhole ? above.AtMost(below.Value) : above;
        return new(definition.Code, part.Value / below.Value * definition.Factor, ForecastMethod.Parts, part.Clamped || below.Clamped)
        {
            Numerator = part,
            Denominator = below,
        };
    }

    private static Forecast? Change(Question question, IndicatorDefinition definition)
    {
        var current = Of(question, question.Definitions[definition.Of!]);
        var baseline = Evaluator.ReadBaseline(question, definition.Of!).Value;
        return current is null || baseline is null || Changes.Between(definition, current.Value, baseline.Value) is not { } change
            ? null
            : new(definition.Code, change, ForecastMethod.AgainstBaseline, current.Clamped) { Current = current };
    }

    private static Forecast? Line(Question question, IndicatorDefinition definition, Series series)
    {
        if (Evaluator.Read(question, definition.Code).Value is not { } present)
        {
            return null;
        }

        var grid = Periods(question, series);
        var closed = grid.TakeWhile(p => p.Last <= question.Until).ToArray();
        var points = closed
            .Index()
            .TakeLast(MostPoints)
            .Select(p => (X: p.Index, Y: Evaluator.Read(question with { AsOf = p.Item.Last, ClosedOnly = true }, definition.Code).Value))
            .Where(p => p.Y is not null)
            .Select(p => (p.X, p.Y!.Value))
            .ToArray();
        if (closed.Length < FewestPeriods || closed.Length * 10 < grid.Length || points.Length < FewestPeriods)
        {
            return null;
        }

        var forecast = new Forecast(definition.Code, Extrapolate(points, grid.Length - 1), ForecastMethod.LeastSquares, false)
        {
            Points = points.Length,
        };
        forecast = definition.MayBeNegative ? forecast : forecast.AtLeast(Rational.Zero);
        return definition.Kind == IndicatorKind.Reach ? Within(question, definition, forecast, present) : forecast;
    }

    /// <summary>Reach never falls, and never exceeds the stock; should the stock be forecast to shrink under it, it stays.</summary>
    private static Forecast Within(Question question, IndicatorDefinition definition, Forecast reach, Rational present)
    {
        var ceiling = definition.Ceiling is { } stock
            ? Of(question, question.Definitions[stock])?.Value ?? Evaluator.Read(question, stock).Value
            : null;
        return (ceiling is { } most ? reach.AtMost(most) : reach).AtLeast(present);
    }

    /// <summary>
    /// The least-squares line through the points, at <paramref name="at"/>: exact, as one weighted sum over whole weights.
    /// </summary>
    private static Rational Extrapolate((int X, Rational Y)[] points, int at)
    {
        long n = points.Length;
        var sum = points.Sum(p => (long)p.X);
        var spread = (n * points.Sum(p => (long)p.X * p.X)) - (sum * sum);
        var weighted = points.Aggregate(Rational.Zero, (total, p) => total + (p.Y * (spread + (((n * p.X) - sum) * ((n * at) - sum)))));
        return weighted / (n * spread);
    }
}
