using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.App.Audit;
using ThiDua.App.Data;
using ThiDua.App.Security;

namespace ThiDua.App.Facts;

/// <summary>An indicator's integer key, so that the big tables hold no text codes.</summary>
public sealed class IndicatorKey
{
    public int Id { get; init; }
    public required string Code { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<IndicatorKey>
    {
        public void Configure(EntityTypeBuilder<IndicatorKey> b)
        {
            b.ToTable("indicator");
            b.Property(i => i.Code).HasMaxLength(80);
            b.HasIndex(i => i.Code).IsUnique();
        }
    }
}

/// <summary>
/// indicator × unit × period × value, with its source. Never changed or deleted (triggers guard the table): a correction
/// is a fact that replaces another, a withdrawal one without a value. Who and when are the act's.
/// </summary>
public sealed class Fact : IPlaced
{
    /// <summary>The unit's home province, which never changes though the unit may move: the first part of every big key.</summary>
    public int HomeId { get; init; }

    /// <summary>Of the period, not of the entry: what partitions go by.</summary>
    public int Year { get; init; }

    /// <summary>From an allocated block (<see cref="FactIds"/>); rising within a writer.</summary>
    public long Id { get; init; }
    public int IndicatorId { get; init; }
    public int UnitId { get; init; }

    /// <summary><see cref="Measures.Period.Id"/>.</summary>
    public required int PeriodId { get; init; }

    /// <summary>Scaled by the indicator's scale; null withdraws.</summary>
    public long? Value { get; init; }

    /// <summary>The fact that this one corrects, of the same unit, indicator and period; each is corrected at most once.</summary>
    public long? ReplacesId { get; init; }

    /// <summary>The report it was sent with; null for an import, which its act names.</summary>
    public int? SourceCaseId { get; init; }
    public long ActId { get; init; }

    /// <summary>Official from the first: a past year's figures. Otherwise approval is a row of <see cref="FactApproval"/>.</summary>
    public bool Approved { get; init; }

    public static IQueryable<int>? UnitOf(AppDb db, string id) =>
        FactKey.Parse(id) is { } key
            ? db.Facts.Where(f => f.HomeId == key.HomeId && f.Year == key.Year && f.Id == key.Id).Select(f => f.UnitId)
            : null;

    internal sealed class Mapping : IEntityTypeConfiguration<Fact>
    {
        public void Configure(EntityTypeBuilder<Fact> b)
        {
            b.ToTable("fact");
            b.HasKey(f => new
            {
                f.HomeId,
                f.Year,
                f.Id,
            });
            b.Property(f => f.Id).ValueGeneratedNever();
            b.HasIndex(f => new
                {
                    f.HomeId,
                    f.Year,
                    f.ReplacesId,
                })
                .IsUnique()
                .HasFilter("\"ReplacesId\" IS NOT NULL");
        }
    }
}

/// <summary>The key of a fact, as addresses write it: <c>12-2024-345</c>.</summary>
public readonly record struct FactKey(int HomeId, int Year, long Id)
{
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{HomeId}-{Year}-{Id}");

    public static FactKey? Parse(string text) =>
        text.Split('-') is [var home, var year, var id]
        && int.TryParse(home, out var h)
        && int.TryParse(year, out var y)
        && long.TryParse(id, out var i)
            ? new(h, y, i)
            : null;
}

/// <summary>A fact made official: by the approval of its report, whose act bears a hash of all that it approved.</summary>
public sealed class FactApproval
{
    public int HomeId { get; init; }
    public int Year { get; init; }
    public long FactId { get; init; }
    public long ActId { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<FactApproval>
    {
        public void Configure(EntityTypeBuilder<FactApproval> b)
        {
            b.ToTable("fact_approval");
            b.HasKey(a => new
            {
                a.HomeId,
                a.Year,
                a.FactId,
            });
            b.HasIndex(a => a.ActId);
        }
    }
}

/// <summary>
/// Which facts an act brought: those of one home province and year, whose ids stand side by side. The hash lets
/// <c>verify</c> show that none was changed, added or taken away.
/// </summary>
public sealed class FactBatch
{
    public long ActId { get; init; }
    public Act? Act { get; init; }
    public int HomeId { get; init; }
    public int Year { get; init; }
    public long FirstId { get; init; }
    public long LastId { get; init; }
    public int Count { get; init; }

    /// <summary>SHA-256 over the facts in the order of their ids (<see cref="FactHash"/>).</summary>
    public byte[] Hash { get; init; } = [];

    internal sealed class Mapping : IEntityTypeConfiguration<FactBatch>
    {
        public void Configure(EntityTypeBuilder<FactBatch> b)
        {
            b.ToTable("fact_batch");
            b.HasKey(f => new
            {
                f.ActId,
                f.HomeId,
                f.Year,
            });
            b.HasOne(f => f.Act).WithMany().HasForeignKey(f => f.ActId);
        }
    }
}

/// <summary>The next free id of a kind of row; see <see cref="FactIds"/>.</summary>
public sealed class IdBlock
{
    public required string Name { get; init; }
    public long Next { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<IdBlock>
    {
        public void Configure(EntityTypeBuilder<IdBlock> b)
        {
            b.ToTable("id_block");
            b.HasKey(i => i.Name);
            b.HasData(new IdBlock { Name = FactIds.Name, Next = 1 }, new IdBlock { Name = TreeRevision.Name, Next = 1 });
        }
    }
}
