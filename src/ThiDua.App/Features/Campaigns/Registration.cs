using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Campaigns;

/// <summary>What one unit promises to do in a campaign (đăng ký thi đua), with its short own plan.</summary>
public sealed class Registration
{
    public const int Longest = 20_000;

    /// <summary>The case's.</summary>
    public int Id { get; init; }
    public required Case Case { get; init; }
    public int CampaignId { get; init; }
    public Campaign? Campaign { get; init; }
    public int UnitId { get; init; }

    /// <summary>The targets it registers, one a line; drafted from its share of the plan.</summary>
    public string Targets { get; set; } = "";

    /// <summary>What it will do, when and by whom; drafted from its tasks.</summary>
    public string Plan { get; set; } = "";

    internal sealed class Mapping : IEntityTypeConfiguration<Registration>
    {
        public void Configure(EntityTypeBuilder<Registration> b)
        {
            b.ToTable("registration");
            b.Property(r => r.Id).ValueGeneratedNever();
            b.Property(r => r.Targets).HasMaxLength(Longest);
            b.Property(r => r.Plan).HasMaxLength(Longest);
            b.HasOne(r => r.Case).WithOne().HasForeignKey<Registration>(r => r.Id);
            b.HasOne(r => r.Campaign).WithMany().HasForeignKey(r => r.CampaignId);
            b.HasOne<Unit>().WithMany().HasForeignKey(r => r.UnitId);
            // Whoever looks twice for who is to register draws up one.
            b.HasIndex(r => new { r.CampaignId, r.UnitId }).IsUnique();
        }
    }
}

public static class RegistrationSets
{
    extension(AppDb db)
    {
        public DbSet<Registration> Registrations => db.Set<Registration>();
    }
}
