using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ThiDua.App.Data;

/// <summary>Statements that the model has no words for, on the context's connection and in its transaction.</summary>
internal static class RawSql
{
    private static readonly ConditionalWeakTable<SqliteConnection, Dictionary<string, SqliteCommand>> Prepared = [];

    /// <summary>
    /// The one writer connection of SQLite keeps its statements prepared while it is open. No other does: closed and opened again it
    /// may have another handle of the pool, and what was prepared belongs to the old one.
    /// </summary>
    public static void KeepStatements(SqliteConnection connection) => Prepared.AddOrUpdate(connection, []);

    /// <summary>Parameters are @0, @1 …; the command of the writer connection is kept and must not be disposed.</summary>
    public static DbCommand Statement(this AppDb db, string sql, params object?[] values)
    {
        var connection = db.Database.GetDbConnection();
        if (connection is not SqliteConnection sqlite || !Prepared.TryGetValue(sqlite, out var commands))
            return Fill(connection.CreateCommand(), db, sql, values);
        if (!commands.TryGetValue(sql, out var command))
            return commands[sql] = (SqliteCommand)Fill(sqlite.CreateCommand(), db, sql, values);
        command.Transaction = (SqliteTransaction?)db.Database.CurrentTransaction?.GetDbTransaction();
        for (var at = 0; at < values.Length; at++)
            command.Parameters[at].Value = values[at] ?? DBNull.Value;
        return command;
    }

    public static Task<int> Run(this AppDb db, string sql, CancellationToken cancellationToken, params object?[] values) =>
        db.Statement(sql, values).ExecuteNonQueryAsync(cancellationToken);

    public static async Task<long> Number(this AppDb db, string sql, CancellationToken cancellationToken, params object?[] values) =>
        Convert.ToInt64(
            await db.Statement(sql, values).ExecuteScalarAsync(cancellationToken),
            System.Globalization.CultureInfo.InvariantCulture
        );

    public static async Task<List<T>> Rows<T>(
        this AppDb db,
        string sql,
        Func<DbDataReader, T> row,
        CancellationToken cancellationToken,
        params object?[] values
    )
    {
        var rows = new List<T>();
        await using var reader = await db.Statement(sql, values).ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(row(reader));
        return rows;
    }

    public static long? LongOrNull(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    /// <summary>As both engines take it as text.</summary>
    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static DbCommand Fill(DbCommand command, AppDb db, string sql, object?[] values)
    {
        command.CommandText = sql;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        for (var at = 0; at < values.Length; at++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@{at}";
            parameter.Value = values[at] ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }
        return command;
    }
}
