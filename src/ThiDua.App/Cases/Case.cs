using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ThiDua.App.Audit;
using ThiDua.App.Data;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Cases;

/// <summary>
/// Whatever moves through states: a report, a plan being imported, a task, a paper. The kind's own entity hangs on it by
/// its key. Only <see cref="MoveCase"/> changes the state.
/// </summary>
public sealed class Case : IPlaced
{
    public const int MostTitle = 1000;

    public int Id { get; init; }
    public string PublicId { get; init; } = Data.PublicId.New();

    /// <summary>Code of an <see cref="ICaseKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Code of the flow of its pack that it follows.</summary>
    public required string Flow { get; init; }
    public required string Pack { get; init; }
    public string State { get; private set; } = "";
    public string Title { get; private set; } = "";

    /// <summary>The title folded, for search without marks.</summary>
    public string Search { get; private set; } = "";

    /// <summary>Orders cases of a kind by what they are about: a period, a number.</summary>
    public string SortKey { get; init; } = "";

    /// <summary>The unit whose case it is; rights are asked there.</summary>
    public int UnitId { get; set; }

    /// <summary>The day by which the next act is awaited; null when none is.</summary>
    public DateOnly? Due { get; private set; }

    /// <summary>The day from which it is "due soon".</summary>
    public DateOnly? SoonFrom { get; private set; }

    /// <summary>Counts the moves, so that of two windows one wins and the other is told.</summary>
    public int Version { get; private set; }

    /// <summary>What it belongs to is over: it stays to be read, offers nothing and waits for nobody.</summary>
    public bool Shelved { get; set; }

    /// <summary>When, by whom and why it came into its state: the last step, at hand for lists.</summary>
    public DateTimeOffset MovedAt { get; private set; }
    public int? MovedBy { get; private set; }
    public string? Reason { get; private set; }
    public List<CaseStep> Steps { get; init; } = [];

    public void Name(string title)
    {
        Title = title.Length > MostTitle ? title[..MostTitle] : title;
        var folded = SearchText.Fold(Title);
        Search = folded.Length > MostTitle ? folded[..MostTitle] : folded;
    }

    /// <summary>For <see cref="BeginCase"/> and <see cref="MoveCase"/> alone; a test holds it.</summary>
    /// <param name="stands">The reason for which it is in that state, where an earlier step gave it.</param>
    internal void Enter(string act, string to, CaseDue due, Act record, string? stands = null)
    {
        if (State.Length > 0)
            Version++;
        Steps.Add(
            new CaseStep
            {
                Act = act,
                From = State,
                To = to,
                AccountId = record.AccountId,
                At = record.At,
                Reason = record.Reason,
                Record = record,
            }
        );
        (State, Due, SoonFrom) = (to, due.Day, due.SoonFrom);
        (MovedAt, MovedBy, Reason) = (record.At, record.AccountId, stands ?? record.Reason);
    }

    /// <summary>Its content names the day by which it is awaited.</summary>
    internal void Await(CaseDue due) => (Due, SoonFrom) = (due.Day, due.SoonFrom);

    public static IQueryable<int> UnitOf(AppDb db, string id) => db.Cases.Where(c => c.PublicId == id).Select(c => c.UnitId);

    internal sealed class Mapping : IEntityTypeConfiguration<Case>
    {
        public void Configure(EntityTypeBuilder<Case> b)
        {
            b.ToTable("case");
            b.Property(c => c.PublicId).HasMaxLength(20);
            b.Property(c => c.Kind).HasMaxLength(40);
            b.Property(c => c.Flow).HasMaxLength(80);
            b.Property(c => c.Pack).HasMaxLength(80);
            b.Property(c => c.State).HasMaxLength(40);
            b.Property(c => c.Title).HasMaxLength(MostTitle);
            b.Property(c => c.Search).HasMaxLength(MostTitle);
            b.Property(c => c.SortKey).HasMaxLength(80);
            b.Property(c => c.Reason).HasMaxLength(2000);
            b.Property(c => c.Version).IsConcurrencyToken();
            b.HasIndex(c => c.PublicId).IsUnique();
            b.HasIndex(c => new
            {
                c.Flow,
                c.State,
                c.Due,
            });
            // What a list of one state is sorted by most.
            b.HasIndex(c => new
            {
                c.Flow,
                c.State,
                c.MovedAt,
            });
            b.HasIndex(c => new
            {
                c.Flow,
                c.State,
                c.SortKey,
            });
            b.HasIndex(c => new
            {
                c.UnitId,
                c.Flow,
                c.State,
            });
            b.HasOne<Unit>().WithMany().HasForeignKey(c => c.UnitId);
        }
    }
}

/// <summary>When the next act is awaited.</summary>
public sealed record CaseDue(DateOnly? Day, DateOnly? SoonFrom = null)
{
    public static readonly CaseDue Never = new(Day: null);
}

/// <summary>One move of a case: append-only. "Not by the one who …" is asked here.</summary>
public sealed class CaseStep
{
    public long Id { get; init; }
    public int CaseId { get; init; }

    /// <summary>Code of the flow's act; <c>begin</c> for the first.</summary>
    public required string Act { get; init; }
    public required string From { get; init; }
    public required string To { get; init; }
    public int? AccountId { get; init; }
    public DateTimeOffset At { get; init; }
    public string? Reason { get; init; }
    public long RecordId { get; init; }

    /// <summary>The act of the record that explains it.</summary>
    public Act? Record { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<CaseStep>
    {
        public void Configure(EntityTypeBuilder<CaseStep> b)
        {
            b.ToTable("case_step");
            b.Property(s => s.Act).HasMaxLength(40);
            b.Property(s => s.From).HasMaxLength(40);
            b.Property(s => s.To).HasMaxLength(40);
            b.Property(s => s.Reason).HasMaxLength(2000);
            b.HasOne<Case>().WithMany(c => c.Steps).HasForeignKey(s => s.CaseId);
            b.HasOne(s => s.Record).WithMany().HasForeignKey(s => s.RecordId).OnDelete(DeleteBehavior.Restrict);
            b.HasIndex(s => new { s.CaseId, s.Act });
        }
    }
}
