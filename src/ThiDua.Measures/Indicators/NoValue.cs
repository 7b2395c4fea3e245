namespace ThiDua.Measures;

/// <summary>Why there is no value: never 0, 0 % or 100 % in its place.</summary>
public enum NoValue
{
    /// <summary>Nobody has reported anything in the range.</summary>
    NoFigures,

    /// <summary>The figures were reported in another calendar.</summary>
    OtherCalendar,

    /// <summary>The range cuts a reported period in two.</summary>
    PartOfPeriod,

    /// <summary>The denominator of a ratio is zero, and everybody asked has reported: "không phát sinh", neither met nor failed.</summary>
    NothingHappened,

    /// <summary>The denominator of a ratio is zero so far, and not everybody asked has reported.</summary>
    ZeroDenominator,

    /// <summary>A ratio's numerator has no figures, its denominator has.</summary>
    MissingNumerator,

    /// <summary>A ratio's denominator has no figures, its numerator has.</summary>
    MissingDenominator,

    /// <summary>A change, a fall or a rise without a year to compare with.</summary>
    NoBaselineYear,

    /// <summary>The baseline year has no figures, or one of its periods has none.</summary>
    MissingBaseline,

    /// <summary>The baseline is zero: nothing can be compared with it.</summary>
    ZeroBaseline,

    /// <summary>Not all of the range has figures, and the baseline has one for its whole but none for the same periods.</summary>
    NoMonthlyBaseline,

    /// <summary>There are figures of the running period only: none of a closed one to compare with its baseline.</summary>
    NoClosedPeriod,

    /// <summary>The range of a reach does not begin at a campaign's start, or goes on after the next one.</summary>
    NotFromStart,

    /// <summary>A score belongs to one unit; units' scores are not added.</summary>
    NoTotalOverUnits,
}
