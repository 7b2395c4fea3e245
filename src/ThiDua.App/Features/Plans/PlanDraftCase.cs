using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Plans;

/// <summary>A plan being imported: put aside, taken up again, launched.</summary>
public sealed class PlanDraftCase(AppDb db, StartCampaign start, ApplyAmendment amend, IStringLocalizer<Text> text) : ICaseKind
{
    public const string Kind = "plan-draft",
        Initial = "draft",
        Launched = "launched",
        Dropped = "dropped",
        Launch = "launch",
        Drop = "drop",
        Restore = "restore",
        Recall = "recall";

    public string Code => Kind;

    public IReadOnlyList<string> States => [Initial, Launched, Dropped];

    public IReadOnlyList<string> Acts => [Launch, Drop, Restore, Recall];

    public string Href(string publicId) => $"/plans/{publicId}";

    public string? ViewPermission => Permission.ImportPlan;

    public async Task<Outcome> Check(CaseMove move, CancellationToken cancellationToken)
    {
        var draft = await Draft(move, cancellationToken);
        // Only with its campaign: the draft's page never offers it, and an address typed by hand does not do it.
        if (move.Act.Code == Recall && move.Content is not LaunchRecalled)
            return Outcome.NotFound;
        if (move.Content is LaunchChoice { Revision: { } seen } && seen != draft.Revision)
            return Outcome.Refused("", text["ChangedMeanwhile"]);
        return move.Act.Code == Launch ? await start.Check(draft, cancellationToken) : Outcome.Done;
    }

    public async Task<Outcome> Moved(CaseMove move, CancellationToken cancellationToken)
    {
        var draft = await Draft(move, cancellationToken);
        // Whoever edits it in another window is told.
        draft.Revision++;
        if (move.Act.Code != Launch)
            return Outcome.Done;
        var choice = move.Content as LaunchChoice ?? new();
        return choice.Amends is { } change
            ? await amend.Run(draft, change, move.Record, cancellationToken)
            : await start.Run(draft, choice, cancellationToken);
    }

    private Task<PlanDraft> Draft(CaseMove move, CancellationToken cancellationToken) =>
        db.PlanDrafts.SingleAsync(d => d.Id == move.Case.Id, cancellationToken);
}
