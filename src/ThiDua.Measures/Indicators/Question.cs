namespace ThiDua.Measures;

/// <summary>What is asked of the totals of one unit's subtree.</summary>
public sealed record Question
{
    public required Definitions Definitions { get; init; }

    /// <summary>The totals by code of the indicators with facts; a code that is absent has no figures.</summary>
    public required IReadOnlyDictionary<string, Series> Figures { get; init; }

    /// <summary>The days asked for.</summary>
    public required DateRange Range { get; init; }

    /// <summary>
    /// The day whose end is looked at. A period is closed when its last day is not after it; a figure of the running
    /// period counts towards the value, never towards the forecast.
    /// </summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>In which calendar the range is meant.</summary>
    public Calendar Calendar { get; init; } = Calendar.Civil;

    /// <summary>The year compared with.</summary>
    public int? BaselineYear { get; init; }

    /// <summary>The day by which the range is judged: periods that begin after it do not count. Null: the range's last day.</summary>
    public DateOnly? By { get; init; }

    /// <summary>The day from which on the answer is final.</summary>
    public DateOnly End => By ?? Range.Last;

    public bool IsFinished => AsOf >= End;

    /// <summary>The day that no figure may begin after: as of, but not beyond the end.</summary>
    internal DateOnly Until => AsOf < End ? AsOf : End;

    /// <summary>The same question, of the same range of the baseline year, looked at when that was over; null without one.</summary>
    internal Question? Baseline() => BaselineYear is not { } baseline ? null : this with
    {
        Range = Range.ShiftYears(baseline - YearOf(Range.Last)),
        AsOf = DateOnly.MaxValue,
        By = By?.AddYears(baseline - YearOf(Range.Last)),
        BaselineYear = null,
    };

    internal int YearOf(DateOnly day) => Period.Containing(day, Frequency.Year, Calendar).Year;
}
