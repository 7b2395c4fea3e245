using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Features.Reporting;
using ThiDua.App.Features.Units;
using ThiDua.App.Packs;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Features.Progress.Facts;

/// <summary>One fact that counts, as a list shows it.</summary>
/// <param name="Value">Scaled by the indicator's scale.</param>
public sealed record FactRow(FactKey Key, int UnitId, string Unit, Period Period, long Value, string? By, DateTimeOffset At, bool Approved);

/// <summary>One link of a chain of corrections.</summary>
/// <param name="Verb">What act brought it.</param>
/// <param name="Campaign">Public id of the campaign whose report it came with; null when it came with none.</param>
/// <param name="ReportPeriod">Period of that report.</param>
public sealed record FactLink(
    FactKey Key,
    long? Value,
    long? ReplacesId,
    string? By,
    DateTimeOffset At,
    string Verb,
    string? Reason,
    string? Campaign,
    int? ReportPeriod,
    DateTimeOffset? ApprovedAt,
    string? ApprovedBy
);

/// <summary>The figure whose facts are asked.</summary>
/// <param name="Start">Of the campaign: reach counts anew from it.</param>
/// <param name="Days">In order, at least one (<see cref="Reading.Days"/>).</param>
/// <param name="Own">Those of the unit itself, without the units below it.</param>
public sealed record FactAsk(
    UnitRow Unit,
    string Indicator,
    DateOnly Start,
    IReadOnlyList<DateRange> Days,
    DateOnly AsOf,
    bool ApprovedOnly = false,
    bool Own = false
);

/// <summary>The facts behind a figure: the only pages that read facts, one cell at a time.</summary>
public sealed class FactQueries(AppDb db, PackShelf packs)
{
    /// <summary>More rows than this are for the exports.</summary>
    public const int Most = 5000;

    /// <summary>The facts of a subtree that make up a figure of the days asked.</summary>
    public async Task<IReadOnlyList<FactRow>> Behind(FactAsk ask, CancellationToken cancellationToken)
    {
        var definition = packs.DefinitionsFrom(ask.Start)[ask.Indicator];
        var (first, last) = (definition.IsHeld ? 0 : ask.Days[0].First.Year * 10_000, (ask.Days[^1].Last.Year + 1) * 10_000);
        var within = db.UnitVersions.Below(ask.Unit.Path).Select(v => v.UnitId);
        var asked = ask.ApprovedOnly
            ? db.Figures.Select(f => new Holding
            {
                HomeId = f.HomeId,
                UnitId = f.UnitId,
                IndicatorId = f.IndicatorId,
                PeriodId = f.PeriodId,
                Value = f.ApprovedValue,
                FactId = f.ApprovedFactId,
                Approved = true,
            })
            : db.Figures.Select(f => new Holding
            {
                HomeId = f.HomeId,
                UnitId = f.UnitId,
                IndicatorId = f.IndicatorId,
                PeriodId = f.PeriodId,
                Value = f.Value,
                FactId = f.FactId,
                Approved = f.ApprovedFactId == f.FactId,
            });
        var rows = await Named(asked, ask, within, first, last).Take(Most).ToListAsync(cancellationToken);
        var places = await UnitPlaces.Load(db, packs, [.. rows.Select(r => r.UnitId).Distinct()], cancellationToken);
        var until = ask.AsOf < ask.Days[^1].Last ? ask.AsOf : ask.Days[^1].Last;
        var facts = rows.Where(r => ask.Own ? r.UnitId == ask.Unit.Id : Stands(r, until)).OrderBy(r => r.Sort, StringComparer.Ordinal);
        return [.. InEffect(definition, facts.Select(f => f.Row()), ask.Days, ask.AsOf)];

        bool Stands(Found row, DateOnly day) =>
            Rollup.Stands(definition, Period.FromId(row.PeriodId), places.Of(row.UnitId, ask.Indicator), day).Contains(ask.Unit.Id);
    }

    private IQueryable<Found> Named(IQueryable<Holding> asked, FactAsk ask, IQueryable<int> within, int first, int last) =>
        from f in asked
        join i in db.Indicators on f.IndicatorId equals i.Id
        join fact in db.Facts on new { f.HomeId, Id = f.FactId } equals new { fact.HomeId, Id = (long?)fact.Id }
        join act in db.Acts on fact.ActId equals act.Id
        join a in db.Accounts on act.AccountId equals (int?)a.Id into people
        from a in people.DefaultIfEmpty()
        where
            i.Code == ask.Indicator
            && f.Value != null
            && f.PeriodId >= first
            && f.PeriodId < last
            && fact.Year == f.PeriodId / 10_000
            && within.Contains(f.UnitId)
        select new Found
        {
            HomeId = fact.HomeId,
            Year = fact.Year,
            Id = fact.Id,
            UnitId = f.UnitId,
            PeriodId = f.PeriodId,
            Value = f.Value!.Value,
            At = act.At,
            By = a == null ? null : a.FullName,
            Approved = f.Approved,
            Name = db.UnitVersions.Where(v => v.UnitId == f.UnitId).OrderByDescending(v => v.From).Select(v => v.Name).FirstOrDefault(),
            Sort = db.UnitVersions.Where(v => v.UnitId == f.UnitId).OrderByDescending(v => v.From).Select(v => v.SortKey).FirstOrDefault(),
        };

    /// <summary>Everything that was ever said for the same unit, indicator and period, the oldest first.</summary>
    public async Task<(UnitRow Unit, string Indicator, Period Period, IReadOnlyList<FactLink> Chain)?> Chain(
        FactKey key,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var fact = await (
            from f in db.Facts.AsNoTracking()
            join i in db.Indicators on f.IndicatorId equals i.Id
            where f.HomeId == key.HomeId && f.Year == key.Year && f.Id == key.Id
            select new
            {
                f.UnitId,
                f.PeriodId,
                f.IndicatorId,
                i.Code,
            }
        ).FirstOrDefaultAsync(cancellationToken);
        if (fact is null)
            return null;
        var period = Period.FromId(fact.PeriodId);
        var unit =
            await UnitQueries.Find(db, fact.UnitId, today, cancellationToken)
            ?? await UnitQueries.Find(db, fact.UnitId, period.Last, cancellationToken);
        if (unit is null)
            return null;
        var newest = await db
            .Figures.Where(f =>
                f.HomeId == key.HomeId && f.UnitId == fact.UnitId && f.IndicatorId == fact.IndicatorId && f.PeriodId == fact.PeriodId
            )
            .Select(f => f.FactId)
            .FirstOrDefaultAsync(cancellationToken);
        var chain = new List<FactLink>();
        // From the newest back to the first: each fact names the one that it corrects.
        for (long? next = newest; next is { } id && chain.Count < Most; next = chain[^1].ReplacesId)
            if (await Link(key with { Id = id }, cancellationToken) is { } link)
                chain.Add(link);
            else
                break;
        chain.Reverse();
        return (unit, fact.Code, period, chain);
    }

    private Task<FactLink?> Link(FactKey key, CancellationToken cancellationToken) =>
        (
            from f in db.Facts.AsNoTracking()
            join act in db.Acts on f.ActId equals act.Id
            join a in db.Accounts on act.AccountId equals (int?)a.Id into people
            from a in people.DefaultIfEmpty()
            join r in db.Reports on f.SourceCaseId equals (int?)r.Id into reports
            from r in reports.DefaultIfEmpty()
            join p in db.FactApprovals
                on new
                {
                    f.HomeId,
                    f.Year,
                    f.Id,
                } equals new
                {
                    p.HomeId,
                    p.Year,
                    Id = p.FactId,
                }
                into approvals
            from p in approvals.DefaultIfEmpty()
            // A fact that was official from the first was approved by the act that brought it.
            join given in db.Acts on f.Approved ? f.ActId : p.ActId equals given.Id into approvalActs
            from given in approvalActs.DefaultIfEmpty()
            join who in db.Accounts on given.AccountId equals (int?)who.Id into approvers
            from who in approvers.DefaultIfEmpty()
            where f.HomeId == key.HomeId && f.Year == key.Year && f.Id == key.Id
            select new FactLink(
                key,
                f.Value,
                f.ReplacesId,
                a == null ? null : a.FullName,
                act.At,
                act.Verb,
                act.Reason,
                r == null ? null : r.Campaign!.PublicId,
                r == null ? null : r.PeriodId,
                given == null ? null : given.At,
                who == null ? null : who.FullName
            )
        ).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Of a flow every fact in the days; of a held value each unit's last that has taken effect.</summary>
    internal static IEnumerable<FactRow> InEffect(
        IndicatorDefinition definition,
        IEnumerable<FactRow> facts,
        IReadOnlyList<DateRange> days,
        DateOnly asOf
    )
    {
        var (first, last) = (days[0].First, days[^1].Last);
        var until = asOf < last ? asOf : last;
        if (!definition.IsHeld)
            return facts.Where(f => days.Any(d => d.Contains(f.Period.Dates)) && f.Period.First <= until);
        if (definition.Kind == IndicatorKind.Opening)
            return facts
                .Where(f => f.Period.First <= first)
                .GroupBy(f => f.UnitId)
                .Select(g => g.OrderBy(f => f.Period.First).ThenBy(f => f.Period.Last).Last());
        var begun = facts.Where(f =>
            f.Period.First <= until && f.Period.Last <= last && definition.StartOf(f.Period.Last) == definition.StartOf(until)
        );
        return begun.GroupBy(f => f.UnitId).Select(g => g.MaxBy(f => f.Period)!);
    }

    private sealed class Holding
    {
        public int HomeId { get; init; }
        public int UnitId { get; init; }
        public int IndicatorId { get; init; }
        public int PeriodId { get; init; }
        public long? Value { get; init; }
        public long? FactId { get; init; }
        public bool Approved { get; init; }
    }

    private sealed class Found
    {
        public int HomeId { get; init; }
        public int Year { get; init; }
        public long Id { get; init; }
        public int UnitId { get; init; }
        public int PeriodId { get; init; }
        public long Value { get; init; }
        public DateTimeOffset At { get; init; }
        public string? By { get; init; }
        public bool Approved { get; init; }
        public string? Name { get; init; }
        public string? Sort { get; init; }

        public FactRow Row() => new(new(HomeId, Year, Id), UnitId, Name ?? "", Period.FromId(PeriodId), Value, By, At, Approved);
    }
}
