namespace ThiDua.Oracle.Tests;

/// <summary>Why there is no value.</summary>
public enum RawReason
{
    None,
    NoFigures,
    PartOfPeriod,
    OtherRange,
    MissingPart,
    ZeroMissing,
    NothingHappened,
    NoBaseline,
    NoMonthlyBaseline,
    NoBaselineYear,
    ZeroBaseline,
    NoClosedPeriod,
    NotAdditive,
}

/// <summary>"says how many of the units asked have reported"</summary>
public readonly record struct RawCount(int Asked, int Reported)
{
    public bool All => Reported >= Asked;

    // "that is said of the period with the fewest": the smallest part, then the most that are missing.
    public static RawCount Fewest(IEnumerable<RawCount> counts) =>
        counts
            .OrderBy(count => count.Asked == 0 ? 1.0 : (double)count.Reported / count.Asked)
            .ThenByDescending(count => count.Asked - count.Reported)
            .ThenByDescending(count => count.Asked)
            .FirstOrDefault();
}

public sealed record RawFigure(Exact? Value, RawReason Reason, RawCount Count)
{
    public Exact? Over { get; init; }

    public Exact? Under { get; init; }

    /// <summary>"marked «kỳ đang chạy»": a running period's figure is in it.</summary>
    public bool Running { get; init; }

    public static RawFigure None(RawReason reason, RawCount count = default) => new(null, reason, count);

    public static RawFigure Of(Exact value, RawCount count) => new(value, RawReason.None, count);
}
