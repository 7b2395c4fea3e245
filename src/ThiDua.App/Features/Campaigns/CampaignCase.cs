using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Features.Plans;
using ThiDua.App.Features.Registers;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Campaigns;

/// <summary>The launch that is taken back with this act of the record: what moves a plan's draft back.</summary>
public sealed record LaunchRecalled(Campaign Campaign);

/// <summary>
/// A campaign's life: running, summed up, closed, or recalled. What hangs on it leaves everybody's work when it is over and
/// comes back when it is reopened.
/// </summary>
public sealed class CampaignCase(
    AppDb db,
    CampaignThings things,
    ShelveCases shelve,
    CampaignStarts starts,
    HouseholdKeys households,
    Lazy<MoveCase> move,
    IStringLocalizer<Text> text
) : ICaseKind
{
    public const string Kind = "campaign",
        Running = "running",
        SummedUp = "summed-up",
        Closed = "closed",
        Recalled = "recalled",
        Recall = "recall",
        Close = "close",
        Reopen = "reopen";

    public string Code => Kind;

    public IReadOnlyList<string> States => [Running, SummedUp, Closed, Recalled];

    public IReadOnlyList<string> Acts => ["sum-up", Close, Reopen, Recall];

    public string Href(string publicId) => $"/campaigns/{publicId}";

    public string? ViewPermission => Permission.ViewProgress;

    public async Task<Outcome> Check(CaseMove made, CancellationToken cancellationToken)
    {
        var campaign = await Campaign(made, cancellationToken);
        if (made.Act.Code == Recall && await things.WhyNoRecall(campaign, cancellationToken) is { } stands)
            return Outcome.Refused("", stands);
        if (made.Act.Code == Close && await things.Undecided(campaign.Id, cancellationToken) is > 0 and var waiting)
            return Outcome.Refused("", text["CloseWaits", waiting]);
        return Outcome.Done;
    }

    public async Task<Outcome> Moved(CaseMove made, CancellationToken cancellationToken)
    {
        var campaign = await Campaign(made, cancellationToken);
        var ids = await things.Of(campaign.Id).Select(c => c.Id).ToListAsync(cancellationToken);
        await shelve.Handle(ids, made.To(Closed) || made.To(Recalled), cancellationToken);
        if (made.To(Closed))
            await Forget(campaign, cancellationToken);
        if (!made.To(Recalled))
            return Outcome.Done;
        await starts.End(campaign, cancellationToken);
        var draft = await db.Cases.SingleAsync(c => c.Id == campaign.PlanDraftId, cancellationToken);
        var back = new MoveInput(draft.PublicId, PlanDraftCase.Recall, made.Record.Reason, Content: new LaunchRecalled(campaign));
        return await move.Value.Handle(draft, back, cancellationToken);
    }

    /// <summary>Which households were reached is forgotten with the campaign that counted them, unless another still counts.</summary>
    private async Task Forget(Campaign campaign, CancellationToken cancellationToken)
    {
        var another = db.OpenCampaigns.Where(c => c.Id != campaign.Id && c.UnitId == campaign.UnitId && c.From <= campaign.To);
        if (await another.AnyAsync(cancellationToken))
            return;
        var path = await db
            .UnitVersions.Where(v => v.UnitId == campaign.UnitId)
            .OrderByDescending(v => v.From)
            .Select(v => v.Path)
            .FirstAsync(cancellationToken);
        var units = await db.UnitVersions.Below(path).Select(v => v.UnitId).Distinct().ToListAsync(cancellationToken);
        await households.Drop(units, campaign.To, cancellationToken);
    }

    private Task<Campaign> Campaign(CaseMove made, CancellationToken cancellationToken) =>
        db.Campaigns.SingleAsync(c => c.CaseId == made.Case.Id, cancellationToken);
}
