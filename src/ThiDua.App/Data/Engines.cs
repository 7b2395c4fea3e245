using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;
using ThiDua.App.Audit;

namespace ThiDua.App.Data;

public sealed class SqliteDb(DbContextOptions<SqliteDb> options, WritePath? path = null) : AppDb(options, path);

public sealed class PostgresDb(DbContextOptions<PostgresDb> options, WritePath? path = null) : AppDb(options, path);

/// <summary>Where the data is: a SQLite file inside the data folder, or a PostgreSQL connection string.</summary>
public sealed record DatabaseAddress(string? Postgres, string? SqliteFile)
{
    public static DatabaseAddress Of(string dataFolder, string? postgres) =>
        postgres is { Length: > 0 } ? new(postgres, null) : new(null, Path.Combine(dataFolder, "thidua.db"));

    internal const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000;";

    public bool IsPostgres => Postgres is not null;

    private string SqliteAddress => $"Data Source={SqliteFile};Pooling=true;Foreign Keys=true";

    public void Register(IServiceCollection services)
    {
        if (IsPostgres)
        {
            services.AddSingleton<WritePath, TransactionPath>();
            services.AddDbContext<PostgresDb>((s, o) => Configure(o).AddInterceptors(s.GetServices<IInterceptor>()));
            services.AddScoped<AppDb>(s => s.GetRequiredService<PostgresDb>());
        }
        else
        {
            services.AddSingleton<WritePath>(_ => new SqliteWritePath(SqliteAddress));
            services.AddDbContext<SqliteDb>((s, o) => Configure(o).AddInterceptors(s.GetServices<IInterceptor>()));
            services.AddScoped<AppDb>(s => s.GetRequiredService<SqliteDb>());
        }
    }

    public DbContextOptionsBuilder Configure(DbContextOptionsBuilder o)
    {
        if (IsPostgres)
            o.UseNpgsql(
                Postgres,
                n => n.MigrationsHistoryTable("migration").UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)
            );
        else
            o.UseSqlite(
                    SqliteAddress,
                    s => s.MigrationsHistoryTable("migration").UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)
                )
                .ReplaceService<IMigrationsSqlGenerator, WithoutRowId>();
        // A bounded count takes so many rows, whichever they are.
        o.ConfigureWarnings(w => w.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning));
        return o.AddInterceptors(AuditGuard.Instance, SqliteSettings.Instance);
    }

    /// <summary>
    /// SQLite loses an acknowledged commit at a power cut unless each commit is flushed: FULL, with WAL so that readers do not
    /// wait.
    /// </summary>
    private sealed class SqliteSettings : DbConnectionInterceptor
    {
        public static readonly SqliteSettings Instance = new();

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData data)
        {
            if (connection is not Microsoft.Data.Sqlite.SqliteConnection)
                return;
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }

        public override Task ConnectionOpenedAsync(
            DbConnection connection,
            ConnectionEndEventData data,
            CancellationToken cancellationToken = default
        )
        {
            ConnectionOpened(connection, data);
            return Task.CompletedTask;
        }
    }
}

internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args) =>
        new((DbContextOptions<SqliteDb>)new DatabaseAddress(null, "design.db").Configure(new DbContextOptionsBuilder<SqliteDb>()).Options);
}

internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresDb>
{
    public PostgresDb CreateDbContext(string[] args) =>
        new(
            (DbContextOptions<PostgresDb>)
                new DatabaseAddress("Host=localhost", null).Configure(new DbContextOptionsBuilder<PostgresDb>()).Options
        );
}
