using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Security;
using ThiDua.App.Shared;

namespace ThiDua.App.Files;

/// <summary>The files of one owner, as its page shows them: what <c>_Attachments.cshtml</c> is drawn from.</summary>
public sealed record AttachmentList(IReadOnlyList<Attachment> Files, bool MayChange)
{
    /// <summary>Of the last try to add some.</summary>
    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>Shown within a form that takes new ones itself: taking one away is an act of that form.</summary>
    public bool InForm { get; init; }
}

/// <summary>Reading files; what the viewer may not see is as if it were not there.</summary>
public sealed class Attachments(AppDb db, IEnumerable<IFileOwner> owners)
{
    private readonly Dictionary<string, IFileOwner> byKind = owners.ToDictionary(o => o.Kind, StringComparer.Ordinal);

    public Task<FileRights?> Rights(string ownerKind, string key, CancellationToken cancellationToken) =>
        byKind.TryGetValue(ownerKind, out var owner) ? owner.Rights(key, cancellationToken) : Task.FromResult<FileRights?>(null);

    /// <summary>The files that are there; empty for who may not see them.</summary>
    public async Task<AttachmentList> Of(string ownerKind, string key, CancellationToken cancellationToken)
    {
        if (await Rights(ownerKind, key, cancellationToken) is not { View: true } rights)
            return new([], false);
        var files = await There(ownerKind, key).AsNoTracking().ToListAsync(cancellationToken);
        return new(files, rights.Change);
    }

    /// <summary>One file and what this viewer may do with it; null for who may not see it, and once it is removed.</summary>
    public async Task<(Attachment File, FileRights Rights)?> Find(string publicId, CancellationToken cancellationToken)
    {
        var found = await db
            .Attachments.Include(a => a.File)
            .Include(a => a.Thumbnail)
            .FirstOrDefaultAsync(a => a.PublicId == publicId && a.RemovedAt == null, cancellationToken);
        return found is not null && await Rights(found.OwnerKind, found.OwnerKey, cancellationToken) is { View: true } rights
            ? (found, rights)
            : null;
    }

    internal IQueryable<Attachment> There(string ownerKind, string key) =>
        db
            .Attachments.Include(a => a.File)
            .Include(a => a.Thumbnail)
            .Where(a => a.OwnerKind == ownerKind && a.OwnerKey == key && a.RemovedAt == null)
            .OrderBy(a => a.Order)
            .ThenBy(a => a.Id);
}

/// <summary>The right to see the owner of the file that the address names: which permission that is, the owner says.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsFileAttribute() : NeedsAttribute(null)
{
    public override string Key => "id";

    internal override async Task<bool> Decide(HttpContext http) =>
        IdIn(http) is { } id && await http.RequestServices.GetRequiredService<Attachments>().Find(id, http.RequestAborted) is not null;
}
