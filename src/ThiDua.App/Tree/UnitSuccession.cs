using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.App.Audit;
using ThiDua.Measures;

namespace ThiDua.App.Tree;

/// <summary>
/// From which unit another came, and with which part of its past: what a baseline follows. Its day is the first one of the
/// successor, or on which a standing unit took the other in.
/// </summary>
public sealed class UnitSuccession
{
    public int Id { get; init; }
    public int PredecessorId { get; init; }
    public int SuccessorId { get; init; }
    public DateOnly From { get; init; }

    /// <summary>
    /// Of the predecessor's figures the part from <see cref="ShareFrom"/> to <see cref="ShareTo"/> of <see cref="ShareOf"/>
    /// (<see cref="Measures.Share"/>).
    /// </summary>
    public int ShareFrom { get; init; }
    public int ShareTo { get; init; } = 1;
    public int ShareOf { get; init; } = 1;
    public long ActId { get; init; }
    public Act? Act { get; init; }

    public Share Share => new(ShareFrom, ShareTo, ShareOf);

    internal sealed class Mapping : IEntityTypeConfiguration<UnitSuccession>
    {
        public void Configure(EntityTypeBuilder<UnitSuccession> b)
        {
            b.ToTable("unit_succession");
            b.Ignore(s => s.Share);
            b.HasIndex(s => new { s.SuccessorId, s.PredecessorId }).IsUnique();
            b.HasIndex(s => s.PredecessorId);
            b.HasOne<Unit>().WithMany().HasForeignKey(s => s.PredecessorId).OnDelete(DeleteBehavior.Restrict);
            b.HasOne<Unit>().WithMany().HasForeignKey(s => s.SuccessorId).OnDelete(DeleteBehavior.Restrict);
            b.HasOne(s => s.Act).WithMany().HasForeignKey(s => s.ActId);
        }
    }
}
