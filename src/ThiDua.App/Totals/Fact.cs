using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.App.Features.Audit;
using ThiDua.App.Features.Reporting;
using ThiDua.App.Features.Units;

namespace ThiDua.App.Totals;

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
/// is a fact that replaces another, a withdrawal one without a value.
/// </summary>
public sealed class Fact
{
    public long Id { get; init; }
    public int IndicatorId { get; init; }
    public int UnitId { get; init; }
    /// <summary><see cref="Measures.Period.Id"/>.</summary>
    public required int PeriodId { get; init; }
    /// <summary>Scaled by the indicator's scale; null withdraws.</summary>
    public long? Value { get; init; }
    /// <summary>The fact that this one corrects; each is corrected at most once.</summary>
    public long? ReplacesId { get; init; }
    /// <summary>The report it was sent with.</summary>
    public int? ReportId { get; init; }
    public long ActId { get; init; }
    public Act? Act { get; init; }
    public DateTimeOffset At { get; init; }
    public int AccountId { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Fact>
    {
        public void Configure(EntityTypeBuilder<Fact> b)
        {
            b.ToTable("fact");
            b.HasIndex(f => new { f.UnitId, f.IndicatorId, f.PeriodId });
            b.HasIndex(f => f.ReplacesId).IsUnique();
            // One first fact for each unit, indicator and period: the second of two at the same moment is refused.
            b.HasIndex(f => new { f.UnitId, f.IndicatorId, f.PeriodId }, "IX_fact_first").IsUnique().HasFilter("\"ReplacesId\" IS NULL");
            b.HasIndex(f => f.ReportId);
            b.HasOne<IndicatorKey>().WithMany().HasForeignKey(f => f.IndicatorId);
            b.HasOne<Unit>().WithMany().HasForeignKey(f => f.UnitId);
            b.HasOne<Fact>().WithMany().HasForeignKey(f => f.ReplacesId);
            b.HasOne<Report>().WithMany().HasForeignKey(f => f.ReportId);
            b.HasOne(f => f.Act).WithMany().HasForeignKey(f => f.ActId);
        }
    }
}

/// <summary>A fact made official: by the approval of its report.</summary>
public sealed class FactApproval
{
    public long FactId { get; init; }
    public long ActId { get; init; }
    public Act? Act { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<FactApproval>
    {
        public void Configure(EntityTypeBuilder<FactApproval> b)
        {
            b.ToTable("fact_approval");
            b.HasKey(a => a.FactId);
            b.HasOne<Fact>().WithMany().HasForeignKey(a => a.FactId);
            b.HasOne(a => a.Act).WithMany().HasForeignKey(a => a.ActId);
        }
    }
}

/// <summary>
/// The plain sums of a subtree for one indicator and period (<see cref="Measures.Tally"/>), kept up to date in the
/// transaction of the fact; written by <see cref="FactStore"/> alone.
/// </summary>
public sealed class Total
{
    public int UnitId { get; init; }
    public int IndicatorId { get; init; }
    public int PeriodId { get; init; }
    /// <summary>Over everything sent; provisional figures count at once.</summary>
    public long Sum { get; init; }
    public int Reported { get; init; }
    public int Holding { get; init; }
    /// <summary>The same over approved facts only: what issued papers use.</summary>
    public long ApprovedSum { get; init; }
    public int ApprovedReported { get; init; }
    public int ApprovedHolding { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Total>
    {
        public void Configure(EntityTypeBuilder<Total> b)
        {
            b.ToTable("total");
            b.HasKey(t => new { t.UnitId, t.IndicatorId, t.PeriodId });
        }
    }
}
