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

    /// <summary>The denominator of a ratio is zero.</summary>
    ZeroDenominator,

    /// <summary>A ratio's numerator has no figures, its denominator has.</summary>
    MissingNumerator,

    /// <summary>A ratio's denominator has no figures, its numerator has.</summary>
    MissingDenominator,

    /// <summary>No baseline year is named, or it has no figures, or one of its periods has none.</summary>
    MissingBaseline,

    /// <summary>The baseline is zero: nothing can be compared with it.</summary>
    ZeroBaseline,

    /// <summary>The range is unfinished, and the baseline has no figures for the periods so far.</summary>
    NoMonthlyBaseline,

    /// <summary>There are figures of the running period only: none of a closed one to compare with its baseline.</summary>
    NoClosedPeriod,

    /// <summary>Reach is known only from the campaign's start on, and not across the next start.</summary>
    NotFromStart,

    /// <summary>A score belongs to one unit; units' scores are not added.</summary>
    NoTotalOverUnits,
}
