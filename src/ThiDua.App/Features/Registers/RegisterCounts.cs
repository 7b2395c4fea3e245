using Microsoft.EntityFrameworkCore;
using ThiDua.App.Audit;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Features.Reporting;
using ThiDua.App.Packs;
using ThiDua.Measures;

namespace ThiDua.App.Features.Registers;

/// <summary>Where rows changed: the figures of this unit around this day are counted anew.</summary>
public readonly record struct CountedPlace(int UnitId, DateOnly Date);

/// <summary>Counts rows into figures, in the transaction in which they change.</summary>
public sealed class RegisterCounts(AppDb db, FactStore facts)
{
    private List<CountedPlace>? gathered;

    private readonly record struct Cell(int UnitId, PackIndicator Indicator, Period Period);

    private sealed record CountedRow(string Register, int UnitId, DateOnly Date, string Flow, string State, string Content)
    {
        private IReadOnlyDictionary<string, string>? data;

        public IReadOnlyDictionary<string, string> Data => data ??= RegisterRow.Parse(Content);
    }

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
        var cells = Cells(pack, register, places);
        if (cells.Count == 0)
        {
            await db.SaveChangesAsync(cancellationToken);
            return new([], 0, 0, 0, []);
        }
        var rows = (await Rows(pack, cells, cancellationToken, beside)).ToLookup(r => r.UnitId);
        var units = cells.Select(c => c.UnitId).Distinct().ToList();
        var sent = await Sent(units, cancellationToken);
        var entries = cells.Select(c => new FactEntry(c.UnitId, c.Indicator.Code, c.Period, Again(pack, c, rows[c.UnitId], sent))).ToList();
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
        var cells = asked.Select(a => new Cell(unitId, a.Indicator, a.Period)).ToHashSet();
        var rows = cells.Count == 0 ? [] : await Rows(pack, cells, cancellationToken);
        return cells.ToDictionary(c => c.Indicator.Code, c => Count(pack, c, rows) ?? 0);
    }

    /// <summary>A unit that sent its report has said that nothing happened: its count goes back to 0, not to nothing.</summary>
    private static long? Again(Pack pack, Cell cell, IEnumerable<CountedRow> rows, HashSet<(int, int)> sent) =>
        Count(pack, cell, rows) ?? (sent.Contains((cell.UnitId, cell.Period.Id)) ? 0 : null);

    /// <summary>Over every register that counts into the indicator then.</summary>
    private static long? Count(Pack pack, Cell cell, IEnumerable<CountedRow> rows)
    {
        var byRegister = rows.Where(r => cell.Period.Dates.Contains(r.Date)).ToLookup(r => r.Register);
        var counts =
            from register in pack.Registers
            where register.Feed(cell.Indicator.Code, cell.Period) is not null
            let feed = register.Feed(cell.Indicator.Code, cell.Period)!
            select RegisterRules.Count(feed, cell.Indicator.Scale, byRegister[register.Code].Select(r => r.Data));
        var found = counts.OfType<long>().ToList();
        return found.Count == 0 ? null : (long)Math.Clamp(found.Sum(c => (decimal)c), -(decimal)Entry.Limit, Entry.Limit);
    }

    private static HashSet<Cell> Cells(Pack pack, RegisterDefinition register, IReadOnlyCollection<CountedPlace> places) =>
        [
            .. from feed in register.Feeds
            let indicator = pack.Indicator(feed.Indicator)!
            from place in places.Distinct()
            let period = RegisterRules.PeriodOf(indicator, place.Date)
            where feed.Counts(period)
            select new Cell(place.UnitId, indicator, period),
        ];

    private async Task<List<CountedRow>> Rows(
        Pack pack,
        HashSet<Cell> cells,
        CancellationToken cancellationToken,
        IReadOnlyList<RegisterRow>? beside = null
    )
    {
        var (units, first, last) = (
            cells.Select(c => c.UnitId).Distinct().ToList(),
            cells.Min(c => c.Period.First),
            cells.Max(c => c.Period.Last)
        );
        var codes = cells.Select(c => c.Indicator.Code).ToHashSet();
        var registers = pack.Registers.Where(r => r.Feeds.Any(f => codes.Contains(f.Indicator))).Select(r => r.Code).ToList();
        var found = await db
            .RegisterRows.AsNoTracking()
            .Where(r => registers.Contains(r.Register) && units.Contains(r.UnitId) && r.Date >= first && r.Date <= last)
            .Select(r => new { r.Id, Row = new CountedRow(r.Register, r.UnitId, r.Date, r.Case.Flow, r.Case.State, r.Content) })
            .ToListAsync(cancellationToken);
        var tracked = db.ChangeTracker.Entries<RegisterRow>().Select(e => e.Entity).ToList();
        var ids = tracked.Select(t => t.Id).ToHashSet();
        var rows = found
            .Where(f => !ids.Contains(f.Id))
            .Select(f => f.Row)
            .Concat(
                tracked.Concat(beside ?? []).Select(t => new CountedRow(t.Register, t.UnitId, t.Date, t.Case.Flow, t.Case.State, t.Content))
            );
        return [.. rows.Where(r => pack.Flow(r.Flow)!.State(r.State)!.Counts)];
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
