using ThiDua.App.Cases;
using ThiDua.App.Deadlines;
using ThiDua.App.Packs;
using ThiDua.Measures;

namespace ThiDua.App.Features.Reporting;

/// <summary>How a report stands for the one who owes it.</summary>
public enum ReportStatus
{
    NotYetOpen,
    Due,
    DueSoon,
    Overdue,
    Sent,
    Returned,
    Reopened,
    Approved,
}

/// <summary>One figure of a form: what is asked, and for which period (an opening of the year is asked in the first month).</summary>
/// <param name="CountedBy">The register that counts it: it is shown and not asked.</param>
public sealed record AskedFigure(PackIndicator Indicator, Period Period, RegisterDefinition? CountedBy = null);

/// <summary>A numbered part of a form, after a group of the pack.</summary>
public sealed record FormSection(IndicatorGroup Group, IReadOnlyList<AskedFigure> Figures);

/// <summary>Which unit reports what, when, and how that stands on a day. Pure.</summary>
public static class ReportingRules
{
    /// <summary>States of the flow <c>report</c> that the rules know; every pack's flow uses these codes.</summary>
    public const string Draft = "draft",
        Submitted = "submitted",
        Returned = "returned",
        Reopened = "reopened",
        Approved = "approved";

    /// <summary>The indicators with facts that the campaign's targets are made of.</summary>
    public static IReadOnlySet<string> Needed(Pack pack, Definitions definitions, IEnumerable<string?> targetIndicators) =>
        targetIndicators
            .OfType<string>()
            .Distinct()
            .Where(c => pack.Indicator(c) is not null)
            .SelectMany(definitions.Leaves)
            .Where(c => pack.Indicator(c)?.Source == FigureSource.Reported || pack.Registers.Any(r => r.Feeds.Any(f => f.Indicator == c)))
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>
    /// The kinds of unit that report for a campaign: what "so many units" means on every page and in every paper.
    /// </summary>
    public static IReadOnlySet<string> Reporters(Pack pack, Definitions definitions, Campaigns.Campaign campaign)
    {
        var needed = Needed(pack, definitions, campaign.Targets.Select(t => t.Indicator));
        return needed
            .SelectMany(c => pack.Indicator(c)!.ReportedBy)
            .Where(k => Periods(pack, needed, k, new(campaign.From, campaign.To)).Count > 0)
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The periods in which a unit of this kind reports over the campaign, in the order in which they end.</summary>
    public static IReadOnlyList<Period> Periods(Pack pack, IReadOnlySet<string> needed, string unitKind, DateRange campaign)
    {
        var asked = Asked(pack, needed, unitKind)
            .Where(i => i.Kind != PackKind.Opening)
            .Select(i => i.Frequency!.Value.Frequency())
            .ToHashSet();
        foreach (var opening in Asked(pack, needed, unitKind).Where(i => i.Kind == PackKind.Opening))
            if (!asked.Any(f => f < opening.Frequency!.Value.Frequency()))
                asked.Add(opening.Frequency!.Value.Frequency());
        return [.. asked.SelectMany(f => Period.Touching(campaign, f)).Order()];
    }

    /// <summary>What a unit of this kind is asked for a period; empty when it owes no such report.</summary>
    public static IReadOnlyList<AskedFigure> Figures(
        Pack pack,
        IReadOnlySet<string> needed,
        string unitKind,
        DateRange campaign,
        Period period
    )
    {
        if (!Periods(pack, needed, unitKind, campaign).Contains(period))
            return [];
        return
        [
            .. Asked(pack, needed, unitKind)
                .Select(i => (Indicator: i, Period: PeriodOf(i, period)))
                .Select(f => new AskedFigure(f.Indicator, f.Period, pack.CountedBy(f.Indicator.Code, unitKind, f.Period)))
                .Where(f =>
                    f.Indicator.Kind == PackKind.Opening
                        ? FirstFor(pack, needed, unitKind, campaign, f.Period) == period
                        : f.Period == period
                ),
        ];
    }

    public static IReadOnlyList<FormSection> Sections(Pack pack, IEnumerable<AskedFigure> figures)
    {
        var byGroup = figures.ToLookup(f => f.Indicator.Group);
        return [.. pack.Groups.Where(g => byGroup.Contains(g.Code)).Select(g => new FormSection(g, [.. byGroup[g.Code]]))];
    }

    /// <summary>The first day on which the report can be sent: the period's last, when its figures can be known.</summary>
    public static DateOnly OpensOn(Period period, IEnumerable<AskedFigure> figures) =>
        figures.All(f => f.Indicator.Kind == PackKind.Opening) ? period.First : period.Last;

    /// <summary>The one day of a report: of mending where it came back, else of its period.</summary>
    public static Due DueOf(Case? its, Due period) =>
        its is { State: Returned or Reopened, Due: { } day } ? period with { Day = day, SoonFrom = its.SoonFrom ?? day } : period;

    /// <param name="state">The report's state in the flow; null when nothing was saved yet.</param>
    public static ReportStatus Status(string? state, DateOnly opens, Due due, DateOnly today) =>
        state switch
        {
            Submitted => ReportStatus.Sent,
            Approved => ReportStatus.Approved,
            Returned => ReportStatus.Returned,
            Reopened => ReportStatus.Reopened,
            _ when today > due.Day => ReportStatus.Overdue,
            _ when today < opens => ReportStatus.NotYetOpen,
            _ when today >= due.SoonFrom => ReportStatus.DueSoon,
            _ => ReportStatus.Due,
        };

    /// <summary>Nobody is late with, or pressed for, what may come in as history.</summary>
    public static ReportStatus OfHistory(this ReportStatus status, bool owed) =>
        !owed && status is (ReportStatus.Overdue or ReportStatus.DueSoon) ? ReportStatus.Due : status;

    /// <summary>Whether the unit still has to do something.</summary>
    public static bool IsOwed(this ReportStatus status) =>
        status is not (ReportStatus.Sent or ReportStatus.Approved or ReportStatus.NotYetOpen);

    private static IEnumerable<PackIndicator> Asked(Pack pack, IReadOnlySet<string> needed, string unitKind) =>
        pack.Indicators.Where(i => needed.Contains(i.Code) && i.Frequency is not null && i.ReportedBy.Contains(unitKind));

    private static Period PeriodOf(PackIndicator indicator, Period report) =>
        Period.Containing(report.First, indicator.Frequency!.Value.Frequency(), report.Calendar);

    // An opening is the value on the first day of its year: it is asked at once, in the first report of that year.
    private static Period FirstFor(Pack pack, IReadOnlySet<string> needed, string unitKind, DateRange campaign, Period opening) =>
        Periods(pack, needed, unitKind, campaign).Where(p => opening.Dates.Contains(p.First)).MinBy(p => (p.Last, p.First));
}
