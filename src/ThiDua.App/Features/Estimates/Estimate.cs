using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.App.Audit;
using ThiDua.App.Data;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Estimates;

/// <summary>
/// What a unit expects an indicator to come to at the end of a year, for itself and what lies below it. It is no fact and counts
/// into nothing; a later one takes its place, and the official figures of a complete year take the place of all.
/// </summary>
public sealed class Estimate
{
    public int Id { get; init; }
    public int UnitId { get; init; }

    /// <summary>Code of an indicator with facts.</summary>
    public required string Indicator { get; init; }
    public int Year { get; init; }

    /// <summary>Natural units × 10^scale of the indicator; null: taken back.</summary>
    public long? Value { get; init; }
    public DateTimeOffset At { get; init; }
    public int? AccountId { get; init; }
    public long RecordId { get; init; }

    /// <summary>The act of the record that explains it.</summary>
    public required Act Record { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Estimate>
    {
        public void Configure(EntityTypeBuilder<Estimate> b)
        {
            b.ToTable("estimate");
            b.Property(e => e.Indicator).HasMaxLength(80);
            b.HasOne<Unit>().WithMany().HasForeignKey(e => e.UnitId);
            b.HasOne(e => e.Record).WithMany().HasForeignKey(e => e.RecordId).OnDelete(DeleteBehavior.Restrict);
            b.HasIndex(e => new
            {
                e.UnitId,
                e.Year,
                e.Indicator,
            });
        }
    }
}
