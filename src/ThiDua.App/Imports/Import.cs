using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.App.Data;

namespace ThiDua.App.Imports;

/// <summary>One file that came in: what its rows brought can be taken back by its id.</summary>
public sealed class Import
{
    public int Id { get; init; }
    public string PublicId { get; init; } = Data.PublicId.New();

    /// <summary><c>units facts baselines</c>.</summary>
    public required string Kind { get; init; }
    public required string FileName { get; init; }
    public DateTimeOffset At { get; init; }
    public int? AccountId { get; init; }
    public int Rows { get; set; }

    /// <summary>False while batches are still being applied, and for good after one that was cut short.</summary>
    public bool Complete { get; set; }

    /// <summary>The act that took it back.</summary>
    public long? UndoneById { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Import>
    {
        public void Configure(EntityTypeBuilder<Import> b)
        {
            b.ToTable("import");
            b.Property(i => i.PublicId).HasMaxLength(20);
            b.Property(i => i.Kind).HasMaxLength(20);
            b.HasIndex(i => i.PublicId).IsUnique();
        }
    }
}
