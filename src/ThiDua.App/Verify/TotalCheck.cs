using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Packs;
using ThiDua.Measures;

namespace ThiDua.App.Verify;

/// <summary>
/// Stored totals, with the differences that wait for the sweep, against what the figures make. Home by home: what units
/// of one home add to nodes of another (the nation; where a unit moved to) is kept until the end.
/// </summary>
internal sealed class TotalCheck(AppDb db, PackShelf packs, Findings findings)
{
    private const int Page = 50_000,
        UnitsAtOnce = 200;
    private const string Parts =
        "\"UnitId\",\"IndicatorId\",\"PeriodId\",\"Since\",\"Sum\",\"Reported\",\"Holding\","
        + "\"ApprovedSum\",\"ApprovedReported\",\"ApprovedHolding\"";
    private readonly TotalSums here = new(),
        open = new(),
        waiting = new();
    private IReadOnlyDictionary<int, string> codes = new Dictionary<int, string>();
    private long rows;

    public async Task Run(CancellationToken cancellationToken)
    {
        codes = await findings.Indicators(cancellationToken);
        await Waiting(cancellationToken);
        var homes = await db
            .Units.AsNoTracking()
            .Select(u => new { u.Id, u.HomeId })
            .ToDictionaryAsync(u => u.Id, u => u.HomeId, cancellationToken);
        var shared = await Shared(homes, cancellationToken);
        foreach (var home in homes.GroupBy(h => h.Value, h => h.Key).OrderBy(h => h.Key))
        {
            foreach (var units in home.Order().Chunk(UnitsAtOnce))
                await Add(home.Key, units, shared, cancellationToken);
            await Stored("\"HomeId\"=@0", [home.Key], key => shared.Contains(key.Unit) ? null : here, cancellationToken);
            await Missing(here, cancellationToken);
        }
        foreach (var unit in shared.Order())
            await Stored("\"HomeId\"=@0 AND \"UnitId\"=@4", [homes[unit], unit], _ => open, cancellationToken);
        await Missing(open, cancellationToken);
        foreach (var (key, cell) in waiting.TakeAll().Where(w => !w.Cell.IsZero))
            await Wrong(key, cell, default, cancellationToken);
        if (await db.Totals.LongCountAsync(cancellationToken) - rows is > 0 and var strange)
            findings.Wrong("total", "total", $"{strange} under a home that is not the unit's", null, strange);
    }

    /// <summary>Nodes that units of another home stand, or stood, under.</summary>
    private async Task<HashSet<int>> Shared(Dictionary<int, int> homes, CancellationToken cancellationToken)
    {
        var shared = new HashSet<int>();
        var versions = db.UnitVersions.AsNoTracking().Select(v => new { v.UnitId, v.Path }).AsAsyncEnumerable();
        await foreach (var version in versions.WithCancellation(cancellationToken))
        foreach (var above in Tree.UnitVersion.PathIds(version.Path))
            if (homes.GetValueOrDefault(above) != homes[version.UnitId])
                shared.Add(above);
        shared.IntersectWith(homes.Keys);
        return shared;
    }

    private async Task Add(int home, int[] units, HashSet<int> shared, CancellationToken cancellationToken)
    {
        var places = await UnitPlaces.Load(db, packs, units, cancellationToken);
        var figures = await db.Rows(
            """
            SELECT "UnitId","IndicatorId","PeriodId","FactId","Value","ApprovedValue" FROM figure
            WHERE "HomeId"=@0 AND "UnitId">=@1 AND "UnitId"<=@2 ORDER BY "UnitId","IndicatorId","PeriodId"
            """,
            r => (Unit: r.GetInt32(0), Indicator: r.GetInt32(1), Value: Current(r)),
            cancellationToken,
            home,
            units[0],
            units[^1]
        );
        for (var at = 0; at < figures.Count; )
        {
            var (unit, indicator, from) = (figures[at].Unit, figures[at].Indicator, at);
            while (at < figures.Count && (figures[at].Unit, figures[at].Indicator) == (unit, indicator))
                at++;
            if (!places.Knows(unit) || !IsKnown(indicator))
                continue;
            var (code, own) = (codes[indicator], figures[from..at].Select(f => f.Value).OfType<CurrentValue>());
            var definition = places.Definition(unit, code);
            var (cells, schedule) = (Measures.Totals.OwnCells(definition, own), DerivedFigures.Schedule(packs, code));
            foreach (
                var delta in Rollup.Spread(definition, cells, places.Of(unit, code), schedule).Where(d => places[(int)d.Unit].IsParent)
            )
                (shared.Contains((int)delta.Unit) ? open : here).Add((int)delta.Unit, indicator, delta.Cell);
        }
    }

    private async Task Stored(string where, object[] values, Func<TotalKey, TotalSums?> sums, CancellationToken cancellationToken)
    {
        for (var (unit, indicator, period, since) = (-1, -1, -1, -1); ; )
        {
            var page = await db.Rows(
                $"""
                SELECT {Parts} FROM "total" WHERE {where} AND ("UnitId","IndicatorId","PeriodId","Since") > (@1,@2,@3,@5)
                ORDER BY "UnitId","IndicatorId","PeriodId","Since" LIMIT {Page}
                """,
                Row,
                cancellationToken,
                values[0],
                unit,
                indicator,
                period,
                values[^1],
                since
            );
            foreach (var row in page)
            {
                var key = TotalKey.Of(row);
                if (sums(key) is not { } rebuilt)
                    continue;
                rows++;
                if (!IsKnown(row.IndicatorId))
                    continue;
                findings.Seen("total");
                if (Findings.IsPeriod(row.PeriodId))
                    await Compare(key, FactTables.CellOf(row), rebuilt, cancellationToken);
                else
                    await findings.Wrong("total", (key.Unit, key.Indicator, key.Period), "no period", null, cancellationToken);
            }
            if (page.Count < Page)
                return;
            (unit, indicator, period, since) = (page[^1].UnitId, page[^1].IndicatorId, page[^1].PeriodId, page[^1].Since);
        }
    }

    private async Task Missing(TotalSums sums, CancellationToken cancellationToken)
    {
        foreach (var (key, cell) in sums.TakeAll())
            if (TotalSums.Differ(waiting.Take(key), cell))
                await Wrong(key, default, cell, cancellationToken);
    }

    private async Task Compare(TotalKey key, Cell stored, TotalSums rebuilt, CancellationToken cancellationToken)
    {
        var (must, more) = (rebuilt.Take(key), waiting.Take(key));
        var now = stored with { All = stored.All + more.All, Approved = stored.Approved + more.Approved };
        if (TotalSums.Differ(now, must))
            await Wrong(key, now, must, cancellationToken);
    }

    private async Task Waiting(CancellationToken cancellationToken)
    {
        for (var after = long.MinValue; ; )
        {
            var page = await db
                .PendingTotals.AsNoTracking()
                .Where(t => t.Id > after)
                .OrderBy(t => t.Id)
                .Take(Page)
                .ToListAsync(cancellationToken);
            foreach (var row in page.Where(r => IsKnown(r.IndicatorId)))
                waiting.Add(row.UnitId, row.IndicatorId, FactTables.CellOf(row));
            if (page.Count < Page)
                return;
            after = page[^1].Id;
        }
    }

    private Task Wrong(TotalKey key, Cell stored, Cell rebuilt, CancellationToken cancellationToken) =>
        findings.Wrong(
            "total",
            (key.Unit, key.Indicator, key.Period),
            TotalSums.Words(stored),
            TotalSums.Words(rebuilt),
            cancellationToken
        );

    /// <summary>An indicator that no pack defines any more cannot be added up; its facts and figures are checked all the same.</summary>
    private bool IsKnown(int indicator) =>
        codes.TryGetValue(indicator, out var code) && (DerivedFigures.Is(code) || packs.Schedules.ContainsKey(code));

    private static CurrentValue? Current(System.Data.Common.DbDataReader r) =>
        Findings.IsPeriod(r.GetInt32(2)) ? new(Period.FromId(r.GetInt32(2)), r.GetInt64(3), r.LongOrNull(4), r.LongOrNull(5)) : null;

    private static Total Row(System.Data.Common.DbDataReader r) =>
        new()
        {
            UnitId = r.GetInt32(0),
            IndicatorId = r.GetInt32(1),
            PeriodId = r.GetInt32(2),
            Since = r.GetInt32(3),
            Sum = r.GetInt64(4),
            Reported = r.GetInt32(5),
            Holding = r.GetInt32(6),
            ApprovedSum = r.GetInt64(7),
            ApprovedReported = r.GetInt32(8),
            ApprovedHolding = r.GetInt32(9),
        };
}
