using Microsoft.EntityFrameworkCore;
using ThiDua.App.Audit;
using ThiDua.App.Data;
using ThiDua.App.Packs;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Facts;

/// <param name="Value">Scaled by the indicator's scale; null withdraws.</param>
/// <param name="Seen">The fact that the writer saw and means to correct; null to correct whatever holds.</param>
/// <param name="Approved">Official from the first: what a successor takes over of what was approved.</param>
public sealed record FactEntry(int UnitId, string Indicator, Period Period, long? Value, long? Seen = null, bool Approved = false);

public sealed record FactRefusal(FactEntry Entry, FactError Error);

/// <param name="SourceCaseId">The report that the figures came with; asked once what is tracked has been saved.</param>
/// <param name="ImportId">The file that they came with.</param>
/// <param name="Approved">Official from the first: a past year's.</param>
/// <param name="Overrules">Whether it corrects what is approved at once: a reopened report, the office's page of baselines.</param>
/// <param name="IsLocked">Whether an approved report stands on the figure, though it holds no value yet.</param>
public sealed record FactSource(
    Func<int>? SourceCaseId = null,
    Func<int>? ImportId = null,
    bool Approved = false,
    bool Overrules = false,
    Func<FactEntry, bool>? IsLocked = null
);

/// <summary>What became of a batch: written whole, or refused whole.</summary>
/// <param name="Pending">Entries that touch what is approved: kept with their import, counted when the period is reopened.</param>
/// <param name="New">How many had no value before.</param>
public sealed record FactOutcome(IReadOnlyList<FactRefusal> Refused, int New, int Changed, int Same, IReadOnlyList<FactEntry> Pending)
{
    public bool Ok => Refused.Count == 0;
}

/// <summary>
/// The only writer of facts, figures and totals: all change in one transaction, that of the act which explains them.
/// Within <see cref="AppDb.Apply"/>.
/// </summary>
public sealed class FactStore(AppDb db, PackShelf packs, FactIds ids, TotalSweep sweep, Lazy<IEnumerable<IFigureWatcher>> watchers)
{
    private const int Large = 1000;
    private Dictionary<string, int>? keys;

    /// <summary>
    /// Adds the entries that differ from what holds; each one that has a value already becomes a correction of it. All of
    /// them or, when one is refused, none. Saves what is tracked, the act with it.
    /// </summary>
    /// <param name="prepared">Places read before; read again when the tree has changed since.</param>
    public async Task<FactOutcome> Record(
        IReadOnlyList<FactEntry> entries,
        Act act,
        FactSource source,
        CancellationToken cancellationToken,
        UnitPlaces? prepared = null
    )
    {
        if (entries.DistinctBy(e => (e.UnitId, e.Indicator, e.Period)).Count() < entries.Count)
            throw new ArgumentException("Two entries of one batch are for the same unit, indicator and period.", nameof(entries));
        var places = await Hold([.. entries.Select(e => e.UnitId).Distinct()], prepared, cancellationToken);
        var book = await Open(places, entries.Select(e => (e.UnitId, e.Indicator)), cancellationToken);
        var weighing = new FactWeighing(book, source);
        var (fresh, same) = (0, 0);
        var (refused, pending) = (new List<FactRefusal>(), new List<FactEntry>());
        foreach (var weighed in entries.Select(weighing.Add))
        {
            fresh += weighed.Fate == Fate.New ? 1 : 0;
            same += weighed.Fate == Fate.Same ? 1 : 0;
            if (weighed.Fate == Fate.Pending)
                pending.Add(weighed.Entry);
            else if (weighed.Error is { } error)
                refused.Add(new(weighed.Entry, error));
        }
        if (refused.Count > 0)
            return new(refused, 0, 0, same, []);
        await Keep(pending, places, act, source, cancellationToken);
        await Write(book, places, act, source, weighing.Facts, cancellationToken);
        return new([], fresh, weighing.Facts.Count - fresh, same, pending);
    }

    /// <summary>What <see cref="Record"/> would make of the entries now; nothing is written and nobody waits.</summary>
    public async Task<IReadOnlyList<WeighedFact>> Weigh(
        IReadOnlyList<FactEntry> entries,
        FactSource source,
        CancellationToken cancellationToken
    )
    {
        var weighing = new FactWeighing(await Open(entries.Select(e => (e.UnitId, e.Indicator)), cancellationToken), source);
        return [.. entries.Select(weighing.Add)];
    }

    /// <summary>
    /// Makes what holds now for these figures of a unit official, as the approval of its report does. Saves the act, which
    /// bears a hash of what it approves: it cannot have been saved before.
    /// </summary>
    public async Task Approve(
        int unitId,
        IReadOnlyCollection<(string Indicator, Period Period)> figures,
        Act act,
        CancellationToken cancellationToken
    )
    {
        var places = await Hold([unitId], null, cancellationToken);
        var book = await Open(places, figures.Select(f => (unitId, f.Indicator)), cancellationToken);
        var fresh = figures
            .Distinct()
            .Where(f => book.Current(unitId, f.Indicator, f.Period) is not null && !book.IsApproved(unitId, f.Indicator, f.Period))
            .ToList();
        var rows = fresh
            .Select(f => new FactKey(places[unitId].HomeId, f.Period.Year, book.Current(unitId, f.Indicator, f.Period)!.FactId))
            .OrderBy(r => (r.Year, r.Id))
            .ToList();
        if (rows.Count > 0)
            act.ApprovalsHash = FactHash.OfApprovals(rows);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var (indicator, period) in fresh)
            book.Approve(unitId, indicator, period);
        await FactTables.Approvals.Write(db, [.. rows.Select(r => new long?[] { r.HomeId, r.Year, r.Id, act.Id })], cancellationToken);
        await FactTables.Figures.Write(db, [.. book.ChangedFigures(id => id)], cancellationToken);
        await AddTotals(places, book.Deltas(), cancellationToken);
        await Tell([.. fresh.Select(f => (unitId, f.Indicator)).Distinct()], cancellationToken);
    }

    /// <summary>Whether this person brought, by any channel, one of these figures that nobody has approved yet.</summary>
    public async Task<bool> Entered(
        FactBook book,
        UnitRow unit,
        IReadOnlyCollection<(string Indicator, Period Period)> figures,
        int accountId,
        CancellationToken cancellationToken
    )
    {
        var open = figures
            .Where(f => book.Current(unit.Id, f.Indicator, f.Period) is not null && !book.IsApproved(unit.Id, f.Indicator, f.Period))
            .ToList();
        var (ids, years) = (
            open.Select(f => book.Current(unit.Id, f.Indicator, f.Period)!.FactId).ToList(),
            open.Select(f => f.Period.Year).Distinct().ToList()
        );
        return await db.Facts.AnyAsync(
            f =>
                f.HomeId == unit.HomeId
                && years.Contains(f.Year)
                && ids.Contains(f.Id)
                && db.Acts.Any(a => a.Id == f.ActId && a.AccountId == accountId),
            cancellationToken
        );
    }

    /// <summary>The figures that hold now for these units and indicators.</summary>
    public async Task<FactBook> Open(IEnumerable<(int UnitId, string Indicator)> asked, CancellationToken cancellationToken)
    {
        var pairs = asked.Distinct().ToList();
        return await Open(await Places(pairs.Select(p => p.UnitId), cancellationToken), pairs, cancellationToken);
    }

    /// <summary>Every figure that these units gave themselves.</summary>
    public async Task<FactBook> OpenAll(IReadOnlyCollection<int> units, CancellationToken cancellationToken)
    {
        var asked = await db
            .Figures.AsNoTracking()
            .Where(f => units.Contains(f.UnitId))
            .Select(f => new { f.UnitId, f.IndicatorId })
            .Distinct()
            .Join(db.Indicators, f => f.IndicatorId, i => i.Id, (f, i) => new { f.UnitId, i.Code })
            .ToListAsync(cancellationToken);
        return await Open(await Places(units, cancellationToken), asked.Select(a => (a.UnitId, a.Code)), cancellationToken);
    }

    public Task<UnitPlaces> Places(IEnumerable<int> units, CancellationToken cancellationToken) =>
        UnitPlaces.Load(db, packs, [.. units.Distinct()], cancellationToken);

    private async Task<FactBook> Open(
        UnitPlaces places,
        IEnumerable<(int UnitId, string Indicator)> asked,
        CancellationToken cancellationToken
    )
    {
        var known = await Keys(cancellationToken);
        var pairs = asked
            .Distinct()
            .Select(a => (a.Indicator, Key: new FigureKey(places[a.UnitId].HomeId, a.UnitId, known[a.Indicator])))
            .ToList();
        await db.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            return new FactBook(
                places,
                code => DerivedFigures.Schedule(packs, code),
                pairs,
                await FactTables.Read(db, [.. pairs.Select(p => p.Key)], cancellationToken)
            );
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task Write(
        FactBook book,
        UnitPlaces places,
        Act act,
        FactSource source,
        List<Measures.Fact> facts,
        CancellationToken cancellationToken
    )
    {
        var rows = facts.Count == 0 ? [] : await Numbered(book, facts, cancellationToken);
        var batches = rows.GroupBy(r => (r.Row.HomeId, r.Row.Year))
            .Select(g => new FactBatch
            {
                Act = act,
                HomeId = g.Key.HomeId,
                Year = g.Key.Year,
                FirstId = g.First().Row.Id,
                LastId = g.Last().Row.Id,
                Count = g.Count(),
                Hash = FactHash.Of(g.Select(r => r.Row)),
            })
            .ToList();
        db.FactBatches.AddRange(batches);
        act.FactsHash = FactHash.OfBatches(batches);
        act.ImportId = source.ImportId?.Invoke();
        await db.SaveChangesAsync(cancellationToken);
        var report = source.SourceCaseId?.Invoke();
        var known = await Keys(cancellationToken);
        // A large batch adds up on one core while the other writes.
        var totals = facts.Count > Large ? Task.Run(() => TotalWriter.Sum(places, book.Deltas(), known), cancellationToken) : null;
        await FactTables.Facts.Write(db, [.. rows.Select(r => Columns(r.Row, report, act.Id))], cancellationToken);
        var real = rows.ToDictionary(r => r.Temporary, r => r.Row.Id);
        await FactTables.Figures.Write(db, [.. book.ChangedFigures(id => id < 0 ? real[id] : id)], cancellationToken);
        await TotalWriter.Write(db, totals is null ? TotalWriter.Sum(places, book.Deltas(), known) : await totals, cancellationToken);
        sweep.Wake();
        await Tell([.. facts.Select(f => ((int)f.Unit, f.Indicator)).Distinct()], cancellationToken);
    }

    private async Task<List<(long Temporary, Fact Row)>> Numbered(
        FactBook book,
        List<Measures.Fact> facts,
        CancellationToken cancellationToken
    )
    {
        var first = await ids.Take(db, facts.Count, cancellationToken);
        return
        [
            .. facts
                .Select(f => (Fact: f, Key: book.Key((int)f.Unit, f.Indicator)))
                .OrderBy(f => (f.Key.HomeId, f.Fact.Period.Year))
                .Select(
                    (f, at) =>
                        (
                            f.Fact.Id,
                            new Fact
                            {
                                HomeId = f.Key.HomeId,
                                Year = f.Fact.Period.Year,
                                Id = first + at,
                                IndicatorId = f.Key.IndicatorId,
                                UnitId = f.Key.UnitId,
                                PeriodId = f.Fact.Period.Id,
                                Value = f.Fact.Value,
                                ReplacesId = f.Fact.Replaces,
                                Approved = f.Fact.Approved,
                            }
                        )
                ),
        ];
    }

    private static long?[] Columns(Fact f, int? report, long act) =>
        [f.HomeId, f.Year, f.Id, f.IndicatorId, f.UnitId, f.PeriodId, f.Value, f.ReplacesId, report, act, f.Approved ? 1 : 0];

    private async Task Keep(List<FactEntry> pending, UnitPlaces places, Act act, FactSource source, CancellationToken cancellationToken)
    {
        if (pending.Count == 0)
            return;
        var known = await Keys(cancellationToken);
        db.PendingValues.AddRange(
            pending.Select(p => new PendingValue
            {
                HomeId = places[p.UnitId].HomeId,
                UnitId = p.UnitId,
                IndicatorId = known[p.Indicator],
                PeriodId = p.Period.Id,
                Value = p.Value,
                ImportId = source.ImportId?.Invoke(),
                Act = act,
            })
        );
    }

    /// <summary>Puts figures that are worked out from others. Within the transaction of the act that changed those.</summary>
    internal async Task Derive(IReadOnlyList<DerivedFigure> figures, CancellationToken cancellationToken)
    {
        if (figures.Count == 0)
            return;
        // A campaign that has just begun brought indicators of its own.
        if (figures.Any(f => keys?.ContainsKey(f.Code) == false))
            keys = null;
        var places = await Places(figures.Select(f => f.UnitId), cancellationToken);
        var book = await Open(places, figures.Select(f => (f.UnitId, f.Code)), cancellationToken);
        var changed = false;
        foreach (var figure in figures)
            changed |= book.Put(figure);
        if (!changed)
            return;
        await FactTables.Figures.Write(db, [.. book.ChangedFigures(id => id)], cancellationToken);
        await AddTotals(places, book.Deltas(), cancellationToken);
    }

    private async Task Tell(IReadOnlyCollection<(int, string)> changed, CancellationToken cancellationToken)
    {
        if (changed.Count == 0)
            return;
        foreach (var watcher in watchers.Value)
            await watcher.Changed(changed, cancellationToken);
    }

    private async Task AddTotals(UnitPlaces places, IEnumerable<TotalDelta> deltas, CancellationToken cancellationToken)
    {
        await TotalWriter.Add(db, places, deltas, await Keys(cancellationToken), cancellationToken);
        sweep.Wake();
    }

    /// <summary>
    /// One writer at a time for a unit: what a held value adds depends on its neighbours in time, so two periods of one
    /// unit must not be written side by side. SQLite has one writer anyway.
    /// </summary>
    private async Task<UnitPlaces> Hold(IReadOnlyCollection<int> units, UnitPlaces? prepared, CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("Facts and totals change in one transaction: within Apply.");
        await TreeRevision.Share(db, cancellationToken);
        if (db is PostgresDb)
            await db.Run("SELECT 1 FROM unit WHERE \"Id\" = ANY(@0) ORDER BY \"Id\" FOR NO KEY UPDATE", cancellationToken, units.ToArray());
        return prepared?.Revision == await TreeRevision.Read(db, cancellationToken) ? prepared : await Places(units, cancellationToken);
    }

    internal async Task<IReadOnlyDictionary<string, int>> Keys(CancellationToken cancellationToken) =>
        keys ??= await db.Indicators.AsNoTracking().ToDictionaryAsync(i => i.Code, i => i.Id, cancellationToken);
}
