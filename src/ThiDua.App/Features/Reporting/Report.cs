using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Units;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Reporting;

/// <summary>
/// One unit's report for one period of one campaign: narrative, and figures that are a draft until they are sent and
/// facts from then on. Its state is one of the pack's flow <c>report</c>.
/// </summary>
public sealed class Report : IPlaced
{
    public int Id { get; init; }
    public string PublicId { get; init; } = Data.PublicId.New();
    public int CampaignId { get; init; }
    public Campaign? Campaign { get; init; }
    public int UnitId { get; init; }
    /// <summary><see cref="Measures.Period.Id"/>.</summary>
    public required int PeriodId { get; init; }
    public required string State { get; set; }
    /// <summary>Typed and not yet sent, as JSON of field code → text as typed: kept whatever it is, judged when sent.</summary>
    public string? Draft { get; set; }
    /// <summary>Why figures are missing or unlike the ones before, as JSON of indicator → text.</summary>
    public string? Comments { get; set; }
    public string? Results { get; set; }
    public string? Difficulties { get; set; }
    public string? Proposals { get; set; }
    /// <summary>Why it came back.</summary>
    public string? ReturnReason { get; set; }
    public DateTimeOffset? SubmittedAt { get; set; }
    public int? SubmittedBy { get; set; }
    public DateTimeOffset SavedAt { get; set; }
    public int? SavedBy { get; set; }
    /// <summary>Counts each save, so that two windows do not overwrite each other unseen.</summary>
    public int Version { get; set; }

    public static IQueryable<int> UnitOf(AppDb db, string id) => db.Reports.Where(r => r.PublicId == id).Select(r => r.UnitId);

    internal sealed class Mapping : IEntityTypeConfiguration<Report>
    {
        public void Configure(EntityTypeBuilder<Report> b)
        {
            b.ToTable("report");
            b.Property(r => r.PublicId).HasMaxLength(20);
            b.Property(r => r.State).HasMaxLength(40);
            b.Property(r => r.Draft).HasMaxLength(-1);
            b.Property(r => r.Comments).HasMaxLength(-1);
            b.Property(r => r.Results).HasMaxLength(20000);
            b.Property(r => r.Difficulties).HasMaxLength(20000);
            b.Property(r => r.Proposals).HasMaxLength(20000);
            b.Property(r => r.ReturnReason).HasMaxLength(2000);
            b.Property(r => r.Version).IsConcurrencyToken();
            b.HasIndex(r => r.PublicId).IsUnique();
            b.HasIndex(r => new { r.CampaignId, r.UnitId, r.PeriodId }).IsUnique();
            b.HasIndex(r => r.State);
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
