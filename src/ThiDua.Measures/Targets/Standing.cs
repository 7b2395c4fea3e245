namespace ThiDua.Measures;

/// <summary>Where a target stands.</summary>
public enum TargetState
{
    /// <summary>đạt</summary>
    Met,

    /// <summary>đúng tiến độ</summary>
    OnTrack,

    /// <summary>chậm tiến độ</summary>
    Behind,

    /// <summary>không đạt</summary>
    Missed,

    /// <summary>Figures, but no forecast yet.</summary>
    TooEarly,

    NoFigures,

    /// <summary>With the reason.</summary>
    CannotCompute,

    /// <summary>Không phát sinh: a denominator of zero that everybody asked has reported. Neither met nor failed, listed apart.</summary>
    NothingHappened,
}

/// <summary>Everything that a page says of one target and one unit.</summary>
/// <param name="Requirement">How the target was read.</param>
/// <param name="Reading">The value with its parts; of a target with a direction, the change with the values compared.</param>
/// <param name="Judged">What is compared with the requirement: the value, or the fall (−change).</param>
/// <param name="Forecast">As the reading, at the end; null where there is none.</param>
/// <param name="JudgedForecast">As <paramref name="Judged"/>, at the end.</param>
/// <param name="Baseline">The indicator over the baseline year's whole range; null where the target names no year.</param>
/// <param name="IsProvisional">"Provisional: n of m reported": <see cref="Reading.Reported"/> of <see cref="Reading.Asked"/>.</param>
/// <param name="IsFinal">
/// Whether the range (or the day by which) is over, its last reports are due or all in, and no period is without any figure.
/// </param>
public sealed record Standing(
    TargetState State,
    Requirement Requirement,
    Reading Reading,
    Rational? Judged,
    Forecast? Forecast,
    Rational? JudgedForecast,
    Reading? Baseline,
    bool IsProvisional,
    bool IsFinal
)
{
    /// <summary>
    /// "Chờ số liệu kỳ cuối": the last day is over, the last reports are neither due nor all in, and the last forecast stands.
    /// </summary>
    public bool AwaitsLast { get; init; }

    /// <summary>The last day that counts: that of the range, or of the period in which the target's due day lies.</summary>
    public DateOnly End { get; init; }

    /// <summary>Whether the due day lies inside a period, of which the whole is taken.</summary>
    public bool TakesWholePeriod { get; init; }

    /// <summary>What each period that is left has to bring, or may bring at most; null where that cannot be said.</summary>
    public Pace? Pace { get; init; }

    /// <summary>Why there is no value; the state may still come from a forecast (a year's baseline without months).</summary>
    public NoValue? Reason => Reading.Reason;
}

/// <summary>A target on each unit.</summary>
/// <param name="State">The worst of the units that have figures; where nothing happened in any of these, that; of none, no figures.</param>
/// <param name="Met">How many units meet it.</param>
/// <param name="NotMet">Those which do not (yet): every state but met and nothing happened.</param>
/// <param name="Reported">How many units have reported all that was due.</param>
/// <param name="IsProvisional">Whether fewer have than the target asks.</param>
public sealed record EachStanding(
    TargetState State,
    int Met,
    IReadOnlyList<long> NotMet,
    int Reported,
    bool IsProvisional,
    IReadOnlyDictionary<long, Standing> Units
)
{
    /// <summary>How many units are judged.</summary>
    public int Asked => Counted ?? Units.Count;

    /// <summary>How many there are, where only their number is known (<see cref="EachCounts"/>).</summary>
    public int? Counted { get; init; }

    /// <summary>The units in which nothing happened: neither met nor failed.</summary>
    public IReadOnlyList<long> NothingHappened =>
        [.. Units.Where(u => u.Value.State == TargetState.NothingHappened).Select(u => u.Key).Order()];

    /// <summary>How many units have each value, lowest first: what is shown of a score, which has no total.</summary>
    public IReadOnlyList<(Rational Value, int Units)> Distribution =>
        [.. Units.Values.Select(u => u.Judged).OfType<Rational>().GroupBy(v => v).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()))];
}
