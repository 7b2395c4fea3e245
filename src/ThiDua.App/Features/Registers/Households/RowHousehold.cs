using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.App.Data;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Registers.Households;

/// <summary>One household that a row reached: a keyed hash of its order number in the hamlet's own list, and nothing else.</summary>
public sealed class RowHousehold
{
    public int RowId { get; init; }
    public long Key { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<RowHousehold>
    {
        public void Configure(EntityTypeBuilder<RowHousehold> b)
        {
            b.ToTable("row_household");
            b.HasKey(h => new { h.RowId, h.Key });
            b.HasOne<RegisterRow>().WithMany(r => r.Households).HasForeignKey(h => h.RowId);
        }
    }
}

/// <summary>The secret under which a unit's households are hashed, itself sealed; it goes with the campaign.</summary>
public sealed class HouseholdSecret
{
    public int UnitId { get; init; }

    /// <summary>Null once it was dropped.</summary>
    public string? Sealed { get; set; }

    /// <summary>The last day whose keys were dropped: until then counts stand as they are.</summary>
    public DateOnly? DroppedTo { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<HouseholdSecret>
    {
        public void Configure(EntityTypeBuilder<HouseholdSecret> b)
        {
            b.ToTable("household_secret");
            b.HasKey(s => s.UnitId);
            b.Property(s => s.UnitId).ValueGeneratedNever();
            b.Property(s => s.Sealed).HasMaxLength(1000);
            b.HasOne<Unit>().WithMany().HasForeignKey(s => s.UnitId);
        }
    }
}

public static class HouseholdSets
{
    extension(AppDb db)
    {
        public DbSet<RowHousehold> RowHouseholds => db.Set<RowHousehold>();
    }
}
