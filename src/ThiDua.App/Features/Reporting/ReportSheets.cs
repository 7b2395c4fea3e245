using Microsoft.EntityFrameworkCore;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Deadlines;
using ThiDua.App.Facts;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Registers;
using ThiDua.App.Features.Units;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Features.Reporting;

/// <summary>Loads a report with all it stands on; null when there is no such report to make, or the viewer may not.</summary>
public sealed class ReportSheets(
    AppDb db,
    PackShelf packs,
    CampaignAsks asks,
    FactStore facts,
    RegisterCounts counts,
    Viewer viewer,
    TimeProvider clock
)
{
    public async Task<ReportSheet?> Find(
        string unit,
        string campaign,
        string period,
        string permission,
        CancellationToken cancellationToken
    )
    {
        if (!PeriodCode.TryParse(period, out var asked, out _))
            return null;
        var found = await db.Campaigns.AsNoTracking().FirstOrDefaultAsync(c => c.PublicId == campaign, cancellationToken);
        var row = await UnitQueries.Find(db, unit, asked.Last, cancellationToken);
        return found is null || row is null ? null : await Build(found, row, asked, null, permission, cancellationToken);
    }

    public async Task<ReportSheet?> Find(string reportId, string permission, CancellationToken cancellationToken)
    {
        var report = await db
            .Reports.Include(r => r.Campaign)
            .Include(r => r.Case)
            .FirstOrDefaultAsync(r => r.Case.PublicId == reportId, cancellationToken);
        return report is null ? null : await Find(report, permission, cancellationToken);
    }

    /// <summary>Of a case that is being moved: its rights were asked.</summary>
    internal async Task<ReportSheet?> Find(Case found, CancellationToken cancellationToken)
    {
        var report = await db
            .Reports.Include(r => r.Campaign)
            .Include(r => r.Case)
            .FirstOrDefaultAsync(r => r.Id == found.Id, cancellationToken);
        return report is null ? null : await Find(report, null, cancellationToken);
    }

    private async Task<ReportSheet?> Find(Report report, string? permission, CancellationToken cancellationToken)
    {
        var period = Period.FromId(report.PeriodId);
        var row = await UnitQueries.Find(db, report.UnitId, period.Last, cancellationToken);
        return row is null ? null : await Build(report.Campaign!, row, period, report, permission, cancellationToken);
    }

    /// <summary>Rights follow the unit to where it stands today; a unit that has ended is judged by where it stood.</summary>
    private async Task<bool> May(string permission, UnitRow then, CancellationToken cancellationToken) =>
        viewer.Can(permission, then.Path)
        || (await UnitQueries.Find(db, then.Id, clock.Today(), cancellationToken) is { } now && viewer.Can(permission, now.Path));

    private Task<string?> StateOf(Campaign campaign, CancellationToken cancellationToken) =>
        db.Cases.Where(c => c.Id == campaign.CaseId).Select(c => c.State).FirstOrDefaultAsync(cancellationToken);

    private async Task<ReportSheet?> Build(
        Campaign campaign,
        UnitRow unit,
        Period period,
        Report? report,
        string? permission,
        CancellationToken cancellationToken
    )
    {
        if (
            (permission is not null && !await May(permission, unit, cancellationToken))
            || !unit.Path.Contains($"/{campaign.UnitId}/", StringComparison.Ordinal)
        )
            return null;
        var pack = packs[campaign.Pack];
        var (ask, state) = (await asks.Of(campaign, cancellationToken), await StateOf(campaign, cancellationToken));
        report ??= await db
            .Reports.Include(r => r.Case)
            .FirstOrDefaultAsync(r => r.CampaignId == campaign.Id && r.UnitId == unit.Id && r.PeriodId == period.Id, cancellationToken);
        // What was sent was sent with all its figures, whoever asks for them by now.
        var all = ask.All(unit.Kind, period);
        var figures = report is { SubmittedAt: not null } ? all : ask.Figures(unit.Kind, period);
        if (figures.Count == 0 || state == CampaignCase.Recalled)
            return null;
        var draft = report is null ? null : await db.CaseDrafts.FirstOrDefaultAsync(d => d.CaseId == report.Id, cancellationToken);
        var (due, opens) = (new DeadlineBook(pack).Of(period), ReportingRules.OpensOn(period, figures));
        var status = ReportingRules.Status(report?.Case.State, opens, due, clock.Today());
        var definitions = packs.DefinitionsFrom(campaign.From);
        var codes = new FigureChecks(pack.Indicators, code => definitions[code]).Beside([.. figures.Select(f => f.Indicator.Code)]);
        return new ReportSheet
        {
            Campaign = campaign,
            Pack = pack,
            Definitions = definitions,
            Unit = unit,
            Period = period,
            Figures = figures,
            AskedElsewhere = all.Count - figures.Count,
            IsOwed = ask.IsOwed(period),
            IsOver = state == CampaignCase.Closed,
            Report = report,
            Draft = draft,
            Due = ReportingRules.DueOf(report?.Case, due),
            OpensOn = opens,
            Counted = await counts.Of(
                pack,
                unit.Id,
                figures.Where(f => f.CountedBy is not null).Select(f => (f.Indicator, f.Period)),
                cancellationToken
            ),
            Status = status.OfHistory(ask.IsOwed(period)),
            Facts = await facts.Open(codes.Select(c => (unit.Id, c)), cancellationToken),
        };
    }
}
