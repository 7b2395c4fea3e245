using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.App.Security;

namespace ThiDua.App.Notices;

/// <summary>Remind: what is to be done is due. Escalate: it is overdue, told to those above.</summary>
public enum NoticeKind
{
    Remind,
    Escalate,
}

/// <summary>A word to one person about one thing that is due, courteous and short; it leads there.</summary>
public sealed class Notice
{
    public int Id { get; init; }
    public int AccountId { get; init; }
    public required NoticeKind Kind { get; init; }

    /// <summary>What it is about, and on which day of it: nobody is told the same twice.</summary>
    public required string Key { get; init; }
    public required string Title { get; init; }
    public required string Unit { get; init; }
    public required string Href { get; init; }
    public DateOnly Due { get; init; }
    public DateTimeOffset At { get; init; }
    public DateTimeOffset? ReadAt { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Notice>
    {
        public void Configure(EntityTypeBuilder<Notice> b)
        {
            b.ToTable("notice");
            b.Property(n => n.Key).HasMaxLength(120);
            b.Property(n => n.Title).HasMaxLength(1000);
            b.HasOne<Account>().WithMany().HasForeignKey(n => n.AccountId);
            b.HasIndex(n => new { n.AccountId, n.Key }).IsUnique();
            b.HasIndex(n => new { n.AccountId, n.ReadAt });
        }
    }
}
