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
    /// period counts towards the value (<see cref="Reading.Running"/>), never towards the forecast.
    /// </summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>In which calendar the range is meant.</summary>
    public Calendar Calendar { get; init; } = Calendar.Civil;

    /// <summary>The year compared with.</summary>
    public int? BaselineYear { get; init; }

    /// <summary>The day by which the range is judged: periods that begin after it do not count. Null: the range's last day.</summary>
    public DateOnly? By { get; init; }

    /// <summary>The day at whose end the reports of the last period are due; null: the day on which it ends.</summary>
    public DateOnly? ReportsDue { get; init; }

    /// <summary>The last day that counts.</summary>
    public DateOnly End => By ?? Range.Last;

    /// <summary>Whether the last day that counts is over; reports of it may still be on their way.</summary>
    public bool IsFinished => AsOf >= End;

    /// <summary>Of a comparison: the parts of the range that have figures; null for all of it.</summary>
    internal IReadOnlyList<DateRange>? Parts { get; init; }

    /// <summary>Of a forecast: whether figures of running periods are left out.</summary>
    internal bool ClosedOnly { get; init; }

    /// <summary>The day that no figure may begin after: as of, but not beyond the end.</summary>
    internal DateOnly Until => AsOf < End ? AsOf : End;

    /// <summary>The same question, of the same range of the baseline year, looked at when that was over; null without one.</summary>
    internal Question? Baseline()
    {
        if (BaselineYear is not { } baseline)
        {
            return null;
        }

        var years = baseline - YearOf(Range.Last);
        return this with
        {
            Range = Range.ShiftYears(years),
            Parts = Parts is { } parts ? [.. parts.Select(p => p.ShiftYears(years))] : null,
            AsOf = DateOnly.MaxValue,
            By = By is { } by ? new DateRange(by, by).ShiftYears(years).Last : null,
            BaselineYear = null,
        };
    }

    internal int YearOf(DateOnly day) => Period.Containing(day, Frequency.Year, Calendar).Year;
}
