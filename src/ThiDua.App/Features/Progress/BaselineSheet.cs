using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.App.Cases;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Progress;

/// <summary>One unit's figures of the years that a campaign compares with; entered by the office, approved by a second person.</summary>
public sealed class BaselineSheet
{
    /// <summary>The case's.</summary>
    public int Id { get; init; }
    public required Case Case { get; init; }
    public int CampaignId { get; init; }
    public Campaign? Campaign { get; init; }
    public int UnitId { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<BaselineSheet>
    {
        public void Configure(EntityTypeBuilder<BaselineSheet> b)
        {
            b.ToTable("baseline_sheet");
            b.Property(s => s.Id).ValueGeneratedNever();
            b.HasOne(s => s.Case).WithOne().HasForeignKey<BaselineSheet>(s => s.Id);
            b.HasOne(s => s.Campaign).WithMany().HasForeignKey(s => s.CampaignId);
            b.HasOne<Unit>().WithMany().HasForeignKey(s => s.UnitId);
            b.HasIndex(s => new { s.CampaignId, s.UnitId }).IsUnique();
        }
    }
}
