using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Data;
using ThiDua.App.Files;
using ThiDua.App.Forms;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Tasks;

/// <param name="Task">Public id of the task's case.</param>
/// <param name="Text">What is to be kept in mind, or was done; null with a file alone.</param>
public sealed record NoteTaskInput(string Task, string? Text = null, string? FileName = null, Stream? File = null);

public sealed class NoteTaskValidator : AbstractValidator<NoteTaskInput>
{
    public NoteTaskValidator(IStringLocalizer<Text> text)
    {
        RuleFor(i => i.Text)
            .MaximumLength(TaskNote.Longest)
            .WithMessage(_ => text["TooLong", TaskNote.Longest])
            .OverridePropertyName("text");
        RuleFor(i => i)
            .Must(i => i.File is not null || !string.IsNullOrWhiteSpace(i.Text))
            .WithMessage(_ => text["NoteNeeded"])
            .OverridePropertyName("text");
        RuleFor(i => i.File)
            .Must(f => f is null || f.Length is > 0 and <= FileStore.MaxBytes)
            .WithMessage(_ => text["FileSize", FileStore.MaxBytes / 1024 / 1024])
            .OverridePropertyName("file");
    }
}

/// <summary>Writes a note on a task and keeps a file as its evidence, in whatever state it is.</summary>
public sealed class NoteTask(
    AppDb db,
    TaskQueries tasks,
    FileStore files,
    Viewer viewer,
    TimeProvider clock,
    IValidator<NoteTaskInput> validator
)
{
    public async Task<Outcome> Handle(NoteTaskInput input, CancellationToken cancellationToken)
    {
        if (await tasks.Find(input.Task, Permission.DoTask, cancellationToken) is not { } item)
            return Outcome.NotFound;
        var errors = (await validator.ValidateAsync(input, cancellationToken)).FieldErrors();
        if (errors.Count > 0)
            return new() { Errors = errors };
        if (!string.IsNullOrWhiteSpace(input.Text))
            item.Notes.Add(
                new()
                {
                    Text = input.Text.Normalize().ReplaceLineEndings("\n").Trim(),
                    At = clock.GetUtcNow(),
                    AccountId = viewer.AccountId,
                }
            );
        if (input.File is not null)
            item.Evidence.Add(
                new()
                {
                    File = await files.Keep(input.File, NameText.Clean(input.FileName), cancellationToken),
                    At = clock.GetUtcNow(),
                    AccountId = viewer.AccountId,
                }
            );
        viewer.Record(input.File is null ? "task.note" : "task.evidence", TaskCase.Kind, input.Task, item.Case.UnitId);
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }

    /// <summary>Takes a file away again; that it was there stays.</summary>
    public async Task<Outcome> Remove(string task, string evidence, CancellationToken cancellationToken)
    {
        var item = await tasks.Find(task, Permission.DoTask, cancellationToken);
        if (item?.Evidence.FirstOrDefault(e => e.PublicId == evidence && e.RemovedAt is null) is not { } found)
            return Outcome.NotFound;
        found.RemovedAt = clock.GetUtcNow();
        viewer.Record("task.evidence-removed", TaskCase.Kind, task, item.Case.UnitId, detail: $"{{\"evidence\":\"{evidence}\"}}");
        await db.SaveChangesAsync(cancellationToken);
        return Outcome.Done;
    }
}
