using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Data;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Plans.Spelling;

/// <summary>Every slip of letters that the reader knows in what goes out to the units, in one list: put right after a look.</summary>
[Needs<PlanDraft>(Permission.ImportPlan, "id")]
public sealed class SpellingModel(AppDb db, Viewer viewer, TimeProvider clock, PackShelf packs, MendSlips mend) : PageModel
{
    /// <summary>Characters before and after a slip that say what it is about.</summary>
    private const int Around = 60;

    [FromRoute]
    public string Id { get; set; } = "";
    public PlanDraft Draft { get; private set; } = null!;
    public IReadOnlyList<IGrouping<string, DraftSlip>> Slips { get; private set; } = [];
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    public async Task<IActionResult> OnGet(CancellationToken cancellationToken) => await Load(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(IReadOnlyList<string> pick, bool keep, CancellationToken cancellationToken)
    {
        var outcome = await mend.Handle(new(Id, pick, keep), cancellationToken);
        if (outcome.Missing)
            return NotFound();
        Errors = outcome.Errors;
        db.ChangeTracker.Clear();
        if (!await Load(cancellationToken))
            return NotFound();
        return outcome.Ok ? LocalRedirect(Slips.Count == 0 ? $"/plans/{Id}" : $"/plans/{Id}/spelling") : Page();
    }

    public static string Before(DraftSlip slip) =>
        slip.Slip.Start <= Around ? slip.Item.Text[..slip.Slip.Start] : "…" + slip.Item.Text[(slip.Slip.Start - Around)..slip.Slip.Start];

    public static string After(DraftSlip slip)
    {
        var end = slip.Slip.Start + slip.Slip.Written.Length;
        return slip.Item.Text.Length <= end + Around ? slip.Item.Text[end..] : slip.Item.Text[end..(end + Around)] + "…";
    }

    private async Task<bool> Load(CancellationToken cancellationToken)
    {
        var draft = await PlanQueries.Draft(db, viewer, clock, Id, Permission.ImportPlan, cancellationToken);
        if (draft is null || !packs[draft.Pack].Flow(PlanDraftCase.Kind)!.State(draft.State)!.Editable)
            return false;
        Draft = draft;
        Slips = [.. DraftRules.Slips(DraftContent.Parse(draft.Content)).GroupBy(s => $"{s.Slip.Written} → {s.Slip.Right}")];
        return true;
    }
}
