using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using ThiDua.App.Audit;
using ThiDua.App.Cases;
using ThiDua.App.Facts;
using ThiDua.App.Files;
using ThiDua.App.Notices;
using ThiDua.App.Security;
using ThiDua.App.Tree;

namespace ThiDua.App.Data;

/// <summary>
/// The database, the same model on both engines. Every change is saved together with an <see cref="Act"/> that says who
/// did what (<see cref="AuditGuard"/> refuses it otherwise).
/// </summary>
public abstract class AppDb : DbContext
{
    private readonly WritePath path;
    private readonly List<Action> afterCommit = [];
    private bool applying;

    /// <summary>Whether an act was saved in the transaction that runs now: it explains what else is saved there.</summary>
    internal bool Explained { get; set; }

    protected AppDb(DbContextOptions options, WritePath? path)
        : base(options)
    {
        this.path = path ?? new TransactionPath();
        // A write set is whole or nothing; its own savepoint is the path's.
        Database.AutoSavepointsEnabled = false;
    }

    public DbSet<Unit> Units => Set<Unit>();
    public DbSet<UnitVersion> UnitVersions => Set<UnitVersion>();
    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<Grant> Grants => Set<Grant>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<UnitCount> UnitCounts => Set<UnitCount>();
    public DbSet<UnitSuccession> UnitSuccessions => Set<UnitSuccession>();
    public DbSet<Act> Acts => Set<Act>();
    public DbSet<Case> Cases => Set<Case>();
    public DbSet<CaseStep> CaseSteps => Set<CaseStep>();
    public DbSet<CaseDraft> CaseDrafts => Set<CaseDraft>();
    public DbSet<Notice> Notices => Set<Notice>();
    public DbSet<NoticeMute> NoticeMutes => Set<NoticeMute>();
    public DbSet<Seal> Seals => Set<Seal>();
    public DbSet<Lease> Leases => Set<Lease>();
    public DbSet<Setting> Settings => Set<Setting>();
    public DbSet<StoredFile> Files => Set<StoredFile>();
    public DbSet<IndicatorKey> Indicators => Set<IndicatorKey>();
    public DbSet<Fact> Facts => Set<Fact>();
    public DbSet<FactApproval> FactApprovals => Set<FactApproval>();
    public DbSet<FactBatch> FactBatches => Set<FactBatch>();
    public DbSet<Figure> Figures => Set<Figure>();
    public DbSet<Total> Totals => Set<Total>();
    public DbSet<PendingTotal> PendingTotals => Set<PendingTotal>();
    public DbSet<PendingValue> PendingValues => Set<PendingValue>();
    public DbSet<Imports.Import> Imports => Set<Imports.Import>();

    /// <summary>
    /// Writes in one transaction and returns when it is durable; inside another Apply it is part of that one. What was
    /// tracked is forgotten when nothing is kept.
    /// </summary>
    /// <param name="keep">Whether the result is to be kept; left out: always.</param>
    public async Task<T> Apply<T>(Func<Task<T>> write, CancellationToken cancellationToken, Func<T, bool>? keep = null)
    {
        if (applying)
            return await write();
        var kept = false;
        try
        {
            var result = await path.Apply(this, () => Applying(write), keep ?? (_ => true), cancellationToken);
            kept = keep?.Invoke(result) ?? true;
            return result;
        }
        finally
        {
            if (!kept)
                ChangeTracker.Clear();
            Action[] after = kept ? [.. afterCommit] : [];
            afterCommit.Clear();
            foreach (var act in after)
                act();
        }
    }

    /// <summary>Done once what is being written is durable; forgotten when nothing of it is kept.</summary>
    public void AfterCommit(Action act) => afterCommit.Add(act);

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("The write path is asynchronous: SaveChangesAsync.");

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default) =>
        Apply(() => base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken), cancellationToken);

    private async Task<T> Applying<T>(Func<Task<T>> write)
    {
        (applying, Explained) = (true, false);
        try
        {
            return await write();
        }
        finally
        {
            applying = false;
        }
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        builder.ApplyConfigurationsFromAssembly(typeof(AppDb).Assembly);
        if (Database.IsNpgsql())
        {
            // Ids precede commits here: the sealer takes only transactions that every snapshot sees as ended.
            builder.Entity<Act>().Property<long>(Sealer.TransactionColumn).HasDefaultValueSql("(pg_current_xact_id()::text)::bigint");
            builder.Entity<Act>().HasIndex(Sealer.TransactionColumn);
        }
        builder.Entity<IdentityUserClaim<int>>().ToTable("account_claim");
        builder.Entity<IdentityUserLogin<int>>(b =>
        {
            b.ToTable("account_login");
            b.HasKey(l => new { l.LoginProvider, l.ProviderKey });
        });
        builder.Entity<IdentityUserToken<int>>(b =>
        {
            b.ToTable("account_token");
            b.HasKey(t => new
            {
                t.UserId,
                t.LoginProvider,
                t.Name,
            });
        });
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration)
    {
        // Neither engine orders DateTimeOffset the way the other does; UTC ticks sort alike on both.
        configuration.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        configuration.Properties<string>().HaveMaxLength(400);
        // Byte by byte on both engines, whatever the cluster's locale: paths are ranges, sort keys sort.
        if (Database.IsNpgsql())
            configuration.Properties<string>().UseCollation("C");
        // One transaction is one act; a change of several rows must never be half saved by a forgotten commit.
        configuration.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    private sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(v => v.UtcTicks, v => new DateTimeOffset(v, TimeSpan.Zero));
}

/// <summary>One value of the whole system: whether it holds sample data, the first-run state.</summary>
public sealed class Setting
{
    public const string Sample = "sample";

    /// <summary>Which packs were taken into use last, by code, version and hash.</summary>
    public const string Packs = "packs";
    public required string Key { get; init; }
    public required string Value { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Setting>
    {
        public void Configure(Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<Setting> b)
        {
            b.ToTable("setting");
            b.HasKey(s => s.Key);
        }
    }
}
