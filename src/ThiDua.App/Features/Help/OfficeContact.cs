using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Help;

/// <summary>Whom the people of a unit, and of all units below it, call when they are stuck: an office, not a person.</summary>
public sealed class OfficeContact
{
    public const int MostName = 120,
        MostPhone = 20,
        MostHours = 120;

    public int UnitId { get; init; }
    public required string Name { get; set; }
    public required string Phone { get; set; }

    /// <summary>When somebody answers; null where it is not said.</summary>
    public string? Hours { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<OfficeContact>
    {
        public void Configure(EntityTypeBuilder<OfficeContact> b)
        {
            b.ToTable("office_contact");
            b.HasKey(c => c.UnitId);
            b.Property(c => c.UnitId).ValueGeneratedNever();
            b.Property(c => c.Name).HasMaxLength(MostName);
            b.Property(c => c.Phone).HasMaxLength(MostPhone);
            b.Property(c => c.Hours).HasMaxLength(MostHours);
            b.HasOne<Unit>().WithOne().HasForeignKey<OfficeContact>(c => c.UnitId);
        }
    }
}
