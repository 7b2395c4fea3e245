using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.App.Audit;
using ThiDua.App.Data;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Jobs;

public enum JobState
{
    Waiting,
    Running,
    Done,
    Failed,
    Dropped,
}

/// <summary>
/// Work that outlives its request, written in the transaction of its cause. The row is bookkeeping: what a job changes is
/// explained by an act of its own.
/// </summary>
public sealed class Job : IPlaced
{
    public int Id { get; init; }
    public string PublicId { get; init; } = Data.PublicId.New();

    /// <summary>Code of the <see cref="IJobKind"/> that does it.</summary>
    public required string Kind { get; init; }

    /// <summary>JSON of what the kind has to know.</summary>
    public required string Payload { get; init; }

    /// <summary>The same key is enqueued once for as long as its row is kept.</summary>
    public string? Key { get; init; }

    /// <summary>Where it is seen from; null belongs to the top of the tree.</summary>
    public int? UnitId { get; init; }

    /// <summary>As whom it acts; null for the system.</summary>
    public int? AccountId { get; init; }
    public long CauseId { get; init; }
    public Act? Cause { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public JobState State { get; set; }

    /// <summary>Not before this moment; null: at once, whatever the clock says.</summary>
    public DateTimeOffset? RunAt { get; set; }

    /// <summary>How often it was begun, counted before it runs: a job that kills its process is not begun for ever.</summary>
    public int Attempts { get; set; }

    /// <summary>Who runs it, drawn anew each time: what an earlier run writes late finds another owner here.</summary>
    public string? Owner { get; set; }

    /// <summary>Raised by the owner while it runs; a beat that stands still is a lease that has ended.</summary>
    public long Beat { get; set; }
    public int? Step { get; set; }
    public int? Steps { get; set; }
    public string? ErrorCode { get; set; }
    public string? Error { get; set; }

    /// <summary>JSON of what came of it.</summary>
    public string? Result { get; set; }
    public DateTimeOffset? EndedAt { get; set; }

    public bool IsOver => State is JobState.Done or JobState.Failed or JobState.Dropped;

    public static IQueryable<int> UnitOf(AppDb db, string id) =>
        db.Set<Job>().Where(j => j.PublicId == id && j.UnitId != null).Select(j => j.UnitId!.Value);

    internal sealed class Mapping : IEntityTypeConfiguration<Job>
    {
        public void Configure(EntityTypeBuilder<Job> b)
        {
            b.ToTable("job");
            b.Property(j => j.PublicId).HasMaxLength(20);
            b.Property(j => j.Kind).HasMaxLength(60);
            b.Property(j => j.Payload).HasMaxLength(-1);
            b.Property(j => j.Result).HasMaxLength(-1);
            b.Property(j => j.ErrorCode).HasMaxLength(60);
            b.Property(j => j.Error).HasMaxLength(1000);
            b.HasIndex(j => j.PublicId).IsUnique();
            b.HasIndex(j => j.Key).IsUnique().HasFilter("\"Key\" IS NOT NULL");
            b.HasIndex(j => new { j.State, j.Id });
            b.HasOne(j => j.Cause).WithMany().HasForeignKey(j => j.CauseId).OnDelete(DeleteBehavior.Restrict);
            b.HasOne<Unit>().WithMany().HasForeignKey(j => j.UnitId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}

public static class JobSets
{
    extension(AppDb db)
    {
        public DbSet<Job> Jobs => db.Set<Job>();
    }
}
