using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Features.Documents;
using ThiDua.App.Features.Progress;
using ThiDua.App.Features.Reporting;
using ThiDua.App.Features.Tasks;
using ThiDua.App.Packs;

namespace ThiDua.App.Features.Campaigns;

/// <summary>
/// What hangs on a campaign: reports, tasks that a later plan did not end, baselines, papers, registrations.
/// </summary>
public sealed class CampaignThings(AppDb db, PackShelf packs, IStringLocalizer<Text> text)
{
    public IQueryable<Case> Of(int campaign)
    {
        var ids = db
            .Reports.Where(r => r.CampaignId == campaign)
            .Select(r => r.Id)
            .Concat(db.TaskItems.Where(i => i.Task!.CampaignId == campaign && i.Task.Until == null).Select(i => i.Id))
            .Concat(db.Set<BaselineSheet>().Where(b => b.CampaignId == campaign).Select(b => b.Id))
            .Concat(db.Papers.Where(p => p.CampaignId == campaign).Select(p => p.Id))
            .Concat(db.Registrations.Where(r => r.CampaignId == campaign).Select(r => r.Id));
        return db.Cases.Where(c => ids.Contains(c.Id));
    }

    /// <summary>What stands in the way of taking the launch back, in words; null: nothing does.</summary>
    public async Task<string?> WhyNoRecall(Campaign campaign, CancellationToken cancellationToken) =>
        await Standing(campaign, cancellationToken) is { Count: > 0 } standing ? text["RecallStands", string.Join(", ", standing)].Value
        : await IsAmended(campaign.Id, cancellationToken) ? text["RecallAmended"].Value
        : null;

    /// <summary>What stands on it beside drafts, in words: "3 báo cáo kỳ".</summary>
    private async Task<IReadOnlyList<string>> Standing(Campaign campaign, CancellationToken cancellationToken)
    {
        var pack = packs[campaign.Pack];
        var states = await Of(campaign.Id)
            .Select(c => new { c.Flow, c.State })
            .GroupBy(c => c)
            .Select(g => new
            {
                g.Key.Flow,
                g.Key.State,
                Count = g.Count(),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. states
                .Where(s => pack.Flow(s.Flow)?.Initial != s.State)
                .GroupBy(s => s.Flow)
                .Select(g => $"{g.Sum(s => s.Count)} {pack.Flow(g.Key)!.Label.Here().ToLowerInvariant()}"),
        ];
    }

    private Task<bool> IsAmended(int campaign, CancellationToken cancellationToken) =>
        db.Campaigns.AnyAsync(
            c =>
                c.Id == campaign
                && (c.Targets.Any(t => t.PlanDraftId != null || t.Until != null) || c.Tasks.Any(t => t.PlanDraftId != null)),
            cancellationToken
        );

    /// <summary>Reports that were sent and wait for a decision: their figures would stay provisional for ever.</summary>
    public Task<int> Undecided(int campaign, CancellationToken cancellationToken) =>
        db.Reports.CountAsync(r => r.CampaignId == campaign && r.Case.State == ReportingRules.Submitted, cancellationToken);
}
