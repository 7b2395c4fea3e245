using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Plans;

/// <param name="Code">Stable: <c>item.drop</c>; the screen says it beside "undo".</param>
/// <param name="Subject">The text of what was changed.</param>
public sealed record DraftChange(string Code, string? Subject, DraftContent Content);

/// <summary>What came of looking at the draft with a change in mind: the change, or why not.</summary>
public sealed record DraftStep(DraftChange? Change, Outcome? Refusal)
{
    public static implicit operator DraftStep(DraftChange change) => new(change, null);

    public static implicit operator DraftStep(Outcome refusal) => new(null, refusal);
}

/// <summary>
/// The one way in which a draft's content changes: one transaction with its revision and its act. The step looks at the
/// content as it is in the database, so two people working on different items never lose each other's work.
/// </summary>
public sealed class DraftEditor(AppDb db, Viewer viewer, PackShelf packs, TimeProvider clock, IStringLocalizer<Text> text)
{
    private const int Tries = 4;

    public async Task<Outcome> Change(string publicId, Func<DraftContent, DraftStep> step, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            var draft = await PlanQueries.Draft(db, viewer, clock, publicId, Permission.ImportPlan, cancellationToken);
            if (draft is null)
                return Outcome.NotFound;
            if (!Editable(draft))
                return Outcome.Refused("", text["NotEditable"]);
            var before = DraftContent.Parse(draft.Content);
            var taken = step(before);
            if (taken.Refusal is { } refusal)
                return refusal;
            Apply(draft, before, taken.Change!);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return Outcome.Done;
            }
            catch (DbUpdateException) when (tries < Tries)
            {
                // Somebody else saved a change between our reading and our writing: look again.
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>The item, when it is as the person saw it; else why the change is not made.</summary>
    public static bool Seen<T>(T? item, int version, IStringLocalizer<Text> text, out Outcome refusal)
        where T : class
    {
        var now = item switch
        {
            DraftItem i => i.Version,
            DraftUnit u => u.Version,
            DraftHead h => h.Version,
            _ => -1,
        };
        refusal =
            item is null ? Outcome.NotFound
            : now == version ? Outcome.Done
            : Outcome.Refused("", text["ChangedMeanwhile"]);
        return refusal.Ok;
    }

    /// <summary>Takes back the newest change that still stands.</summary>
    public async Task<Outcome> TakeBack(string publicId, int number, CancellationToken cancellationToken)
    {
        var draft = await PlanQueries.Draft(db, viewer, clock, publicId, Permission.ImportPlan, cancellationToken);
        if (draft is null)
            return Outcome.NotFound;
        if (!Editable(draft))
            return Outcome.Refused("", text["NotEditable"]);
        var last = await PlanQueries.LastChange(db, draft.Id, cancellationToken);
        if (last is null || last.Number != number)
            return Outcome.Refused("", text["ChangedMeanwhile"]);
        last.TakenBack = true;
        draft.Revision++;
        Put(draft, DraftPatch.Parse(last.Before).TakeBack(DraftContent.Parse(draft.Content), draft.Revision));
        viewer.Record("plan-draft.undo", "plan-draft", draft.PublicId, draft.UnitId, detail: $"{{\"revision\":{last.Number}}}");
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return Outcome.Done;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            return Outcome.Refused("", text["ChangedMeanwhile"]);
        }
    }

    private bool Editable(PlanDraft draft) => packs[draft.Pack].Flow(PlanDraftCase.Kind)!.State(draft.State)!.Editable;

    private void Apply(PlanDraft draft, DraftContent before, DraftChange change)
    {
        draft.Revision++;
        var after = Stamped(before, change.Content, draft.Revision);
        Put(draft, after);
        draft.Revisions.Add(
            new PlanDraftRevision
            {
                DraftId = draft.Id,
                Number = draft.Revision,
                Before = DraftPatch.Between(before, after).Write(),
                Change = change.Code,
                Subject = Short(change.Subject),
                At = clock.GetUtcNow(),
                AccountId = viewer.AccountId,
            }
        );
        viewer.Record(
            "plan-draft.change",
            "plan-draft",
            draft.PublicId,
            draft.UnitId,
            detail: $"{{\"revision\":{draft.Revision},\"change\":\"{change.Code}\"}}"
        );
    }

    private static void Put(PlanDraft draft, DraftContent content)
    {
        draft.Content = content.Write();
        draft.Case.Name(content.Head.Name);
        draft.LeftToCheck = DraftRules.LeftToCheck(content);
    }

    private static DraftContent Stamped(DraftContent before, DraftContent after, int revision)
    {
        var same = new HashSet<object>([.. before.Targets, .. before.Tasks, .. before.Units], ReferenceEqualityComparer.Instance);
        return after with
        {
            Head = before.Head == after.Head ? after.Head : after.Head with { Version = revision },
            Targets = [.. after.Targets.Select(t => same.Contains(t) ? t : t with { Version = revision })],
            Tasks = [.. after.Tasks.Select(t => same.Contains(t) ? t : t with { Version = revision })],
            Units = [.. after.Units.Select(u => same.Contains(u) ? u : u with { Version = revision })],
        };
    }

    private static string? Short(string? subject) => subject is { Length: > 120 } ? subject[..119] + "…" : subject;
}
