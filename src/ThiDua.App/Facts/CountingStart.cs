using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.App.Tree;

namespace ThiDua.App.Facts;

/// <summary>A day from which reach is counted anew in a unit and below it: the first day of a campaign (measures.md).</summary>
public sealed class CountingStart
{
    public int UnitId { get; init; }
    public DateOnly From { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<CountingStart>
    {
        public void Configure(EntityTypeBuilder<CountingStart> b)
        {
            b.ToTable("counting_start");
            b.HasKey(s => new { s.UnitId, s.From });
            b.HasOne<Unit>().WithMany().HasForeignKey(s => s.UnitId);
        }
    }
}
