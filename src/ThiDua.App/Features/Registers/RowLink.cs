using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.App.Data;

namespace ThiDua.App.Features.Registers;

/// <summary>What a row names in one of its fields, so that it can be found from there.</summary>
public sealed class RowLink
{
    public const int LongestTo = 40;

    public int RowId { get; init; }
    public required string Field { get; init; }

    /// <summary>Public id of a row of another register, a task or a target.</summary>
    public required string To { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<RowLink>
    {
        public void Configure(EntityTypeBuilder<RowLink> b)
        {
            b.ToTable("row_link");
            b.HasKey(l => new
            {
                l.RowId,
                l.Field,
                l.To,
            });
            b.Property(l => l.Field).HasMaxLength(80);
            b.Property(l => l.To).HasMaxLength(LongestTo);
            b.HasIndex(l => l.To);
            b.HasOne<RegisterRow>().WithMany(r => r.Links).HasForeignKey(l => l.RowId);
        }
    }
}

public static class RowLinkSets
{
    extension(AppDb db)
    {
        public DbSet<RowLink> RowLinks => db.Set<RowLink>();
    }
}
