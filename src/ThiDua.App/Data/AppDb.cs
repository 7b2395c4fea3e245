using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using ThiDua.App.Features.Accounts;
using ThiDua.App.Features.Audit;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Documents;
using ThiDua.App.Features.Plans;
using ThiDua.App.Features.Reporting;
using ThiDua.App.Features.Units;
using ThiDua.App.Files;
using ThiDua.App.Totals;

namespace ThiDua.App.Data;

/// <summary>
/// The database, the same model on both engines. Every change is saved together with an <see cref="Act"/> that says who
/// did what (<see cref="AuditGuard"/> refuses it otherwise).
/// </summary>
public abstract class AppDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<Unit> Units => Set<Unit>();
    public DbSet<UnitVersion> UnitVersions => Set<UnitVersion>();
    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<Grant> Grants => Set<Grant>();
    public DbSet<Act> Acts => Set<Act>();
    public DbSet<Setting> Settings => Set<Setting>();
    public DbSet<StoredFile> Files => Set<StoredFile>();
    public DbSet<PlanDraft> PlanDrafts => Set<PlanDraft>();
    public DbSet<Campaign> Campaigns => Set<Campaign>();
    public DbSet<CampaignTarget> Targets => Set<CampaignTarget>();
    public DbSet<CampaignTask> Tasks => Set<CampaignTask>();
    public DbSet<Report> Reports => Set<Report>();
    public DbSet<OfficialPaper> Papers => Set<OfficialPaper>();
    public DbSet<IndicatorKey> Indicators => Set<IndicatorKey>();
    public DbSet<Fact> Facts => Set<Fact>();
    public DbSet<FactApproval> FactApprovals => Set<FactApproval>();
    public DbSet<Total> Totals => Set<Total>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        builder.ApplyConfigurationsFromAssembly(typeof(AppDb).Assembly);
        builder.Entity<IdentityUserClaim<int>>().ToTable("account_claim");
        builder.Entity<IdentityUserLogin<int>>(b => { b.ToTable("account_login"); b.HasKey(l => new { l.LoginProvider, l.ProviderKey }); });
        builder.Entity<IdentityUserToken<int>>(b => { b.ToTable("account_token"); b.HasKey(t => new { t.UserId, t.LoginProvider, t.Name }); });
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration)
    {
        // Neither engine orders DateTimeOffset the way the other does; UTC ticks sort alike on both.
        configuration.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        configuration.Properties<string>().HaveMaxLength(400);
        // One transaction is one act; a change of several rows must never be half saved by a forgotten commit.
        configuration.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    private sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(v => v.UtcTicks, v => new DateTimeOffset(v, TimeSpan.Zero));
}

/// <summary>One value of the whole system: whether it holds sample data, the first-run state.</summary>
public sealed class Setting
{
    public const string Sample = "sample";
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
