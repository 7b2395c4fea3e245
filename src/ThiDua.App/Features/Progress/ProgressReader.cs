using Microsoft.EntityFrameworkCore;
using ThiDua.App.Data;
using ThiDua.App.Facts;
using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Units;
using ThiDua.App.Packs;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Features.Progress;

/// <summary>
/// Reads where a campaign's targets stand, from totals alone: the cost grows with the units shown, never with the facts
/// kept. It asks nobody's permission; pages, API and papers do.
/// </summary>
public sealed class ProgressReader(AppDb db, PackShelf packs, TotalReader totals, UnitPast past, IndicatorKeys keys)
{
    /// <param name="campaign">With its targets.</param>
    /// <param name="unit">The campaign's unit, or one of its subtree, as of <see cref="ProgressRules.TreeDay"/>.</param>
    public async Task<CampaignProgress> Read(Campaign campaign, UnitRow unit, ProgressAsk ask, CancellationToken cancellationToken)
    {
        var (pack, definitions) = (packs[campaign.Pack], packs.DefinitionsFrom(campaign.From));
        var figured = campaign
            .Targets.Where(t => ask.Target is null ? t.Until is null : t.PublicId == ask.Target)
            .OrderBy(t => t.Order)
            .Select(t => (Target: t, Rule: ProgressRules.Rule(t, campaign, definitions, pack)))
            .ToList();
        var rules = figured.Where(f => f.Rule is not null).Select(f => (f.Target, Rule: f.Rule!)).ToList();
        var units = await Units(campaign, unit, ask, rules, cancellationToken);
        var book = await Book(pack, definitions, unit, ask, units, rules, cancellationToken);
        var judge = new TargetJudge(definitions, pack, campaign, unit, units, ask, book);
        var asked = rules.ToLookup(r => book.IsAsked(unit.Id, r.Rule.Indicator) && judge.Concerns(r.Target));
        return new(
            campaign,
            unit,
            ask,
            [
                .. asked[true]
                    .Select(r => judge.Of(r.Target, r.Rule))
                    .OrderBy(t => t.Judged ? 0 : 1)
                    .ThenBy(ProgressRules.Attention)
                    .ThenBy(t => t.Target.Order),
            ],
            [.. asked[false].Select(r => r.Target)],
            [.. figured.Where(f => f.Rule is null).Select(f => f.Target)],
            [.. units.Where(u => u.ParentId == unit.Id)],
            book
        );
    }

    /// <summary>
    /// The unit, those directly below, and what lies directly below those that a target asks for their own answer. Units
    /// further down are known by their counts.
    /// </summary>
    private Task<List<UnitRow>> Units(
        Campaign campaign,
        UnitRow unit,
        ProgressAsk ask,
        List<(CampaignTarget Target, TargetRule Rule)> rules,
        CancellationToken cancellationToken
    )
    {
        var alone = rules.Where(r => TargetJudge.IsAlone(r.Rule, packs.Definitions)).Select(r => r.Target.EachKind!).Distinct().ToList();
        var valid = db.UnitVersions.AsNoTracking().ValidOn(ProgressRules.TreeDay(campaign, ask.AsOf));
        var near = valid.Where(v => v.UnitId == unit.Id || v.ParentId == unit.Id);
        if (alone.Count > 0)
            near = near.Union(valid.Where(v => valid.Any(p => p.UnitId == v.ParentId && p.ParentId == unit.Id && alone.Contains(p.Kind))));
        return near.Rows().ToListAsync(cancellationToken);
    }

    private async Task<FigureBook> Book(
        Pack pack,
        Definitions definitions,
        UnitRow unit,
        ProgressAsk ask,
        List<UnitRow> units,
        List<(CampaignTarget Target, TargetRule Rule)> rules,
        CancellationToken cancellationToken
    )
    {
        var wanted = rules.SelectMany(r => definitions.Needed(r.Rule.Indicator)).Distinct().ToList();
        // Of 168 communes only what a target asks of each of them, and no baseline year that others need.
        var kinds = units.Where(u => u.Id != unit.Id).Select(u => u.Kind).ToHashSet();
        var each = rules
            .Where(r =>
                ask.Target is not null
                || (r.Target.EachKind is { } kind && (kinds.Contains(kind) || TargetJudge.IsAlone(r.Rule, definitions)))
            )
            .ToList();
        var needed = each.SelectMany(r => definitions.Needed(r.Rule.Indicator)).ToHashSet();
        var counts = rules.Where(r => r.Target.EachKind is not null).Select(r => EachTargets.Code(r.Target)).ToList();
        wanted.AddRange(counts);
        var codes = await keys.Of(db, wanted, cancellationToken);
        var span = CellSpan.Of(rules.Select(r => r.Rule), codes, definitions);
        var below = codes
            .Where(c => needed.Contains(c.Value) || (ask.Target is not null && DerivedFigures.Is(c.Value)))
            .Select(c => c.Key)
            .ToList();
        var cells = await totals.Read([unit], [.. codes.Keys], span, cancellationToken);
        cells.AddRange(
            await totals.Read(
                [.. units.Where(u => u.Id != unit.Id)],
                below,
                CellSpan.Of(each.Select(r => r.Rule), codes, definitions),
                cancellationToken
            )
        );
        var baselines = rules.Select(r => r.Rule.BaselineYear).OfType<int>().ToHashSet();
        cells.AddRange(await past.Read([unit, .. units.Where(u => u.Id != unit.Id)], [.. codes.Keys], span, baselines, cancellationToken));
        return new FigureBook(
            packs,
            pack,
            definitions,
            ask.ApprovedOnly,
            cells,
            await Spans(db, each.Count > 0 ? units : [unit], cancellationToken)
        );
    }

    /// <summary>For each unit, by how much the number of units of each kind in its subtree changed, and when.</summary>
    internal static async Task<ILookup<int, KindSpan>> Spans(AppDb db, List<UnitRow> units, CancellationToken cancellationToken)
    {
        var ids = units.Select(u => u.Id).ToList();
        var rows = await db.UnitCounts.AsNoTracking().Where(c => ids.Contains(c.UnitId)).ToListAsync(cancellationToken);
        return rows.SelectMany(Parts).ToLookup(r => r.UnitId, r => r.Span);

        IEnumerable<(int UnitId, KindSpan Span)> Parts(UnitCount row)
        {
            yield return (row.UnitId, new(row.Kind, row.From, row.Change + row.Ended));
            if (row.Ended != 0)
                yield return (row.UnitId, new(row.Kind, row.From, -row.Ended, Ended: true));
        }
    }
}
