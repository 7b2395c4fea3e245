namespace ThiDua.Measures;

/// <summary>Where a target stands, from totals alone.</summary>
public static class Judge
{
    // Worst first; no figures come last, since a unit without any is counted as not reported.
    private static readonly TargetState[] WorstFirst =
    [
        TargetState.Missed,
        TargetState.Behind,
        TargetState.CannotCompute,
        TargetState.TooEarly,
        TargetState.OnTrack,
        TargetState.Met,
        TargetState.NothingHappened,
        TargetState.NoFigures,
    ];

    /// <summary>Judges one unit's subtree, at the end of the day <paramref name="asOf"/>.</summary>
    /// <param name="figures">Totals by indicator: of the range, of the baseline year, and of held values from their first on.</param>
    /// <exception cref="KeyNotFoundException">No indicator has the target's code.</exception>
    public static Standing Total(TargetRule rule, Definitions definitions, IReadOnlyDictionary<string, Series> figures, DateOnly asOf)
    {
        var question = Ask(rule, definitions, figures, asOf);
        var definition = Judged(rule, definitions[rule.Indicator]);
        var ofChange = definition.Kind == IndicatorKind.Change;
        var reading = ofChange ? Changes.Read(question, definition) : Evaluator.Read(question, rule.Indicator);
        var finality = Finality.Of(question, definition);
        var forecast = Forecaster.OfOpen(question, definition, finality);
        var requirement = Requirement.Of(rule, definitions[rule.Indicator].LessIsBetter);
        var judged = Turned(rule, definition, reading.Value);
        var judgedForecast = Turned(rule, definition, forecast?.Value);
        return new(
            State(question, rule, definition, finality, requirement, reading, judged, judgedForecast),
            requirement,
            reading,
            judged,
            forecast,
            judgedForecast,
            rule.BaselineYear is null ? null : Evaluator.ReadBaseline(question, definition.Of ?? rule.Indicator),
            IsProvisional(rule, definition, reading.Reported, reading.Asked),
            finality == Finality.Final
        )
        {
            AwaitsLast = finality == Finality.AwaitsLast,
            End = question.End,
            TakesWholePeriod = rule.By < question.By,
            Pace = finality == Finality.Open ? Pace.Of(question, definition, IsTurned(rule, definition), requirement) : null,
        };
    }

    /// <summary>Judges each unit by itself: how many meet the target, and which do not.</summary>
    public static EachStanding EachUnit(
        TargetRule rule,
        Definitions definitions,
        IEnumerable<(long Unit, IReadOnlyDictionary<string, Series> Figures)> units,
        DateOnly asOf
    )
    {
        var standings = units.ToDictionary(u => u.Unit, u => Total(rule, definitions, u.Figures, asOf));
        var states = standings.Values.Select(s => s.State).ToHashSet();
        var reported = standings.Values.Count(s => s.State != TargetState.NoFigures && s.Reading.IsComplete);
        return new(
            WorstFirst.FirstOrDefault(states.Contains, TargetState.NoFigures),
            standings.Count(s => s.Value.State == TargetState.Met),
            [.. standings.Where(s => s.Value.State is not (TargetState.Met or TargetState.NothingHappened)).Select(s => s.Key).Order()],
            reported,
            IsProvisional(rule, Judged(rule, definitions[rule.Indicator]), reported, standings.Count),
            standings
        );
    }

    private static Question Ask(TargetRule rule, Definitions definitions, IReadOnlyDictionary<string, Series> figures, DateOnly asOf)
    {
        DateOnly? by = rule.By is { } due ? Whole(rule, due, definitions, figures) : null;
        return new()
        {
            Definitions = definitions,
            Figures = figures,
            // Cut, so that the baseline's range ends there too: never a part against a whole.
            Range = by is { } end && rule.Range.Contains(end) ? new(rule.Range.First, end) : rule.Range,
            AsOf = asOf,
            Calendar = rule.Calendar,
            BaselineYear = rule.BaselineYear,
            By = by,
            ReportsDue = rule.ReportsDue,
        };
    }

    /// <summary>
    /// The last day of the period in which a due day lies, the longest of the indicator's parts; an opening is none that ends.
    /// </summary>
    private static DateOnly Whole(TargetRule rule, DateOnly by, Definitions definitions, IReadOnlyDictionary<string, Series> figures)
    {
        var last = definitions
            .Leaves(rule.Indicator)
            .Where(leaf => figures.ContainsKey(leaf) && definitions[leaf].Kind != IndicatorKind.Opening)
            .Select(leaf => figures[leaf].Schedule.PeriodOn(by).Last)
            .DefaultIfEmpty(by)
            .Max();
        return by <= rule.Range.Last && last > rule.Range.Last ? rule.Range.Last : last;
    }

    /// <summary>A target with a direction judges the change of its indicator, never the bare value.</summary>
    private static IndicatorDefinition Judged(TargetRule rule, IndicatorDefinition definition) =>
        definition.Kind != IndicatorKind.Change && rule.Direction is not null ? Changes.Of(definition.Code, rule.ChangeIn) : definition;

    private static Rational? Turned(TargetRule rule, IndicatorDefinition definition, Rational? value) =>
        IsTurned(rule, definition) ? -value : value;

    private static TargetState State(
        Question question,
        TargetRule rule,
        IndicatorDefinition definition,
        Finality finality,
        Requirement requirement,
        Reading reading,
        Rational? judged,
        Rational? forecast
    )
    {
        if (Unjudged(reading.Reason) is { } unjudged)
        {
            return unjudged;
        }

        if (finality == Finality.Final)
        {
            return judged is { } value ? Decided(requirement.IsMetBy(value)) : TargetState.CannotCompute;
        }

        var floor = Floor.Of(question, definition);
        (Rational? least, Rational? most) = IsTurned(rule, definition) ? (default(Rational?), -floor) : (floor, null);
        if (requirement.IsMetByAll(least, most) || requirement.IsMetByNone(least, most))
        {
            return Decided(requirement.IsMetByAll(least, most));
        }

        return (forecast, reading.Reason) switch
        {
            ({ } end, _) => requirement.IsMetBy(end) ? TargetState.OnTrack : TargetState.Behind,
            (_, null) => IsAwarded(definition, requirement, judged) ? TargetState.Met : TargetState.TooEarly,
            (_, NoValue.NoClosedPeriod) => TargetState.TooEarly,
            _ => TargetState.CannotCompute,
        };
    }

    private static TargetState? Unjudged(NoValue? reason) =>
        reason switch
        {
            NoValue.NoFigures => TargetState.NoFigures,
            NoValue.NothingHappened => TargetState.NothingHappened,
            NoValue.NoBaselineYear => TargetState.CannotCompute,
            _ => null,
        };

    private static bool IsTurned(TargetRule rule, IndicatorDefinition definition) =>
        definition.Kind == IndicatorKind.Change && rule.Direction == Direction.Decrease;

    private static TargetState Decided(bool met) => met ? TargetState.Met : TargetState.Missed;

    /// <summary>A certificate is met once given; it can be revoked, and then the state goes back. A score waits for the end.</summary>
    private static bool IsAwarded(IndicatorDefinition definition, Requirement requirement, Rational? judged) =>
        definition.Kind == IndicatorKind.YesNo
        && requirement.Comparator is Comparator.AtLeast or Comparator.MoreThan or Comparator.Equal
        && judged is { } value
        && requirement.IsMetBy(value);

    private static bool IsProvisional(TargetRule rule, IndicatorDefinition definition, int reported, int asked)
    {
        var whole = definition.Kind is IndicatorKind.Ratio or IndicatorKind.YesNo && rule.Value == definition.Factor;
        return asked == 0 || reported < asked * (whole ? 1 : rule.Completeness);
    }
}
