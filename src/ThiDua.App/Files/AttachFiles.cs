using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ThiDua.App.Audit;
using ThiDua.App.Data;
using ThiDua.App.Jobs;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Files;

/// <param name="Name">As the browser sent it.</param>
/// <param name="Content">Can be read more than once, as an upload can.</param>
public sealed record NewFile(string Name, Stream Content);

/// <param name="OwnerKind">Code of an <see cref="IFileOwner"/>.</param>
/// <param name="Field">Code of the form's field; null: the owner as a whole.</param>
/// <param name="Title">What it shows; left out: the file's name.</param>
public sealed record AttachInput(
    string OwnerKind,
    string OwnerKey,
    IReadOnlyList<NewFile> Files,
    AttachmentKind Kind = AttachmentKind.Evidence,
    string? Field = null,
    string? Title = null
);

/// <summary>
/// Adds files to what they belong to, and takes them away. What is no photo is there at once; photos are drawn anew first.
/// </summary>
public sealed class AttachFiles(
    AppDb db,
    Attachments attachments,
    FileStore store,
    Viewer viewer,
    Once once,
    TimeProvider clock,
    IStringLocalizer<Text> text
)
{
    public const int MostAtOnce = 20,
        MostOfOwner = 200;

    /// <summary>Bytes of one request that brings as many files as may come at once.</summary>
    public const long MostRequest = MostAtOnce * FileStore.MaxBytes + 1024 * 1024;

    public const string Field = "files";

    /// <summary>As an act of its own: the files that can be taken are kept, the others are named with the reason.</summary>
    public async Task<Outcome> Handle(AttachInput input, CancellationToken cancellationToken)
    {
        if (await attachments.Rights(input.OwnerKind, input.OwnerKey, cancellationToken) is not { View: true, Change: true } rights)
            return Outcome.NotFound;
        // What waits as a draft has a new owner each time; its form is taken once as a whole.
        var part = input.OwnerKind == DraftFiles.Code ? null : $":{input.OwnerKey}:{input.Kind}";
        if (part is not null && await once.Before(cancellationToken, part) is not null)
            return Outcome.Done;
        var act = viewer.Record("file.add", rights.Subject.Kind, rights.Subject.Id, rights.UnitId);
        var errors = await Add(input, act, cancellationToken);
        if (errors.Count > 0 && !db.ChangeTracker.Entries<Attachment>().Any(a => a.State == EntityState.Added))
        {
            db.ChangeTracker.Clear();
            return new() { Errors = errors };
        }
        if (part is not null && errors.Count == 0)
            once.Write(part);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (part is not null)
        {
            // The same files came twice at once: the other ones were kept.
            db.ChangeTracker.Clear();
            if (await once.Before(cancellationToken, part) is null)
                throw;
        }
        return new() { Errors = errors };
    }

    /// <summary>The same within an act of the caller, who has asked for the right and saves: a form that is sent with its files.</summary>
    /// <returns>What was refused, and why; the rest is added.</returns>
    public async Task<IReadOnlyList<FieldError>> Add(AttachInput input, Act act, CancellationToken cancellationToken)
    {
        var there = await db.Attachments.CountAsync(
            a => a.OwnerKind == input.OwnerKind && a.OwnerKey == input.OwnerKey && a.RemovedAt == null,
            cancellationToken
        );
        if (Refusal(input, there) is { } refused)
            return [refused];
        var errors = new List<FieldError>();
        foreach (var file in input.Files)
        {
            var told = file.Content.Length > FileStore.MaxBytes ? new(null, "large") : await ToldFormat.Of(file.Content, cancellationToken);
            if (told.Format is { } format)
                await Keep(input, file, format, there++, act, cancellationToken);
            else
                errors.Add(Refused(file, text[$"Refused.{told.Refused}", FileStore.MaxBytes / 1024 / 1024]));
        }
        return errors;
    }

    /// <summary>Takes a file away: its content goes with the last row that names it, that it was there stays.</summary>
    public async Task<Outcome> Remove(string publicId, CancellationToken cancellationToken)
    {
        if (await attachments.Find(publicId, cancellationToken) is not ({ } file, { Change: true } rights))
            return Outcome.NotFound;
        var act = viewer.Record("file.remove", rights.Subject.Kind, rights.Subject.Id, rights.UnitId, detail: Detail(file));
        var gone = Clear(db, file, act);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Removed in another window, or a photo that was just drawn.
            return new() { Conflict = true, Errors = [new("", text["Changed"])] };
        }
        foreach (var hash in gone)
            await store.Drop(hash, CancellationToken.None);
        return Outcome.Done;
    }

    /// <summary>Gives the files of a draft of this viewer to what was made of it; the caller saves it with its act.</summary>
    public async Task Adopt(string draftKey, string ownerKind, string ownerKey, CancellationToken cancellationToken)
    {
        if (await attachments.Rights(DraftFiles.Code, draftKey, cancellationToken) is not { Change: true })
            return;
        foreach (var file in await attachments.There(DraftFiles.Code, draftKey).ToListAsync(cancellationToken))
            (file.OwnerKind, file.OwnerKey) = (ownerKind, ownerKey);
    }

    /// <returns>Hashes of content that may be nobody's now.</returns>
    internal static IReadOnlyList<string> Clear(AppDb db, Attachment file, Act act)
    {
        StoredFile[] stored = [.. new[] { file.File, file.Thumbnail }.OfType<StoredFile>()];
        (file.RemovedAt, file.RemovedBy) = (act.At, act.AccountId);
        (file.FileId, file.ThumbnailId) = (null, null);
        (file.File, file.Thumbnail) = (null, null);
        db.RemoveRange(stored.AsEnumerable());
        return [.. stored.Select(s => s.Hash)];
    }

    internal static string Detail(Attachment file) => JsonSerializer.Serialize(new { file = file.PublicId, hash = file.File?.Hash });

    private FieldError? Refusal(AttachInput input, int there) =>
        input.Files.Count == 0 ? new(Field, text["FileNeeded"])
        : input.Files.Count > MostAtOnce ? new(Field, text["TooMany", MostAtOnce])
        : there + input.Files.Count > MostOfOwner ? new(Field, text["TooManyHere", MostOfOwner])
        : input.Title?.Length > Attachment.LongestTitle ? new("title", text["TitleTooLong", Attachment.LongestTitle])
        : null;

    private FieldError Refused(NewFile file, string why) => new(Field, text["FileRefused", Short(BaseName(file.Name)), why]);

    private async Task Keep(AttachInput input, NewFile file, FileFormat format, int order, Act act, CancellationToken cancellationToken)
    {
        var name = format.NameFor(BaseName(file.Name));
        var stored = await store.Keep(file.Content, name, cancellationToken);
        var added = new Attachment
        {
            OwnerKind = input.OwnerKind,
            OwnerKey = input.OwnerKey,
            Field = input.Field,
            Kind = format.IsPhoto && input.Kind == AttachmentKind.Other ? AttachmentKind.Photo : input.Kind,
            Title = NameText.Clean(input.Title) is { Length: > 0 } title ? title : stored.Name,
            Order = order,
            Format = format.Code,
            Stage = format.IsPhoto ? AttachmentStage.Processing : AttachmentStage.Ready,
            File = stored,
            AddedAt = clock.GetUtcNow(),
            AddedBy = viewer.AccountId,
        };
        db.Attachments.Add(added);
        if (format.IsPhoto)
            await db.Enqueue(PreparePhoto.Code, new PhotoJob(added.PublicId), act, cancellationToken);
    }

    // Browsers of old office PCs send the whole path.
    private static string BaseName(string name) => NameText.Clean(name).Split('/', '\\')[^1] is { Length: > 0 } last ? last : "tep";

    private static string Short(string name) => name.Length <= 80 ? name : name[..79] + "…";
}
