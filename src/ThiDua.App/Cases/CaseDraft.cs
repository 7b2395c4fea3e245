using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ThiDua.App.Cases;

/// <summary>
/// What is typed into a case's form and not yet sent, kept whatever it is. Saved without an act, as often as a browser
/// likes: nothing of it counts until an act of the flow takes it.
/// </summary>
public sealed class CaseDraft
{
    public int CaseId { get; init; }
    public required Case Case { get; init; }

    /// <summary>JSON of the kind; null when all that was typed was sent.</summary>
    public string? Content { get; set; }
    public DateTimeOffset At { get; set; }
    public int? AccountId { get; set; }

    /// <summary>Counts each save; never starts anew.</summary>
    public int Version { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<CaseDraft>
    {
        public void Configure(EntityTypeBuilder<CaseDraft> b)
        {
            b.ToTable("case_draft");
            b.HasKey(d => d.CaseId);
            b.Property(d => d.CaseId).ValueGeneratedNever();
            b.Property(d => d.Content).HasMaxLength(-1);
            b.Property(d => d.Version).IsConcurrencyToken();
            b.HasOne(d => d.Case).WithOne().HasForeignKey<CaseDraft>(d => d.CaseId);
        }
    }
}
