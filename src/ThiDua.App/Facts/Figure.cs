using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.App.Audit;

namespace ThiDua.App.Facts;

/// <summary>
/// What holds now for one unit, indicator and period: what writers compare with and pages of one unit read, never histories.
/// A target on each unit has such rows too: whether the unit holds it (<see cref="EachTargets"/>).
/// </summary>
public sealed class Figure
{
    public int HomeId { get; init; }
    public int UnitId { get; init; }
    public int IndicatorId { get; init; }
    public int PeriodId { get; init; }

    /// <summary>The fact at the end of the chain; 0 for a figure that is worked out from others.</summary>
    public long FactId { get; init; }
    public long? Value { get; init; }
    public long? ApprovedFactId { get; init; }
    public long? ApprovedValue { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Figure>
    {
        public void Configure(EntityTypeBuilder<Figure> b)
        {
            b.ToTable("figure");
            b.HasKey(f => new
            {
                f.HomeId,
                f.UnitId,
                f.IndicatorId,
                f.PeriodId,
            });
        }
    }
}

/// <summary>The additive parts of a subtree for one indicator and period (<see cref="Measures.Tally"/>), sent and approved.</summary>
public abstract class TallyRow
{
    public int HomeId { get; init; }
    public int UnitId { get; init; }
    public int IndicatorId { get; init; }
    public int PeriodId { get; init; }

    /// <summary>Day number of <see cref="Measures.Cell.Since"/>, of what a move brought or took; else 0.</summary>
    public int Since { get; init; }

    /// <summary>Over everything sent; provisional figures count at once.</summary>
    public long Sum { get; init; }
    public int Reported { get; init; }
    public int Holding { get; init; }

    /// <summary>The same over approved facts only: what issued papers use.</summary>
    public long ApprovedSum { get; init; }
    public int ApprovedReported { get; init; }
    public int ApprovedHolding { get; init; }
}

/// <summary>
/// The totals of a unit that has, or had, units below it; a unit without them is its own figures. Right in the transaction
/// of the fact up to the commune, above it once <see cref="TotalSweep"/> has come by.
/// </summary>
public sealed class Total : TallyRow
{
    internal sealed class Mapping : IEntityTypeConfiguration<Total>
    {
        public void Configure(EntityTypeBuilder<Total> b)
        {
            b.ToTable("total");
            b.HasKey(t => new
            {
                t.HomeId,
                t.UnitId,
                t.IndicatorId,
                t.PeriodId,
                t.Since,
            });
        }
    }
}

/// <summary>A difference to a total above the commune, waiting to be swept.</summary>
public sealed class PendingTotal : TallyRow
{
    public long Id { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<PendingTotal>
    {
        public void Configure(EntityTypeBuilder<PendingTotal> b)
        {
            b.ToTable("total_pending");
            b.HasKey(t => t.Id);
        }
    }
}

/// <summary>
/// A value that touches an approved or locked figure: kept with its import until the period is reopened, so that it
/// neither counts nor blocks anything (measures.md, Facts).
/// </summary>
public sealed class PendingValue
{
    public long Id { get; init; }
    public int HomeId { get; init; }
    public int UnitId { get; init; }
    public int IndicatorId { get; init; }
    public int PeriodId { get; init; }
    public long? Value { get; init; }

    /// <summary>The import it came with (<see cref="Imports.Import"/>); null when another system sent it.</summary>
    public int? ImportId { get; init; }
    public long ActId { get; init; }
    public Act? Act { get; init; }

    /// <summary>The act that admitted, rejected or took it back; null while it waits.</summary>
    public long? EndedById { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<PendingValue>
    {
        public void Configure(EntityTypeBuilder<PendingValue> b)
        {
            b.ToTable("pending_value");
            b.HasIndex(p => new { p.UnitId, p.PeriodId }).HasFilter("\"EndedById\" IS NULL");
            b.HasIndex(p => p.ImportId);
            b.HasOne(p => p.Act).WithMany().HasForeignKey(p => p.ActId);
        }
    }
}
