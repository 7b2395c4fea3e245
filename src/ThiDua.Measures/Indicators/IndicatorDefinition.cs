namespace ThiDua.Measures;

/// <summary>How an indicator adds up over time and over units.</summary>
public enum IndicatorKind
{
    /// <summary>Cases, sessions, money: summed over periods and units.</summary>
    Flow,

    /// <summary>Households, models, lamps: each unit's last value, summed over units.</summary>
    Stock,

    /// <summary>
    /// Standing cases, areas selected: the value of the period that begins on the range's first day, else of the last one
    /// before it, fixed for the range.
    /// </summary>
    Opening,

    /// <summary>Households reached at least once: the cumulative value since the campaign's start.</summary>
    Reach,

    /// <summary>Numerator and denominator each by its own rule, divided last.</summary>
    Ratio,

    /// <summary>Against the same range of the baseline year.</summary>
    Change,

    /// <summary>1 or 0, the last one; over units see <see cref="YesNoRule"/>.</summary>
    YesNo,

    /// <summary>The last decided assessment, per unit only.</summary>
    Score,
}

/// <summary>How answers yes/no of several units become one value.</summary>
public enum YesNoRule
{
    /// <summary>Yes over units asked, times <see cref="IndicatorDefinition.Factor"/>.</summary>
    Share,

    /// <summary>1 when every unit asked says yes, else 0.</summary>
    All,

    /// <summary>1 when at least one says yes, else 0.</summary>
    Any,
}

/// <summary>The unit of a change: percent of the baseline and percentage points are different things.</summary>
public enum ChangeIn
{
    /// <summary>(value − baseline) ÷ baseline × 100.</summary>
    Percent,

    /// <summary>value − baseline, in the unit of the indicator compared: percentage points where that is a percentage.</summary>
    Difference,
}

/// <summary>What an indicator means. Units: a stored value is natural units × 10^<see cref="Scale"/>.</summary>
public sealed record IndicatorDefinition
{
    public required string Code { get; init; }

    public required IndicatorKind Kind { get; init; }

    /// <summary>Decimals of stored values, 0 to 6.</summary>
    public int Scale { get; init; }

    /// <summary>A bare target on it means "at most".</summary>
    public bool LessIsBetter { get; init; }

    /// <summary>Flows and stocks that may fall below zero (a balance): never accumulated, never clamped at zero.</summary>
    public bool MayBeNegative { get; init; }

    /// <summary>Ratio and share of yes: 100 for %, 1000 for ‰, 100000 per hundred thousand people, 1 for a plain quotient.</summary>
    public int Factor { get; init; } = 100;

    /// <summary>Ratio: code of the part above the line.</summary>
    public string? Numerator { get; init; }

    /// <summary>Ratio: code of the part below the line.</summary>
    public string? Denominator { get; init; }

    /// <summary>Ratio: the numerator is a part of the denominator, so a forecast of it never exceeds the denominator's.</summary>
    public bool PartOfWhole { get; init; }

    /// <summary>Change: code of the indicator compared.</summary>
    public string? Of { get; init; }

    /// <summary>Change: in percent of the baseline, or as a difference.</summary>
    public ChangeIn ChangeIn { get; init; }

    /// <summary>Reach: code of the stock it cannot exceed.</summary>
    public string? Ceiling { get; init; }

    /// <summary>
    /// Reach: the days on which counting begins anew, as the caller says them: the starts of campaigns. Empty: it never
    /// begins anew, and a range has a value where nothing was reported before it.
    /// </summary>
    public IReadOnlyList<DateOnly> Starts { get; init; } = [];

    /// <summary>Yes/no: over units.</summary>
    public YesNoRule YesNo { get; init; }

    /// <summary>Whether facts are entered for it; a ratio and a change are computed from others.</summary>
    public bool HasFacts => Kind is not (IndicatorKind.Ratio or IndicatorKind.Change);

    /// <summary>Whether a value holds until the next one, so that totals store its change.</summary>
    public bool IsHeld => HasFacts && Kind is not IndicatorKind.Flow;

    /// <summary>The day from which reach counts on the given day; for every other kind the beginning of time.</summary>
    public DateOnly StartOf(DateOnly day) =>
        Kind == IndicatorKind.Reach ? Starts.Where(s => s <= day).DefaultIfEmpty(DateOnly.MinValue).Max() : DateOnly.MinValue;
}
