using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Features.Audit;
using ThiDua.App.Packs;
using ThiDua.Measures;

namespace ThiDua.App.Totals;

/// <param name="Value">Scaled by the indicator's scale; null withdraws.</param>
/// <param name="Seen">The fact that the writer saw and means to correct; null to correct whatever holds.</param>
public sealed record FactEntry(int UnitId, string Indicator, Period Period, long? Value, long? Seen = null);

public sealed record FactRefusal(FactEntry Entry, FactError Error);

/// <summary>
/// The only writer of facts and totals: both change in one transaction, which the caller opens around the act and the
/// facts. Pages read totals alone, so their cost grows with the units shown and not with the facts kept.
/// </summary>
public sealed class FactStore(AppDb db, PackShelf packs)
{
    private Dictionary<string, int>? keys;

    /// <summary>
    /// Adds the entries that differ from what holds; each one that has a value already becomes a correction of it. All of
    /// them or, when one is refused, none. The caller saves.
    /// </summary>
    public async Task<IReadOnlyList<FactRefusal>> Record(IReadOnlyList<FactEntry> entries, Act act, int? reportId, CancellationToken stop)
    {
        if (entries.DistinctBy(e => (e.UnitId, e.Indicator, e.Period)).Count() < entries.Count)
            throw new ArgumentException("Two entries of one batch are for the same unit, indicator and period.", nameof(entries));
        await Hold(entries.Select(e => e.UnitId), stop);
        var book = await Open(entries.Select(e => (e.UnitId, e.Indicator)), stop);
        var known = await Keys(stop);
        var (refused, facts) = (new List<FactRefusal>(), new List<Fact>());
        foreach (var entry in entries)
        {
            var current = book.Current(entry.UnitId, entry.Indicator, entry.Period);
            if (entry.Seen is { } seen && seen != current?.FactId) { refused.Add(new(entry, FactError.NotCurrent)); continue; }
            if (current?.Value == entry.Value) continue;
            // Ids come from the database when the caller saves; within this batch any that no fact has will do.
            var fact = new Measures.Fact(-1 - facts.Count, entry.Indicator, entry.UnitId, entry.Period, entry.Value, current?.FactId);
            if (book.Add(fact) is { } error) { refused.Add(new(entry, error)); continue; }
            facts.Add(new Fact
            {
                IndicatorId = known[entry.Indicator], UnitId = entry.UnitId, PeriodId = entry.Period.Id, Value = entry.Value,
                ReplacesId = current?.FactId, ReportId = reportId, Act = act, At = act.At, AccountId = act.AccountId ?? 0,
            });
        }
        if (refused.Count > 0) return refused;
        db.Facts.AddRange(facts);
        await TotalWriter.Add(db, book.Deltas(), known, stop);
        return refused;
    }

    /// <summary>Makes what holds now for these figures of a unit official, as the approval of its report does. The caller saves.</summary>
    public async Task Approve(int unitId, IReadOnlyCollection<(string Indicator, Period Period)> figures, Act act, CancellationToken stop)
    {
        await Hold([unitId], stop);
        var book = await Open(figures.Select(f => (unitId, f.Indicator)), stop);
        var current = figures.Distinct().Select(f => (f.Indicator, Value: book.Current(unitId, f.Indicator, f.Period))).Where(f => f.Value is not null).ToList();
        var ids = current.Select(c => c.Value!.FactId).ToList();
        var done = await db.FactApprovals.Where(a => ids.Contains(a.FactId)).Select(a => a.FactId).ToListAsync(stop);
        foreach (var (indicator, value) in current.Where(c => !done.Contains(c.Value!.FactId)))
        {
            book.Approve(unitId, indicator, value!.Period, value.FactId);
            db.FactApprovals.Add(new FactApproval { FactId = value.FactId, Act = act });
        }
        await TotalWriter.Add(db, book.Deltas(), await Keys(stop), stop);
    }

    /// <summary>
    /// Runs a change of the tree (a move, an end) that saves new versions of these units, all of the subtree that moves, and
    /// brings the totals along.
    /// </summary>
    public async Task Move(IReadOnlyCollection<int> unitIds, Func<Task> change, CancellationToken stop)
    {
        await Hold(unitIds, stop);
        var ids = unitIds.ToList();
        var asked = await (from f in db.Facts where ids.Contains(f.UnitId) join i in db.Indicators on f.IndicatorId equals i.Id select new { f.UnitId, i.Code })
            .Distinct().ToListAsync(stop);
        var before = await Open(asked.Select(a => (a.UnitId, a.Code)), stop);
        await change();
        await TotalWriter.Add(db, before.Moves(await Places(ids, stop)), await Keys(stop), stop);
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
        return new FactBook(packs.Definitions, packs.Schedules,
            rows.Select(r => new Measures.Fact(r.Id, r.Code, r.UnitId, Period.FromId(r.PeriodId), r.Value, r.ReplacesId, r.Approved)),
            await Places(units, stop));
    }

    private async Task<UnitPlaces> Places(List<int> units, CancellationToken stop)
    {
        var territorial = packs.UnitKinds.Where(k => k.Territorial).Select(k => k.Code).ToHashSet(StringComparer.Ordinal);
        return new(await db.UnitVersions.AsNoTracking().Where(v => units.Contains(v.UnitId)).ToListAsync(stop), territorial.Contains);
    }

    /// <summary>
    /// One writer at a time for a unit: what a held value adds depends on its neighbours in time, so two periods of one
    /// unit must not be written side by side. SQLite has one writer anyway.
    /// </summary>
    private async Task Hold(IEnumerable<int> unitIds, CancellationToken stop)
    {
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("Facts and totals change in one transaction: open it first.");
        if (db is not PostgresDb) return;
        var ids = unitIds.Distinct().ToArray();
        await db.Database.ExecuteSqlAsync($"""SELECT 1 FROM unit WHERE "Id" = ANY({ids}) ORDER BY "Id" FOR NO KEY UPDATE""", stop);
    }

    private async Task<IReadOnlyDictionary<string, int>> Keys(CancellationToken stop) =>
        keys ??= await db.Indicators.AsNoTracking().ToDictionaryAsync(i => i.Code, i => i.Id, stop);
}
