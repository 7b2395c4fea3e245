namespace ThiDua.Measures;

/// <summary>How a forecast was made.</summary>
public enum ForecastMethod
{
    /// <summary>Flow: the value of the closed periods ÷ (unit-periods reported ÷ unit-periods of the range).</summary>
    Elapsed,

    /// <summary>Flow: the same, each unit-period weighing what its month was of the baseline year.</summary>
    BaselineShape,

    /// <summary>Stock and reach: least squares of the total over the last two to six closed periods.</summary>
    LeastSquares,

    /// <summary>Opening: fixed for the range.</summary>
    Fixed,

    /// <summary>Ratio: both parts forecast, then divided.</summary>
    Parts,

    /// <summary>Change: the forecast of the range against the baseline's whole range.</summary>
    AgainstBaseline,
}

/// <summary>Where an indicator will stand at the end of the range, from closed periods only.</summary>
/// <param name="Value">Exact, in the indicator's natural unit.</param>
/// <param name="Clamped">Whether a limit (zero, the present value, the whole, the stock) was applied, here or in a part.</param>
public sealed record Forecast(string Code, Rational Value, ForecastMethod Method, bool Clamped)
{
    /// <summary>Flow: unit-periods reported ÷ unit-periods of the range.</summary>
    public Rational? Elapsed { get; init; }

    /// <summary>Stock and reach: how many totals the line was laid through, 2 to 6.</summary>
    public int Points { get; init; }

    /// <summary>Of a ratio.</summary>
    public Forecast? Numerator { get; init; }

    /// <summary>Of a ratio.</summary>
    public Forecast? Denominator { get; init; }

    /// <summary>Of a change: the forecast compared with the baseline.</summary>
    public Forecast? Current { get; init; }

    internal Forecast AtLeast(Rational limit) => Value < limit ? this with { Value = limit, Clamped = true } : this;

    internal Forecast AtMost(Rational limit) => Value > limit ? this with { Value = limit, Clamped = true } : this;
}
