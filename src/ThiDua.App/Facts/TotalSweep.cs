using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.Measures;

namespace ThiDua.App.Facts;

/// <summary>
/// Carries differences to the totals above the commune, so that the nation's rows are not fought over by every report.
/// A difference is taken off the list and added in one transaction: never lost, never twice.
/// </summary>
public sealed class TotalSweep(IServiceScopeFactory scopes, TimeProvider clock, ILogger<TotalSweep> logger) : LeasedLoop("total-sweep", scopes, clock, logger)
{
    private const int MostAtOnce = 20_000;
    private const string Columns = "\"HomeId\",\"UnitId\",\"IndicatorId\",\"PeriodId\",\"Sum\",\"Reported\",\"Holding\",\"ApprovedSum\",\"ApprovedReported\",\"ApprovedHolding\"";

    protected override Task<bool> HasWork(AppDb db, CancellationToken cancellationToken) => db.PendingTotals.AnyAsync(cancellationToken);

    protected override Task<int> Step(AppDb db, CancellationToken cancellationToken) => db.Apply(async () =>
    {
        var rows = await db.Rows($"""DELETE FROM total_pending WHERE "Id" IN (SELECT "Id" FROM total_pending ORDER BY "Id" LIMIT {MostAtOnce}{(db is PostgresDb ? " FOR UPDATE" : "")}) RETURNING {Columns}""",
            r => (Key: (r.GetInt32(0), r.GetInt32(1), r.GetInt32(2), r.GetInt32(3)),
                Cell: new Cell(Period.FromId(r.GetInt32(3)), new(r.GetInt64(4), r.GetInt32(5), r.GetInt32(6)), new(r.GetInt64(7), r.GetInt32(8), r.GetInt32(9)))),
            cancellationToken);
        var sums = rows.GroupBy(r => r.Key).OrderBy(g => g.Key)
            .Select(g => (g.Key, Cell: g.Select(r => r.Cell).Aggregate((a, b) => new(a.Period, a.All + b.All, a.Approved + b.Approved)))).Where(s => !s.Cell.IsZero);
        await FactTables.Totals.Write(db, [.. sums.Select(s => FactTables.Row(s.Key.Item1, s.Key.Item2, s.Key.Item3, s.Key.Item4, s.Cell))], cancellationToken);
        return rows.Count;
    }, cancellationToken);
}
