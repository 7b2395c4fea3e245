using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.App.Data;
using ThiDua.App.Imports;

namespace ThiDua.App.Tree;

/// <summary>
/// Where a unit lies, from a day on: as a file told it. A later one takes its place and does not overwrite it; one whose import
/// was undone counts no more.
/// </summary>
public sealed class UnitArea
{
    public const int LongestShape = 1_000_000;

    public int Id { get; init; }
    public int UnitId { get; init; }
    public DateOnly From { get; init; }

    /// <summary>A polygon, or several, of GeoJSON (WGS 84).</summary>
    public required string Shape { get; init; }
    public int ImportId { get; init; }

    /// <summary>The areas that hold on a day: of each unit the newest.</summary>
    public static IQueryable<UnitArea> On(AppDb db, DateOnly day)
    {
        var holding = db.Set<UnitArea>()
            .AsNoTracking()
            .Where(a => a.From <= day && !db.Imports.Any(i => i.Id == a.ImportId && i.UndoneById != null));
        return holding.Where(a => !holding.Any(b => b.UnitId == a.UnitId && (b.From > a.From || (b.From == a.From && b.Id > a.Id))));
    }

    internal sealed class Mapping : IEntityTypeConfiguration<UnitArea>
    {
        public void Configure(EntityTypeBuilder<UnitArea> b)
        {
            b.ToTable("unit_area");
            b.Property(a => a.Shape).HasMaxLength(LongestShape);
            b.HasOne<Unit>().WithMany().HasForeignKey(a => a.UnitId).OnDelete(DeleteBehavior.Restrict);
            b.HasOne<Import>().WithMany().HasForeignKey(a => a.ImportId).OnDelete(DeleteBehavior.Restrict);
            b.HasIndex(a => new { a.UnitId, a.From });
        }
    }
}
