using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;

namespace ThiDua.App.Facts;

/// <summary>
/// Carries differences to the totals above the commune, so that the nation's rows are not fought over by every report.
/// A difference is taken off the list and added in one transaction: never lost, never twice.
/// </summary>
public sealed class TotalSweep(IServiceScopeFactory scopes, TimeProvider clock, ILogger<TotalSweep> logger)
    : LeasedLoop("total-sweep", scopes, clock, logger)
{
    private const int MostAtOnce = 20_000;
    private const string Columns =
        "\"HomeId\",\"UnitId\",\"IndicatorId\",\"PeriodId\",\"Since\",\"Sum\",\"Reported\",\"Holding\",\"ApprovedSum\",\"ApprovedReported\",\"ApprovedHolding\"";

    private static readonly string TakeSqlite =
        $"""DELETE FROM total_pending WHERE "Id" IN (SELECT "Id" FROM total_pending ORDER BY "Id" LIMIT {MostAtOnce}) RETURNING {Columns}""";

    // By the place of the row: a list that fills and empties has no true statistics, and a join by Id may read millions of dead rows.
    private static readonly string TakePostgres =
        $"""DELETE FROM total_pending WHERE ctid = ANY (ARRAY(SELECT ctid FROM total_pending ORDER BY "Id" LIMIT {MostAtOnce} FOR UPDATE)) RETURNING {Columns}""";

    protected override Task<bool> HasWork(AppDb db, CancellationToken cancellationToken) => db.PendingTotals.AnyAsync(cancellationToken);

    protected override Task<int> Step(AppDb db, CancellationToken cancellationToken) =>
        db.Apply(
            async () =>
            {
                var rows = await db.Rows(db is PostgresDb ? TakePostgres : TakeSqlite, Pending, cancellationToken);
                var sums = rows.GroupBy(r => (r.HomeId, r.UnitId, r.IndicatorId))
                    .OrderBy(g => g.Key)
                    .SelectMany(g =>
                        Measures
                            .Totals.Sum(g.Select(FactTables.CellOf))
                            .Select(c => FactTables.Row(g.Key.HomeId, g.Key.UnitId, g.Key.IndicatorId, c))
                    );
                await FactTables.Totals.Write(db, [.. sums], cancellationToken);
                return rows.Count;
            },
            cancellationToken
        );

    private static PendingTotal Pending(System.Data.Common.DbDataReader r) =>
        new()
        {
            HomeId = r.GetInt32(0),
            UnitId = r.GetInt32(1),
            IndicatorId = r.GetInt32(2),
            PeriodId = r.GetInt32(3),
            Since = r.GetInt32(4),
            Sum = r.GetInt64(5),
            Reported = r.GetInt32(6),
            Holding = r.GetInt32(7),
            ApprovedSum = r.GetInt64(8),
            ApprovedReported = r.GetInt32(9),
            ApprovedHolding = r.GetInt32(10),
        };
}
