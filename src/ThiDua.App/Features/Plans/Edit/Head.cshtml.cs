using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Forms;
using ThiDua.App.Packs;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Plans.Edit;

[Needs<PlanDraft>(Permission.ImportPlan, "id")]
public sealed class HeadModel(
    AppDb db,
    Viewer viewer,
    TimeProvider clock,
    PackShelf packs,
    SaveHead save,
    IValidator<SaveHeadInput> validator,
    IStringLocalizer<Text> text
) : PageModel
{
    [FromRoute]
    public string Id { get; set; } = "";
    public PlanDraft Draft { get; private set; } = null!;
    public SaveHeadInput Input { get; private set; } = new();
    public bool ToCheck { get; private set; }
    public IReadOnlyList<FieldError> Errors { get; private set; } = [];

    public async Task<IActionResult> OnGet(CancellationToken cancellationToken)
    {
        if (await Load(cancellationToken) is not { } head)
            return NotFound();
        Input = new()
        {
            Version = head.Version,
            Name = head.Name,
            Symbol = head.Symbol,
            From = head.From,
            To = head.To,
        };
        return Page();
    }

    public async Task<IActionResult> OnPost([FromForm] SaveHeadInput input, CancellationToken cancellationToken)
    {
        Input = input with { Draft = Id };
        Errors =
        [
            .. ModelState
                .Where(m => m.Value!.Errors.Count > 0)
                .Select(m => new FieldError(m.Key, text["NotReadable", m.Value!.AttemptedValue ?? ""])),
            .. (await validator.ValidateAsync(Input, cancellationToken)).FieldErrors(),
        ];
        if (Errors.Count == 0)
        {
            var outcome = await save.Handle(Input, cancellationToken);
            if (outcome.Ok)
                return LocalRedirect($"/plans/{Id}");
            if (outcome.Missing)
                return NotFound();
            Errors = outcome.Errors;
            db.ChangeTracker.Clear();
        }
        return await Load(cancellationToken) is null ? NotFound() : Page();
    }

    private async Task<DraftHead?> Load(CancellationToken cancellationToken)
    {
        var draft = await PlanQueries.Draft(db, viewer, clock, Id, Permission.ImportPlan, cancellationToken);
        if (draft is null || !packs[draft.Pack].Flow(PlanDraftCase.Kind)!.State(draft.State)!.Editable)
            return null;
        Draft = draft;
        var head = DraftContent.Parse(draft.Content).Head;
        ToCheck = head.ToCheck;
        return head;
    }
}
