using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Forms;
using ThiDua.App.Packs;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Plans.Edit;

[Needs<PlanDraft>(Permission.ImportPlan, "id")]
public sealed class TaskModel(
    AppDb db,
    Viewer viewer,
    TimeProvider clock,
    PackShelf packs,
    MergeItems merge,
    SaveTask save,
    IValidator<SaveTaskInput> validator,
    IStringLocalizer<Text> text
) : ItemPage(db, viewer, clock, packs, merge, text)
{
    public SaveTaskInput Input { get; private set; } = new();

    public async Task<IActionResult> OnGet(CancellationToken cancellationToken)
    {
        if (!await Load(cancellationToken))
            return NotFound();
        if (Kept is DraftTask task)
            Input = new()
            {
                Version = task.Version,
                Text = task.Text,
                Section = task.Section,
                DueDate = task.DueDate,
                Every = task.Every,
                Lead = string.Join('\n', task.Lead),
                With = string.Join('\n', task.With),
            };
        return IsNew || Kept is DraftTask ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPost([FromForm] SaveTaskInput input, CancellationToken cancellationToken)
    {
        Input = input with { Draft = Id, Item = Item };
        var errors = Untyped().Concat((await validator.ValidateAsync(Input, cancellationToken)).FieldErrors()).ToList();
        if (errors.Count > 0)
            return await Again(errors, cancellationToken);
        var outcome = await save.Handle(Input, cancellationToken);
        return outcome.Missing ? NotFound()
            : outcome.Ok ? await Back(cancellationToken)
            : await Again(outcome.Errors, cancellationToken);
    }
}
