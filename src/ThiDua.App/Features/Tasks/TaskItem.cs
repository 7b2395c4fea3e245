using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Registers;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Tasks;

/// <summary>One unit's doing of a task of the plan: once, or once in each span of a task that recurs.</summary>
public sealed class TaskItem
{
    /// <summary>The case's.</summary>
    public int Id { get; init; }
    public required Case Case { get; init; }
    public int TaskId { get; init; }
    public CampaignTask? Task { get; init; }

    /// <summary>The unit that the plan names; whoever answers for it now is the case's unit.</summary>
    public int UnitId { get; init; }

    /// <summary>First day of the span it is done for.</summary>
    public DateOnly From { get; init; }
    public DateOnly To { get; init; }
    public List<TaskNote> Notes { get; init; } = [];

    /// <summary>Rows of registers that show what was done.</summary>
    public List<TaskEvidence> Rows { get; init; } = [];

    internal sealed class Mapping : IEntityTypeConfiguration<TaskItem>
    {
        public void Configure(EntityTypeBuilder<TaskItem> b)
        {
            b.ToTable("task_item");
            b.Property(t => t.Id).ValueGeneratedNever();
            b.HasOne(t => t.Case).WithOne().HasForeignKey<TaskItem>(t => t.Id);
            b.HasOne(t => t.Task).WithMany().HasForeignKey(t => t.TaskId);
            b.HasOne<Unit>().WithMany().HasForeignKey(t => t.UnitId);
            // Whoever looks twice for what is to begin begins it once.
            b.HasIndex(t => new
                {
                    t.TaskId,
                    t.UnitId,
                    t.From,
                })
                .IsUnique();
        }
    }
}

/// <summary>What somebody wrote down about a task.</summary>
public sealed class TaskNote
{
    public const int Longest = 4000;

    public int Id { get; init; }
    public int ItemId { get; init; }
    public required string Text { get; init; }
    public DateTimeOffset At { get; init; }
    public int? AccountId { get; init; }
    public Account? Account { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<TaskNote>
    {
        public void Configure(EntityTypeBuilder<TaskNote> b)
        {
            b.ToTable("task_note");
            b.Property(n => n.Text).HasMaxLength(Longest);
            b.HasOne<TaskItem>().WithMany(t => t.Notes).HasForeignKey(n => n.ItemId);
            b.HasOne(n => n.Account).WithMany().HasForeignKey(n => n.AccountId);
        }
    }
}

/// <summary>A row of a register that shows what was done; whoever may not see the row does not see that it is named.</summary>
public sealed class TaskEvidence
{
    public int ItemId { get; init; }
    public int RowId { get; init; }
    public RegisterRow? Row { get; init; }
    public DateTimeOffset At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<TaskEvidence>
    {
        public void Configure(EntityTypeBuilder<TaskEvidence> b)
        {
            b.ToTable("task_evidence");
            b.HasKey(e => new { e.ItemId, e.RowId });
            b.HasOne<TaskItem>().WithMany(t => t.Rows).HasForeignKey(e => e.ItemId);
            b.HasOne(e => e.Row).WithMany().HasForeignKey(e => e.RowId);
        }
    }
}

public static class TaskSets
{
    extension(AppDb db)
    {
        public DbSet<TaskItem> TaskItems => db.Set<TaskItem>();
    }
}
