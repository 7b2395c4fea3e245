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

    public static int Rank(TargetState state) => Array.IndexOf(WorstFirst, state);

    /// <summary>Every state, the worst first.</summary>
    public static IReadOnlyList<TargetState> States => WorstFirst;

    /// <summary>The target as the arithmetic reads it; null for one without a figure or without an indicator of the pack.</summary>
    public static TargetRule? Rule(CampaignTarget target, Campaign campaign, Definitions definitions, Pack pack)
    {
        if (target is not { Indicator: { } code, Value: { } value, Comparator: { } comparator } || pack.Indicator(code) is null)
            return null;
        var definition = definitions[code];
        var changeIn = IsPercent(target.Unit) ? ChangeIn.Percent : ChangeIn.Difference;
        var range = Range(campaign, target.Baseline);
        var by = target.DueDate is { } due && range.Contains(due) ? due : (DateOnly?)null;
        return new TargetRule
        {
            // "20 cases fewer" is no percentage: the indicator compared is judged, by its difference.
            Indicator = definition is { Kind: IndicatorKind.Change, Of: { } of } && changeIn == ChangeIn.Difference ? of : code,
            Comparator = Comparators[comparator],
            Value = value,
            Upper = target.Upper,
            Exact = target.Exact,
            Direction = target.Direction switch
            {
                "decrease" => Direction.Decrease,
                "increase" => Direction.Increase,
                _ => null,
            },
            BaselineYear = target.Baseline,
            ChangeIn = changeIn,
            Scope = target.EachKind is null ? TargetScope.Total : TargetScope.EachUnit,
            Range = range,
            By = by,
            ReportsDue = ReportsDue(pack, definitions.Leaves(code), by ?? range.Last),
        };
    }

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
