using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.App.Data;
using ThiDua.App.Features.Units;
using ThiDua.App.Packs;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Plans;

/// <summary>
/// Indicators that a plan needs and its pack does not have: a file beside the pack's, kept in the database. It is read and
/// checked as the pack's own files are; from then on nothing tells its indicators from the pack's.
/// </summary>
public sealed class OwnIndicator
{
    public int Id { get; init; }

    /// <summary>Of the indicator that the target is judged by; its parts begin with it.</summary>
    public required string Code { get; init; }
    public required string Pack { get; init; }

    /// <summary>The unit whose plans may use it.</summary>
    public int UnitId { get; init; }

    /// <summary>The file, in the form of <c>indicators.yaml</c>.</summary>
    public required string Definition { get; init; }
    public int AccountId { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>All of the system, for the shelf.</summary>
    public static async Task<IReadOnlyList<OwnDefinition>> All(AppDb db, CancellationToken cancellationToken) =>
        await db.Set<OwnIndicator>()
            .AsNoTracking()
            .OrderBy(i => i.Id)
            .Select(i => new OwnDefinition(i.Pack, i.Code, i.UnitId, i.Definition))
            .ToListAsync(cancellationToken);

    internal sealed class Mapping : IEntityTypeConfiguration<OwnIndicator>
    {
        public void Configure(EntityTypeBuilder<OwnIndicator> b)
        {
            b.ToTable("own_indicator");
            b.Property(i => i.Code).HasMaxLength(80);
            b.Property(i => i.Pack).HasMaxLength(80);
            b.Property(i => i.Definition).HasMaxLength(-1);
            b.HasIndex(i => i.Code).IsUnique();
            b.HasOne<Unit>().WithMany().HasForeignKey(i => i.UnitId);
        }
    }
}
