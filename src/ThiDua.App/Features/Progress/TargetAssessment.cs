using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Files;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Progress;

public enum Verdict
{
    Met,
    NotYet,
    Missed,
}

/// <summary>
/// What one unit that answers for a target found on a day, where no figure judges it. Never changed: the newest counts, the
/// others are its history.
/// </summary>
public sealed class TargetAssessment
{
    public const int LongestWords = 2000;

    public int Id { get; init; }
    public string PublicId { get; init; } = Data.PublicId.New();
    public int TargetId { get; init; }
    public int UnitId { get; init; }
    public Verdict Verdict { get; init; }

    /// <summary>The day on which it stood so.</summary>
    public DateOnly On { get; init; }
    public required string Words { get; init; }
    public DateTimeOffset At { get; init; }
    public int? AccountId { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<TargetAssessment>
    {
        public void Configure(EntityTypeBuilder<TargetAssessment> b)
        {
            b.ToTable("target_assessment");
            b.Property(a => a.PublicId).HasMaxLength(20);
            b.Property(a => a.Words).HasMaxLength(LongestWords);
            b.Property(a => a.Verdict).HasConversion<string>().HasMaxLength(10);
            b.HasIndex(a => a.PublicId).IsUnique();
            b.HasIndex(a => new { a.TargetId, a.UnitId });
            b.HasOne<CampaignTarget>().WithMany().HasForeignKey(a => a.TargetId);
            b.HasOne<Unit>().WithMany().HasForeignKey(a => a.UnitId);
        }
    }
}

/// <summary>The evidence of an assessment: seen by whoever sees the unit's figures, and kept as it is.</summary>
public sealed class AssessmentFiles(AppDb db, Viewer viewer, TimeProvider clock) : IFileOwner
{
    public const string Code = "assessment";

    public string Kind => Code;

    public async Task<FileRights?> Rights(string key, CancellationToken cancellationToken)
    {
        var found = await db.Set<TargetAssessment>()
            .Where(a => a.PublicId == key)
            .Join(db.Targets, a => a.TargetId, t => t.Id, (a, t) => new { a.UnitId, Target = t.PublicId })
            .FirstOrDefaultAsync(cancellationToken);
        if (found is null)
            return null;
        var path = await UnitQueries.Path(db, found.UnitId, clock.Today(), cancellationToken);
        return new(viewer.Can(Permission.ViewProgress, path), Change: false, found.UnitId, ("target", found.Target));
    }
}
