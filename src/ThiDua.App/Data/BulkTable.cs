using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace ThiDua.App.Data;

internal enum ColumnType
{
    Int,
    Long,
    Bool,
    Text,
    Date,
}

/// <summary>
/// Writes many rows into one table: row by row with a prepared statement on SQLite, as arrays in one statement
/// on PostgreSQL. For the tables that hold facts and totals, where the change tracker would cost more than the work.
/// </summary>
/// <param name="conflict">What to do with a row whose key is there: an ON CONFLICT clause, or nothing.</param>
/// <param name="postgresConflict">The same in PostgreSQL's words, where they differ.</param>
internal sealed class BulkTable(
    string table,
    (string Name, ColumnType Type)[] columns,
    string conflict = "",
    string? postgresConflict = null
)
{
    private const int Many = 16;

    private readonly string perRow =
        $"INSERT INTO \"{table}\" ({Names(columns)}) VALUES ({string.Join(',', columns.Select((_, i) => $"@{i}"))}){conflict}";

    private readonly string asArrays =
        $"INSERT INTO \"{table}\" ({Names(columns)}) SELECT {string.Join(',', columns.Select((c, i) => $"c{i}{Cast(c.Type)}"))} "
        + $"FROM unnest({string.Join(',', columns.Select((_, i) => $"@{i}::{(IsText(columns[i].Type) ? "text" : "bigint")}[]"))}) AS r({string.Join(',', columns.Select((_, i) => $"c{i}"))}){postgresConflict ?? conflict}";

    /// <param name="rows">One value for each column; booleans as 0 and 1.</param>
    public async Task Write(AppDb db, IReadOnlyList<long?[]> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
            return;
        if (db is PostgresDb)
        {
            var arrays = new object[columns.Length];
            for (var at = 0; at < columns.Length; at++)
            {
                var values = new long?[rows.Count];
                for (var row = 0; row < rows.Count; row++)
                    values[row] = rows[row][at];
                arrays[at] = values;
            }
            await db.Run(asArrays, cancellationToken, arrays);
            return;
        }
        if (rows.Count >= Many)
        {
            Prepared(
                (SqliteConnection)db.Database.GetDbConnection(),
                rows,
                static (statement, at, value) =>
                    _ = value is { } number ? raw.sqlite3_bind_int64(statement, at, number) : raw.sqlite3_bind_null(statement, at)
            );
            return;
        }
        var command = db.Statement(perRow, new object?[columns.Length]);
        foreach (var row in rows)
        {
            for (var at = 0; at < row.Length; at++)
                command.Parameters[at].Value = row[at] is { } value ? value : DBNull.Value;
            command.ExecuteNonQuery();
        }
    }

    /// <summary>The same where some columns are text: numbers as <see cref="long"/>, days as <c>2024-01-31</c>.</summary>
    public async Task WriteMixed(AppDb db, IReadOnlyList<object?[]> rows, CancellationToken cancellationToken)
    {
        if (rows.Count == 0)
            return;
        if (db is PostgresDb)
        {
            await db.Run(
                asArrays,
                cancellationToken,
                [
                    .. columns.Select(
                        (c, at) =>
                            IsText(c.Type) ? (object)rows.Select(r => (string?)r[at]).ToArray() : rows.Select(r => (long?)r[at]).ToArray()
                    ),
                ]
            );
            return;
        }
        Prepared((SqliteConnection)db.Database.GetDbConnection(), rows, static (statement, at, value) => _ = Bind(statement, at, value));
    }

    private static int Bind(sqlite3_stmt statement, int at, object? value) =>
        value switch
        {
            null => raw.sqlite3_bind_null(statement, at),
            long number => raw.sqlite3_bind_int64(statement, at, number),
            _ => raw.sqlite3_bind_text(statement, at, (string)value),
        };

    /// <summary>
    /// Straight to SQLite: its client looks up each parameter by its name and boxes each value. Of the samples that a profile
    /// of the import found in ExecuteNonQuery, 15 of 100 were SQLite's.
    /// </summary>
    private void Prepared<T>(SqliteConnection connection, IReadOnlyList<T[]> rows, Action<sqlite3_stmt, int, T> bind)
    {
        var database = connection.Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(database, perRow, out var statement), database);
        using (statement)
        {
            foreach (var row in rows)
            {
                for (var at = 0; at < row.Length; at++)
                    bind(statement, at + 1, row[at]);
                var step = raw.sqlite3_step(statement);
                if (step != raw.SQLITE_DONE)
                    SqliteException.ThrowExceptionForRC(step, database);
                _ = raw.sqlite3_reset(statement);
            }
        }
    }

    private static string Names((string Name, ColumnType Type)[] columns) => string.Join(',', columns.Select(c => $"\"{c.Name}\""));

    private static string Cast(ColumnType type) =>
        type switch
        {
            ColumnType.Int => "::int",
            ColumnType.Bool => "::int::boolean",
            ColumnType.Date => "::date",
            _ => "",
        };

    private static bool IsText(ColumnType type) => type is ColumnType.Text or ColumnType.Date;
}
