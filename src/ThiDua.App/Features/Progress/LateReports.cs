using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Deadlines;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Reporting;
using ThiDua.App.Features.Units;
using ThiDua.App.Packs;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Features.Progress;

/// <summary>A unit that owes reports.</summary>
/// <param name="Since">The day on which the oldest of them was due.</param>
public sealed record LateUnit(UnitRow Unit, IReadOnlyList<Period> Periods, DateOnly Since)
{
    /// <summary>Those of the periods whose report was sent and came back, and was not mended by its day.</summary>
    public IReadOnlyList<Period> Back { get; init; } = [];

    public IEnumerable<Period> Unsent => Periods.Except(Back);
}

/// <param name="More">Others owe reports too.</param>
public sealed record LateUnits(IReadOnlyList<LateUnit> Units, bool More);

/// <summary>Who is late, by the same rules as the units' own list of reports.</summary>
public sealed class LateReports(AppDb db, CampaignAsks asks)
{
    private static readonly string[] Sent = [ReportingRules.Submitted, ReportingRules.Approved],
        Returned = [ReportingRules.Returned, ReportingRules.Reopened];

    /// <returns>The unit and those below it that owe reports, the longest overdue first.</returns>
    public async Task<IReadOnlyList<LateUnit>> Of(Campaign campaign, UnitRow unit, DateOnly asOf, CancellationToken cancellationToken)
    {
        var owed = await Owed(campaign, asOf, cancellationToken);
        var kinds = owed.Keys.ToList();
        return await Of(campaign, owed, Valid(campaign, unit, asOf).Where(v => kinds.Contains(v.Kind)), asOf, cancellationToken);
    }

    /// <summary>Who is late at once with what a campaign that is about to begin asks.</summary>
    public Task<IReadOnlyList<LateUnit>> OfNew(CampaignAsk ask, UnitRow unit, DateOnly asOf, CancellationToken cancellationToken)
    {
        var owed = Overdue(ask, asOf);
        var kinds = owed.Keys.ToList();
        return Of(ask.Campaign, owed, Valid(ask.Campaign, unit, asOf).Where(v => kinds.Contains(v.Kind)), asOf, cancellationToken);
    }

    /// <summary>For each kind of unit the periods that are owed and whose day is past.</summary>
    public static Dictionary<string, List<(Period Period, DateOnly Due)>> Overdue(CampaignAsk ask, DateOnly asOf)
    {
        var deadlines = new DeadlineBook(ask.Pack);
        return ask.Kinds.ToDictionary(
            k => k,
            k => ask.Periods(k).Where(ask.IsOwed).Select(p => (p, deadlines.Of(p).Day)).Where(p => p.Day < asOf).ToList()
        );
    }

    /// <summary>
    /// Those who are late the longest, period after period until there are enough: a nation's page neither reads nor shows
    /// ten thousand of them.
    /// </summary>
    public async Task<LateUnits> Longest(Campaign campaign, UnitRow unit, DateOnly asOf, int most, CancellationToken cancellationToken)
    {
        var owed = await Owed(campaign, asOf, cancellationToken);
        var periods = owed.SelectMany(o => o.Value.Select(p => (o.Key, p.Period, p.Due)))
            .GroupBy(o => (o.Due, o.Period))
            .OrderBy(g => g.Key.Due);
        var ids = new List<int>();
        foreach (var period in periods.Where(_ => ids.Count <= most))
        {
            var (kinds, id, last) = (period.Select(p => p.Key).ToList(), period.Key.Period.Id, period.Key.Period.Last);
            // In the order of the index, so that the engine stops as soon as there are enough.
            ids.AddRange(
                await Valid(campaign, unit, asOf)
                    .Where(v => kinds.Contains(v.Kind) && !ids.Contains(v.UnitId))
                    .Where(v =>
                        !db.Set<Report>()
                            .Any(r =>
                                r.CampaignId == campaign.Id
                                && r.UnitId == v.UnitId
                                && r.PeriodId == id
                                && (Sent.Contains(r.Case.State) || (Returned.Contains(r.Case.State) && r.Case.Due >= asOf))
                            )
                    )
                    .Where(v => db.UnitVersions.Any(o => o.UnitId == v.UnitId && o.From <= last))
                    .OrderBy(v => v.Path)
                    .Select(v => v.UnitId)
                    .Take(most + 1 - ids.Count)
                    .ToListAsync(cancellationToken)
            );
        }
        var shown = ids.Take(most).ToList();
        return new(
            shown.Count == 0
                ? []
                : await Of(campaign, owed, Valid(campaign, unit, asOf).Where(v => shown.Contains(v.UnitId)), asOf, cancellationToken),
            ids.Count > most
        );
    }

    private IQueryable<UnitVersion> Valid(Campaign campaign, UnitRow unit, DateOnly asOf) =>
        db.UnitVersions.AsNoTracking().ValidOn(ProgressRules.TreeDay(campaign, asOf)).Below(unit.Path);

    private async Task<IReadOnlyList<LateUnit>> Of(
        Campaign campaign,
        Dictionary<string, List<(Period Period, DateOnly Due)>> owed,
        IQueryable<UnitVersion> units,
        DateOnly asOf,
        CancellationToken cancellationToken
    )
    {
        var periods = owed.Values.SelectMany(o => o).Select(o => o.Period.Id).Distinct().ToList();
        if (periods.Count == 0)
            return [];
        var rows = await (
            from v in units
            orderby v.SortKey, v.UnitId
            select new
            {
                Unit = new UnitRow(
                    v.UnitId,
                    v.Unit!.PublicId,
                    v.Unit.Code,
                    v.Name,
                    v.Kind,
                    v.ParentId,
                    v.Path,
                    v.Unit.HomeId,
                    v.Unit.IsParent
                ),
                From = db.UnitVersions.Where(o => o.UnitId == v.UnitId).Min(o => o.From),
                Reports = db.Set<Report>()
                    .Where(r => r.CampaignId == campaign.Id && r.UnitId == v.UnitId && periods.Contains(r.PeriodId))
                    .Select(r => new Known(r.PeriodId, r.Case.State, r.Case.Due))
                    .ToList(),
            }
        )
            .AsSingleQuery()
            .ToListAsync(cancellationToken);
        return [.. rows.Select(r => Judge(r.Unit, r.From, owed[r.Unit.Kind], r.Reports, asOf)).OfType<LateUnit>().OrderBy(l => l.Since)];
    }

    private sealed record Known(int Period, string State, DateOnly? Due);

    /// <summary>What was sent in time and came back is late when its day of mending is past, and since that day.</summary>
    private static LateUnit? Judge(
        UnitRow unit,
        DateOnly from,
        List<(Period Period, DateOnly Due)> owed,
        List<Known> reports,
        DateOnly asOf
    )
    {
        var known = reports.ToDictionary(r => r.Period);
        var missing = new List<(Period Period, DateOnly Since, bool Back)>();
        foreach (var (period, due) in owed.Where(o => o.Period.Last >= from))
        {
            var report = known.GetValueOrDefault(period.Id);
            if (report is not null && Sent.Contains(report.State))
                continue;
            var back = report is not null && Returned.Contains(report.State);
            var since = back ? report!.Due ?? due : due;
            if (since < asOf)
                missing.Add((period, since, back));
        }
        return missing.Count == 0
            ? null
            : new(unit, [.. missing.Select(m => m.Period)], missing.Min(m => m.Since))
            {
                Back = [.. missing.Where(m => m.Back).Select(m => m.Period)],
            };
    }

    /// <summary>For each kind of unit the periods whose day is past; a campaign that is closed is owed nothing.</summary>
    private async Task<Dictionary<string, List<(Period Period, DateOnly Due)>>> Owed(
        Campaign campaign,
        DateOnly asOf,
        CancellationToken cancellationToken
    )
    {
        var closed = campaign.Case is { } its
            ? its.State == CampaignCase.Closed
            : await db.Cases.AnyAsync(c => c.Id == campaign.CaseId && c.State == CampaignCase.Closed, cancellationToken);
        if (closed)
            return [];
        return Overdue(await asks.Of(campaign, cancellationToken), asOf);
    }
}
