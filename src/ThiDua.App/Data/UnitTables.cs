namespace ThiDua.App.Data;

/// <summary>The statements on the tables of the tree for files of units, the same on both engines.</summary>
internal static class UnitTables
{
    public static readonly BulkTable Units = new(
        "unit",
        [
            ("Id", ColumnType.Int),
            ("PublicId", ColumnType.Text),
            ("Code", ColumnType.Text),
            ("HomeId", ColumnType.Int),
            ("IsParent", ColumnType.Bool),
            ("AboveCommune", ColumnType.Bool),
            ("ImportId", ColumnType.Int),
        ]
    );

    public static readonly BulkTable Versions = new(
        "unit_version",
        [
            ("Id", ColumnType.Int),
            ("UnitId", ColumnType.Int),
            ("ParentId", ColumnType.Int),
            ("Path", ColumnType.Text),
            ("Name", ColumnType.Text),
            ("Kind", ColumnType.Text),
            ("From", ColumnType.Date),
            ("SortKey", ColumnType.Text),
            ("Search", ColumnType.Text),
        ]
    );

    public static readonly BulkTable Counts = new(
        "unit_count",
        [("UnitId", ColumnType.Int), ("Kind", ColumnType.Text), ("From", ColumnType.Date), ("Change", ColumnType.Int)],
        """ ON CONFLICT ("UnitId","Kind","From") DO UPDATE SET "Change"="unit_count"."Change"+excluded."Change" """
    );

    /// <summary>That many ids of the table that no row had or will have; within the write path, while the tree is held.</summary>
    public static async Task<List<int>> Ids(AppDb db, string table, int count, CancellationToken cancellationToken)
    {
        if (db is PostgresDb)
            return await db.Rows(
                $"SELECT nextval(pg_get_serial_sequence('{table}', 'Id'))::int FROM generate_series(1, @0)",
                r => r.GetInt32(0),
                cancellationToken,
                count
            );
        var last = await db.Number(
            $"SELECT max(coalesce((SELECT max(\"Id\") FROM \"{table}\"), 0), coalesce((SELECT seq FROM sqlite_sequence WHERE name = '{table}'), 0))",
            cancellationToken
        );
        return [.. Enumerable.Range((int)last + 1, count)];
    }

    /// <summary>Takes units of an import away again, those with the greatest ids first, with all that the import wrote of them.</summary>
    public static async Task<int> Remove(AppDb db, int importId, int most, CancellationToken cancellationToken)
    {
        var last = $"SELECT \"Id\" FROM unit WHERE \"ImportId\" = @0 ORDER BY \"Id\" DESC LIMIT {most}";
        await db.Run($"DELETE FROM unit_count WHERE \"UnitId\" IN ({last})", cancellationToken, importId);
        await db.Run($"DELETE FROM unit_version WHERE \"UnitId\" IN ({last})", cancellationToken, importId);
        return await db.Run($"DELETE FROM unit WHERE \"Id\" IN ({last})", cancellationToken, importId);
    }
}
