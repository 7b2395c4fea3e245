namespace ThiDua.Measures;

/// <summary>The value of an indicator, with everything that made it.</summary>
/// <param name="Code">The indicator.</param>
/// <param name="Value">Exact, in natural units (percent for a factor of 100); null with a <paramref name="Reason"/>.</param>
/// <param name="Reason">Why there is no value.</param>
/// <param name="ReasonCode">Of which indicator the reason speaks: this one or one of its parts.</param>
/// <param name="Reported">
/// How many of the units asked have reported: of a flow, in the closed period that the fewest reported in (of the running one
/// while none is closed); of a held value, how many have any figure; of a ratio, the lesser of its parts; of a change, of the
/// value compared.
/// </param>
/// <param name="Asked">How many units were asked, of a flow in that same period.</param>
/// <param name="Approved">Whether every figure used is approved.</param>
/// <param name="Latest">The last period a figure of which is used: shows the age of a stock.</param>
public sealed record Reading(
    string Code,
    Rational? Value,
    NoValue? Reason,
    string? ReasonCode,
    int Reported,
    int Asked,
    bool Approved,
    Period? Latest
)
{
    /// <summary>Of a ratio, and of a share of yes (units that say yes).</summary>
    public Reading? Numerator { get; init; }

    /// <summary>Of a ratio.</summary>
    public Reading? Denominator { get; init; }

    /// <summary>Of a change: the value compared, of the range or of the closed periods so far.</summary>
    public Reading? Current { get; init; }

    /// <summary>Of a change: what it is compared with, of the baseline year's same range or same periods ("cùng kỳ").</summary>
    public Reading? Baseline { get; init; }

    /// <summary>The days that the figures of this reading come from, the first to the last.</summary>
    public DateRange? Covers { get; init; }

    /// <summary>
    /// The days asked, as the list of its figures needs them: of a flow the parts of the range that count; of a held value the
    /// range by whose end it took effect.
    /// </summary>
    public DateRanges Days { get; init; } = DateRanges.None;

    /// <summary>Whether a figure of a period that is not over counts in it ("kỳ đang chạy").</summary>
    public bool Running { get; init; }

    /// <summary>Whether one of its periods has no figure of any unit.</summary>
    internal bool HasGap { get; init; }

    /// <summary>Whether every unit asked has reported.</summary>
    public bool IsComplete => Asked > 0 && Reported >= Asked;

    internal static Reading None(string code, NoValue reason, string? of = null, int reported = 0, int asked = 0, bool approved = true) =>
        new(code, null, reason, of ?? code, reported, asked, approved, null);
}
