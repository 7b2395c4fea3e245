using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Features.Plans;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Campaigns.Amend;

public sealed record AmendCampaignInput(string Draft, int? Revision, Amendment Change);

/// <summary>Launches a plan as an amendment of a campaign that runs.</summary>
public sealed class AmendCampaign(AppDb db, Viewer viewer, MoveCase move, TimeProvider clock, IStringLocalizer<Text> text)
{
    public async Task<Outcome<Campaign>> Handle(AmendCampaignInput input, CancellationToken cancellationToken)
    {
        var draft = await PlanQueries.Draft(db, viewer, clock, input.Draft, Permission.RunCampaign, cancellationToken);
        if (draft is null)
            return Outcome<Campaign>.NotFound;
        if (draft.State == PlanDraftCase.Launched)
            return Outcome<Campaign>.Refused("", text["AlreadyLaunched"]);
        var choice = new LaunchChoice(input.Revision) { Amends = input.Change };
        var outcome = await move.Handle(draft.Case, new(draft.PublicId, PlanDraftCase.Launch, Content: choice), cancellationToken);
        if (outcome.Ok)
            return await db.Campaigns.SingleAsync(c => c.PublicId == input.Change.Campaign, cancellationToken);
        return outcome.Conflict
            ? Outcome<Campaign>.Refused("", text["ChangedMeanwhile"])
            : new() { Missing = outcome.Missing, Errors = outcome.Errors };
    }
}
