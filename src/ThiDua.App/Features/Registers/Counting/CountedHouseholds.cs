using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Features.Registers.Households;
using ThiDua.App.Packs;
using ThiDua.Measures;

namespace ThiDua.App.Features.Registers.Counting;

/// <summary>Households that rows reached, each once: from the start of the campaign that the unit takes part in.</summary>
internal sealed class CountedHouseholds
{
    private sealed record Reached(string Register, int UnitId, DateOnly Date, IEnumerable<long> Keys);

    private readonly ILookup<(int, string), Reached> reached;
    private readonly Dictionary<int, DateOnly> dropped;
    private readonly UnitPlaces places;

    private CountedHouseholds(IEnumerable<Reached> all, Dictionary<int, DateOnly> dropped, UnitPlaces places)
    {
        reached = all.ToLookup(r => (r.UnitId, r.Register));
        (this.dropped, this.places) = (dropped, places);
    }

    public IEnumerable<DateOnly> Days(int unitId, string register) => reached[(unitId, register)].Select(r => r.Date);

    /// <summary>Its keys are gone: what was counted stands.</summary>
    public bool IsFrozen(int unitId, Period period) => dropped.TryGetValue(unitId, out var to) && period.First <= to;

    public long? Count(CountedCell cell, RegisterDefinition register)
    {
        var starts = places.Definition(cell.UnitId, cell.Indicator.Code).Starts.Where(s => s <= cell.Period.Last).ToList();
        var from = starts.Count == 0 ? DateOnly.MinValue : starts.Max();
        var keys = reached[(cell.UnitId, register.Code)]
            .Where(r => r.Date >= from && r.Date <= cell.Period.Last)
            .SelectMany(r => r.Keys)
            .ToHashSet();
        return keys.Count == 0 ? null : keys.Count;
    }

    public static async Task<CountedHouseholds> Load(
        AppDb db,
        Pack pack,
        PackShelf packs,
        IReadOnlyCollection<string> registers,
        IReadOnlyCollection<int> units,
        CancellationToken cancellationToken
    )
    {
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
        return new(all, dropped, await UnitPlaces.Load(db, packs, units, cancellationToken));
    }
}
