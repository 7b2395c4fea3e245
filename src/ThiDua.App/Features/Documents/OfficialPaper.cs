using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Files;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Documents;

/// <summary>An official document drawn up from a template of the pack with the figures of one moment, kept as it was made.</summary>
public sealed class OfficialPaper : IPlaced
{
    /// <summary>The case's.</summary>
    public int Id { get; init; }
    public required Case Case { get; init; }
    public string PublicId => Case.PublicId;
    public string Title => Case.Title;
    public int CampaignId { get; init; }
    public Campaign? Campaign { get; init; }

    /// <summary>The pack's template: <c>interim</c>, <c>final</c>.</summary>
    public required string Template { get; init; }
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

    public static IQueryable<int> UnitOf(AppDb db, string id) =>
        db.Papers.Where(p => p.Case.PublicId == id).Select(p => p.Campaign!.UnitId);

    internal sealed class Mapping : IEntityTypeConfiguration<OfficialPaper>
    {
        public void Configure(EntityTypeBuilder<OfficialPaper> b)
        {
            b.ToTable("paper");
            b.Property(p => p.Id).ValueGeneratedNever();
            b.HasOne(p => p.Case).WithOne().HasForeignKey<OfficialPaper>(p => p.Id);
            b.Property(p => p.Template).HasMaxLength(40);
            b.Property(p => p.Markdown).HasMaxLength(-1);
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
