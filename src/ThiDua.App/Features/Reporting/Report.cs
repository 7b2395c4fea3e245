using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Reporting;

/// <summary>
/// One unit's report for one period of one campaign, as it was last sent; its figures are facts from then on. What is typed
/// and not sent is the case's draft, its state the case's.
/// </summary>
public sealed class Report : IPlaced
{
    /// <summary>The case's.</summary>
    public int Id { get; init; }
    public required Case Case { get; init; }
    public int CampaignId { get; init; }
    public Campaign? Campaign { get; init; }
    public int UnitId { get; init; }

    /// <summary><see cref="Measures.Period.Id"/>.</summary>
    public required int PeriodId { get; init; }

    /// <summary>Why figures are missing or unlike the ones before, as JSON of indicator → text.</summary>
    public string? Comments { get; set; }
    public string? Results { get; set; }
    public string? Difficulties { get; set; }
    public string? Proposals { get; set; }
    public DateTimeOffset? SubmittedAt { get; set; }
    public int? SubmittedBy { get; set; }

    /// <summary>Who gave the figures, where somebody else typed them; null where the unit sent them itself.</summary>
    public string? ProvidedBy { get; set; }

    public static IQueryable<int> UnitOf(AppDb db, string id) => db.Reports.Where(r => r.Case.PublicId == id).Select(r => r.UnitId);

    internal sealed class Mapping : IEntityTypeConfiguration<Report>
    {
        public void Configure(EntityTypeBuilder<Report> b)
        {
            b.ToTable("report");
            b.Property(r => r.Id).ValueGeneratedNever();
            b.Property(r => r.Comments).HasMaxLength(-1);
            b.Property(r => r.Results).HasMaxLength(20000);
            b.Property(r => r.Difficulties).HasMaxLength(20000);
            b.Property(r => r.Proposals).HasMaxLength(20000);
            b.Property(r => r.ProvidedBy).HasMaxLength(ReportInputValidator.Provider);
            b.HasIndex(r => new
                {
                    r.CampaignId,
                    r.UnitId,
                    r.PeriodId,
                })
                .IsUnique();
            b.HasOne(r => r.Case).WithOne().HasForeignKey<Report>(r => r.Id);
            b.HasOne(r => r.Campaign).WithMany().HasForeignKey(r => r.CampaignId);
            b.HasOne<Unit>().WithMany().HasForeignKey(r => r.UnitId);
        }
    }
}

public static class ReportSets
{
    extension(AppDb db)
    {
        public DbSet<Report> Reports => db.Set<Report>();
    }
}
