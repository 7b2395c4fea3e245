using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Data;
using ThiDua.App.Security;
using ThiDua.App.Tests.Support;
using ThiDua.App.Totals;
using ThiDua.Measures;

namespace ThiDua.App.Tests.Totals;

/// <summary>Facts written straight through the store, and the totals as stored and as rebuilt from all facts.</summary>
internal static class FactDesk
{
    public sealed record Row(long Unit, string Indicator, int Period, Tally All, Tally Approved);

    public static Task<IReadOnlyList<FactRefusal>> Record(this TestSystem system, params FactEntry[] entries) => system.As(null, async s =>
    {
        var (db, store) = (s.GetRequiredService<AppDb>(), s.GetRequiredService<FactStore>());
        await using var change = await db.Database.BeginTransactionAsync();
        var act = s.GetRequiredService<Viewer>().Record("test.facts", "test", "facts", null);
        var refused = await store.Record(entries, act, null, CancellationToken.None);
        await db.SaveChangesAsync();
        await change.CommitAsync();
        return refused;
    });

    public static Task Approve(this TestSystem system, int unit, params (string, Period)[] figures) => system.As(null, async s =>
    {
        var (db, store) = (s.GetRequiredService<AppDb>(), s.GetRequiredService<FactStore>());
        await using var change = await db.Database.BeginTransactionAsync();
        await store.Approve(unit, figures, s.GetRequiredService<Viewer>().Record("test.approve", "test", "facts", null), CancellationToken.None);
        await db.SaveChangesAsync();
        await change.CommitAsync();
    });

    /// <summary>Hangs a unit without children under another from a day on.</summary>
    public static Task Move(this TestSystem system, int unit, int parent, DateOnly from) => system.As(null, async s =>
    {
        var (db, store) = (s.GetRequiredService<AppDb>(), s.GetRequiredService<FactStore>());
        await using var change = await db.Database.BeginTransactionAsync();
        await store.Move([unit], async () =>
        {
            var old = await db.UnitVersions.SingleAsync(v => v.UnitId == unit && v.To == null);
            var above = await db.UnitVersions.SingleAsync(v => v.UnitId == parent && v.To == null);
            old.To = from;
            db.UnitVersions.Add(new()
            {
                UnitId = unit, ParentId = parent, Path = $"{above.Path}{unit}/", Name = old.Name, Kind = old.Kind, From = from, SortKey = old.SortKey, Search = old.Search,
            });
            s.GetRequiredService<Viewer>().Record("test.move", "test", "unit", unit);
            await db.SaveChangesAsync();
        }, CancellationToken.None);
        await change.CommitAsync();
    });

    /// <summary>The totals as stored, without those that came back to nothing.</summary>
    public static Task<List<Row>> Stored(this TestSystem system) => system.Db(async db =>
    {
        var names = await db.Indicators.ToDictionaryAsync(i => i.Id, i => i.Code);
        return Sorted((await db.Totals.AsNoTracking().ToListAsync()).Select(t => new Row(
            t.UnitId, names[t.IndicatorId], t.PeriodId, new(t.Sum, t.Reported, t.Holding), new(t.ApprovedSum, t.ApprovedReported, t.ApprovedHolding))));
    });

    /// <summary>The totals that the arithmetic makes of all facts, knowing nothing of how they came about.</summary>
    public static Task<List<Row>> Rebuilt(this TestSystem system) => system.Db(async db =>
    {
        var names = await db.Indicators.ToDictionaryAsync(i => i.Id, i => i.Code);
        var approved = (await db.FactApprovals.Select(a => a.FactId).ToListAsync()).ToHashSet();
        var facts = (await db.Facts.AsNoTracking().ToListAsync()).Select(f =>
            new Measures.Fact(f.Id, names[f.IndicatorId], f.UnitId, Period.FromId(f.PeriodId), f.Value, f.ReplacesId, approved.Contains(f.Id)));
        var places = (await db.UnitVersions.AsNoTracking().ToListAsync()).GroupBy(v => v.UnitId).ToDictionary(g => (long)g.Key, g => g.OrderBy(v => v.From)
            .Select(v => new Place(v.From, [.. v.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(long.Parse)])).ToList());
        var state = Ledger.Fold(facts);
        Assert.Empty(state.Refused);
        var deltas = state.Values.SelectMany(v => Rollup.Spread(system.Packs.Definitions[v.Key.Indicator],
            Measures.Totals.OwnCells(system.Packs.Definitions[v.Key.Indicator], v.Value), places[v.Key.Unit], system.Packs.Schedules[v.Key.Indicator]));
        return Sorted(deltas.GroupBy(d => (d.Unit, d.Indicator)).SelectMany(g => Measures.Totals.Sum(g.Select(d => d.Cell with { Since = null }))
            .Select(c => new Row(g.Key.Unit, g.Key.Indicator, c.Period.Id, c.All, c.Approved))));
    });

    private static List<Row> Sorted(IEnumerable<Row> rows) =>
        [.. rows.Where(r => r.All != default || r.Approved != default).OrderBy(r => r.Unit).ThenBy(r => r.Indicator, StringComparer.Ordinal).ThenBy(r => r.Period)];
}
