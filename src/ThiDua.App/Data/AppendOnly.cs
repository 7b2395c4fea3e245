using Microsoft.EntityFrameworkCore.Migrations;

namespace ThiDua.App.Data;

/// <summary>Triggers that refuse every change of what a table holds, on both engines: what was recorded stays recorded.</summary>
internal static class AppendOnly
{
    /// <summary>The tables, with every set of columns that is unique in them.</summary>
    private static readonly (string Table, string[][] Unique)[] Tables =
    [
        (
            "act",
            [
                ["Id"],
            ]
        ),
        (
            "case_step",
            [
                ["Id"],
            ]
        ),
        (
            "row_version",
            [
                ["Id"],
            ]
        ),
        (
            "act_seal",
            [
                ["Number"],
                ["ActId"],
            ]
        ),
        (
            "fact",
            [
                ["HomeId", "Year", "Id"],
                ["HomeId", "Year", "ReplacesId"],
            ]
        ),
        (
            "fact_approval",
            [
                ["HomeId", "Year", "FactId"],
            ]
        ),
        (
            "fact_batch",
            [
                ["ActId", "HomeId", "Year"],
            ]
        ),
    ];

    public static IEnumerable<string> Names => Tables.Select(t => t.Table);

    public static void GuardAppendOnly(this MigrationBuilder migration)
    {
        foreach (var (table, unique) in Tables)
            if (migration.ActiveProvider == "Microsoft.EntityFrameworkCore.Sqlite")
                OnSqlite(migration, table, unique);
            else
                migration.Sql(
                    $"""
                    CREATE FUNCTION {table}_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{table} is append-only'; END $$;
                    CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "{table}" FOR EACH STATEMENT EXECUTE FUNCTION {table}_append_only();
                    """
                );
    }

    private static void OnSqlite(MigrationBuilder migration, string table, string[][] unique)
    {
        foreach (var change in new[] { "UPDATE", "DELETE" })
            migration.Sql(
                $"CREATE TRIGGER {table}_no_{change} BEFORE {change} ON \"{table}\" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;"
            );
        // INSERT OR REPLACE takes a row away without asking the trigger on DELETE: its key, or another unique set, is there already.
        var there = unique.Select(columns =>
            $"NEW.\"{columns[^1]}\" IS NOT NULL AND EXISTS (SELECT 1 FROM \"{table}\" WHERE {string.Join(" AND ", columns.Select(c => $"\"{c}\" = NEW.\"{c}\""))})"
        );
        migration.Sql(
            $"CREATE TRIGGER {table}_no_REPLACE BEFORE INSERT ON \"{table}\" WHEN {string.Join(" OR ", there)} BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;"
        );
    }
}
