namespace ThiDua.App.Data;

/// <summary>The statements on the tables of cases and of the rows of registers for files of rows, the same on both engines.</summary>
internal static class CaseTables
{
    private static readonly (string Name, ColumnType Type)[] CaseColumns =
    [
        ("Id", ColumnType.Int),
        ("PublicId", ColumnType.Text),
        ("Kind", ColumnType.Text),
        ("Flow", ColumnType.Text),
        ("Pack", ColumnType.Text),
        ("State", ColumnType.Text),
        ("Title", ColumnType.Text),
        ("Search", ColumnType.Text),
        ("SortKey", ColumnType.Text),
        ("UnitId", ColumnType.Int),
        ("Due", ColumnType.Date),
        ("SoonFrom", ColumnType.Date),
        ("Version", ColumnType.Int),
        ("MovedAt", ColumnType.Long),
        ("MovedBy", ColumnType.Int),
        ("Reason", ColumnType.Text),
    ];

    public static readonly BulkTable Cases = new("case", CaseColumns);

    /// <summary>Of cases that are there, what a move changes.</summary>
    public static readonly BulkTable Moves = new("case", CaseColumns, $" ON CONFLICT (\"Id\") DO UPDATE SET {Moved}");

    public static readonly BulkTable Steps = new(
        "case_step",
        [
            ("CaseId", ColumnType.Int),
            ("Act", ColumnType.Text),
            ("From", ColumnType.Text),
            ("To", ColumnType.Text),
            ("AccountId", ColumnType.Int),
            ("At", ColumnType.Long),
            ("Reason", ColumnType.Text),
            ("RecordId", ColumnType.Long),
        ]
    );

    public static readonly BulkTable Rows = new(
        "register_row",
        [
            ("Id", ColumnType.Int),
            ("Register", ColumnType.Text),
            ("UnitId", ColumnType.Int),
            ("Date", ColumnType.Date),
            ("Content", ColumnType.Text),
            ("Comments", ColumnType.Text),
            ("WrittenBy", ColumnType.Int),
            ("ImportId", ColumnType.Int),
        ]
    );

    public static readonly BulkTable Versions = new(
        "row_version",
        [
            ("RowId", ColumnType.Int),
            ("Content", ColumnType.Text),
            ("Comments", ColumnType.Text),
            ("ImportId", ColumnType.Int),
            ("RecordId", ColumnType.Long),
        ]
    );

    public static readonly BulkTable Links = new(
        "row_link",
        [("RowId", ColumnType.Int), ("Field", ColumnType.Text), ("To", ColumnType.Text)]
    );

    public static readonly BulkTable Values = new(
        "row_value",
        [
            ("RowId", ColumnType.Int),
            ("Register", ColumnType.Text),
            ("Field", ColumnType.Text),
            ("SortKey", ColumnType.Text),
            ("Number", ColumnType.Long),
        ]
    );

    private static string Moved =>
        string.Join(
            ',',
            new[] { "State", "Due", "SoonFrom", "Version", "MovedAt", "MovedBy", "Reason" }.Select(c => $"\"{c}\"=excluded.\"{c}\"")
        );
}
