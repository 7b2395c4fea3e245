using Microsoft.EntityFrameworkCore.Migrations;

namespace ThiDua.App.Data;

/// <summary>Triggers that refuse every update and delete of a table, on both engines: what was recorded stays recorded.</summary>
internal static class AppendOnly
{
    public static void Guard(this MigrationBuilder migration, string table)
    {
        if (migration.ActiveProvider == "Microsoft.EntityFrameworkCore.Sqlite")
            foreach (var deed in new[] { "UPDATE", "DELETE" })
                migration.Sql($"CREATE TRIGGER {table}_no_{deed} BEFORE {deed} ON \"{table}\" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;");
        else
            migration.Sql($"""
                CREATE FUNCTION {table}_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{table} is append-only'; END $$;
                CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "{table}" FOR EACH STATEMENT EXECUTE FUNCTION {table}_append_only();
                """);
    }
}
