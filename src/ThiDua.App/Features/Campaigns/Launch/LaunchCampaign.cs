using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Features.Plans;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Campaigns.Launch;

/// <param name="Draft">Public id of the plan's draft.</param>
/// <param name="Revision">Of the draft as the person saw it; null to take it as it is.</param>
/// <param name="ReportsFrom">The first day of the first period owed; null: of the present month.</param>
public sealed record LaunchCampaignInput(string Draft, int? Revision = null, DateOnly? ReportsFrom = null);

/// <summary>Starts a campaign from a checked draft, in one transaction.</summary>
public sealed class LaunchCampaign(AppDb db, Viewer viewer, MoveCase move, TimeProvider clock, IStringLocalizer<Text> text)
{
    public async Task<Outcome<Campaign>> Handle(LaunchCampaignInput input, CancellationToken cancellationToken)
    {
        var draft = await PlanQueries.Draft(db, viewer, clock, input.Draft, Permission.RunCampaign, cancellationToken);
        if (draft is null)
            return Outcome<Campaign>.NotFound;
        if (draft.State == PlanDraftCase.Launched)
            return Outcome<Campaign>.Refused("", text["AlreadyLaunched"]);
        var head = DraftContent.Parse(draft.Content).Head;
        if (
            input.ReportsFrom is { } day
            && head.From is { } from
            && head.To is { } to
            && !LaunchRules.Starts(from, to, clock.Today()).Contains(day)
        )
            return Outcome<Campaign>.Refused("from", text["NoSuchStart"]);
        var choice = new LaunchChoice(input.Revision, input.ReportsFrom);
        var outcome = await move.Handle(draft.Case, new(draft.PublicId, PlanDraftCase.Launch, Content: choice), cancellationToken);
        if (outcome.Ok)
            return await db.Campaigns.SingleAsync(c => c.PublicId == choice.Campaign, cancellationToken);
        // A second window launched it, or changed it, in the meantime; or a unit of the same code was just made.
        return outcome.Conflict
            ? Outcome<Campaign>.Refused("", text["ChangedMeanwhile"])
            : new() { Missing = outcome.Missing, Errors = outcome.Errors };
    }
}
