using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Facts;

namespace ThiDua.App.Verify;

/// <summary>
/// Facts against the hashes that their acts promise, and figures against the chains of facts. Home by home and year by
/// year, as facts lie on the disk; a large year is read several times, each time for some of its units, so that what is
/// held stays small.
/// </summary>
internal sealed class FactCheck(AppDb db, Findings findings)
{
    private const int Page = 50_000,
        MostChains = 1_000_000;
    private const string Columns = "\"Id\",\"IndicatorId\",\"UnitId\",\"PeriodId\",\"Value\",\"ReplacesId\",\"ActId\",\"Approved\"";
    private long batches,
        approvals,
        figures;

    public async Task Run(CancellationToken cancellationToken)
    {
        for (var part = await Next(-1, 0, cancellationToken); part is var (home, year); part = await Next(home, year, cancellationToken))
        {
            var count = await db.Facts.LongCountAsync(f => f.HomeId == home && f.Year == year, cancellationToken);
            var parts = 1 + (int)(count / MostChains);
            for (var slice = 0; slice < parts; slice++)
            {
                var chains = await Facts(home, year, (slice, parts), cancellationToken);
                await Figures(home, year, (slice, parts), chains, cancellationToken);
            }
        }
        await Rest(cancellationToken);
    }

    private async Task<(int Home, int Year)?> Next(int home, int year, CancellationToken cancellationToken) =>
        (
            await db.Rows(
                """SELECT "HomeId","Year" FROM fact WHERE ("HomeId","Year") > (@0,@1) ORDER BY "HomeId","Year" LIMIT 1""",
                r => ((int, int)?)(r.GetInt32(0), r.GetInt32(1)),
                cancellationToken,
                home,
                year
            )
        ).FirstOrDefault();

    private async Task<FactChains> Facts(int home, int year, (int This, int Of) slice, CancellationToken cancellationToken)
    {
        var (chains, runs) = (new FactChains(), slice.This == 0 ? new ActRuns() : null);
        for (var after = long.MinValue; ; )
        {
            var page = await db.Rows(
                $"""
                SELECT {Columns} FROM fact WHERE "HomeId"=@0 AND "Year"=@1 AND "Id">@2 ORDER BY "Id" LIMIT {Page}
                """,
                r => Read(r, home, year),
                cancellationToken,
                home,
                year,
                after
            );
            var official = page.Count == 0 ? [] : await Approved(home, year, page[0].Id, page[^1].Id, cancellationToken);
            foreach (var fact in page)
            {
                runs?.Add(fact);
                if (fact.UnitId % slice.Of == slice.This)
                    chains.Add(fact, fact.Approved || official.Contains(fact.Id));
            }
            if (runs is not null)
            {
                approvals += page.Count(f => official.Contains(f.Id));
                findings.Seen("fact", page.Count);
                await Compare(home, year, runs.Ended(last: page.Count < Page), cancellationToken);
            }
            if (page.Count < Page)
                return chains;
            after = page[^1].Id;
        }
    }

    private async Task<HashSet<long>> Approved(int home, int year, long from, long to, CancellationToken cancellationToken) =>
        [
            .. await db.Rows(
                """SELECT "FactId" FROM fact_approval WHERE "HomeId"=@0 AND "Year"=@1 AND "FactId">=@2 AND "FactId"<=@3""",
                r => r.GetInt64(0),
                cancellationToken,
                home,
                year,
                from,
                to
            ),
        ];

    private async Task Compare(int home, int year, List<FactBatch> runs, CancellationToken cancellationToken)
    {
        var acts = runs.Select(r => r.ActId).Distinct().ToList();
        var promised = await db
            .FactBatches.AsNoTracking()
            .Where(b => acts.Contains(b.ActId) && b.HomeId == home && b.Year == year)
            .ToDictionaryAsync(b => b.ActId, cancellationToken);
        foreach (var run in runs)
        {
            if (promised.Remove(run.ActId, out var batch))
                batches++;
            if (batch is null || !Same(run, batch))
                findings.Wrong("fact", $"act {run.ActId}, home {home}, {year}", Words(run), batch is null ? null : Words(batch));
        }
    }

    private async Task Figures(int home, int year, (int This, int Of) slice, FactChains chains, CancellationToken cancellationToken)
    {
        for (var (unit, indicator, period) = (-1, -1, -1); ; )
        {
            var page = await db.Rows(
                $"""
                SELECT "UnitId","IndicatorId","PeriodId","FactId","Value","ApprovedFactId","ApprovedValue" FROM figure
                WHERE "HomeId"=@0 AND ("UnitId","IndicatorId","PeriodId") > (@1,@2,@3) AND "PeriodId">=@4 AND "PeriodId"<@5
                AND "FactId"<>0 AND "UnitId" % @6 = @7
                ORDER BY "UnitId","IndicatorId","PeriodId" LIMIT {Page}
                """,
                r => (Key: (r.GetInt32(0), r.GetInt32(1), r.GetInt32(2)), Value: End(r)),
                cancellationToken,
                home,
                unit,
                indicator,
                period,
                year * 10_000,
                (year + 1) * 10_000,
                slice.Of,
                slice.This
            );
            foreach (var (key, stored) in page)
                await Compare(key, stored, chains, cancellationToken);
            figures += page.Count;
            findings.Seen("figure", page.Count);
            if (page.Count < Page)
                break;
            (unit, indicator, period) = page[^1].Key;
        }
        foreach (var key in chains.Left)
            await findings.Wrong("figure", key, null, "facts without a figure", cancellationToken);
    }

    private async Task Compare((int, int, int) key, ChainEnd stored, FactChains chains, CancellationToken cancellationToken)
    {
        try
        {
            if (chains.Take(key) is var rebuilt && rebuilt != stored)
                await findings.Wrong("figure", key, stored.ToString(), rebuilt?.ToString(), cancellationToken);
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            await findings.Wrong("figure", key, stored.ToString(), $"no chain of facts: {e.Message}", cancellationToken);
        }
    }

    /// <summary>What no fact led to: batches, approvals and figures without facts.</summary>
    private async Task Rest(CancellationToken cancellationToken)
    {
        Beyond("fact", "fact_batch", "without facts", await db.FactBatches.LongCountAsync(cancellationToken) - batches);
        Beyond("fact", "fact_approval", "of no fact", await db.FactApprovals.LongCountAsync(cancellationToken) - approvals);
        Beyond("figure", "figure", "without facts", await db.Figures.LongCountAsync(f => f.FactId != 0, cancellationToken) - figures);
    }

    private void Beyond(string kind, string table, string words, long many)
    {
        if (many > 0)
            findings.Wrong(kind, table, FormattableString.Invariant($"{many} {words}"), null, many);
    }

    private static Fact Read(DbDataReader r, int home, int year) =>
        new()
        {
            HomeId = home,
            Year = year,
            Id = r.GetInt64(0),
            IndicatorId = r.GetInt32(1),
            UnitId = r.GetInt32(2),
            PeriodId = r.GetInt32(3),
            Value = r.LongOrNull(4),
            ReplacesId = r.LongOrNull(5),
            ActId = r.GetInt64(6),
            Approved = r.GetBoolean(7),
        };

    private static ChainEnd End(DbDataReader r) => new(r.GetInt64(3), r.LongOrNull(4), r.LongOrNull(5), r.LongOrNull(6));

    private static bool Same(FactBatch a, FactBatch b) =>
        (a.FirstId, a.LastId, a.Count) == (b.FirstId, b.LastId, b.Count) && a.Hash.AsSpan().SequenceEqual(b.Hash);

    private static string Words(FactBatch b) =>
        FormattableString.Invariant($"{b.Count} facts {b.FirstId}–{b.LastId}, {Convert.ToHexStringLower(b.Hash)[..12]}");
}
