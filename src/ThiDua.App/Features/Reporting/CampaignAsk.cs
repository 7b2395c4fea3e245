using ThiDua.App.Features.Campaigns;
using ThiDua.App.Packs;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Features.Reporting;

/// <summary>
/// What one campaign asks of units: its reports, their figures, and from when they are owed. A figure that a campaign before
/// it asks of the same unit and period is not asked a second time. Pure.
/// </summary>
/// <param name="Path">Of the campaign's unit.</param>
/// <param name="Before">Campaigns of the same unit that began earlier, and those of the units above it.</param>
public sealed record CampaignAsk(Campaign Campaign, Pack Pack, string Path, IReadOnlySet<string> Needed, IReadOnlyList<CampaignAsk> Before)
{
    private readonly Dictionary<string, HashSet<(string Indicator, Period Period)>> askedOf = [];
    private readonly Dictionary<string, IReadOnlyList<Period>> periodsOf = [];

    /// <summary>The day from which an indicator is asked, where a later plan added it.</summary>
    public IReadOnlyDictionary<string, DateOnly> Since { get; init; } = new Dictionary<string, DateOnly>();

    public DateRange Range => new(Campaign.From, Campaign.To);

    /// <summary>Kinds of units that report some of it.</summary>
    public IEnumerable<string> Kinds => Needed.SelectMany(c => Pack.Indicator(c)!.ReportedBy).Distinct();

    /// <summary>Whether the report of a period is owed; one that was over before the launch may come in as history.</summary>
    public bool IsOwed(Period period) => period.Last >= Campaign.ReportsFrom;

    /// <summary>The periods of which some figure is left to ask.</summary>
    public IReadOnlyList<Period> Periods(string kind) =>
        periodsOf.TryGetValue(kind, out var known)
            ? known
            : periodsOf[kind] = [.. ReportingRules.Periods(Pack, Needed, kind, Range).Where(p => Figures(kind, p).Count > 0)];

    /// <summary>What a unit of this kind is asked for a period.</summary>
    public IReadOnlyList<AskedFigure> Figures(string kind, Period period) =>
        [.. All(kind, period).Where(f => !Before.Any(b => b.Asks(kind, f)))];

    /// <summary>The same with what another campaign asks too.</summary>
    public IReadOnlyList<AskedFigure> All(string kind, Period period) =>
        [
            .. ReportingRules
                .Figures(Pack, Needed, kind, Range, period)
                .Where(f => !Since.TryGetValue(f.Indicator.Code, out var since) || f.Period.Last >= since),
        ];

    private bool Asks(string kind, AskedFigure figure)
    {
        if (!askedOf.TryGetValue(kind, out var asked))
            askedOf[kind] = asked = [
                .. ReportingRules
                    .Periods(Pack, Needed, kind, Range)
                    .Where(IsOwed)
                    .SelectMany(p => All(kind, p))
                    .Select(f => (f.Indicator.Code, f.Period)),
            ];
        return asked.Contains((figure.Indicator.Code, figure.Period));
    }
}
