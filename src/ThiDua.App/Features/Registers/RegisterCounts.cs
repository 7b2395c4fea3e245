using Microsoft.EntityFrameworkCore;
using ThiDua.App.Audit;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Features.Registers.Counting;
using ThiDua.App.Features.Reporting;
using ThiDua.App.Packs;
using ThiDua.Measures;

namespace ThiDua.App.Features.Registers;

/// <summary>Where rows changed: the figures of this unit around this day are counted anew.</summary>
public readonly record struct CountedPlace(int UnitId, DateOnly Date);

/// <summary>Counts rows into figures, in the transaction in which they change.</summary>
public sealed class RegisterCounts(AppDb db, FactStore facts, PackShelf packs)
{
    private List<CountedPlace>? gathered;

    /// <summary>
    /// Within the transaction of the act, which bears a hash of what it brings: what is tracked is counted as it will be, and
    /// saved with it.
    /// </summary>
    /// <param name="beside">Rows that are written after it, tracked by nobody.</param>
    /// <returns>With the figures that touch an approved report: kept, and counted when it is reopened.</returns>
    public async Task<FactOutcome> Recount(
        Pack pack,
        RegisterDefinition register,
        IReadOnlyCollection<CountedPlace> places,
        Act act,
        CancellationToken cancellationToken,
        int? importId = null,
        IReadOnlyList<RegisterRow>? beside = null
    )
    {
        if (gathered is not null)
        {
            gathered.AddRange(places);
            return new([], 0, 0, 0, []);
        }
        var touched = Feeds.All(pack).Where(f => Feeds.Touched(f, register)).ToList();
        var units = places.Select(p => p.UnitId).Distinct().ToList();
        var count = touched.Count == 0 || units.Count == 0 ? null : await Counting(pack, touched, units, places, beside, cancellationToken);
        var cells = count is null ? [] : await Cells(count, touched, places, cancellationToken);
        if (cells.Count == 0)
        {
            await db.SaveChangesAsync(cancellationToken);
            return new([], 0, 0, 0, []);
        }
        var sent = await Sent(units, cancellationToken);
        var entries = cells.Select(c => new FactEntry(c.UnitId, c.Indicator.Code, c.Period, Again(count!, c, sent))).ToList();
        var locked = await ReportingQueries.Locked(db, units, cancellationToken);
        return await facts.Record(
            entries,
            act,
            new(ImportId: importId is { } id ? () => id : null, IsLocked: e => locked.Contains((e.UnitId, e.Period.Id))),
            cancellationToken
        );
    }

    /// <summary>From here on places are only remembered, until <see cref="Release"/>: many rows are counted once.</summary>
    public void Gather() => gathered = [];

    public IReadOnlyCollection<CountedPlace> Release()
    {
        var places = gathered!.ToHashSet();
        gathered = null;
        return places;
    }

    /// <summary>What the registers hold for these figures of a unit, scaled: 0 without a row.</summary>
    public async Task<IReadOnlyDictionary<string, long>> Of(
        Pack pack,
        int unitId,
        IEnumerable<(PackIndicator Indicator, Period Period)> asked,
        CancellationToken cancellationToken
    )
    {
        var cells = asked.Select(a => new CountedCell(unitId, a.Indicator, a.Period)).ToHashSet();
        if (cells.Count == 0)
            return new Dictionary<string, long>();
        var feeds = Feeds.Of(pack, cells.Select(c => c.Indicator.Code).ToHashSet());
        CountedPlace[] places = [.. cells.SelectMany(c => new CountedPlace[] { new(unitId, c.Period.First), new(unitId, c.Period.Last) })];
        var count = await Counting(pack, feeds, [unitId], places, null, cancellationToken);
        return cells.ToDictionary(c => c.Indicator.Code, c => count.Of(c) ?? 0);
    }

    /// <summary>A unit that sent its report has said that nothing happened: its count goes back to 0, not to nothing.</summary>
    private static long? Again(FigureCount count, CountedCell cell, HashSet<(int, int)> sent) =>
        count.Of(cell) ?? (sent.Contains((cell.UnitId, cell.Period.Id)) ? 0 : null);

    /// <param name="touched">The feeds that may count otherwise; with them all that count into the same figures are read.</param>
    private async Task<FigureCount> Counting(
        Pack pack,
        List<CountingFeed> touched,
        List<int> units,
        IReadOnlyCollection<CountedPlace> places,
        IReadOnlyList<RegisterRow>? beside,
        CancellationToken cancellationToken
    )
    {
        var feeds = Feeds.Of(pack, touched.Select(t => t.Feed.Indicator).ToHashSet());
        var byRow = feeds.Where(f => f.Feed.Households is null).ToList();
        var holds = byRow.Exists(f => f.Feed.Holds || f.Feed.On is not null);
        var periods = byRow.SelectMany(f => places.Select(p => RegisterRules.PeriodOf(f.Indicator, p.Date))).ToHashSet();
        DateRange? within = holds || periods.Count == 0 ? null : new(periods.Min(p => p.First), periods.Max(p => p.Last));
        var rows = await CountedRows.Load(db, pack, Feeds.Read(byRow), units, within, beside, cancellationToken);
        var households = feeds.Where(f => f.Feed.Households is not null).ToList();
        return new(
            feeds,
            rows,
            households.Count == 0 ? null : await CountedHouseholds.Load(db, pack, packs, households, units, cancellationToken)
        );
    }

    /// <summary>
    /// Figures that may be other now: of what falls into a period those of the places; of what holds on each later one too in
    /// which it may have turned, or for which there is a figure.
    /// </summary>
    private async Task<List<CountedCell>> Cells(
        FigureCount count,
        List<CountingFeed> touched,
        IReadOnlyCollection<CountedPlace> places,
        CancellationToken cancellationToken
    )
    {
        var cells = new HashSet<CountedCell>();
        foreach (var feed in touched.Where(t => !t.Feed.Holds))
        foreach (var place in places.Distinct())
            cells.Add(new(place.UnitId, feed.Indicator, RegisterRules.PeriodOf(feed.Indicator, place.Date)));
        var holding = touched.Where(t => t.Feed.Holds).Select(t => t.Indicator).Distinct().ToList();
        var figures = await Figures(holding, [.. places.Select(p => p.UnitId).Distinct()], cancellationToken);
        foreach (var indicator in holding)
        foreach (var unit in places.GroupBy(p => p.UnitId))
        {
            var since = RegisterRules.PeriodOf(indicator, unit.Min(p => p.Date)).First;
            var turns = count.Turns(unit.Key, indicator).Concat(unit.Select(p => p.Date));
            var periods = turns
                .SelectMany(d => count.From(indicator).Select(f => Later(RegisterRules.PeriodOf(indicator, d), f)))
                .Concat(figures[(unit.Key, indicator.Code)])
                .Where(p => p.Last >= since);
            cells.UnionWith(periods.Select(p => new CountedCell(unit.Key, indicator, p)));
        }
        return [.. cells.Where(count.Counts).OrderBy(c => c.UnitId).ThenBy(c => c.Period.First)];
    }

    private static Period Later(Period period, Period? first) => first is { } from && period.First < from.First ? from : period;

    private async Task<ILookup<(int Unit, string Indicator), Period>> Figures(
        List<PackIndicator> indicators,
        List<int> units,
        CancellationToken cancellationToken
    )
    {
        var codes = indicators.ConvertAll(i => i.Code);
        var found = await (
            from f in db.Figures.AsNoTracking()
            join i in db.Indicators on f.IndicatorId equals i.Id
            where units.Contains(f.UnitId) && codes.Contains(i.Code)
            select new
            {
                f.UnitId,
                i.Code,
                f.PeriodId,
            }
        ).ToListAsync(cancellationToken);
        return found
            .Select(f => (f.UnitId, f.Code, Period: Period.FromId(f.PeriodId)))
            .Where(f => f.Period.Calendar == Calendar.Civil)
            .ToLookup(f => (f.UnitId, f.Code), f => f.Period);
    }

    private async Task<HashSet<(int, int)>> Sent(List<int> units, CancellationToken cancellationToken)
    {
        var found = await db
            .Reports.AsNoTracking()
            .Where(r => units.Contains(r.UnitId) && r.SubmittedAt != null)
            .Select(r => new { r.UnitId, r.PeriodId })
            .ToListAsync(cancellationToken);
        return [.. found.Select(f => (f.UnitId, f.PeriodId))];
    }
}
