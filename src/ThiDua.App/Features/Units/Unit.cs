using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.App.Data;

namespace ThiDua.App.Features.Units;

/// <summary>
/// A unit of the tree, of any kind and depth: province, commune, hamlet, police, school … Its identity is the code; its
/// name, kind and place in the tree are dated (<see cref="UnitVersion"/>), so that a 2024 campaign shows its units of 2024.
/// </summary>
public sealed class Unit
{
    public int Id { get; init; }
    public string PublicId { get; init; } = Data.PublicId.New();
    /// <summary>The official code where one exists (Decision 19/2025/QĐ-TTg), else one given here; never the name.</summary>
    public required string Code { get; init; }
    public List<UnitVersion> Versions { get; init; } = [];

    internal sealed class Mapping : IEntityTypeConfiguration<Unit>
    {
        public void Configure(EntityTypeBuilder<Unit> b)
        {
            b.ToTable("unit");
            b.Property(u => u.PublicId).HasMaxLength(20);
            b.Property(u => u.Code).HasMaxLength(40);
            b.HasIndex(u => u.PublicId).IsUnique();
            b.HasIndex(u => u.Code).IsUnique();
        }
    }
}

/// <summary>What a unit was called, of what kind, and under which unit, from a day (included) to a day (excluded; null for still).</summary>
public sealed class UnitVersion
{
    public int Id { get; init; }
    public int UnitId { get; init; }
    public Unit? Unit { get; init; }
    public int? ParentId { get; init; }
    /// <summary>Ids from the top unit down to this one: <c>/1/7/</c>. A subtree is a prefix.</summary>
    public string Path { get; set; } = "/";
    public required string Name { get; init; }
    /// <summary>A kind of the pack's units.yaml.</summary>
    public required string Kind { get; init; }
    public DateOnly From { get; init; }
    public DateOnly? To { get; set; }
    /// <summary>Position among siblings in natural order ("Ấp 2" before "Ấp 10").</summary>
    public string SortKey { get; init; } = "";
    public string Search { get; init; } = "";

    public bool ValidOn(DateOnly day) => From <= day && (To is null || day < To);

    internal sealed class Mapping : IEntityTypeConfiguration<UnitVersion>
    {
        public void Configure(EntityTypeBuilder<UnitVersion> b)
        {
            b.ToTable("unit_version");
            b.Property(v => v.Path).HasMaxLength(200);
            b.Property(v => v.Kind).HasMaxLength(40);
            b.HasOne(v => v.Unit).WithMany(u => u.Versions).HasForeignKey(v => v.UnitId);
            b.HasOne<Unit>().WithMany().HasForeignKey(v => v.ParentId).OnDelete(DeleteBehavior.Restrict);
            b.HasIndex(v => v.Path);
            b.HasIndex(v => new { v.UnitId, v.From }).IsUnique();
            b.HasIndex(v => v.ParentId);
        }
    }
}
