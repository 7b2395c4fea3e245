namespace ThiDua.Oracle.Tests;

public enum RawState
{
    Met,
    OnTrack,
    Behind,
    Missed,
    TooEarly,
    NothingHappened,
    NoFigures,
    CannotBeComputed,
}

public sealed record RawVerdict(RawState State, RawFigure Figure)
{
    public RawReason Reason => State == RawState.CannotBeComputed ? Figure.Reason : RawReason.None;

    public RawForecast? Forecast { get; init; }

    /// <summary>"provisional: 2 of 6 reported"</summary>
    public RawCount? Provisional { get; init; }

    /// <summary>"until then the last forecast stands («chờ số liệu kỳ cuối»)"</summary>
    public bool Waits { get; init; }

    public bool Final { get; init; }

    /// <summary>"A due day inside a period takes the whole period, and says so."</summary>
    public bool WholePeriod { get; init; }
}

public sealed partial class RawOracle
{
    /// <summary>"A target on each unit shows how many meet it and which do not."</summary>
    public IReadOnlyDictionary<int, RawVerdict> JudgeEach(RawTarget target, int top) =>
        _tree
            .Units.Where(unit =>
                _tree.On(unit, DayAsked(target.Range))?.Kind == target.EachKind && _tree.Below(unit, top, DayAsked(target.Range))
            )
            .ToDictionary(unit => unit, unit => Judge(target, unit));

    public RawVerdict Judge(RawTarget target, int top)
    {
        var indicator = world.Indicator(target.Indicator);
        var (span, whole) = RangeOf(target, indicator);
        return JudgeIn(target, indicator, top, span) with { WholePeriod = whole };
    }

    private (RawSpan Span, bool Whole) RangeOf(RawTarget target, RawIndicator indicator)
    {
        if (target.By is not { } by)
        {
            return (target.Range, false);
        }
        var last = Leaves(indicator)
            .Where(leaf => leaf.Kind != RawKind.Opening)
            .Select(leaf => leaf.Schedule.At(by).Last)
            .DefaultIfEmpty(by)
            .Max();
        last = last < target.Range.Last ? last : target.Range.Last;
        return (target.Range with { Last = last }, last != by);
    }

    private RawVerdict JudgeIn(RawTarget target, RawIndicator indicator, int top, RawSpan span)
    {
        var measured = Measured(target, indicator, top, span);
        // "Final states are given when the last period's reports are due or all in"
        var due = day >= span.Last.AddDays(target.Grace) || (day >= span.Last && LastIn(indicator, top, span));
        // "A final state needs every unit asked in every period": where nobody at all reported one, nothing is final.
        var counted = indicator.Kind == RawKind.Change ? Figure(indicator.Base!, top, span) : Figure(indicator, top, span);
        var final = due && !(counted.Value is not null && counted.Count is { Asked: > 0, Reported: 0 });
        // "until then the last forecast stands": that of the day before the end.
        var forecast =
            final ? null
            : due || day < span.Last ? ForecastOf(target, indicator, top, span)
            : new RawOracle(world, span.Last.AddDays(-1), basis, day).ForecastOf(target, indicator, top, span);
        var verdict = new RawVerdict(RawState.CannotBeComputed, measured) { Forecast = forecast, Final = final };
        if (measured.Reason == RawReason.NothingHappened)
        {
            return verdict with { State = RawState.NothingHappened };
        }
        if (measured.Reason == RawReason.NoBaselineYear)
        {
            return verdict;
        }
        if (measured.Reason == RawReason.NoFigures)
        {
            return verdict with { State = RawState.NoFigures };
        }
        if (final && measured.Value is null)
        {
            return verdict;
        }
        verdict = verdict with { Waits = day >= span.Last && !due };
        if (final && measured.Value is { } value)
        {
            // "A final state needs every unit asked in every period; else it is «provisional: 2 of 6 reported»"
            var given = verdict with
            {
                State = Holds(target, indicator, value) ? RawState.Met : RawState.Missed,
            };
            var hundred = indicator.Kind is RawKind.Ratio or RawKind.YesNo && target.Value == Exact.One;
            var enough = hundred ? Exact.One : target.Completeness;
            return measured.Count.Reported >= measured.Count.Asked * enough ? given : given with { Provisional = measured.Count };
        }
        if (Early(target, indicator, top, span, measured) is { } early)
        {
            return verdict with { State = early };
        }
        return (measured.Reason, forecast) switch
        {
            // "where the baseline has no months …, only the forecast against its whole range is judged"
            (_, { } end) => verdict with { State = Holds(target, indicator, end.Value) ? RawState.OnTrack : RawState.Behind },
            // Figures of the running period only are "figures, but no forecast yet".
            (RawReason.None or RawReason.NoClosedPeriod, null) => verdict with { State = RawState.TooEarly },
            _ => verdict,
        };
    }

    // "With direction: decrease the comparator applies to the fall (−change), in per cent or in number"
    private RawFigure Measured(RawTarget target, RawIndicator indicator, int top, RawSpan span)
    {
        if (target.Direction == RawDirection.None)
        {
            return Figure(indicator, top, span);
        }
        var change = Change(indicator, top, span, target.BaselineYear, target.Measure);
        return target.Direction == RawDirection.Decrease && change.Value is { } value ? change with { Value = -value } : change;
    }

    private RawForecast? ForecastOf(RawTarget target, RawIndicator indicator, int top, RawSpan span)
    {
        if (target.Direction == RawDirection.None)
        {
            return Forecast(indicator, top, span, target.BaselineYear);
        }
        var change = ForecastChange(indicator, top, span, target.BaselineYear, target.Measure);
        return target.Direction == RawDirection.Decrease && change is not null ? change with { Value = -change.Value } : change;
    }

    // An opening is given at the beginning: nobody waits for it.
    private bool LastIn(RawIndicator indicator, int top, RawSpan span) =>
        Leaves(indicator).Where(leaf => leaf.Kind != RawKind.Opening).All(leaf => CountIn(leaf, top, leaf.Schedule.At(span.Last)).All);
}
