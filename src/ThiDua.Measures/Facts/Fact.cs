namespace ThiDua.Measures;

/// <summary>One figure as it was entered: never changed, only replaced by another. Drafts are no facts.</summary>
/// <param name="Id">The store's key, rising in the order in which facts were committed.</param>
/// <param name="Indicator">Code of an indicator that has facts.</param>
/// <param name="Unit">The store's key of the unit itself, not of its subtree.</param>
/// <param name="Value">Natural units × 10^scale of the indicator; null withdraws what it replaces.</param>
/// <param name="Replaces">The fact it corrects: of the same indicator, unit and period, and the current one of them.</param>
/// <param name="Approved">False while provisional. Approval is an act of its own (<see cref="Ledger.Approve"/>).</param>
public sealed record Fact(long Id, string Indicator, long Unit, Period Period, long? Value, long? Replaces = null, bool Approved = false);

/// <summary>What holds now for one unit, indicator and period.</summary>
/// <param name="FactId">The fact at the end of the chain of corrections: the one that the next correction replaces.</param>
/// <param name="Value">The value as known now; null when withdrawn.</param>
/// <param name="ApprovedValue">
/// The newest approved value of the chain; null when none is approved, or the approved one is a withdrawal.
/// </param>
public sealed record CurrentValue(Period Period, long FactId, long? Value, long? ApprovedValue);

/// <summary>Why a fact was refused.</summary>
public enum FactError
{
    /// <summary>The period has a value already; say which fact is corrected.</summary>
    AlreadyReported,

    /// <summary>A longer or shorter period that has a figure holds some of the same days: they would count twice.</summary>
    Overlapping,

    /// <summary>The fact to be corrected was corrected by another in the meantime, or is none of this indicator, unit and period.</summary>
    NotCurrent,

    /// <summary>A withdrawal of nothing.</summary>
    NothingToWithdraw,

    /// <summary>Another fact has the same id and says something else.</summary>
    SameIdOtherContent,

    /// <summary>The indicator is computed from others and takes no facts.</summary>
    Computed,

    /// <summary>A count below zero.</summary>
    Negative,

    /// <summary>Beyond <see cref="Entry.Limit"/>.</summary>
    TooLarge,

    /// <summary>Neither 0 nor 1 for a yes/no.</summary>
    NotYesNo,

    /// <summary>More households reached than there are: an error at entry, never cut down.</summary>
    MoreThanStock,
}

/// <summary>What a value must be before it becomes a fact, and what a register's count says.</summary>
public static class Entry
{
    /// <summary>
    /// The largest stored value, and below zero the least: natural units × 10^scale. Sums of many units then stay within 64 bits.
    /// </summary>
    public const long Limit = 1_000_000_000_000_000;

    /// <param name="value">Null withdraws and is always allowed.</param>
    /// <param name="ceiling">For reach: the unit's own stock that bounds it, at the same scale; null when unknown.</param>
    /// <returns>Null when the value may be entered.</returns>
    public static FactError? Check(IndicatorDefinition indicator, long? value, long? ceiling = null) =>
        value switch
        {
            _ when !indicator.HasFacts => FactError.Computed,
            null => null,
            not (0 or 1) when indicator.Kind == IndicatorKind.YesNo => FactError.NotYesNo,
            > Limit or < -Limit => FactError.TooLarge,
            < 0 when !indicator.MayBeNegative => FactError.Negative,
            _ when indicator.Kind == IndicatorKind.Reach && value > ceiling => FactError.MoreThanStock,
            _ => null,
        };

    /// <summary>
    /// What a register yields for a unit and period: nothing counted is 0 only after the unit confirmed the period ("không
    /// phát sinh"); until then a positive count is provisional and none is missing.
    /// </summary>
    /// <param name="count">The rows' figure for the unit and period.</param>
    /// <param name="confirmed">Whether the unit has confirmed the period.</param>
    public static (long? Value, bool Provisional) FromRegister(long count, bool confirmed) =>
        (count != 0 || confirmed ? count : null, !confirmed);
}
