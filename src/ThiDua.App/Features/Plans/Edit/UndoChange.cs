using ThiDua.App.Shared;

namespace ThiDua.App.Features.Plans.Edit;

/// <param name="Number">The revision that the person saw as the last.</param>
public sealed record UndoChangeInput(string Draft, int Number);

/// <summary>Takes the last change back; again, the one before it.</summary>
public sealed class UndoChange(DraftEditor editor)
{
    public Task<Outcome> Handle(UndoChangeInput input, CancellationToken cancellationToken) =>
        editor.TakeBack(input.Draft, input.Number, cancellationToken);
}
