using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Forms;
using ThiDua.App.Packs;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Plans.Edit;

[Needs<PlanDraft>(Permission.ImportPlan, "id")]
public sealed class HeadModel(
    AppDb db,
    Viewer viewer,
    TimeProvider clock,
    PackShelf packs,
    SaveHead save,
    IValidator<SaveHeadInput> validator,
    FormReader reader,
    IStringLocalizer<Text> text
) : FormPage(reader)
{
    [FromRoute]
    public string Id { get; set; } = "";
    public PlanDraft Draft { get; private set; } = null!;

    /// <summary>The version that was on the screen.</summary>
    public int Version { get; private set; }
    public bool ToCheck { get; private set; }

    protected override FormDefinition Form
    {
        get
        {
            var words = new FormWords(text);
            return FormWords.Form(
                "plan-head",
                words.Lines(nameof(SaveHeadInput.Name), "CampaignName", required: true, most: 400, lines: 3),
                words.Line(nameof(SaveHeadInput.Symbol), "Symbol", "SymbolHelp", most: 100),
                words.Day(nameof(SaveHeadInput.From), "From", required: true),
                words.Day(nameof(SaveHeadInput.To), "To", "ToHelp", required: true)
            );
        }
    }

    public async Task<IActionResult> OnGet(CancellationToken cancellationToken)
    {
        if (await Load(cancellationToken) is not { } head)
            return NotFound();
        Version = head.Version;
        return Show(
            (nameof(SaveHeadInput.Name), head.Name),
            (nameof(SaveHeadInput.Symbol), head.Symbol),
            (nameof(SaveHeadInput.From), Day(head.From)),
            (nameof(SaveHeadInput.To), Day(head.To))
        );
    }

    public async Task<IActionResult> OnPost([FromForm] int version, CancellationToken cancellationToken)
    {
        Version = version;
        if (await Load(cancellationToken) is null)
            return NotFound();
        if (Read() is not { } given)
            return Page();
        var input = new SaveHeadInput
        {
            Draft = Id,
            Version = version,
            Name = given[nameof(SaveHeadInput.Name)],
            Symbol = given[nameof(SaveHeadInput.Symbol)],
            From = given.Day(nameof(SaveHeadInput.From)),
            To = given.Day(nameof(SaveHeadInput.To)),
        };
        if ((await validator.ValidateAsync(input, cancellationToken)).FieldErrors() is { Count: > 0 } errors)
            return Refused(errors);
        var outcome = await save.Handle(input, cancellationToken);
        if (outcome.Ok)
            return LocalRedirect($"/plans/{Id}");
        db.ChangeTracker.Clear();
        return outcome.Missing || await Load(cancellationToken) is null ? NotFound() : Refused(outcome.Errors);
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
