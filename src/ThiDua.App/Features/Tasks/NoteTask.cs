using FluentValidation;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Forms;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Tasks;

/// <param name="Task">Public id of the task's case.</param>
/// <param name="Text">What is to be kept in mind, or was done.</param>
public sealed record NoteTaskInput(string Task, string? Text);

public sealed class NoteTaskValidator : AbstractValidator<NoteTaskInput>
{
    public NoteTaskValidator(IStringLocalizer<Text> text)
    {
        RuleFor(i => i.Text)
            .MaximumLength(TaskNote.Longest)
            .WithMessage(_ => text["TooLong", TaskNote.Longest])
            .OverridePropertyName("text");
        RuleFor(i => i.Text).Must(t => !string.IsNullOrWhiteSpace(t)).WithMessage(_ => text["NoteNeeded"]).OverridePropertyName("text");
    }
}

/// <summary>Writes a note on a task, in whatever state it is.</summary>
public sealed class NoteTask(
    AppDb db,
    TaskQueries tasks,
    Viewer viewer,
    Once once,
    TimeProvider clock,
    IValidator<NoteTaskInput> validator,
    IStringLocalizer<Text> text
)
{
    public async Task<Outcome> Handle(NoteTaskInput input, CancellationToken cancellationToken)
    {
        if (await tasks.Find(input.Task, Permission.DoTask, cancellationToken) is not { } item)
            return Outcome.NotFound;
        if (item.Case.Shelved)
            return Outcome.Refused("text", text["TaskOver"]);
        var errors = (await validator.ValidateAsync(input, cancellationToken)).FieldErrors();
        if (errors.Count > 0)
            return new() { Errors = errors };
        item.Notes.Add(
            new()
            {
                Text = input.Text!.Normalize().ReplaceLineEndings("\n").Trim(),
                At = clock.GetUtcNow(),
                AccountId = viewer.AccountId,
            }
        );
        viewer.Record("task.note", TaskCase.Kind, input.Task, item.Case.UnitId);
        once.Write();
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }
}
