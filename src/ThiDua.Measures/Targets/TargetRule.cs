namespace ThiDua.Measures;

public enum Comparator
{
    /// <summary>≥</summary>
    AtLeast,

    /// <summary>&gt;: at exactly the value it is not met.</summary>
    MoreThan,

    /// <summary>A bare figure: judged as at least (at most where less is better), and as equal only where the target is exact.</summary>
    Equal,

    /// <summary>&lt;: at exactly the value it is not met.</summary>
    LessThan,

    /// <summary>≤</summary>
    AtMost,
}

public enum Direction
{
    /// <summary>The comparator applies to the fall (−change).</summary>
    Decrease,

    /// <summary>The comparator applies to the rise.</summary>
    Increase,
}

/// <summary>What is judged: see <see cref="Judge.Total"/> and <see cref="Judge.EachUnit"/>.</summary>
public enum TargetScope
{
    Total,
    EachUnit,
}

/// <summary>A target as the plan sets it.</summary>
public sealed record TargetRule
{
    /// <summary>Code of the indicator.</summary>
    public required string Indicator { get; init; }

    public required Comparator Comparator { get; init; }

    /// <summary>In the unit of what is judged: 75 for 75 %.</summary>
    public required decimal Value { get; init; }

    /// <summary>
    /// The upper end of a range ("từ 13 đến 13,5 %"), hoped for; where less is better the range is judged by it. A limit on both
    /// sides only where the target is exact.
    /// </summary>
    public decimal? Upper { get; init; }

    /// <summary>Whether a bare figure, or a range, means exactly that.</summary>
    public bool Exact { get; init; }

    /// <summary>
    /// Judges the change against the baseline year; without one it cannot be computed (<see cref="NoValue.NoBaselineYear"/>).
    /// </summary>
    public Direction? Direction { get; init; }

    public int? BaselineYear { get; init; }

    /// <summary>The unit of the change that a direction judges: "5 %" or "5 vụ", "5 điểm phần trăm".</summary>
    public ChangeIn ChangeIn { get; init; }

    public TargetScope Scope { get; init; }

    /// <summary>
    /// The campaign's days unless the target says otherwise; for a target compared with a year, the civil year (<see
    /// cref="DateRange.CivilYear"/>).
    /// </summary>
    public required DateRange Range { get; init; }

    /// <summary>The day by which it is to be met; inside a period it takes the whole period. Null: the range's last day.</summary>
    public DateOnly? By { get; init; }

    /// <summary>
    /// The day at whose end the reports of the last period are due, from which on a state is final. Null: that period's last day.
    /// </summary>
    public DateOnly? ReportsDue { get; init; }

    public Calendar Calendar { get; init; } = Calendar.Civil;

    /// <summary>
    /// The share of units asked (0 to 1) from which on a state is no longer provisional; for a target of 100 % always all.
    /// </summary>
    public decimal Completeness { get; init; } = 1;
}

/// <summary>What the judged value must be, after reading the target: shown beside it.</summary>
/// <param name="Comparator"><see cref="Comparator.Equal"/> only where the target is exact.</param>
/// <param name="Upper">With equal: the upper end of what is allowed.</param>
public sealed record Requirement(Comparator Comparator, Rational Value, Rational? Upper)
{
    /// <summary>How a target is read: the plan import shows this to the user.</summary>
    /// <param name="lessIsBetter">Of the indicator; a target with a direction judges the fall or rise, where more is better.</param>
    public static Requirement Of(TargetRule rule, bool lessIsBetter)
    {
        var atMost = lessIsBetter && rule.Direction is null;
        return rule switch
        {
            { Exact: true, Upper: { } upper } => new(Comparator.Equal, rule.Value, (Rational)upper),
            { Exact: false, Upper: { } upper } when atMost => new(
                rule.Comparator == Comparator.LessThan ? Comparator.LessThan : Comparator.AtMost,
                upper,
                null
            ),
            { Exact: false, Upper: not null } => new(
                rule.Comparator == Comparator.MoreThan ? Comparator.MoreThan : Comparator.AtLeast,
                rule.Value,
                null
            ),
            { Comparator: Comparator.Equal, Exact: false } => new(atMost ? Comparator.AtMost : Comparator.AtLeast, rule.Value, null),
            _ => new(rule.Comparator, rule.Value, null),
        };
    }

    public bool IsMetBy(Rational value) =>
        Comparator switch
        {
            Comparator.AtLeast => value >= Value,
            Comparator.MoreThan => value > Value,
            Comparator.LessThan => value < Value,
            Comparator.AtMost => value <= Value,
            _ => value >= Value && value <= (Upper ?? Value),
        };

    /// <summary>Whether every value from <paramref name="least"/> up to <paramref name="most"/> meets it; null: without end.</summary>
    internal bool IsMetByAll(Rational? least, Rational? most) =>
        Comparator switch
        {
            Comparator.AtLeast or Comparator.MoreThan => least is { } low && IsMetBy(low),
            Comparator.LessThan or Comparator.AtMost => most is { } high && IsMetBy(high),
            _ => false,
        };

    /// <summary>Whether no value from <paramref name="least"/> up to <paramref name="most"/> meets it; null: without end.</summary>
    internal bool IsMetByNone(Rational? least, Rational? most) =>
        Comparator switch
        {
            Comparator.AtLeast or Comparator.MoreThan => most is { } high && !IsMetBy(high),
            Comparator.LessThan or Comparator.AtMost => least is { } low && !IsMetBy(low),
            _ => least > (Upper ?? Value) || most < Value,
        };
}
