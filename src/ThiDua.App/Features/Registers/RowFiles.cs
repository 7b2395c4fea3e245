using ThiDua.App.Audit;
using ThiDua.App.Cases;
using ThiDua.App.Files;
using ThiDua.App.Shared;

namespace ThiDua.App.Features.Registers;

/// <summary>Keeps the files that a row's form brings, in the act that saves the row.</summary>
public sealed class RowFiles(Lazy<AttachFiles> attach)
{
    /// <returns>What was refused, at the field that brought it; nothing of the row is kept then.</returns>
    public async Task<IReadOnlyList<FieldError>> Add(RegisterRow row, RowContent content, Act act, CancellationToken cancellationToken)
    {
        var errors = new List<FieldError>();
        if (content.Waiting is { } waiting)
            await attach.Value.Adopt(waiting, CaseFiles.Code, row.Case.PublicId, cancellationToken);
        foreach (var field in content.Files.GroupBy(f => f.Field))
        {
            var input = new AttachInput(CaseFiles.Code, row.Case.PublicId, [.. field.Select(f => f.File)], AttachmentKind.Other, field.Key);
            errors.AddRange((await attach.Value.Add(input, act, cancellationToken)).Select(e => e with { Field = field.Key }));
        }
        return errors;
    }
}
