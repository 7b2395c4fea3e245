using ThiDua.App.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Files;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Documents;

/// <summary>An official document drawn up from a template of the pack with the figures of one moment, kept as it was made.</summary>
public sealed class OfficialPaper : IPlaced
{
    public int Id { get; init; }
    public string PublicId { get; init; } = Data.PublicId.New();
    public int CampaignId { get; init; }
    public Campaign? Campaign { get; init; }
    /// <summary>The pack's template: <c>interim</c>, <c>final</c>.</summary>
    public required string Template { get; init; }
    public required string Title { get; init; }
    public DateOnly AsOf { get; init; }
    public bool ApprovedOnly { get; init; }
    /// <summary>The figures hold everything up to the act of this number (<see cref="Audit.Seal"/>), and nothing after it.</summary>
    public long ActNumber { get; init; }
    public DateTimeOffset At { get; init; }
    public int AccountId { get; init; }
    /// <summary>The rendered Markdown, from which the preview is drawn.</summary>
    public required string Markdown { get; init; }
    public int FileId { get; init; }
    public StoredFile? File { get; init; }

    public static IQueryable<int> UnitOf(AppDb db, string id) => db.Papers.Where(p => p.PublicId == id).Select(p => p.Campaign!.UnitId);

    internal sealed class Mapping : IEntityTypeConfiguration<OfficialPaper>
    {
        public void Configure(EntityTypeBuilder<OfficialPaper> b)
        {
            b.ToTable("paper");
            b.Property(p => p.PublicId).HasMaxLength(20);
            b.Property(p => p.Template).HasMaxLength(40);
            b.Property(p => p.Markdown).HasMaxLength(-1);
            b.HasIndex(p => p.PublicId).IsUnique();
            b.HasOne(p => p.Campaign).WithMany().HasForeignKey(p => p.CampaignId);
            b.HasOne(p => p.File).WithMany().HasForeignKey(p => p.FileId);
        }
    }
}

public static class PaperSets
{
    extension(AppDb db)
    {
        public DbSet<OfficialPaper> Papers => db.Set<OfficialPaper>();
    }
}
