using ThiDua.App.Audit;
using ThiDua.App.Data;

namespace ThiDua.App.Cases;

/// <summary>Many new cases by one act of the record, past the change tracker: what a file brings by the ten thousand.</summary>
internal static class BeginMany
{
    /// <param name="cases">Of <see cref="BeginCase.Make"/>, tracked by nobody.</param>
    /// <param name="record">Saved.</param>
    /// <returns>Their ids, in their order.</returns>
    public static async Task<IReadOnlyList<int>> Write(AppDb db, IReadOnlyList<Case> cases, Act record, CancellationToken cancellationToken)
    {
        var ids = await Ids(db, cases.Count, cancellationToken);
        await CaseTables.Cases.WriteMixed(db, [.. cases.Select((c, at) => Columns(c, ids[at]))], cancellationToken);
        await CaseTables.Steps.WriteMixed(db, [.. cases.Select((c, at) => Columns(c.Steps[0], ids[at], record))], cancellationToken);
        return ids;
    }

    /// <summary>On SQLite the one writer is at it; on PostgreSQL the sequence gives each number once.</summary>
    private static async Task<IReadOnlyList<int>> Ids(AppDb db, int count, CancellationToken cancellationToken)
    {
        if (db is PostgresDb)
            return await db.Rows(
                """SELECT nextval(pg_get_serial_sequence('"case"','Id')) FROM generate_series(1,@0::int)""",
                r => (int)r.GetInt64(0),
                cancellationToken,
                count
            );
        var last = (int)await db.Number("SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name='case'),0)", cancellationToken);
        return [.. Enumerable.Range(last + 1, count)];
    }

    internal static object?[] Columns(Case c, int id) =>
        [
            (long)id,
            c.PublicId,
            c.Kind,
            c.Flow,
            c.Pack,
            c.State,
            c.Title,
            c.Search,
            c.SortKey,
            (long)c.UnitId,
            RawSql.Day(c.Due),
            RawSql.Day(c.SoonFrom),
            (long)c.Version,
            c.MovedAt.UtcTicks,
            (long?)c.MovedBy,
            c.Reason,
        ];

    internal static object?[] Columns(CaseStep step, int id, Act record) =>
        [(long)id, step.Act, step.From, step.To, (long?)step.AccountId, step.At.UtcTicks, step.Reason, record.Id];
}
