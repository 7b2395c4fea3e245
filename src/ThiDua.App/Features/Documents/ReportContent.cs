using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Plans;
using ThiDua.App.Features.Progress;
using ThiDua.App.Features.Reporting;
using ThiDua.App.Features.Units;
using ThiDua.App.Packs;
using ThiDua.App.Tree;
using ThiDua.Measures;
using ThiDua.Plans;

namespace ThiDua.App.Features.Documents;

/// <summary>
/// What a report template is filled with (docs/packs.md, "Report templates"): the figures of one day, and the units' words.
/// </summary>
public sealed class ReportContent(
    AppDb db,
    PackShelf packs,
    ProgressReader progress,
    ProgressWords words,
    WishQueries wishes,
    PaperTargets targets,
    LateReports late,
    TaskResults tasks,
    TimeProvider clock
)
{
    public async Task<IReadOnlyDictionary<string, object?>> Of(
        Campaign campaign,
        DateOnly asOf,
        bool approvedOnly,
        CancellationToken cancellationToken
    )
    {
        // A paper is in Vietnamese, whatever language its drafter reads the pages in.
        var reader = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = App.Vietnamese;
        try
        {
            var day = ProgressRules.TreeDay(campaign, asOf);
            var unit = (await UnitQueries.Find(db, campaign.UnitId, day, cancellationToken))!;
            var seen = await progress.Read(campaign, unit, new ProgressAsk(asOf, approvedOnly), cancellationToken);
            var owing = await late.Of(campaign, unit, asOf, cancellationToken);
            var asked = await Asked(campaign, unit, day, cancellationToken);
            var values = await Values(campaign, unit, asOf, seen, owing, asked, cancellationToken);
            values["basis"] = words.Basis(approvedOnly);
            values["wishes"] = (await wishes.Of(campaign, asOf, seen.Unfigured, cancellationToken)).Select(Row).ToList();
            return values;
        }
        finally
        {
            CultureInfo.CurrentUICulture = reader;
        }
    }

    private async Task<Dictionary<string, object?>> Values(
        Campaign campaign,
        UnitRow unit,
        DateOnly asOf,
        CampaignProgress seen,
        IReadOnlyList<LateUnit> owing,
        IReadOnlyList<UnitRow> asked,
        CancellationToken cancellationToken
    )
    {
        var plan = PlanJson.Parse(
            await db.PlanDrafts.Where(d => d.Id == campaign.PlanDraftId).Select(d => d.ReadJson).FirstAsync(cancellationToken)
        );
        var paper = new PaperHead(campaign, unit, packs[campaign.Pack], plan, asOf, clock.Today());
        return new Dictionary<string, object?>
        {
            ["document"] = paper.Document,
            ["signer"] = paper.Signer,
            ["campaign"] = paper.Campaign,
            ["period"] = paper.Period,
            ["as_of"] = Shared.Show.InText(asOf),
            ["narrative"] = new Dictionary<string, object?>(),
            ["summary"] = Summary(seen, asked, owing),
            ["targets"] = await targets.Rows(seen, cancellationToken),
            ["units"] = await Narratives(campaign, asked, asOf, cancellationToken),
            ["tasks"] = await tasks.Of(campaign, asOf, cancellationToken),
            ["late"] = owing.Select(o => Late(o, asOf)).ToList(),
        };
    }

    private static Dictionary<string, object?> Summary(
        CampaignProgress seen,
        IReadOnlyList<UnitRow> asked,
        IReadOnlyList<LateUnit> owing
    ) =>
        new()
        {
            ["targets"] = seen.Targets.Count,
            ["units"] = asked.Count,
            ["reported"] = asked.Count - owing.Count,
            ["met"] = seen.Count(TargetState.Met),
            ["on_track"] = seen.Count(TargetState.OnTrack),
            ["behind"] = seen.Count(TargetState.Behind),
            ["missed"] = seen.Count(TargetState.Missed),
            ["open"] =
                seen.Count(TargetState.TooEarly)
                + seen.Count(TargetState.NoFigures)
                + seen.Count(TargetState.CannotCompute)
                + seen.Count(TargetState.NothingHappened),
        };

    /// <summary>A target that no figure judges, with what those who answer for it found last.</summary>
    private Dictionary<string, object?> Row(WishProgress wish) =>
        new()
        {
            ["text"] = wish.Target.Measure,
            ["state"] = words.Found(wish.Verdict),
            ["note"] = string.Join(
                "; ",
                wish.Units.Where(u => u.Newest is not null)
                    .Select(u => $"{u.Unit.Name}, ngày {Shared.Show.InText(u.Newest!.On)}: {u.Newest.Words}")
            ),
        };

    private async Task<IReadOnlyList<UnitRow>> Asked(Campaign campaign, UnitRow unit, DateOnly day, CancellationToken cancellationToken)
    {
        var kinds = ReportingRules.Reporters(packs[campaign.Pack], packs.Definitions, campaign);
        var tree = await UnitQueries.Subtree(db, unit.Path, day, cancellationToken);
        return [.. tree.Where(u => kinds.Contains(u.Kind))];
    }

    /// <summary>The latest words of each unit, up to the day of the figures; of reports that were sent.</summary>
    private async Task<List<Dictionary<string, object?>>> Narratives(
        Campaign campaign,
        IReadOnlyList<UnitRow> units,
        DateOnly asOf,
        CancellationToken cancellationToken
    )
    {
        var sent = await db
            .Reports.AsNoTracking()
            .Where(r =>
                r.CampaignId == campaign.Id
                && r.SubmittedAt != null
                && r.Case.State != ReportingRules.Returned
                && r.Case.State != ReportingRules.Draft
            )
            .Select(r => new
            {
                r.UnitId,
                r.PeriodId,
                r.Results,
                r.Difficulties,
                r.Proposals,
            })
            .ToListAsync(cancellationToken);
        var byUnit = sent.Where(r => Measures.Period.FromId(r.PeriodId).Last <= asOf)
            .OrderByDescending(r => Measures.Period.FromId(r.PeriodId))
            .ToLookup(r => r.UnitId);
        return
        [
            .. units.Select(u => new Dictionary<string, object?>
            {
                ["name"] = u.Name,
                ["results"] = byUnit[u.Id].FirstOrDefault(r => r.Results is not null)?.Results,
                ["difficulties"] = byUnit[u.Id].FirstOrDefault(r => r.Difficulties is not null)?.Difficulties,
                ["proposals"] = byUnit[u.Id].FirstOrDefault(r => r.Proposals is not null)?.Proposals,
            }),
        ];
    }

    private Dictionary<string, object?> Late(LateUnit unit, DateOnly asOf) =>
        new()
        {
            ["name"] = unit.Unit.Name,
            ["what"] = "báo cáo " + string.Join(", ", unit.Periods.Select(words.Period)),
            ["due"] = Shared.Show.InText(unit.Since),
            ["days"] = asOf.DayNumber - unit.Since.DayNumber,
        };
}
