using ThiDua.Measures;

namespace ThiDua.App.Features.Reporting;

/// <summary>What a unit gave before for one indicator, and whether a new figure is unlike it. Pure; values are scaled.</summary>
public sealed record FigureHistory
{
    /// <summary>How many periods back the usual range looks.</summary>
    public const int Span = 6;

    /// <param name="values">The unit's own current values of the indicator.</param>
    /// <param name="period">The period now asked; only earlier ones of the same length count.</param>
    public FigureHistory(IndicatorDefinition definition, IEnumerable<CurrentValue> values, Period period)
    {
        Definition = definition;
        Earlier =
        [
            .. values
                .Where(v =>
                    v.Value is not null
                    && v.Period.Frequency == period.Frequency
                    && v.Period.Last < period.First
                    && definition.StartOf(v.Period.First) == definition.StartOf(period.First)
                )
                .OrderByDescending(v => v.Period)
                .Take(Span),
        ];
    }

    public IndicatorDefinition Definition { get; }

    /// <summary>The newest first.</summary>
    public IReadOnlyList<CurrentValue> Earlier { get; }

    public CurrentValue? Last => Earlier.Count > 0 ? Earlier[0] : null;

    /// <summary>The lowest and the highest of the last periods, of counts that have at least three.</summary>
    public (long Low, long High)? Usual =>
        Definition.Kind == IndicatorKind.Flow && Earlier.Count >= 3
            ? (Earlier.Min(v => v.Value!.Value), Earlier.Max(v => v.Value!.Value))
            : null;

    /// <summary>So far from what came before that the reader of the report would ask why.</summary>
    public bool IsUnlike(long value)
    {
        if (Last?.Value is not { } last)
            return false;
        var few = 3 * Power(Definition.Scale);
        return Definition.Kind switch
        {
            // Reached once is reached: the number never falls.
            IndicatorKind.Reach => value < last,
            IndicatorKind.YesNo => value < last,
            IndicatorKind.Stock => Math.Abs(value - last) > Math.Max(last / 5, few),
            IndicatorKind.Flow when Usual is var (low, high) => value > high + Margin(low, high, few)
                || value < low - Margin(low, high, few),
            _ => false,
        };
    }

    private static long Margin(long low, long high, long few) => Math.Max(Math.Max(high - low, high / 2), few);

    private static long Power(int scale) => (long)Math.Pow(10, scale);
}
