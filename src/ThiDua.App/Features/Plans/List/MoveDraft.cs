using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Features.Units;
using ThiDua.App.Tree;
using ThiDua.App.Flow;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Plans.List;

/// <param name="Act">An act of the flow: <c>drop</c>, <c>restore</c>. Launching is <c>LaunchCampaign</c>'s.</param>
public sealed record MoveDraftInput(string Draft, string Act, string? Reason);

/// <summary>Puts a draft aside, or takes it up again.</summary>
public sealed class MoveDraft(AppDb db, Viewer viewer, PackShelf packs, TimeProvider clock, IStringLocalizer<Text> text)
{
    public async Task<Outcome> Handle(MoveDraftInput input, CancellationToken stop)
    {
        var draft = await PlanQueries.Draft(db, viewer, clock, input.Draft, Permission.ImportPlan, stop);
        if (draft is null || input.Act is not ("drop" or "restore")) return Outcome.NotFound;
        var unit = await UnitQueries.Find(db, draft.UnitId, clock.Today(), stop);
        var flow = packs[draft.Pack].Flow("plan-draft")!;
        var refusal = FlowRules.Check(flow, draft.State, input.Act, input.Reason, p => viewer.Can(p, unit!.Path), _ => false);
        if (refusal != FlowRefusal.None) return Outcome.Refused("", text[refusal == FlowRefusal.ReasonMissing ? "ReasonNeeded" : "NotEditable"]);
        draft.State = flow.Act(input.Act)!.To;
        draft.Revision++;
        viewer.Record($"plan-draft.{input.Act}", "plan-draft", draft.PublicId, draft.UnitId, input.Reason);
        try
        {
            await db.SaveChangesAsync(stop);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused("", text["ChangedMeanwhile"]);
        }
    }
}
