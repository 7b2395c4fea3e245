using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Campaigns;

/// <summary>An indicator with a comparator, a value, a direction, a baseline year, a scope and a range (measures.md).</summary>
public sealed class CampaignTarget
{
    public int Id { get; init; }
    public string PublicId { get; init; } = Data.PublicId.New();
    public int CampaignId { get; init; }
    public int Order { get; init; }
    public string? Section { get; init; }

    /// <summary>The clause of the plan.</summary>
    public required string Text { get; set; }

    /// <summary>Its short name: the thing measured, whole, without its figure.</summary>
    public required string Measure { get; set; }

    /// <summary>Code of the pack's indicator; null for a wish that nothing counts yet.</summary>
    public string? Indicator { get; set; }

    /// <summary>The target whose kinds are named one by one, of which this is one ("04 giảm").</summary>
    public int? GroupId { get; init; }

    /// <summary><c>&gt;= &gt; = &lt; &lt;=</c>; null for a target without a figure.</summary>
    public string? Comparator { get; init; }
    public bool Exact { get; init; }
    public decimal? Value { get; init; }
    public decimal? Upper { get; init; }
    public string? Unit { get; init; }
    public string? Direction { get; init; }
    public int? Baseline { get; set; }

    /// <summary>A kind of unit when the target holds for each unit of it; null for the campaign's total.</summary>
    public string? EachKind { get; init; }
    public DateOnly? DueDate { get; init; }
    public int FirstLine { get; init; }
    public int LastLine { get; init; }

    /// <summary>The later plan that set it; null for the plan that the campaign was launched from.</summary>
    public int? PlanDraftId { get; init; }

    /// <summary>The day from which it holds; null: from the campaign's first.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The first day on which it holds no more: a later plan changed or ended it.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>The version that it takes the place of.</summary>
    public int? ReplacesId { get; init; }

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
            b.HasOne<Plans.PlanDraft>().WithMany().HasForeignKey(t => t.PlanDraftId);
            b.HasOne<CampaignTarget>().WithMany().HasForeignKey(t => t.ReplacesId);
            b.HasOne<CampaignTarget>().WithMany().HasForeignKey(t => t.GroupId);
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
