using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Reporting;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Features.Progress.Baselines;

/// <param name="Value">Scaled by the indicator's scale; null for no figure (what was there is withdrawn).</param>
public sealed record BaselineFigure(string Indicator, Period Period, long? Value);

/// <param name="Campaign">Public id.</param>
/// <param name="Unit">Public id of the unit whose figures these are.</param>
public sealed record RecordBaselinesInput(string Campaign, string Unit, IReadOnlyList<BaselineFigure> Figures);

/// <summary>
/// Writes the figures of the year that a campaign compares with, by month or for the whole year, from papers that were
/// approved long ago; here a second person approves them (<see cref="BaselineCase"/>).
/// </summary>
public sealed class RecordBaselines(
    AppDb db,
    PackShelf packs,
    FactStore facts,
    BeginCase begin,
    MoveCase move,
    Viewer viewer,
    IStringLocalizer<Text> text
)
{
    /// <returns>The case's public id; null when nothing was changed.</returns>
    public async Task<Outcome<string>> Handle(RecordBaselinesInput input, CancellationToken cancellationToken)
    {
        var campaign = await db
            .OpenCampaigns.AsNoTracking()
            .Include(c => c.Targets)
            .AsSingleQuery()
            .FirstOrDefaultAsync(c => c.PublicId == input.Campaign, cancellationToken);
        if (campaign is null)
            return Outcome<string>.NotFound;
        var unit = await UnitQueries.Find(db, input.Unit, ProgressRules.TreeDay(campaign, campaign.To), cancellationToken);
        var top = await UnitQueries.Find(db, campaign.UnitId, ProgressRules.TreeDay(campaign, campaign.To), cancellationToken);
        if (
            unit is null
            || top is null
            || !viewer.Can(Permission.EnterBaseline, top.Path)
            || !unit.Path.StartsWith(top.Path, StringComparison.Ordinal)
        )
            return Outcome<string>.NotFound;
        var asked = BaselineRules.Figures(
            BaselineRules.Years(campaign, packs[campaign.Pack], packs.Definitions),
            packs[campaign.Pack],
            unit.Kind
        );
        if (input.Figures.Any(f => !asked.Contains((f.Indicator, f.Period))))
            return Outcome<string>.NotFound;
        var book = await facts.Open(asked.Select(a => (unit.Id, a.Indicator)), cancellationToken);
        // What is withdrawn goes first, so that months can take the place of a year's figure in one go.
        var changed = input
            .Figures.Where(f => book.Current(unit.Id, f.Indicator, f.Period)?.Value != f.Value)
            .OrderBy(f => f.Value is null ? 0 : 1)
            .Select(f => new FactEntry(unit.Id, f.Indicator, f.Period, f.Value))
            .ToList();
        if (changed.Count == 0)
            return new();
        var reported = await FromReports(db, unit.Id, cancellationToken);
        var foreign = changed.Where(c => reported.Contains((c.Indicator, c.Period))).ToList();
        return foreign.Count > 0
            ? new()
            {
                Errors = [.. foreign.Select(f => new FieldError(BaselineCase.Field(f.Indicator, f.Period), text["BaselineReported"]))],
            }
            : await Write(campaign, new(unit, changed), cancellationToken);
    }

    /// <summary>Figures that the unit's own reports of those years gave: they stand already, and are mended there.</summary>
    internal static async Task<HashSet<(string Indicator, Period Period)>> FromReports(
        AppDb db,
        int unit,
        CancellationToken cancellationToken
    )
    {
        var rows = await (
            from f in db.Figures.AsNoTracking()
            join i in db.Indicators on f.IndicatorId equals i.Id
            join fact in db.Facts on new { f.HomeId, Id = f.FactId } equals new { fact.HomeId, fact.Id }
            where
                f.UnitId == unit
                && f.Value != null
                && fact.Year == f.PeriodId / 10_000
                && db.Set<Report>().Any(r => r.Id == fact.SourceCaseId)
            select new { i.Code, f.PeriodId }
        ).ToListAsync(cancellationToken);
        return [.. rows.Select(r => (r.Code, Period.FromId(r.PeriodId)))];
    }

    private async Task<Outcome<string>> Write(Campaign campaign, BaselineEntries given, CancellationToken cancellationToken)
    {
        var sheet =
            await db.Set<BaselineSheet>()
                .Include(s => s.Case)
                .FirstOrDefaultAsync(s => s.CampaignId == campaign.Id && s.UnitId == given.Unit.Id, cancellationToken)
            ?? Begin(campaign, given.Unit);
        if (sheet.Case.State == BaselineCase.Approved)
            return Outcome<string>.Refused("", text["BaselineFrozen"]);
        var outcome = await move.Handle(sheet.Case, new(sheet.Case.PublicId, BaselineCase.Submit, Content: given), cancellationToken);
        return outcome.Ok
            ? sheet.Case.PublicId
            : new Outcome<string>
            {
                Errors = outcome.Errors,
                Missing = outcome.Missing,
                Conflict = outcome.Conflict,
            };
    }

    private BaselineSheet Begin(Campaign campaign, UnitRow unit)
    {
        var title = $"{text["BaselinesTitle"]} – {unit.Name}";
        var sheet = new BaselineSheet
        {
            Case = begin.Handle(new(BaselineCase.Kind, packs[campaign.Pack], title, unit.Id, CaseDue.Never)),
            CampaignId = campaign.Id,
            UnitId = unit.Id,
        };
        db.Add(sheet);
        return sheet;
    }
}
