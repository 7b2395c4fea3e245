using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.App.Data;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Lists;

/// <summary>A list's address kept under a name: by a person for themselves, or at a unit for all who work there and below.</summary>
public sealed class SavedView
{
    public const int Most = 20,
        LongestName = 80,
        LongestQuery = 2_000;

    public int Id { get; init; }
    public string PublicId { get; init; } = Data.PublicId.New();

    /// <summary>Code of the <see cref="ListDefinition"/>.</summary>
    public required string List { get; init; }
    public required string Name { get; set; }

    /// <summary>What follows the list's path in the address; begins with a question mark, or is empty.</summary>
    public required string Query { get; init; }

    /// <summary>Whose it is: a person's or a unit's, never both.</summary>
    public int? AccountId { get; init; }
    public int? UnitId { get; init; }

    /// <summary>The reader's own, and those of the units where they hold a role and of the units above.</summary>
    public static IQueryable<SavedView> SeenBy(IQueryable<SavedView> views, Viewer viewer)
    {
        var units = viewer.Paths.SelectMany(UnitVersion.PathIds).Distinct().ToList();
        var me = viewer.AccountId ?? 0;
        return views.Where(v => v.AccountId == me || (v.UnitId != null && units.Contains(v.UnitId.Value)));
    }

    internal sealed class Mapping : IEntityTypeConfiguration<SavedView>
    {
        public void Configure(EntityTypeBuilder<SavedView> b)
        {
            b.ToTable("saved_view");
            b.Property(v => v.PublicId).HasMaxLength(20);
            b.Property(v => v.List).HasMaxLength(80);
            b.Property(v => v.Name).HasMaxLength(LongestName);
            b.Property(v => v.Query).HasMaxLength(LongestQuery);
            b.HasIndex(v => v.PublicId).IsUnique();
            b.HasIndex(v => new { v.AccountId, v.List });
            b.HasIndex(v => new { v.UnitId, v.List });
            b.HasOne<Account>().WithMany().HasForeignKey(v => v.AccountId).OnDelete(DeleteBehavior.Cascade);
            b.HasOne<Unit>().WithMany().HasForeignKey(v => v.UnitId).OnDelete(DeleteBehavior.Restrict);
            b.ToTable(t => t.HasCheckConstraint("CK_saved_view_owner", "(\"AccountId\" IS NULL) <> (\"UnitId\" IS NULL)"));
        }
    }
}
