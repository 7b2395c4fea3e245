namespace ThiDua.Oracle.Tests;

public enum RawKind
{
    Flow,
    Stock,
    Opening,
    Reach,
    Ratio,
    Change,
    YesNo,
    Score,
}

public enum RawYesNo
{
    Share,
    All,
    Any,
}

/// <summary>A unit stands under a parent, being of a kind, from a day to a day (both inside; null: still).</summary>
public sealed record RawStay(int Unit, DateOnly From, DateOnly? To, string Kind, int? Parent);

/// <summary>From a day on, a share of what the predecessor was is the successor's.</summary>
public sealed record RawSuccession(DateOnly Day, int Predecessor, int Successor, Exact Share);

/// <summary>"Merging or splitting is an act that records the successors' opening stocks".</summary>
public sealed record RawCarried(string Indicator, int Unit, DateOnly Day, long Value);

/// <summary>One fact as it was sent. No value: a withdrawal. <paramref name="Sent"/>: the day it was known.</summary>
public sealed record RawFact(
    int Id,
    string Indicator,
    int Unit,
    RawPeriod Period,
    long? Value,
    int? Replaces,
    bool Approved,
    DateOnly Sent
);

public sealed record RawIndicator(string Id, RawKind Kind)
{
    /// <summary>The kinds of unit that are asked for it.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];

    public RawSchedule Schedule { get; init; } = new([new(DateOnly.MinValue, RawStep.Month)]);

    public bool LessIsBetter { get; init; }

    /// <summary>Of a ratio; of a change only <see cref="Base"/>.</summary>
    public string? Numerator { get; init; }

    public string? Denominator { get; init; }

    /// <summary>"numerator ≤ denominator where declared".</summary>
    public bool PartOfWhole { get; init; }

    public string? Base { get; init; }

    public int? BaselineYear { get; init; }

    public RawYesNo YesNo { get; init; }

    /// <summary>Of a reach: first days of campaigns, and the kinds where households live.</summary>
    public IReadOnlyList<DateOnly> Starts { get; init; } = [];

    public IReadOnlyList<string> Territorial { get; init; } = [];

    /// <summary>Of a reach: the stock that it cannot exceed.</summary>
    public string? Limit { get; init; }
}

public enum RawComparator
{
    AtLeast,
    Above,
    Equal,
    Below,
    AtMost,
}

public enum RawDirection
{
    None,
    Increase,
    Decrease,
}

public enum RawMeasure
{
    Percent,
    Number,
}

public sealed record RawTarget(string Indicator, RawComparator Comparator, Exact Value, RawSpan Range)
{
    public RawDirection Direction { get; init; }

    /// <summary>Of a target with a direction: "in per cent or in number" (points, for a ratio).</summary>
    public RawMeasure Measure { get; init; }

    public bool Exact { get; init; }

    public Exact? Upper { get; init; }

    public int? BaselineYear { get; init; }

    /// <summary>Null: the campaign's total; else each unit of this kind.</summary>
    public string? EachKind { get; init; }

    public DateOnly? By { get; init; }

    /// <summary>Days after the end of the last period on which its reports are due.</summary>
    public int Grace { get; init; }

    /// <summary>"the pack may set a lower completeness, never for 100 %"</summary>
    public Exact Completeness { get; init; } = 1;
}

public sealed record RawWorld(
    IReadOnlyList<RawStay> Stays,
    IReadOnlyList<RawSuccession> Successions,
    IReadOnlyList<RawCarried> Carried,
    IReadOnlyList<RawIndicator> Indicators,
    IReadOnlyList<RawFact> Facts
)
{
    public RawIndicator Indicator(string id) => Indicators.Single(indicator => indicator.Id == id);
}
