using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Security;
using ThiDua.App.Shared;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Campaigns;

/// <summary>A movement of one unit over one span of time: launched from a plan, with its targets and tasks.</summary>
public sealed class Campaign : IPlaced
{
    public int Id { get; init; }

    /// <summary>Its case's too.</summary>
    public string PublicId { get; init; } = Data.PublicId.New();

    /// <summary>Null only until a system of before there were cases of campaigns has started once.</summary>
    public int? CaseId { get; init; }
    public Case? Case { get; set; }
    public string State => Case?.State ?? CampaignCase.Running;

    /// <summary>The movement and its year: "Toàn dân bảo vệ an ninh Tổ quốc năm 2024".</summary>
    public required string Name { get; set; }
    public required string Pack { get; init; }

    /// <summary>The unit whose campaign it is; its subtree takes part.</summary>
    public int UnitId { get; init; }
    public DateOnly From { get; init; }
    public DateOnly To { get; init; }

    /// <summary>The civil year that figures are collected for; a target compared with a year has this year as its range.</summary>
    public int Year { get; init; }

    /// <summary>
    /// Reports of periods that end before this day are history: they may come in, are owed by nobody and never late.
    /// </summary>
    public DateOnly ReportsFrom { get; init; }

    /// <summary>The draft it was launched from: the plan's source text stays with it.</summary>
    public int PlanDraftId { get; init; }

    /// <summary>Number and symbol of the plan as cited: "76/KH-UBND"; null while blank.</summary>
    public string? PlanSymbol { get; set; }
    public DateTimeOffset LaunchedAt { get; init; }
    public List<CampaignTarget> Targets { get; init; } = [];
    public List<CampaignTask> Tasks { get; init; } = [];

    /// <summary>The targets that hold now; those that a later plan changed or ended are not among them.</summary>
    public IEnumerable<CampaignTarget> Current => Targets.Where(t => t.Until is null);

    /// <summary>What tells it from every other campaign of its unit: name, number of its plan, when it runs.</summary>
    public string Label
    {
        get
        {
            var span = $"{Show.Date(From)} – {Show.Date(To)}";
            return PlanSymbol is null ? $"{Name} ({span})" : $"{Name} ({PlanSymbol}; {span})";
        }
    }

    public static IQueryable<int> UnitOf(AppDb db, string id) => db.Campaigns.Where(c => c.PublicId == id).Select(c => c.UnitId);

    internal sealed class Mapping : IEntityTypeConfiguration<Campaign>
    {
        public void Configure(EntityTypeBuilder<Campaign> b)
        {
            b.ToTable("campaign");
            b.Property(c => c.PublicId).HasMaxLength(20);
            b.HasIndex(c => c.PublicId).IsUnique();
            b.HasOne<Unit>().WithMany().HasForeignKey(c => c.UnitId);
            b.Ignore(c => c.State).Ignore(c => c.Current).Ignore(c => c.Label);
            b.HasOne(c => c.Case).WithOne().HasForeignKey<Campaign>(c => c.CaseId);
            // Launched once at a time, since the draft's state is moved with it; again after a recall.
            b.HasIndex(c => c.PlanDraftId);
            b.HasOne<Plans.PlanDraft>().WithMany().HasForeignKey(c => c.PlanDraftId);
        }
    }
}

public static class CampaignSets
{
    extension(AppDb db)
    {
        public DbSet<Campaign> Campaigns => db.Set<Campaign>();

        /// <summary>All but those whose launch was recalled.</summary>
        public IQueryable<Campaign> StandingCampaigns => db.Set<Campaign>().Where(c => c.Case!.State != CampaignCase.Recalled);

        /// <summary>Those in which something may still be done: running, or summed up and not closed.</summary>
        public IQueryable<Campaign> OpenCampaigns =>
            db.Set<Campaign>().Where(c => c.Case!.State != CampaignCase.Recalled && c.Case.State != CampaignCase.Closed);
        public DbSet<CampaignTarget> Targets => db.Set<CampaignTarget>();
        public DbSet<CampaignTask> Tasks => db.Set<CampaignTask>();
    }
}
