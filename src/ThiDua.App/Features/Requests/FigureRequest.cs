using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Security;

namespace ThiDua.App.Features.Requests;

/// <summary>
/// A few figures that an office asks of some units at short notice: no fact, no period. Its state is the case's; each unit's
/// answer is a case of its own.
/// </summary>
public sealed class FigureRequest : IPlaced
{
    /// <summary>The case's.</summary>
    public int Id { get; init; }
    public required Case Case { get; init; }
    public string? Note { get; init; }

    /// <summary>The last moment that is in time.</summary>
    public DateTimeOffset DueAt { get; set; }
    public DateOnly DueOn => DateOnly.FromDateTime(DueAt.Local().DateTime);

    /// <summary>What is asked, as JSON (<see cref="RequestFields"/>).</summary>
    public required string Fields { get; init; }
    public DateTimeOffset AskedAt { get; init; }
    public int? AskedBy { get; init; }
    public List<FigureAnswer> Answers { get; init; } = [];

    public static IQueryable<int> UnitOf(AppDb db, string id) =>
        db.Set<FigureRequest>().Where(r => r.Case.PublicId == id).Select(r => r.Case.UnitId);

    internal sealed class Mapping : IEntityTypeConfiguration<FigureRequest>
    {
        public void Configure(EntityTypeBuilder<FigureRequest> b)
        {
            b.ToTable("figure_request");
            b.Property(r => r.Id).ValueGeneratedNever();
            b.Ignore(r => r.DueOn);
            b.Property(r => r.Note).HasMaxLength(RequestRules.MostNote);
            b.Property(r => r.Fields).HasMaxLength(-1);
            b.HasOne(r => r.Case).WithOne().HasForeignKey<FigureRequest>(r => r.Id);
        }
    }
}

/// <summary>What one unit answers.</summary>
public sealed class FigureAnswer
{
    /// <summary>The case's.</summary>
    public int Id { get; init; }
    public required Case Case { get; init; }
    public int RequestId { get; init; }
    public FigureRequest? Request { get; init; }

    /// <summary>Values by field, as they are kept, as JSON; null until it is answered.</summary>
    public string? Content { get; set; }
    public DateTimeOffset? AnsweredAt { get; set; }
    public int? AnsweredBy { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<FigureAnswer>
    {
        public void Configure(EntityTypeBuilder<FigureAnswer> b)
        {
            b.ToTable("figure_answer");
            b.Property(a => a.Id).ValueGeneratedNever();
            b.Property(a => a.Content).HasMaxLength(-1);
            b.HasOne(a => a.Case).WithOne().HasForeignKey<FigureAnswer>(a => a.Id);
            b.HasOne(a => a.Request).WithMany(r => r.Answers).HasForeignKey(a => a.RequestId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
