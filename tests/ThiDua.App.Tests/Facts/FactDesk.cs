using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Features.Units;
using ThiDua.App.Security;
using ThiDua.App.Tests.Support;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Tests.Facts;

/// <summary>Facts written straight through the store, and the totals as stored and as rebuilt from all facts.</summary>
internal static class FactDesk
{
    public sealed record Row(long Unit, string Indicator, int Period, DateOnly? Since, Tally All, Tally Approved);

    public static async Task<IReadOnlyList<FactRefusal>> Record(this TestSystem system, params FactEntry[] entries) =>
        (await system.Write(new(), entries)).Refused;

    public static Task<FactOutcome> Write(this TestSystem system, FactSource source, params FactEntry[] entries) =>
        system.As(
            null,
            async s =>
            {
                var (db, store, viewer) = (
                    s.GetRequiredService<AppDb>(),
                    s.GetRequiredService<FactStore>(),
                    s.GetRequiredService<Viewer>()
                );
                return await db.Apply(
                    () => store.Record(entries, viewer.Record("test.facts", "test", "facts", null), source, CancellationToken.None),
                    CancellationToken.None,
                    o => o.Ok
                );
            }
        );

    public static Task Approve(this TestSystem system, int unit, params (string, Period)[] figures) =>
        system.As(
            null,
            async s =>
            {
                var (db, store, viewer) = (
                    s.GetRequiredService<AppDb>(),
                    s.GetRequiredService<FactStore>(),
                    s.GetRequiredService<Viewer>()
                );
                await db.Apply(
                    async () =>
                    {
                        await store.Approve(unit, figures, viewer.Record("test.approve", "test", "facts", null), CancellationToken.None);
                        return true;
                    },
                    CancellationToken.None
                );
            }
        );

    /// <summary>Hangs a unit without children under another from a day on.</summary>
    public static Task Move(this TestSystem system, int unit, int parent, DateOnly from) =>
        system.As(
            null,
            async s =>
            {
                var (db, totals, tree) = (
                    s.GetRequiredService<AppDb>(),
                    s.GetRequiredService<TreeTotals>(),
                    s.GetRequiredService<UnitTree>()
                );
                await db.Apply(
                    async () =>
                    {
                        await totals.Move(
                            unit,
                            async () =>
                            {
                                var old = await db.UnitVersions.Include(v => v.Unit).SingleAsync(v => v.UnitId == unit && v.To == null);
                                var above = await db.UnitVersions.SingleAsync(v => v.UnitId == parent && v.To == null);
                                s.GetRequiredService<Viewer>().Record("test.move", "test", "unit", unit);
                                await tree.Leave(old, from, CancellationToken.None);
                                await tree.Begin(old.Unit!, old.Name, old.Kind, above, from, CancellationToken.None);
                                await db.SaveChangesAsync();
                            },
                            CancellationToken.None
                        );
                        return true;
                    },
                    CancellationToken.None
                );
            }
        );

    /// <summary>The totals of facts as stored, without those that came back to nothing.</summary>
    public static Task<List<Row>> Stored(this TestSystem system) =>
        system.Db(async db =>
        {
            var names = await db.Indicators.ToDictionaryAsync(i => i.Id, i => i.Code);
            return Sorted(
                (await db.Totals.AsNoTracking().ToListAsync())
                    .Where(t => !DerivedFigures.Is(names[t.IndicatorId]))
                    .Select(t => new Row(
                        t.UnitId,
                        names[t.IndicatorId],
                        t.PeriodId,
                        FactTables.CellOf(t).Since,
                        FactTables.CellOf(t).All,
                        FactTables.CellOf(t).Approved
                    ))
            );
        });

    /// <summary>The totals that the arithmetic makes of all facts, knowing nothing of how they came about.</summary>
    public static Task<List<Row>> Rebuilt(this TestSystem system) =>
        system.Db(async db =>
        {
            var names = await db.Indicators.ToDictionaryAsync(i => i.Id, i => i.Code);
            var approved = (await db.FactApprovals.Select(a => a.FactId).ToListAsync()).ToHashSet();
            var facts = (await db.Facts.AsNoTracking().ToListAsync()).Select(f => new Measures.Fact(
                f.Id,
                names[f.IndicatorId],
                f.UnitId,
                Period.FromId(f.PeriodId),
                f.Value,
                f.ReplacesId,
                f.Approved || approved.Contains(f.Id)
            ));
            var units = await db.Units.AsNoTracking().ToListAsync();
            var parents = units.Where(u => u.IsParent).Select(u => (long)u.Id).ToHashSet();
            var places = await UnitPlaces.Load(db, system.Packs, [.. units.Select(u => u.Id)], CancellationToken.None);
            var state = Ledger.Fold(facts);
            Assert.Empty(state.Refused);
            var deltas = state.Values.SelectMany(v =>
            {
                var definition = places.Definition((int)v.Key.Unit, v.Key.Indicator);
                return Rollup.Spread(
                    definition,
                    Measures.Totals.OwnCells(definition, v.Value),
                    places.Of((int)v.Key.Unit, v.Key.Indicator),
                    system.Packs.Schedules[v.Key.Indicator]
                );
            });
            return Sorted(
                deltas
                    .Where(d => parents.Contains(d.Unit))
                    .GroupBy(d => (d.Unit, d.Indicator))
                    .SelectMany(g =>
                        Measures
                            .Totals.Sum(g.Select(d => d.Cell))
                            .Select(c => new Row(g.Key.Unit, g.Key.Indicator, c.Period.Id, c.Since, c.All, c.Approved))
                    )
            );
        });

    private static List<Row> Sorted(IEnumerable<Row> rows) =>
        [
            .. rows.Where(r => r.All != default || r.Approved != default)
                .OrderBy(r => r.Unit)
                .ThenBy(r => r.Indicator, StringComparer.Ordinal)
                .ThenBy(r => r.Period)
                .ThenBy(r => r.Since),
        ];
}
