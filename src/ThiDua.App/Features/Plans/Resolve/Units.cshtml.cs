using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ThiDua.App.Data;
using ThiDua.App.Features.Units;
using ThiDua.App.Forms;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Plans.Resolve;

/// <summary>Every name of a unit in the plan, and what it stands for.</summary>
[Needs<PlanDraft>(Permission.ImportPlan, "id")]
public sealed class UnitsModel(
    AppDb db,
    Viewer viewer,
    TimeProvider clock,
    PackShelf packs,
    ResolveUnit resolve,
    IValidator<ResolveUnitInput> validator
) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";
    public PlanDraft Draft { get; private set; } = null!;
    public DraftContent Contents { get; private set; } = null!;
    public IReadOnlyList<DraftUnit> Rows { get; private set; } = [];
    public IReadOnlyList<UnitRow> Tree { get; private set; } = [];
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    /// <summary>The row whose form has an error, as it was typed.</summary>
    public ResolveUnitInput? Typed { get; private set; }
    public Pack Pack => packs[Draft.Pack];

    public async Task<IActionResult> OnGet(CancellationToken stop) => await Load(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPost([FromForm] ResolveUnitInput input, CancellationToken stop)
    {
        Typed = input with { Draft = Id };
        Errors = (await validator.ValidateAsync(Typed, stop)).FieldErrors();
        if (Errors.Count == 0)
        {
            var outcome = await resolve.Handle(Typed, stop);
            if (outcome.Missing)
                return NotFound();
            if (outcome.Ok)
                return await Load(stop) ? LocalRedirect($"/plans/{Id}/units{Next(input.Key)}") : NotFound();
            Errors = outcome.Errors;
            db.ChangeTracker.Clear();
        }
        return await Load(stop) ? Page() : NotFound();
    }

    public int Uses(DraftUnit row) => Contents.Items.Count(i => !i.Dropped && i.UnitNames.Any(n => DraftUnit.KeyOf(n) == row.Key));

    public string NameOf(string publicId) => Tree.FirstOrDefault(u => u.PublicId == publicId)?.Name ?? "?";

    public int Present(string kind) => Tree.Count(u => u.Kind == kind && u.Id != Draft.UnitId);

    public static string Anchor(DraftUnit row) => "u-" + row.Key.Replace(' ', '-');

    // The next row that waits for a look, else the top of the page.
    private string Next(string done) => Rows.FirstOrDefault(r => r.ToCheck && r.Key != done) is { } next ? "#" + Anchor(next) : "";

    private async Task<bool> Load(CancellationToken stop)
    {
        var draft = await PlanQueries.Draft(db, viewer, clock, Id, Permission.ImportPlan, stop);
        if (draft is null || !packs[draft.Pack].Flow(PlanDraftCase.Kind)!.State(draft.State)!.Editable)
            return false;
        Draft = draft;
        Contents = DraftContent.Parse(draft.Content);
        var owner = (await UnitQueries.Find(db, draft.UnitId, clock.Today(), stop))!;
        Tree = await UnitQueries.Subtree(db, owner.Path, clock.Today(), stop);
        Rows =
        [
            .. DraftRules
                .UnitsInUse(Contents)
                .OrderByDescending(u => u.ToCheck)
                .ThenBy(u => NameText.SortKey(u.Name), StringComparer.Ordinal),
        ];
        return true;
    }
}
