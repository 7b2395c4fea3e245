using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.App.Cases;
using ThiDua.App.Data;
using ThiDua.App.Features.Units;
using ThiDua.App.Files;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Features.Plans;

/// <summary>
/// A plan on its way from paper to a campaign: the file as it came, its text by lines, what was read, and what the
/// person who imports made of it. Every change is saved at once as a revision, so that nothing is lost and each step can
/// be taken back.
/// </summary>
public sealed class PlanDraft : IPlaced
{
    /// <summary>The case's.</summary>
    public int Id { get; init; }
    public required Case Case { get; init; }
    public string PublicId => Case.PublicId;
    public string State => Case.State;
    public string Title => Case.Title;

    /// <summary>The unit whose plan it is.</summary>
    public int UnitId { get; init; }
    public int FileId { get; init; }
    public StoredFile? File { get; init; }
    public int AccountId { get; init; }
    public DateTimeOffset At { get; init; }

    /// <summary>The document's lines, joined by line feeds; line numbers of the content are 1-based lines of it.</summary>
    public required string SourceText { get; init; }

    /// <summary>What the reader said, untouched: the JSON of <c>thidua read</c>.</summary>
    public required string ReadJson { get; init; }

    /// <summary>JSON of <see cref="DraftContent"/> as it stands now.</summary>
    public required string Content { get; set; }

    /// <summary>Code of the pack it is read with.</summary>
    public required string Pack { get; init; }

    /// <summary>What a person still has to look at, for the list.</summary>
    public int LeftToCheck { get; set; }

    /// <summary>Counts every change, taking one back included.</summary>
    public int Revision { get; set; }
    public List<PlanDraftRevision> Revisions { get; init; } = [];

    public static IQueryable<int> UnitOf(AppDb db, string id) => db.PlanDrafts.Where(d => d.Case.PublicId == id).Select(d => d.UnitId);

    internal sealed class Mapping : IEntityTypeConfiguration<PlanDraft>
    {
        public void Configure(EntityTypeBuilder<PlanDraft> b)
        {
            b.ToTable("plan_draft");
            b.Property(d => d.Id).ValueGeneratedNever();
            b.HasOne(d => d.Case).WithOne().HasForeignKey<PlanDraft>(d => d.Id);
            b.Property(d => d.Pack).HasMaxLength(80);
            b.Property(d => d.SourceText).HasMaxLength(-1);
            b.Property(d => d.ReadJson).HasMaxLength(-1);
            b.Property(d => d.Content).HasMaxLength(-1);
            b.Property(d => d.Revision).IsConcurrencyToken();
            b.HasOne<Unit>().WithMany().HasForeignKey(d => d.UnitId);
            b.HasOne(d => d.File).WithMany().HasForeignKey(d => d.FileId);
        }
    }
}

/// <summary>One change of a draft's content: what it was, and what it touched as that stood before, so that it can be taken back.</summary>
public sealed class PlanDraftRevision
{
    public int Id { get; init; }
    public int DraftId { get; init; }
    public int Number { get; init; }

    /// <summary>JSON of <see cref="DraftPatch"/>.</summary>
    public required string Before { get; init; }

    /// <summary>What the change was, as a stable code, shown beside "undo".</summary>
    public required string Change { get; init; }

    /// <summary>The beginning of the text of what was changed.</summary>
    public string? Subject { get; init; }
    public DateTimeOffset At { get; init; }
    public int? AccountId { get; init; }
    public bool TakenBack { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<PlanDraftRevision>
    {
        public void Configure(EntityTypeBuilder<PlanDraftRevision> b)
        {
            b.ToTable("plan_draft_revision");
            b.Property(r => r.Before).HasMaxLength(-1);
            b.Property(r => r.Change).HasMaxLength(60);
            b.HasOne<PlanDraft>().WithMany(d => d.Revisions).HasForeignKey(r => r.DraftId);
            b.HasIndex(r => new { r.DraftId, r.Number }).IsUnique();
        }
    }
}

public static class PlanSets
{
    extension(AppDb db)
    {
        public DbSet<PlanDraft> PlanDrafts => db.Set<PlanDraft>();
    }
}
