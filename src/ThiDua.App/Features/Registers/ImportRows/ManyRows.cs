using ThiDua.App.Audit;
using ThiDua.App.Cases;
using ThiDua.App.Data;

namespace ThiDua.App.Features.Registers.ImportRows;

/// <summary>Writes many new rows of a register at once, past the change tracker.</summary>
internal static class ManyRows
{
    /// <param name="rows">Of <see cref="SaveRow.Make"/>, tracked by nobody.</param>
    /// <param name="record">Saved.</param>
    public static async Task Write(AppDb db, IReadOnlyList<RegisterRow> rows, Act record, CancellationToken cancellationToken)
    {
        var ids = await BeginMany.Write(db, [.. rows.Select(r => r.Case)], record, cancellationToken);
        await CaseTables.Rows.WriteMixed(db, [.. rows.Select((r, at) => Row(r, ids[at]))], cancellationToken);
        await CaseTables.Versions.WriteMixed(db, [.. rows.Select((r, at) => Version(r.Versions[0], ids[at], record))], cancellationToken);
        await CaseTables.Values.WriteMixed(db, [.. rows.SelectMany((r, at) => r.Values.Select(v => Value(v, ids[at])))], cancellationToken);
        await CaseTables.Links.WriteMixed(
            db,
            [.. rows.SelectMany((r, at) => r.Links.Select(l => new object?[] { (long)ids[at], l.Field, l.To }))],
            cancellationToken
        );
    }

    private static object?[] Row(RegisterRow row, int id) =>
        [
            (long)id,
            row.Register,
            (long)row.UnitId,
            RawSql.Day(row.Date),
            row.Content,
            row.Comments,
            (long?)row.WrittenBy,
            (long?)row.ImportId,
        ];

    private static object?[] Version(RowVersion version, int id, Act record) =>
        [(long)id, version.Content, version.Comments, (long?)version.ImportId, record.Id];

    private static object?[] Value(RowValue value, int id) => [(long)id, value.Register, value.Field, value.SortKey, value.Number];
}
