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
    FormReader reader,
    IStringLocalizer<Text> text
) : ItemForm(db, viewer, clock, packs, merge, reader, text)
{
    protected override FormDefinition Form
    {
        get
        {
            var words = new FormWords(Texts);
            return FormWords.Form(
                "plan-task",
                [
                    words.Lines(nameof(SaveTaskInput.Text), "TaskText", required: true, most: SaveTaskValidator.LongestText, lines: 5),
                    words.Lines(nameof(SaveTaskInput.Lead), "Lead", "NamesHelp", lines: 2),
                    words.Lines(nameof(SaveTaskInput.With), "With", "NamesHelp", lines: 2),
                    .. Common(words),
                ]
            );
        }
    }

    protected override IEnumerable<(string Field, string? Value)> Values =>
        Kept is not DraftTask task
            ? []
            :
            [
                .. ValuesOf(task),
                (nameof(SaveTaskInput.Lead), string.Join('\n', task.Lead)),
                (nameof(SaveTaskInput.With), string.Join('\n', task.With)),
            ];

    public async Task<IActionResult> OnGet(CancellationToken cancellationToken)
    {
        if (!await Load(cancellationToken) || !(IsNew || Kept is DraftTask))
            return NotFound();
        Begin();
        return Page();
    }

    public Task<IActionResult> OnPost([FromForm] int version, CancellationToken cancellationToken) =>
        Save(
            version,
            given =>
                Typed<SaveTaskInput>(given, version) with
                {
                    Lead = given[nameof(SaveTaskInput.Lead)],
                    With = given[nameof(SaveTaskInput.With)],
                },
            validator,
            save.Handle,
            cancellationToken
        );
}
