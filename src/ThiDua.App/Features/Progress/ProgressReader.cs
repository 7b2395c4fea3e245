using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Units;
using ThiDua.App.Packs;
using ThiDua.App.Totals;
using ThiDua.Measures;

namespace ThiDua.App.Features.Progress;

/// <summary>
/// Reads where a campaign's targets stand, from totals alone: the cost grows with the units shown, never with the facts
/// kept. It asks nobody's permission; pages, API and papers do.
/// </summary>
public sealed class ProgressReader(AppDb db, PackShelf packs)
{
    /// <param name="campaign">With its targets.</param>
    /// <param name="unit">The campaign's unit, or one of its subtree, as of <see cref="ProgressRules.TreeDay"/>.</param>
    public async Task<CampaignProgress> Read(Campaign campaign, UnitRow unit, ProgressAsk ask, CancellationToken stop)
    {
        var pack = packs[campaign.Pack];
        var figured = campaign.Targets.Where(t => ask.Target is null || t.PublicId == ask.Target).OrderBy(t => t.Order)
            .Select(t => (Target: t, Rule: ProgressRules.Rule(t, campaign, packs.Definitions, pack))).ToList();
        var rules = figured.Where(f => f.Rule is not null).Select(f => (f.Target, Rule: f.Rule!)).ToList();
        var units = await Units(campaign, unit, ask, rules, stop);
        var book = await Book(pack, unit, ask, units, rules, stop);
        var judge = new TargetJudge(packs, pack, campaign, unit, units, ask, book);
        var asked = rules.ToLookup(r => book.IsAsked(unit.Id, r.Rule.Indicator) && judge.Concerns(r.Target));
        return new(
            campaign, unit, ask,
            [.. asked[true].Select(r => judge.Of(r.Target, r.Rule)).OrderBy(t => t.Judged ? 0 : 1).ThenBy(t => ProgressRules.Rank(t.State)).ThenBy(t => t.Target.Order)],
            [.. asked[false].Select(r => r.Target)],
            [.. figured.Where(f => f.Rule is null).Select(f => f.Target)],
            [.. units.Where(u => u.ParentId == unit.Id)], book);
    }

    /// <summary>The unit, those directly below, those that targets name by their kind, and what lies directly below these.</summary>
    private Task<List<UnitRow>> Units(Campaign campaign, UnitRow unit, ProgressAsk ask, List<(CampaignTarget Target, TargetRule Rule)> rules, CancellationToken stop)
    {
        var kinds = rules.Select(r => r.Target.EachKind).OfType<string>().Distinct().ToList();
        var alone = rules.Where(r => TargetJudge.IsAlone(r.Rule, packs.Definitions)).Select(r => r.Target.EachKind!).Distinct().ToList();
        var valid = db.UnitVersions.AsNoTracking().ValidOn(ProgressRules.TreeDay(campaign, ask.AsOf));
        var shown = valid.Where(v => v.UnitId == unit.Id || v.ParentId == unit.Id || (kinds.Contains(v.Kind) && v.Path.StartsWith(unit.Path)));
        if (alone.Count > 0)
            shown = valid.Where(v => v.UnitId == unit.Id || v.ParentId == unit.Id || (v.Path.StartsWith(unit.Path)
                && (kinds.Contains(v.Kind) || valid.Any(p => p.UnitId == v.ParentId && alone.Contains(p.Kind)))));
        return shown.Rows().ToListAsync(stop);
    }

    private async Task<FigureBook> Book(
        Pack pack, UnitRow unit, ProgressAsk ask, List<UnitRow> units, List<(CampaignTarget Target, TargetRule Rule)> rules, CancellationToken stop)
    {
        var wanted = rules.SelectMany(r => packs.Definitions.Needed(r.Rule.Indicator)).Distinct().ToList();
        var each = rules.Where(r => ask.Target is not null || r.Rule.Scope == TargetScope.EachUnit)
            .SelectMany(r => packs.Definitions.Needed(r.Rule.Indicator)).ToHashSet();
        var codes = await db.Indicators.AsNoTracking().Where(i => wanted.Contains(i.Code)).ToDictionaryAsync(i => i.Id, i => i.Code, stop);
        var all = codes.Keys.ToList();
        var below = codes.Where(c => each.Contains(c.Value)).Select(c => c.Key).ToList();
        var held = codes.Where(c => packs.Definitions[c.Value].IsHeld).Select(c => c.Key).ToList();
        var ids = units.Select(u => u.Id).Where(id => id != unit.Id).ToList();
        var (first, last) = Years(rules);
        var totals = await db.Totals.AsNoTracking()
            .Where(t => (t.UnitId == unit.Id && all.Contains(t.IndicatorId)) || (ids.Contains(t.UnitId) && below.Contains(t.IndicatorId)))
            // Held values are kept as changes from the very first on; sums are wanted of the range and its baseline alone.
            .Where(t => t.PeriodId < last && (t.PeriodId >= first || held.Contains(t.IndicatorId))).ToListAsync(stop);
        return new FigureBook(packs, pack, ask.ApprovedOnly, codes, totals, await Spans(unit, each.Count > 0 ? units : [unit], stop));
    }

    /// <summary>Bounds of <see cref="Period.Id"/>, which begins with the year.</summary>
    private static (int First, int Last) Years(List<(CampaignTarget Target, TargetRule Rule)> rules)
    {
        var years = rules.SelectMany(r => new[] { r.Rule.Range.First.Year, r.Rule.Range.Last.Year, r.Rule.BaselineYear ?? r.Rule.Range.First.Year })
            .DefaultIfEmpty(1).ToList();
        return (years.Min() * 10_000, (years.Max() + 2) * 10_000);
    }

    /// <summary>For each unit, how many of which kinds stand in its subtree and since when; counted by the database.</summary>
    private async Task<ILookup<int, KindSpan>> Spans(UnitRow unit, List<UnitRow> units, CancellationToken stop)
    {
        var ids = units.Select(u => u.Id).ToList();
        var paths = units.ToDictionary(u => u.Path, u => u.Id);
        var rows = await (
            from r in db.UnitVersions.AsNoTracking()
            where ids.Contains(r.UnitId) && r.Path.StartsWith(unit.Path)
            from v in db.UnitVersions
            where v.Path.StartsWith(unit.Path) && v.Path.StartsWith(r.Path)
            group v by new { r.Path, v.Kind, v.From, v.To } into g
            select new { g.Key.Path, g.Key.Kind, g.Key.From, g.Key.To, Count = g.Select(v => v.UnitId).Distinct().Count() }).ToListAsync(stop);
        return rows.Where(r => paths.ContainsKey(r.Path)).ToLookup(r => paths[r.Path], r => new KindSpan(r.Kind, r.From, r.To, r.Count));
    }
}
