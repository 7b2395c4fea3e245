using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.App.Audit;

namespace ThiDua.App.Features.Registers;

/// <summary>What a row held from one writing to the next: append-only.</summary>
public sealed class RowVersion
{
    public long Id { get; init; }
    public int RowId { get; init; }
    public required string Content { get; init; }
    public string? Comments { get; init; }
    public int? ImportId { get; init; }
    public long RecordId { get; init; }

    /// <summary>The act that wrote it: who and when.</summary>
    public Act? Record { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<RowVersion>
    {
        public void Configure(EntityTypeBuilder<RowVersion> b)
        {
            b.ToTable("row_version");
            b.Property(v => v.Content).HasMaxLength(RegisterRow.LongestContent);
            b.Property(v => v.Comments).HasMaxLength(RegisterRow.LongestContent);
            b.HasOne<RegisterRow>().WithMany(r => r.Versions).HasForeignKey(v => v.RowId);
            b.HasOne(v => v.Record).WithMany().HasForeignKey(v => v.RecordId).OnDelete(DeleteBehavior.Restrict);
            b.HasIndex(v => v.ImportId);
        }
    }
}

/// <summary>A value that lists sort and filter by: of fields marked <c>listed</c>.</summary>
public sealed class RowValue
{
    public const int LongestKey = 200;

    public int RowId { get; init; }
    public required string Register { get; init; }
    public required string Field { get; init; }

    /// <summary>Orders byte by byte, and is searched without marks; empty where the row has no value.</summary>
    public string SortKey { get; set; } = "";

    /// <summary>Of a number, scaled as its field says: what totals add up.</summary>
    public long? Number { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<RowValue>
    {
        public void Configure(EntityTypeBuilder<RowValue> b)
        {
            b.ToTable("row_value");
            b.HasKey(v => new { v.RowId, v.Field });
            b.Property(v => v.Register).HasMaxLength(80);
            b.Property(v => v.Field).HasMaxLength(80);
            b.Property(v => v.SortKey).HasMaxLength(LongestKey);
            b.HasIndex(v => new
            {
                v.Register,
                v.Field,
                v.SortKey,
                v.RowId,
            });
            b.HasOne<RegisterRow>().WithMany(r => r.Values).HasForeignKey(v => v.RowId);
        }
    }
}
