using Microsoft.AspNetCore.Http;
using ThiDua.App.Shared;

namespace ThiDua.App.Files;

/// <summary>Files that came with a form that was sent back: they wait as a draft, so that nobody has to choose them again.</summary>
public sealed class FormFiles(DraftFiles drafts, AttachFiles attach, Attachments attachments)
{
    /// <summary>Name of the hidden field that holds the draft's key.</summary>
    public const string Field = "_files";

    private const int Longest = 60;

    /// <summary>The key that the form brings back; whose it is, is asked where its files are.</summary>
    public string? KeyIn(IFormCollection posted) => posted[Field].ToString() is { Length: > 0 and <= Longest } key ? key : null;

    /// <returns>The draft's key, and the errors with those of files that cannot be taken, each at its field.</returns>
    public async Task<(string? Key, IReadOnlyList<FieldError> Errors)> Keep(
        string? key,
        IReadOnlyList<(string Field, NewFile File)> brought,
        IReadOnlyList<FieldError> errors,
        CancellationToken cancellationToken
    )
    {
        if (brought.Count == 0)
            return (key, errors);
        key ??= drafts.NewKey();
        var all = errors.ToList();
        foreach (var field in brought.GroupBy(f => f.Field))
        {
            var input = new AttachInput(DraftFiles.Code, key, [.. field.Select(f => f.File)], AttachmentKind.Other, field.Key);
            var refused = (await attach.Handle(input, cancellationToken)).Errors.Select(e => e with { Field = field.Key });
            all.AddRange(refused.Where(r => !all.Any(e => e.Field == r.Field && e.Message == r.Message)));
        }
        return (key, all);
    }

    public async Task<IReadOnlyList<Attachment>> Of(string? key, CancellationToken cancellationToken) =>
        key is null ? [] : (await attachments.Of(DraftFiles.Code, key, cancellationToken)).Files;
}
