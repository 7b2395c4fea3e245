using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.App.Data;
using ThiDua.App.Security;

namespace ThiDua.App.Tree;

/// <summary>
/// A unit of the tree, of any kind and depth: province, commune, hamlet, police, school … Its identity is the code; its
/// name, kind and place in the tree are dated (<see cref="UnitVersion"/>), so that a 2024 campaign shows its units of 2024.
/// </summary>
public sealed class Unit : IPlaced
{
    public int Id { get; init; }
    public string PublicId { get; init; } = Data.PublicId.New();

    /// <summary>The official code where one exists (Decision 19/2025/QĐ-TTg), else one given here; never the name.</summary>
    public required string Code { get; init; }

    /// <summary>
    /// The province it was first recorded under, or the top of a tree without provinces; never changed, though the unit may
    /// move.
    /// </summary>
    public int HomeId { get; set; }

    /// <summary>Whether it has, or had, units below it: then its totals are stored; otherwise they are its own figures.</summary>
    public bool IsParent { get; set; }

    /// <summary>A district, a province, the nation: its totals come by the sweep, not with each fact.</summary>
    public bool AboveCommune { get; init; }

    /// <summary>The file it came with, by which it can be taken back; null for one that was added by hand.</summary>
    public int? ImportId { get; init; }
    public List<UnitVersion> Versions { get; init; } = [];

    public static IQueryable<int> UnitOf(AppDb db, string id) => db.Units.Where(u => u.PublicId == id).Select(u => u.Id);

    internal sealed class Mapping : IEntityTypeConfiguration<Unit>
    {
        public void Configure(EntityTypeBuilder<Unit> b)
        {
            b.ToTable("unit");
            b.Property(u => u.PublicId).HasMaxLength(20);
            b.Property(u => u.Code).HasMaxLength(40);
            b.HasIndex(u => u.PublicId).IsUnique();
            b.HasIndex(u => u.Code).IsUnique();
            b.HasIndex(u => u.ImportId).HasFilter("\"ImportId\" IS NOT NULL");
        }
    }
}

/// <summary>
/// What a unit was called, of what kind, and under which unit, from a day (included) to a day (excluded; null for still).
/// </summary>
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

    /// <summary>The ids of <see cref="Path"/>, from the top down.</summary>
    public IEnumerable<int> Ids() => PathIds(Path);

    public static IEnumerable<int> PathIds(string path) =>
        path.Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Select(id => int.Parse(id, System.Globalization.CultureInfo.InvariantCulture));

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

/// <summary>
/// By how much the number of units of one kind in a subtree changes on a day: what "how many are asked" is read from,
/// without counting a tree of 93,000 units. Kept by every act on the tree.
/// </summary>
public sealed class UnitCount
{
    public int UnitId { get; init; }
    public required string Kind { get; init; }
    public DateOnly From { get; init; }
    public int Change { get; set; }

    /// <summary>How many of them are no more, and did not move or become another kind: what they reported last still counts.</summary>
    public int Ended { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<UnitCount>
    {
        public void Configure(EntityTypeBuilder<UnitCount> b)
        {
            b.ToTable("unit_count");
            b.Property(c => c.Kind).HasMaxLength(40);
            // A file of units writes counts in bulk, and ends none.
            b.Property(c => c.Ended).HasDefaultValue(0);
            b.HasKey(c => new
            {
                c.UnitId,
                c.Kind,
                c.From,
            });
        }
    }
}
