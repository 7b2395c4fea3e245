using System.Numerics;
using ThiDua.Measures;

namespace ThiDua.Oracle.Tests;

/// <summary>A figure of the oracle beside a reading of the library.</summary>
public static class Readings
{
    public static string? Difference(RawFigure figure, Reading reading, Rational? value, int factor) =>
        Comparison.Said("reason", Reasons(figure.Reason, Reason(reading.Reason), reading.Current?.Numerator is not null))
        ?? Comparison.Said("value", Comparison.Differs(Millionths(figure.Value), Millionths(value / factor)))
        ?? Comparison.Said(
            "part above",
            figure.Value is null || figure.Over is null
                ? null
                : Comparison.Differs(Millionths(figure.Over), Millionths((reading.Numerator ?? reading.Current)?.Value))
        )
        ?? Comparison.Said(
            "part below",
            figure.Value is null || figure.Under is null ? null : Comparison.Differs(Millionths(figure.Under), Below(reading))
        )
        ?? Comparison.Said(
            "running",
            figure.Value is null || reading.Current is not null ? null : Comparison.Differs(figure.Running, reading.Running)
        )
        ?? Comparison.Said(
            "asked",
            figure.Reason is RawReason.None or RawReason.NoFigures or RawReason.NothingHappened ? Counts(figure.Count, reading) : null
        );

    // A ratio in the baseline year may lack one part for one reason and the other for another: either is named.
    private static string? Reasons(RawReason ours, RawReason theirs, bool compared) =>
        compared && IsMissing(ours) && IsMissing(theirs) ? null : Comparison.Differs(ours, theirs);

    private static bool IsMissing(RawReason reason) => reason is RawReason.MissingPart or RawReason.NoBaseline or RawReason.PartOfPeriod;

    public static BigInteger? Millionths(Exact? value) => value?.Millionths();

    public static BigInteger? Millionths(Rational? value) =>
        value is { } one ? new Exact(one.Numerator, one.Denominator).Millionths() : null;

    private static BigInteger? Below(Reading reading) =>
        (reading.Denominator ?? reading.Baseline) is { } below ? Millionths(below.Value) : (BigInteger)reading.Asked * 1_000_000;

    // Where two periods, or both parts of a ratio, have the same part reported, either may be named.
    private static string? Counts(RawCount count, Reading reading) =>
        (long)count.Reported * reading.Asked == (long)reading.Reported * count.Asked && count.All == reading.Reported >= reading.Asked
            ? null
            : $"oracle {count.Reported} of {count.Asked}, library {reading.Reported} of {reading.Asked}";

    private static RawReason Reason(NoValue? reason) =>
        reason switch
        {
            null => RawReason.None,
            NoValue.NoFigures => RawReason.NoFigures,
            NoValue.PartOfPeriod => RawReason.PartOfPeriod,
            NoValue.NothingHappened => RawReason.NothingHappened,
            NoValue.ZeroDenominator => RawReason.ZeroMissing,
            NoValue.MissingNumerator or NoValue.MissingDenominator => RawReason.MissingPart,
            NoValue.NoBaselineYear => RawReason.NoBaselineYear,
            NoValue.MissingBaseline => RawReason.NoBaseline,
            NoValue.ZeroBaseline => RawReason.ZeroBaseline,
            NoValue.NoMonthlyBaseline => RawReason.NoMonthlyBaseline,
            NoValue.NoClosedPeriod => RawReason.NoClosedPeriod,
            NoValue.NotFromStart => RawReason.OtherRange,
            NoValue.NoTotalOverUnits => RawReason.NotAdditive,
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
        };
}
