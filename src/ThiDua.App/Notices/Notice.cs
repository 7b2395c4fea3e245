using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.App.Data;
using ThiDua.App.Security;

namespace ThiDua.App.Notices;

/// <summary>
/// Remind: what is to be done is due. Escalate: it is overdue, told to those above. Ask: a person above asks for it.
/// </summary>
public enum NoticeKind
{
    Remind,
    Escalate,
    Ask,
}

/// <summary>A word to one person about one thing that is due, courteous and short; it leads there.</summary>
public sealed class Notice
{
    public const int MostWords = 1000;

    public int Id { get; init; }
    public int AccountId { get; init; }
    public required NoticeKind Kind { get; init; }

    /// <summary>What it is about, and on which day of it: nobody is told the same twice.</summary>
    public required string Key { get; init; }
    public required string Title { get; init; }
    public required string Unit { get; init; }
    public required string Href { get; init; }

    /// <summary>Null where the thing has no day.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>As the person who asks wrote it; null for the system's own words.</summary>
    public string? Words { get; init; }

    /// <summary>Who asks; null for the system.</summary>
    public int? FromId { get; init; }
    public DateTimeOffset At { get; init; }
    public DateTimeOffset? ReadAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Notice>
    {
        public void Configure(EntityTypeBuilder<Notice> b)
        {
            b.ToTable("notice");
            b.Property(n => n.Key).HasMaxLength(160);
            b.Property(n => n.Title).HasMaxLength(1000);
            b.Property(n => n.Words).HasMaxLength(MostWords);
            b.HasOne<Account>().WithMany().HasForeignKey(n => n.AccountId);
            b.HasOne<Account>().WithMany().HasForeignKey(n => n.FromId).OnDelete(DeleteBehavior.Restrict);
            b.HasIndex(n => new { n.AccountId, n.Key }).IsUnique();
            b.HasIndex(n => new { n.AccountId, n.ReadAt });
        }
    }
}

/// <summary>A kind of notice that a person does not want: none of it is made for them.</summary>
public sealed class NoticeMute
{
    public int AccountId { get; init; }
    public NoticeKind Kind { get; init; }

    /// <summary>Accounts that want no notices of this kind.</summary>
    public static async Task<IReadOnlySet<int>> Of(AppDb db, NoticeKind kind, CancellationToken cancellationToken) =>
        (await db.NoticeMutes.Where(m => m.Kind == kind).Select(m => m.AccountId).ToListAsync(cancellationToken)).ToHashSet();

    internal sealed class Mapping : IEntityTypeConfiguration<NoticeMute>
    {
        public void Configure(EntityTypeBuilder<NoticeMute> b)
        {
            b.ToTable("notice_mute");
            b.HasKey(m => new { m.AccountId, m.Kind });
            b.HasOne<Account>().WithMany().HasForeignKey(m => m.AccountId);
        }
    }
}
