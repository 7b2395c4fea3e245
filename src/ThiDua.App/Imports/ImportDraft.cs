using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.App.Jobs;

namespace ThiDua.App.Imports;

/// <summary>What is known of a file before it is applied; deleted with the file when it is, is given up, or a day has passed.</summary>
public sealed class ImportDraft
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public int ImportId { get; init; }
    public Import? Import { get; init; }

    /// <summary>The job that reads or applies it, or did last.</summary>
    public int? JobId { get; set; }
    public Job? Job { get; set; }

    /// <summary>JSON of <see cref="TableHead"/>.</summary>
    public string? Head { get; set; }

    /// <summary>JSON of <see cref="ColumnChoice"/>: what its uploader chose; null while nothing had to be chosen.</summary>
    public string? Choice { get; set; }

    /// <summary>JSON of <see cref="ImportCheck"/>.</summary>
    public string? Check { get; set; }

    public TableHead? ReadHead() => Read<TableHead>(Head);

    public ColumnChoice? ReadChoice() => Read<ColumnChoice>(Choice);

    public ImportCheck? ReadCheck() => Read<ImportCheck>(Check);

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Json);

    public static T? Read<T>(string? json)
        where T : class => json is null ? null : JsonSerializer.Deserialize<T>(json, Json);

    internal sealed class Mapping : IEntityTypeConfiguration<ImportDraft>
    {
        public void Configure(EntityTypeBuilder<ImportDraft> b)
        {
            b.ToTable("import_draft");
            b.HasKey(d => d.ImportId);
            b.Property(d => d.ImportId).ValueGeneratedNever();
            b.Property(d => d.Head).HasMaxLength(-1);
            b.Property(d => d.Choice).HasMaxLength(-1);
            b.Property(d => d.Check).HasMaxLength(-1);
            b.HasOne(d => d.Import).WithOne(i => i.Draft).HasForeignKey<ImportDraft>(d => d.ImportId).OnDelete(DeleteBehavior.Cascade);
            b.HasOne(d => d.Job).WithMany().HasForeignKey(d => d.JobId).OnDelete(DeleteBehavior.SetNull);
        }
    }
}

/// <summary>Which columns a unit's files of one sort have: proposed again for a file with the same heads.</summary>
public sealed class ImportColumns
{
    public int UnitId { get; init; }
    public required string Kind { get; init; }

    /// <summary>Which of the target's sorts of rows; empty where it has one.</summary>
    public required string Of { get; init; }

    /// <summary>Hash of the names of the file's columns.</summary>
    public required string Heads { get; init; }
    public required string Choice { get; set; }
    public DateTimeOffset At { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<ImportColumns>
    {
        public void Configure(EntityTypeBuilder<ImportColumns> b)
        {
            b.ToTable("import_columns");
            b.Property(c => c.Kind).HasMaxLength(20);
            b.Property(c => c.Of).HasMaxLength(60);
            b.Property(c => c.Heads).HasMaxLength(64);
            b.Property(c => c.Choice).HasMaxLength(-1);
            b.HasOne<Tree.Unit>().WithMany().HasForeignKey(c => c.UnitId).OnDelete(DeleteBehavior.Restrict);
            b.HasKey(c => new
            {
                c.UnitId,
                c.Kind,
                c.Of,
                c.Heads,
            });
        }
    }
}

public static class ImportSets
{
    extension(Data.AppDb db)
    {
        public DbSet<ImportDraft> ImportDrafts => db.Set<ImportDraft>();
        public DbSet<ImportColumns> ImportColumns => db.Set<ImportColumns>();
    }
}
