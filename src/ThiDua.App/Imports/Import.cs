using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.App.Data;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Imports;

/// <summary>
/// One file that came in, from its upload (then it has an <see cref="ImportDraft"/>) to its undoing: what its rows brought can be
/// taken back by its id.
/// </summary>
public sealed class Import : IPlaced
{
    public int Id { get; init; }
    public string PublicId { get; init; } = Data.PublicId.New();

    /// <summary>Of its <see cref="IImportTarget"/>: <c>facts</c>; or <c>units</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Where one target takes several sorts of rows, which: the code of a register.</summary>
    public string? Of { get; init; }
    public required string FileName { get; init; }
    public DateTimeOffset At { get; init; }
    public int? AccountId { get; init; }

    /// <summary>Of the person who uploaded it; null for the operator's.</summary>
    public int? UnitId { get; init; }
    public int Rows { get; set; }
    public int New { get; set; }
    public int Changed { get; set; }
    public int Pending { get; set; }

    /// <summary>How many batches are written: one that was cut short goes on behind them.</summary>
    public int Batches { get; set; }

    /// <summary>Rows that said what was known already, or nothing.</summary>
    public int Same => Rows - New - Changed - Pending;

    /// <summary>False while batches are still being applied, and for good after one that was cut short.</summary>
    public bool Complete { get; set; }

    /// <summary>The act that took it back.</summary>
    public long? UndoneById { get; set; }

    /// <summary>Null once it was applied: nothing of the file is kept beside what it brought.</summary>
    public ImportDraft? Draft { get; set; }

    /// <summary>What was applied has a draft again while it is taken back, and as long as it could not be.</summary>
    public bool IsUndone => Batches > 0 && Draft is { Head: null };

    public static IQueryable<int> UnitOf(AppDb db, string id) =>
        db.Imports.Where(i => i.PublicId == id && i.UnitId != null).Select(i => i.UnitId!.Value);

    internal sealed class Mapping : IEntityTypeConfiguration<Import>
    {
        public void Configure(EntityTypeBuilder<Import> b)
        {
            b.ToTable("import");
            b.Ignore(i => i.Same);
            b.Ignore(i => i.IsUndone);
            b.Property(i => i.PublicId).HasMaxLength(20);
            b.Property(i => i.Kind).HasMaxLength(20);
            b.Property(i => i.Of).HasMaxLength(60);
            b.HasIndex(i => i.PublicId).IsUnique();
            b.HasIndex(i => new { i.AccountId, i.Id });
            b.HasOne<Unit>().WithMany().HasForeignKey(i => i.UnitId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
