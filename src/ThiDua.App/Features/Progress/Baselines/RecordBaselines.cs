using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Units;
using ThiDua.App.Tree;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Facts;
using ThiDua.Measures;

namespace ThiDua.App.Features.Progress.Baselines;

/// <param name="Value">Scaled by the indicator's scale; null for no figure (what was there is withdrawn).</param>
public sealed record BaselineFigure(string Indicator, Period Period, long? Value);

/// <param name="Campaign">Public id.</param>
/// <param name="Unit">Public id of the unit whose figures these are.</param>
public sealed record RecordBaselinesInput(string Campaign, string Unit, IReadOnlyList<BaselineFigure> Figures);

/// <summary>A year that targets compare with, and the indicators with facts that they need of it.</summary>
public sealed record BaselineYear(int Year, IReadOnlyList<string> Indicators);

/// <summary>
/// Writes the figures of the year that a campaign compares with, by month or for the whole year. They are entered by the
/// campaign's office from papers that were approved long ago, so they are approved at once, by an act of its own.
/// </summary>
public sealed class RecordBaselines(AppDb db, PackShelf packs, FactStore facts, Viewer viewer, IStringLocalizer<Text> text)
{
    public static string Field(string indicator, Period period) => $"{indicator}:{period.Code}";

    /// <summary>What a campaign needs of earlier years.</summary>
    public static IReadOnlyList<BaselineYear> Years(Campaign campaign, Pack pack, Definitions definitions) =>
        [.. campaign.Targets.Where(t => t is { Baseline: { } year, Indicator: not null } && year < campaign.From.Year && pack.Indicator(t.Indicator) is not null)
            .GroupBy(t => t.Baseline!.Value).OrderBy(g => g.Key)
            .Select(g => new BaselineYear(g.Key, [.. g.SelectMany(t => definitions.Leaves(t.Indicator!)).Distinct()]))];

    public async Task<Outcome> Handle(RecordBaselinesInput input, CancellationToken stop)
    {
        var campaign = await db.Campaigns.AsNoTracking().Include(c => c.Targets).AsSingleQuery().FirstOrDefaultAsync(c => c.PublicId == input.Campaign, stop);
        if (campaign is null) return Outcome.NotFound;
        var unit = await UnitQueries.Find(db, input.Unit, ProgressRules.TreeDay(campaign, campaign.To), stop);
        var top = await UnitQueries.Find(db, campaign.UnitId, ProgressRules.TreeDay(campaign, campaign.To), stop);
        if (unit is null || top is null || !viewer.Can(Permission.RunCampaign, top.Path) || !unit.Path.StartsWith(top.Path, StringComparison.Ordinal)) return Outcome.NotFound;
        var pack = packs[campaign.Pack];
        var years = Years(campaign, pack, packs.Definitions);
        if (input.Figures.Any(f => !Asked(f, unit, pack, years))) return Outcome.NotFound;
        // What is withdrawn goes first, so that months can take the place of a year's figure in one go.
        return await Write(unit, [.. input.Figures.OrderBy(f => f.Value is null ? 0 : 1)
            .Select(f => new FactEntry(unit.Id, f.Indicator, f.Period, f.Value))], stop);
    }

    private static bool Asked(BaselineFigure figure, UnitRow unit, Pack pack, IReadOnlyList<BaselineYear> years) =>
        figure.Period is { Calendar: Calendar.Civil, Frequency: Frequency.Month or Frequency.Year }
        && pack.Indicator(figure.Indicator)?.ReportedBy.Contains(unit.Kind) == true
        && years.Any(y => y.Year == figure.Period.Year && y.Indicators.Contains(figure.Indicator));

    private async Task<Outcome> Write(UnitRow unit, List<FactEntry> entries, CancellationToken stop)
    {
        return await db.Apply(async () =>
        {
            var act = viewer.Record("baseline.record", "unit", unit.PublicId, unit.Id);
            var written = await facts.Record(entries, act, new(Approved: true, Overrules: true), stop);
            return new Outcome { Errors = [.. written.Refused.Select(r => new FieldError(Field(r.Entry.Indicator, r.Entry.Period), text[$"Refused{r.Error}"]))] };
        }, stop, outcome => outcome.Ok);
    }
}
