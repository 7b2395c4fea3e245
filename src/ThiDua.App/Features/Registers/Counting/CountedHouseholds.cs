using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Features.Registers.Households;
using ThiDua.App.Packs;
using ThiDua.Measures;

namespace ThiDua.App.Features.Registers.Counting;

/// <summary>
/// Households that rows reached, each once: from the start of the campaign that the unit takes part in. What was reported of the same
/// campaign before the register became the source names no household: the count is never under it.
/// </summary>
internal sealed class CountedHouseholds
{
    private sealed record Reached(string Register, int UnitId, DateOnly Date, IEnumerable<long> Keys);

    private readonly ILookup<(int, string), Reached> reached;
    private readonly ILookup<(int, string), (Period Period, long Value)> reported;
    private readonly Dictionary<int, DateOnly> dropped;
    private readonly UnitPlaces places;

    private CountedHouseholds(
        IEnumerable<Reached> all,
        ILookup<(int, string), (Period Period, long Value)> reported,
        Dictionary<int, DateOnly> dropped,
        UnitPlaces places
    )
    {
        reached = all.ToLookup(r => (r.UnitId, r.Register));
        (this.reported, this.dropped, this.places) = (reported, dropped, places);
    }

    public IEnumerable<DateOnly> Days(int unitId, string register) => reached[(unitId, register)].Select(r => r.Date);

    /// <summary>Its keys are gone: what was counted stands.</summary>
    public bool IsFrozen(int unitId, Period period) => dropped.TryGetValue(unitId, out var to) && period.First <= to;

    public long? Count(CountedCell cell, CountingFeed feed)
    {
        var starts = places.Definition(cell.UnitId, cell.Indicator.Code).Starts.Where(s => s <= cell.Period.Last).ToList();
        var from = starts.Count == 0 ? DateOnly.MinValue : starts.Max();
        var keys = reached[(cell.UnitId, feed.Register.Code)]
            .Where(r => r.Date >= from && r.Date <= cell.Period.Last)
            .SelectMany(r => r.Keys)
            .ToHashSet();
        var first = RegisterRules.First(feed.Feed, cell.Indicator);
        var before = reported[(cell.UnitId, cell.Indicator.Code)]
            .Where(r => r.Period.Last >= from && r.Period.First < first?.First)
            .OrderBy(r => r.Period.Last)
            .Select(r => (long?)r.Value)
            .LastOrDefault();
        return keys.Count == 0 ? before : Math.Max(keys.Count, before ?? 0);
    }

    public static async Task<CountedHouseholds> Load(
        AppDb db,
        Pack pack,
        PackShelf packs,
        IReadOnlyCollection<CountingFeed> feeds,
        IReadOnlyCollection<int> units,
        CancellationToken cancellationToken
    )
    {
        var registers = feeds.Select(f => f.Register.Code).ToHashSet();
        var found = await (
            from h in db.RowHouseholds.AsNoTracking()
            join r in db.RegisterRows.AsNoTracking() on h.RowId equals r.Id
            where registers.Contains(r.Register) && units.Contains(r.UnitId)
            select new
            {
                r.Id,
                r.Register,
                r.UnitId,
                r.Date,
                r.Case.Flow,
                r.Case.State,
                h.Key,
            }
        ).ToListAsync(cancellationToken);
        var tracked = db.ChangeTracker.Entries<RegisterRow>().Select(e => e.Entity).Where(r => registers.Contains(r.Register)).ToList();
        var ids = tracked.Select(t => t.Id).ToHashSet();
        bool Counts(string flow, string state) => pack.Flow(flow)?.State(state)?.Counts ?? false;
        var all = found
            .Where(f => !ids.Contains(f.Id) && Counts(f.Flow, f.State))
            .GroupBy(f => f.Id)
            .Select(g => new Reached(g.First().Register, g.First().UnitId, g.First().Date, g.Select(f => f.Key)))
            .Concat(
                tracked
                    .Where(t => Counts(t.Case.Flow, t.Case.State))
                    .Select(t => new Reached(t.Register, t.UnitId, t.Date, t.Households.Select(h => h.Key)))
            );
        var dropped = await db.Set<HouseholdSecret>()
            .Where(s => units.Contains(s.UnitId) && s.DroppedTo != null)
            .ToDictionaryAsync(s => s.UnitId, s => s.DroppedTo!.Value, cancellationToken);
        var reported = await Reported(db, [.. feeds.Select(f => f.Feed.Indicator)], units, cancellationToken);
        return new(all, reported, dropped, await UnitPlaces.Load(db, packs, units, cancellationToken));
    }

    private static async Task<ILookup<(int, string), (Period Period, long Value)>> Reported(
        AppDb db,
        List<string> indicators,
        IReadOnlyCollection<int> units,
        CancellationToken cancellationToken
    )
    {
        var found = await (
            from f in db.Figures.AsNoTracking()
            join i in db.Indicators on f.IndicatorId equals i.Id
            where units.Contains(f.UnitId) && indicators.Contains(i.Code) && f.Value != null
            select new
            {
                f.UnitId,
                i.Code,
                f.PeriodId,
                f.Value,
            }
        ).ToListAsync(cancellationToken);
        return found.ToLookup(f => (f.UnitId, f.Code), f => (Period.FromId(f.PeriodId), f.Value!.Value));
    }
}
