using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.App.Data;
using ThiDua.App.Security;

namespace ThiDua.App.Files;

public enum AttachmentKind
{
    Evidence,
    Minutes,
    Photo,
    Other,
}

/// <summary>How far a file is on its way to its readers.</summary>
public enum AttachmentStage
{
    Ready,

    /// <summary>A photo that has not been drawn anew: nobody is given it.</summary>
    Processing,

    /// <summary>A photo that cannot be read; its file is gone, its row says so.</summary>
    Unreadable,
}

/// <summary>
/// A file that belongs to something: a case, a draft. Removing it is an act; its content goes, the row stays and says so.
/// </summary>
public sealed class Attachment
{
    public const int LongestTitle = 200;

    public int Id { get; init; }
    public string PublicId { get; init; } = Data.PublicId.New();

    /// <summary>Code of an <see cref="IFileOwner"/>.</summary>
    public required string OwnerKind { get; set; }

    /// <summary>The owner's own id, as its kind writes it.</summary>
    public required string OwnerKey { get; set; }

    /// <summary>Code of the form's field that it was given to; null: the owner as a whole.</summary>
    public string? Field { get; init; }
    public AttachmentKind Kind { get; init; }
    public required string Title { get; init; }
    public int Order { get; init; }

    /// <summary>Code of a <see cref="FileFormat"/>, told by the content.</summary>
    public required string Format { get; set; }
    public AttachmentStage Stage { get; set; }

    /// <summary>The file; of a photo that is being processed the original, afterwards what was drawn from it.</summary>
    public StoredFile? File { get; set; }
    public int? FileId { get; set; }

    /// <summary>A small picture of a photo.</summary>
    public StoredFile? Thumbnail { get; set; }
    public int? ThumbnailId { get; set; }
    public DateTimeOffset AddedAt { get; init; }
    public int? AddedBy { get; init; }
    public DateTimeOffset? RemovedAt { get; set; }
    public int? RemovedBy { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Attachment>
    {
        public void Configure(EntityTypeBuilder<Attachment> b)
        {
            b.ToTable("attachment");
            b.Property(a => a.PublicId).HasMaxLength(20);
            b.Property(a => a.OwnerKind).HasMaxLength(40);
            b.Property(a => a.OwnerKey).HasMaxLength(60);
            b.Property(a => a.Field).HasMaxLength(80);
            b.Property(a => a.Title).HasMaxLength(LongestTitle);
            b.Property(a => a.Format).HasMaxLength(20);
            b.HasIndex(a => a.PublicId).IsUnique();
            b.HasIndex(a => new { a.OwnerKind, a.OwnerKey });
            b.HasOne(a => a.File).WithMany().HasForeignKey(a => a.FileId).OnDelete(DeleteBehavior.SetNull);
            b.HasOne(a => a.Thumbnail).WithMany().HasForeignKey(a => a.ThumbnailId).OnDelete(DeleteBehavior.SetNull);
            b.HasOne<Account>().WithMany().HasForeignKey(a => a.AddedBy).OnDelete(DeleteBehavior.Restrict);
            b.HasOne<Account>().WithMany().HasForeignKey(a => a.RemovedBy).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

public static class AttachmentSets
{
    extension(AppDb db)
    {
        public DbSet<Attachment> Attachments => db.Set<Attachment>();
    }
}
