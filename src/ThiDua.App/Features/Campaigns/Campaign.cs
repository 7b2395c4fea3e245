using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.App.Data;
using ThiDua.App.Features.Units;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Campaigns;

/// <summary>A movement of one unit over one span of time: launched from a plan, with its targets and tasks.</summary>
public sealed class Campaign : IPlaced
{
    public int Id { get; init; }
    public string PublicId { get; init; } = Data.PublicId.New();
    public required string Name { get; set; }
    public required string Pack { get; init; }

    /// <summary>The unit whose campaign it is; its subtree takes part.</summary>
    public int UnitId { get; init; }
    public DateOnly From { get; init; }
    public DateOnly To { get; init; }

    /// <summary>The civil year that figures are collected for; a target compared with a year has this year as its range.</summary>
    public int Year { get; init; }

    /// <summary>The draft it was launched from: the plan's source text stays with it.</summary>
    public int PlanDraftId { get; init; }

    /// <summary>Number and symbol of the plan as cited: "76/KH-UBND"; null while blank.</summary>
    public string? PlanSymbol { get; init; }
    public DateTimeOffset LaunchedAt { get; init; }
    public List<CampaignTarget> Targets { get; init; } = [];
    public List<CampaignTask> Tasks { get; init; } = [];

    public static IQueryable<int> UnitOf(AppDb db, string id) => db.Campaigns.Where(c => c.PublicId == id).Select(c => c.UnitId);

    internal sealed class Mapping : IEntityTypeConfiguration<Campaign>
    {
        public void Configure(EntityTypeBuilder<Campaign> b)
        {
            b.ToTable("campaign");
            b.Property(c => c.PublicId).HasMaxLength(20);
            b.HasIndex(c => c.PublicId).IsUnique();
            b.HasOne<Unit>().WithMany().HasForeignKey(c => c.UnitId);
            // A plan is launched once, however many windows press the button.
            b.HasIndex(c => c.PlanDraftId).IsUnique();
            b.HasOne<Plans.PlanDraft>().WithMany().HasForeignKey(c => c.PlanDraftId);
        }
    }
}

/// <summary>An indicator with a comparator, a value, a direction, a baseline year, a scope and a range (measures.md).</summary>
public sealed class CampaignTarget
{
    public int Id { get; init; }
    public string PublicId { get; init; } = Data.PublicId.New();
    public int CampaignId { get; init; }
    public int Order { get; init; }
    public string? Section { get; init; }

    /// <summary>The clause of the plan.</summary>
    public required string Text { get; init; }

    /// <summary>The thing measured, without its figure.</summary>
    public required string Measure { get; init; }

    /// <summary>Code of the pack's indicator; null for a wish that nothing counts yet.</summary>
    public string? Indicator { get; init; }

    /// <summary><c>&gt;= &gt; = &lt; &lt;=</c>; null for a target without a figure.</summary>
    public string? Comparator { get; init; }
    public bool Exact { get; init; }
    public decimal? Value { get; init; }
    public decimal? Upper { get; init; }
    public string? Unit { get; init; }
    public string? Direction { get; init; }
    public int? Baseline { get; init; }

    /// <summary>A kind of unit when the target holds for each unit of it; null for the campaign's total.</summary>
    public string? EachKind { get; init; }
    public DateOnly? DueDate { get; init; }
    public int FirstLine { get; init; }
    public int LastLine { get; init; }

    /// <summary>Who answers for it; empty: the campaign's unit.</summary>
    public List<TargetUnit> Units { get; init; } = [];

    internal sealed class Mapping : IEntityTypeConfiguration<CampaignTarget>
    {
        public void Configure(EntityTypeBuilder<CampaignTarget> b)
        {
            b.ToTable("campaign_target");
            b.Property(t => t.PublicId).HasMaxLength(20);
            b.Property(t => t.Text).HasMaxLength(8000);
            b.Property(t => t.Measure).HasMaxLength(4000);
            // Figures of a plan are read and shown, never summed: decimal as text on SQLite is harmless here.
            b.Property(t => t.Value).HasPrecision(18, 4);
            b.Property(t => t.Upper).HasPrecision(18, 4);
            b.HasIndex(t => t.PublicId).IsUnique();
            b.HasOne<Campaign>().WithMany(c => c.Targets).HasForeignKey(t => t.CampaignId);
        }
    }
}

public sealed class TargetUnit
{
    public int TargetId { get; init; }
    public int UnitId { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<TargetUnit>
    {
        public void Configure(EntityTypeBuilder<TargetUnit> b)
        {
            b.ToTable("campaign_target_unit");
            b.HasKey(t => new { t.TargetId, t.UnitId });
            b.HasOne<CampaignTarget>().WithMany(t => t.Units).HasForeignKey(t => t.TargetId);
            b.HasOne<Unit>().WithMany().HasForeignKey(t => t.UnitId);
            b.HasIndex(t => t.UnitId);
        }
    }
}

/// <summary>A task of the plan, with the units that lead it and those that support.</summary>
public sealed class CampaignTask
{
    public const int LongestSearch = 1000;

    public int Id { get; init; }
    public string PublicId { get; init; } = Data.PublicId.New();
    public int CampaignId { get; init; }
    public int Order { get; init; }
    public string? Section { get; init; }
    public required string Text { get; init; }

    /// <summary>The text folded, for search without marks; cut.</summary>
    public string Search { get; init; } = "";

    /// <summary>The task of the plan that this one is a part of: "… làm tốt các việc sau:".</summary>
    public CampaignTask? Parent { get; set; }
    public int? ParentId { get; init; }
    public DateOnly? DueDate { get; init; }

    /// <summary><c>week month quarter half year</c>.</summary>
    public string? Every { get; init; }
    public int FirstLine { get; init; }
    public int LastLine { get; init; }
    public List<TaskUnit> Units { get; init; } = [];

    internal sealed class Mapping : IEntityTypeConfiguration<CampaignTask>
    {
        public void Configure(EntityTypeBuilder<CampaignTask> b)
        {
            b.ToTable("campaign_task");
            b.Property(t => t.PublicId).HasMaxLength(20);
            b.Property(t => t.Text).HasMaxLength(16000);
            b.Property(t => t.Search).HasMaxLength(LongestSearch);
            b.HasOne(t => t.Parent).WithMany().HasForeignKey(t => t.ParentId);
            b.HasIndex(t => t.PublicId).IsUnique();
            b.HasOne<Campaign>().WithMany(c => c.Tasks).HasForeignKey(t => t.CampaignId);
        }
    }
}

public sealed class TaskUnit
{
    public int TaskId { get; init; }
    public int UnitId { get; init; }

    /// <summary>True for chủ trì, false for phối hợp.</summary>
    public bool Lead { get; init; }

    /// <summary>The day from which it answers for the task: nothing that ended before is asked of it; null: the campaign's first.</summary>
    public DateOnly? From { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<TaskUnit>
    {
        public void Configure(EntityTypeBuilder<TaskUnit> b)
        {
            b.ToTable("campaign_task_unit");
            b.HasKey(t => new { t.TaskId, t.UnitId });
            b.HasOne<CampaignTask>().WithMany(t => t.Units).HasForeignKey(t => t.TaskId);
            b.HasOne<Unit>().WithMany().HasForeignKey(t => t.UnitId);
            b.HasIndex(t => t.UnitId);
        }
    }
}

public static class CampaignSets
{
    extension(AppDb db)
    {
        public DbSet<Campaign> Campaigns => db.Set<Campaign>();
        public DbSet<CampaignTarget> Targets => db.Set<CampaignTarget>();
        public DbSet<CampaignTask> Tasks => db.Set<CampaignTask>();
    }
}
