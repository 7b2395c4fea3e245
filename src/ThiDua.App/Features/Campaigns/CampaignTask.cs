using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Campaigns;

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

    /// <summary>The later plan that added it; null for the plan that the campaign was launched from.</summary>
    public int? PlanDraftId { get; init; }

    /// <summary>The day from which it is asked; null: from the launch.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The first day on which nobody is asked for it any more: a later plan ended it.</summary>
    public DateOnly? Until { get; set; }
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
            b.HasOne<Plans.PlanDraft>().WithMany().HasForeignKey(t => t.PlanDraftId);
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
