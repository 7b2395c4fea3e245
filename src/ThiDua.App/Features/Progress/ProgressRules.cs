using ThiDua.App.Deadlines;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Packs;
using ThiDua.Measures;

namespace ThiDua.App.Features.Progress;

/// <summary>By how much the number of units of one kind in a tree changes on a day.</summary>
/// <param name="Ended">Whether these are no more from that day on; others moved, or became another kind.</param>
public sealed record KindSpan(string Kind, DateOnly From, int Count, bool Ended = false);

/// <summary>How a campaign's targets are read, and what of them may be shown to whom. Pure.</summary>
public static class ProgressRules
{
    /// <summary>
    /// Counts below this are hidden from other units where they are sensitive and local (product.md, "What it never does", 7).
    /// </summary>
    public const int SmallestShown = 5;

    private static readonly TargetState[] WorstFirst =
    [
        TargetState.Missed,
        TargetState.Behind,
        TargetState.CannotCompute,
        TargetState.NoFigures,
        TargetState.TooEarly,
        TargetState.OnTrack,
        TargetState.Met,
        TargetState.NothingHappened,
    ];

    /// <summary>Every state, the worst first.</summary>
    public static IReadOnlyList<TargetState> States => WorstFirst;

    /// <summary>
    /// Where a target stands among those that need attention: first what is or will be short of it, by how much of it is missing.
    /// </summary>
    public static (int Rank, double Missing) Attention(TargetProgress t) =>
        Attention(t.State, t.Several && t.Indicator.Kind != PackKind.Ratio ? Missing(t.Each!) : Missing(t.Shown), t.Shown);

    public static (int Rank, double Missing) Attention(UnitProgress u) =>
        u.Judged ? Attention(u.Standing.State, Missing(u.Standing), u.Standing) : (0, -Missing(u.Standing));

    private static (int, double) Attention(TargetState state, double missing, Standing standing)
    {
        // Of a certificate there is no forecast that could say whether it will come.
        var isShort =
            state is TargetState.Missed or TargetState.Behind
            || (state == TargetState.TooEarly && standing.Reading.Numerator is not null && standing.Pace is null && missing > 0);
        return (isShort ? -1 : Array.IndexOf(WorstFirst, state), -missing);
    }

    /// <summary>How much of what is asked will be missing at the end, or is by now without a forecast: 0.75 at 25 % of 100 %.</summary>
    private static double Missing(Standing standing)
    {
        var asked = (double)standing.Requirement.Value.Round(6);
        if ((standing.JudgedForecast ?? standing.Judged ?? standing.Reading.Value) is not { } value)
            return 1;
        var beyond = (double)value.Round(6) - asked;
        return (standing.Requirement.Comparator is Comparator.LessThan or Comparator.AtMost ? beyond : -beyond)
            / Math.Max(Math.Abs(asked), 1);
    }

    private static double Missing(EachStanding each) => each.Asked == 0 ? 0 : 1 - ((double)each.Met / each.Asked);

    /// <summary>
    /// The target as the arithmetic reads it; null for one without an indicator of the pack, and for a wish whose indicator says
    /// neither yes or no nor which way it should go: those are assessed (<see cref="WishProgress"/>).
    /// </summary>
    public static TargetRule? Rule(CampaignTarget target, Campaign campaign, Definitions definitions, Pack pack)
    {
        if (target.Indicator is not { } code || pack.Indicator(code) is not { } indicator)
            return null;
        var definition = definitions[code];
        var rule =
            target is { Value: { } value, Comparator: { } comparator } ? Figured(target, definition, Comparators[comparator], value)
            : target.Value is null ? Wished(target, definition, indicator)
            : null;
        if (rule is null)
            return null;
        var range = Range(campaign, target.Baseline);
        var by = target.DueDate is { } due && range.Contains(due) ? due : (DateOnly?)null;
        return rule with
        {
            BaselineYear = target.Baseline,
            Scope = target.EachKind is null ? TargetScope.Total : TargetScope.EachUnit,
            Range = range,
            By = by,
            ReportsDue = ReportsDue(pack, definitions.Leaves(code), by ?? range.Last),
        };
    }

    private static TargetRule Figured(CampaignTarget target, IndicatorDefinition definition, Comparator comparator, decimal value)
    {
        var changeIn = IsPercent(target.Unit) ? ChangeIn.Percent : ChangeIn.Difference;
        return new()
        {
            // "20 cases fewer" is no percentage: the indicator compared is judged, by its difference.
            Indicator = definition is { Kind: IndicatorKind.Change, Of: { } of } && changeIn == ChangeIn.Difference ? of : definition.Code,
            Comparator = comparator,
            Value = value,
            Upper = target.Upper,
            Exact = target.Exact,
            Direction = Directed(target.Direction),
            ChangeIn = changeIn,
            Range = default,
        };
    }

    /// <summary>A wish: every unit asked says yes; or any fall, any rise against the baseline year.</summary>
    private static TargetRule? Wished(CampaignTarget target, IndicatorDefinition definition, PackIndicator indicator)
    {
        var direction =
            definition.Kind == IndicatorKind.Change
                ? Directed(target.Direction) ?? (indicator.LessIsBetter ? Direction.Decrease : Direction.Increase)
                : Directed(target.Direction);
        if (definition.Kind == IndicatorKind.YesNo)
            return new()
            {
                Indicator = definition.Code,
                Comparator = Comparator.AtLeast,
                Value = definition.YesNo == YesNoRule.Share ? definition.Factor : 1,
                Range = default,
            };
        return direction is null
            ? null
            : new()
            {
                Indicator = definition.Code,
                Comparator = Comparator.MoreThan,
                Value = 0,
                Direction = direction,
                Range = default,
            };
    }

    private static Direction? Directed(string? direction) =>
        direction switch
        {
            "decrease" => Direction.Decrease,
            "increase" => Direction.Increase,
            _ => null,
        };

    /// <summary>The day on which the last reports that a target is made of are due.</summary>
    private static DateOnly? ReportsDue(Pack pack, IEnumerable<string> leaves, DateOnly end)
    {
        var deadlines = new DeadlineBook(pack);
        return leaves
            .Select(pack.Indicator)
            .Where(i => i is { Kind: not PackKind.Opening, Frequency: not null })
            .Select(i => (DateOnly?)deadlines.Of(Period.Containing(end, i!.Frequency!.Value.Frequency())).Day)
            .Max();
    }

    /// <summary>Civil ranges: the months that the campaign touches; the whole year for what is compared with a year.</summary>
    public static DateRange Range(Campaign campaign, int? baselineYear) =>
        baselineYear is not null
            ? DateRange.CivilYear(campaign.Year)
            : new(Period.Containing(campaign.From, Frequency.Month).First, Period.Containing(campaign.To, Frequency.Month).Last);

    /// <summary>The day whose tree is shown: a campaign keeps the units of its own time.</summary>
    public static DateOnly TreeDay(Campaign campaign, DateOnly asOf) =>
        asOf < campaign.From ? campaign.From
        : asOf > campaign.To ? campaign.To
        : asOf;

    /// <summary>
    /// Whether a part of the tree can be held against the figure of the whole: a share, a change in percent or an answer
    /// can; of "20 sessions in all" a hamlet only contributes some.
    /// </summary>
    public static bool JudgesParts(TargetRule rule, IndicatorDefinition definition) =>
        rule.Scope == TargetScope.EachUnit
        || definition.Kind switch
        {
            IndicatorKind.Ratio or IndicatorKind.YesNo or IndicatorKind.Score or IndicatorKind.Change => true,
            _ => rule is { Direction: not null, ChangeIn: ChangeIn.Percent },
        };

    /// <summary>
    /// How many units of the kinds that report an indicator are asked, from which day on. Of a flow one that ended inside a
    /// period is asked until that period's last day, as what it reported of it counts; a held value leaves with its unit.
    /// </summary>
    public static IReadOnlyList<(DateOnly From, int Asked)> Asked(
        IEnumerable<KindSpan> spans,
        IReadOnlyCollection<string> reportedBy,
        IndicatorKind kind,
        Schedule schedule
    )
    {
        var steps = new List<(DateOnly From, int Asked)>();
        foreach (
            var (from, change) in spans.Where(s => reportedBy.Contains(s.Kind)).Select(s => (From: From(s), s.Count)).OrderBy(s => s.From)
        )
        {
            var asked = change + (steps.Count > 0 ? steps[^1].Asked : 0);
            if (steps.Count > 0 && steps[^1].From == from)
                steps[^1] = (from, asked);
            else
                steps.Add((from, asked));
        }
        return steps.Count > 0 ? steps : [(DateOnly.MinValue, 0)];

        DateOnly From(KindSpan span) =>
            span.Ended && kind == IndicatorKind.Flow ? schedule.PeriodOn(span.From.AddDays(-1)).Last.AddDays(1) : span.From;
    }

    /// <summary>
    /// Small-number protection: a count under five of crimes, re-offending or wanted cases of one hamlet points at people.
    /// The hamlet itself and the levels above it see it; everybody else sees that it is hidden.
    /// </summary>
    /// <param name="above">Whether the reader holds the right to see figures at this unit or above it.</param>
    public static bool Hides(PackIndicator indicator, UnitLevel level, Reading reading, bool above) =>
        !above && indicator.Sensitive && level == UnitLevel.Hamlet && Counts(reading).Any(c => c < SmallestShown);

    private static IEnumerable<Rational> Counts(Reading reading)
    {
        Reading?[] parts = [reading.Numerator, reading.Denominator, reading.Current, reading.Baseline];
        var below = parts.OfType<Reading>().ToList();
        return below.Count > 0 ? below.SelectMany(Counts)
            : reading.Value is { } value ? [value]
            : [];
    }

    private static bool IsPercent(string? unit) => unit is null || unit.Trim() is "" or "%";

    private static readonly Dictionary<string, Comparator> Comparators = new(StringComparer.Ordinal)
    {
        [">="] = Comparator.AtLeast,
        [">"] = Comparator.MoreThan,
        ["="] = Comparator.Equal,
        ["<"] = Comparator.LessThan,
        ["<="] = Comparator.AtMost,
    };
}
