using System.Text;
using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Features.Audit;
using ThiDua.App.Features.Units;
using ThiDua.App.Packs;
using ThiDua.Measures;

namespace ThiDua.App.Totals;

/// <param name="Value">Scaled by the indicator's scale; null withdraws.</param>
public sealed record FactEntry(int UnitId, string Indicator, Period Period, long? Value);

public sealed record FactRefusal(FactEntry Entry, FactError Error);

/// <summary>
/// The only writer of facts and totals: both change in one transaction, which the caller opens around the act and the
/// facts. Pages read totals alone, so their cost grows with the units shown and not with the facts kept.
/// </summary>
public sealed class FactStore(AppDb db, PackShelf packs)
{
    private readonly Dictionary<string, int> keys = [];

    /// <summary>Adds the entries that differ from what holds; each one that has a value already becomes a correction of it.</summary>
    public async Task<IReadOnlyList<FactRefusal>> Record(IReadOnlyList<FactEntry> entries, Act act, int? reportId, CancellationToken stop)
    {
        var book = await Open(entries.Select(e => (e.UnitId, e.Indicator)), stop);
        var refused = new List<FactRefusal>();
        var next = -1L;
        foreach (var entry in entries)
        {
            var current = book.Current(entry.UnitId, entry.Indicator, entry.Period);
            if (current?.Value == entry.Value) continue;
            var fact = new Measures.Fact(next--, entry.Indicator, entry.UnitId, entry.Period, entry.Value, current?.FactId);
            if (book.Add(fact) is { } error) { refused.Add(new(entry, error)); continue; }
            db.Facts.Add(new Fact
            {
                IndicatorId = await Key(entry.Indicator, stop), UnitId = entry.UnitId, PeriodId = entry.Period.Id, Value = entry.Value,
                ReplacesId = current?.FactId, ReportId = reportId, Act = act, At = act.At, AccountId = act.AccountId ?? 0,
            });
        }
        if (refused.Count == 0) await Apply(book, stop);
        return refused;
    }

    /// <summary>Makes the report's current facts official, as the approval of the report does.</summary>
    public async Task Approve(int reportId, Act act, CancellationToken stop)
    {
        var facts = await (
            from f in db.Facts
            join i in db.Indicators on f.IndicatorId equals i.Id
            where f.ReportId == reportId && !db.Facts.Any(c => c.ReplacesId == f.Id) && !db.FactApprovals.Any(a => a.FactId == f.Id)
            select new { f.Id, f.UnitId, i.Code, f.PeriodId }).ToListAsync(stop);
        var book = await Open(facts.Select(f => (f.UnitId, f.Code)), stop);
        foreach (var fact in facts)
        {
            book.Approve(fact.UnitId, fact.Code, Period.FromId(fact.PeriodId), fact.Id);
            db.FactApprovals.Add(new FactApproval { FactId = fact.Id, Act = act });
        }
        await Apply(book, stop);
    }

    /// <summary>The facts that hold now for these units and indicators.</summary>
    public async Task<FactBook> Open(IEnumerable<(int UnitId, string Indicator)> asked, CancellationToken stop)
    {
        var pairs = asked.Distinct().ToList();
        var units = pairs.Select(p => p.UnitId).Distinct().ToList();
        var codes = pairs.Select(p => p.Indicator).Distinct().ToList();
        var rows = await (
            from f in db.Facts.AsNoTracking()
            join i in db.Indicators on f.IndicatorId equals i.Id
            where units.Contains(f.UnitId) && codes.Contains(i.Code)
            select new { f.Id, f.UnitId, i.Code, f.PeriodId, f.Value, f.ReplacesId, Approved = db.FactApprovals.Any(a => a.FactId == f.Id) }).ToListAsync(stop);
        var versions = await db.UnitVersions.AsNoTracking().Where(v => units.Contains(v.UnitId)).ToListAsync(stop);
        return new FactBook(packs.Definitions, packs.Schedules,
            rows.Select(r => new Measures.Fact(r.Id, r.Code, r.UnitId, Period.FromId(r.PeriodId), r.Value, r.ReplacesId, r.Approved)),
            versions.GroupBy(v => v.UnitId).ToDictionary(g => g.Key, Places));
    }

    private static IReadOnlyList<Place> Places(IEnumerable<UnitVersion> versions) =>
        [.. versions.OrderBy(v => v.From).Select(v => new Place(v.From,
            [.. v.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(id => long.Parse(id, System.Globalization.CultureInfo.InvariantCulture))]))];

    private async Task<int> Key(string code, CancellationToken stop)
    {
        if (keys.Count == 0)
            foreach (var row in await db.Indicators.AsNoTracking().ToListAsync(stop)) keys[row.Code] = row.Id;
        return keys[code];
    }

    private async Task Apply(FactBook book, CancellationToken stop)
    {
        // Always in the same order, so that two writers on PostgreSQL wait for each other instead of dead-locking.
        var deltas = book.Deltas().OrderBy(d => d.Unit).ThenBy(d => d.Indicator, StringComparer.Ordinal).ThenBy(d => d.Cell.Period).ToList();
        foreach (var part in deltas.Chunk(200))
        {
            var sql = new StringBuilder("""INSERT INTO "total" ("UnitId","IndicatorId","PeriodId","Sum","Reported","Holding","ApprovedSum","ApprovedReported","ApprovedHolding") VALUES """);
            foreach (var delta in part)
            {
                var (all, approved) = (delta.Cell.All, delta.Cell.Approved);
                // Integers only: nothing typed by a person stands in this text.
                sql.Append(System.Globalization.CultureInfo.InvariantCulture,
                    $"({delta.Unit},{await Key(delta.Indicator, stop)},{delta.Cell.Period.Id},{all.Sum},{all.Reported},{all.Holding},{approved.Sum},{approved.Reported},{approved.Holding}),");
            }
            sql.Length--;
            sql.Append("""
                 ON CONFLICT ("UnitId","IndicatorId","PeriodId") DO UPDATE SET "Sum"="total"."Sum"+excluded."Sum","Reported"="total"."Reported"+excluded."Reported","Holding"="total"."Holding"+excluded."Holding",
                "ApprovedSum"="total"."ApprovedSum"+excluded."ApprovedSum","ApprovedReported"="total"."ApprovedReported"+excluded."ApprovedReported","ApprovedHolding"="total"."ApprovedHolding"+excluded."ApprovedHolding"
                """);
            await db.Database.ExecuteSqlRawAsync(sql.ToString(), stop);
        }
    }
}
