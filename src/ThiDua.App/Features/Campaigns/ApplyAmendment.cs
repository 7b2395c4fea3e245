using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Audit;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Features.Plans;
using ThiDua.App.Features.Progress;
using ThiDua.App.Features.Tasks;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Campaigns;

/// <summary>
/// Changes a running campaign by a later plan: targets get a new version from a day on and keep the old one to be read under,
/// tasks are added and ended.
/// </summary>
public sealed class ApplyAmendment(
    AppDb db,
    StartCampaign start,
    ShelveCases shelve,
    EachTargets each,
    BeginTasks begin,
    Viewer viewer,
    IStringLocalizer<Text> text
)
{
    /// <summary>Within the transaction of the later plan's launch.</summary>
    public async Task<Outcome> Run(PlanDraft draft, Amendment change, Act act, CancellationToken cancellationToken)
    {
        var campaign = await Whole(change.Campaign, cancellationToken);
        if (campaign is null || campaign.UnitId != draft.UnitId)
            return Outcome.NotFound;
        if (change.Since <= campaign.From || change.Since > campaign.To)
            return Outcome.Refused("since", text["SinceOutside", Show.Date(campaign.From.AddDays(1)), Show.Date(campaign.To)]);
        var content = DraftContent.Parse(draft.Content);
        var places = await start.Places(content, await start.Owner(draft, cancellationToken), cancellationToken);
        if (places.Value is null)
            return new() { Errors = places.Errors };
        viewer.Record(
            "campaign.amend",
            CampaignCase.Kind,
            campaign.PublicId,
            campaign.UnitId,
            act.Reason,
            $"{{\"plan\":\"{draft.PublicId}\",\"since\":\"{change.Since:yyyy-MM-dd}\"}}"
        );
        Targets(campaign, content, places.Value, draft, change);
        await Tasks(campaign, content, places.Value, draft, change, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await each.Begin(campaign, cancellationToken);
        await begin.Of(campaign, cancellationToken);
        return Outcome.Done;
    }

    private void Targets(Campaign campaign, DraftContent content, UnitPlaces places, PlanDraft draft, Amendment change)
    {
        var order = campaign.Targets.Select(t => t.Order).DefaultIfEmpty(0).Max();
        var fresh = new List<CampaignTarget>();
        foreach (var (target, old) in AmendmentRules.Targets(campaign, content).Where(c => !c.IsSame).Select(c => (c.New, c.Old)))
        {
            old?.Until = change.Since;
            fresh.Add(StartCampaign.Target(target, old?.Order ?? ++order, places, new(draft.Id, change.Since, old?.Id)));
        }
        foreach (var ended in campaign.Current.Where(t => change.Targets.Contains(t.PublicId)).ToList())
            ended.Until = change.Since;
        campaign.Targets.AddRange(fresh);
        db.Indicators.AddRange(EachTargets.Keys(fresh));
    }

    private async Task Tasks(
        Campaign campaign,
        DraftContent content,
        UnitPlaces places,
        PlanDraft draft,
        Amendment change,
        CancellationToken cancellationToken
    )
    {
        var order = campaign.Tasks.Select(t => t.Order).DefaultIfEmpty(0).Max();
        var fresh = AmendmentRules.Tasks(campaign, content);
        var ended = campaign.Tasks.Where(t => t.Until is null && change.Tasks.Contains(t.PublicId)).ToList();
        foreach (var task in ended)
            task.Until = change.Since;
        campaign.Tasks.AddRange(TaskMaking.Of(fresh, places, new(draft.Id, change.Since, null), order));
        var ids = ended.ConvertAll(t => t.Id);
        await shelve.Handle(
            await db.TaskItems.Where(i => ids.Contains(i.TaskId)).Select(i => i.Id).ToListAsync(cancellationToken),
            shelved: true,
            cancellationToken
        );
    }

    private Task<Campaign?> Whole(string campaign, CancellationToken cancellationToken) =>
        db
            .Campaigns.Where(c => c.Case!.State == CampaignCase.Running)
            .Include(c => c.Targets)
                .ThenInclude(t => t.Units)
            .Include(c => c.Tasks)
                .ThenInclude(t => t.Units)
            .AsSplitQuery()
            .FirstOrDefaultAsync(c => c.PublicId == campaign, cancellationToken);
}

/// <summary>The later plan that a target or task came with, from when, and in whose place.</summary>
internal sealed record LaterPlan(int DraftId, DateOnly Since, int? Replaces);
