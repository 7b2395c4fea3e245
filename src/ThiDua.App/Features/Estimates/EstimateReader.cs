using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Progress;
using ThiDua.App.Packs;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Features.Estimates;

/// <param name="Value">As the target judges it; null while not all of its parts are estimated by all units asked.</param>
/// <param name="Met">Whether it would meet the target.</param>
/// <param name="Given">How many of the units asked have estimated, of the part that the fewest did.</param>
/// <param name="Latest">When the last of these was given.</param>
public sealed record EstimatedEnd(Rational? Value, bool Met, int Given, int Asked, DateTimeOffset Latest);

/// <summary>Reads what units expect at the year's end, for whoever shows targets: it asks nobody's permission.</summary>
public sealed class EstimateReader(AppDb db, PackShelf packs)
{
    private sealed record Latest(int UnitId, string Indicator, long? Value, DateTimeOffset At);

    /// <returns>Null where nobody has estimated, or the official figures of the whole range are there.</returns>
    public async Task<EstimatedEnd?> Of(CampaignProgress seen, TargetProgress target, CancellationToken cancellationToken)
    {
        var standing = target.Each is { } each ? (each.Units.Count == 1 ? each.Units.Values.First() : null) : target.Total;
        if (standing is null or { IsFinal: true })
            return null;
        var definitions = packs.DefinitionsFrom(seen.Campaign.From);
        var leaves = definitions.Leaves(target.Rule.Indicator).Where(c => EstimateRules.MayBe(definitions[c])).ToList();
        var day = ProgressRules.TreeDay(seen.Campaign, seen.Ask.AsOf);
        var given = await Given(seen.Unit, leaves, target.Rule.Range.Last.Year, day, cancellationToken);
        var units = await UnitQueries.Subtree(db, seen.Unit.Path, day, cancellationToken);
        var pack = packs[seen.Campaign.Pack];
        var parts = leaves.Select(c => Part(c, seen.Unit, [.. units.Where(u => Asks(pack, c, u.Kind))], given)).ToList();
        if (parts.All(p => p.Given == 0))
            return null;
        // A held figure that nobody estimated stays as it is; a count that runs on has to be estimated.
        var estimated = parts.Where(p => p.Sum is not null).ToDictionary(p => p.Code, p => p.Sum!.Value);
        var open = parts.Where(p => p.Sum is null && (p.Given > 0 || definitions[p.Code].Kind == IndicatorKind.Flow)).ToList();
        var fewest = (open.Count > 0 ? open : parts.Where(p => p.Sum is not null)).MinBy(p => p.Given)!;
        var latest = given.Max(g => g.At);
        if (open.Count > 0)
            return new(null, false, fewest.Given, fewest.Asked, latest);
        var figures = EstimateRules.With(target.Rule, definitions, seen.Book.Subtree(seen.Unit.Id, target.Rule.Indicator), estimated);
        var over = target.Rule.ReportsDue > target.Rule.Range.Last ? target.Rule.ReportsDue.Value : target.Rule.Range.Last;
        var end = Judge.Total(target.Rule, definitions, figures, over);
        return new(end.Judged, end.Judged is { } value && end.Requirement.IsMetBy(value), fewest.Given, fewest.Asked, latest);
    }

    /// <summary>What holds now of each unit's own estimates, by indicator.</summary>
    public async Task<IReadOnlyDictionary<string, Estimate>> Own(int unitId, int year, CancellationToken cancellationToken)
    {
        var rows = await db.Set<Estimate>()
            .AsNoTracking()
            .Where(e => e.UnitId == unitId && e.Year == year)
            .OrderBy(e => e.Id)
            .ToListAsync(cancellationToken);
        return rows.GroupBy(e => e.Indicator).Select(g => g.Last()).Where(e => e.Value is not null).ToDictionary(e => e.Indicator);
    }

    private async Task<List<Latest>> Given(UnitRow unit, List<string> codes, int year, DateOnly day, CancellationToken cancellationToken)
    {
        var within = db.UnitVersions.ValidOn(day).Below(unit.Path).Select(v => v.UnitId);
        var rows = await db.Set<Estimate>()
            .AsNoTracking()
            .Where(e => e.Year == year && codes.Contains(e.Indicator) && within.Contains(e.UnitId))
            .OrderBy(e => e.Id)
            .Select(e => new Latest(e.UnitId, e.Indicator, e.Value, e.At))
            .ToListAsync(cancellationToken);
        return [.. rows.GroupBy(e => (e.UnitId, e.Indicator)).Select(g => g.Last()).Where(e => e.Value is not null)];
    }

    /// <summary>What the unit itself says of its whole subtree; else the sum of those asked, once all have given one.</summary>
    private static (string Code, long? Sum, int Given, int Asked) Part(string code, UnitRow unit, List<UnitRow> asked, List<Latest> given)
    {
        var mine = given.Where(g => g.Indicator == code).ToList();
        if (mine.FirstOrDefault(g => g.UnitId == unit.Id) is { } own)
            return (code, own.Value, 1, 1);
        var theirs = mine.Where(g => asked.Any(u => u.Id == g.UnitId)).ToList();
        return (code, theirs.Count == asked.Count && asked.Count > 0 ? theirs.Sum(g => g.Value!.Value) : null, theirs.Count, asked.Count);
    }

    private static bool Asks(Pack pack, string code, string kind) => pack.Indicator(code)?.ReportedBy.Contains(kind) == true;
}
