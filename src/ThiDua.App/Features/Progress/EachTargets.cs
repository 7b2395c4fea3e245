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
/// Keeps, for every target on each unit of a kind, whether each unit holds the comparator, so that every level above knows
/// how many do without judging thousands of units on a page.
/// </summary>
public sealed class EachTargets(AppDb db, PackShelf packs, TotalReader totals, FactStore facts) : IFigureWatcher
{
    private const int MostAtOnce = 500;

    private sealed record Asked(
        CampaignTarget Target,
        Campaign Campaign,
        TargetRule Rule,
        Definitions Definitions,
        IReadOnlySet<string> Leaves
    );

    public static string Code(CampaignTarget target) => DerivedFigures.Prefix + target.PublicId;

    /// <summary>Under which what each unit holds is kept, for those of these targets that ask each unit.</summary>
    public static IEnumerable<IndicatorKey> Keys(IEnumerable<CampaignTarget> targets) =>
        targets.Where(t => t.EachKind is not null).Select(t => new IndicatorKey { Code = Code(t) });

    /// <summary>The period in which the yes or no of a target stands.</summary>
    public static Period PeriodOf(Campaign campaign) => Period.OfYear(campaign.Year);

    public async Task Changed(IReadOnlyCollection<(int UnitId, string Indicator)> changed, CancellationToken cancellationToken)
    {
        var asked = (await Rules(null, cancellationToken)).Where(a => changed.Any(c => a.Leaves.Contains(c.Indicator))).ToList();
        if (asked.Count == 0)
            return;
        foreach (var part in changed.GroupBy(c => c.UnitId).Chunk(MostAtOnce))
            await Judge(asked, part.ToDictionary(p => p.Key, p => p.Select(x => x.Indicator).ToHashSet()), cancellationToken);
    }

    /// <summary>Judges every unit of a campaign that has just begun: figures of months before its launch count too.</summary>
    public async Task Begin(Campaign campaign, CancellationToken cancellationToken)
    {
        var asked = await Rules(campaign.Id, cancellationToken);
        if (asked.Count == 0)
            return;
        var leaves = asked.SelectMany(a => a.Leaves).ToHashSet();
        var path = await db
            .UnitVersions.Where(v => v.UnitId == campaign.UnitId)
            .OrderByDescending(v => v.From)
            .Select(v => v.Path)
            .FirstAsync(cancellationToken);
        var units = await db
            .UnitVersions.Below(path)
            .Where(v => db.Figures.Any(f => f.HomeId == v.Unit!.HomeId && f.UnitId == v.UnitId))
            .Select(v => v.UnitId)
            .Distinct()
            .ToListAsync(cancellationToken);
        foreach (var part in units.Chunk(MostAtOnce))
            await Judge(asked, part.ToDictionary(u => u, _ => leaves), cancellationToken);
    }

    private async Task<List<Asked>> Rules(int? campaignId, CancellationToken cancellationToken)
    {
        var targets = await db
            .Targets.AsNoTracking()
            .Where(t => t.EachKind != null && t.Indicator != null && (campaignId == null || t.CampaignId == campaignId))
            .Join(db.StandingCampaigns, t => t.CampaignId, c => c.Id, (t, c) => new { Target = t, Campaign = c })
            .ToListAsync(cancellationToken);
        return
        [
            .. from t in targets
            let definitions = packs.DefinitionsFrom(t.Campaign.From)
            let rule = ProgressRules.Rule(t.Target, t.Campaign, definitions, packs[t.Campaign.Pack])
            where rule is not null
            select new Asked(t.Target, t.Campaign, rule, definitions, definitions.Leaves(rule.Indicator).ToHashSet()),
        ];
    }

    /// <summary>The changed units and those above them, up to the commune, that a target asks one by one.</summary>
    private async Task Judge(List<Asked> asked, Dictionary<int, HashSet<string>> changed, CancellationToken cancellationToken)
    {
        var paths = await db
            .UnitVersions.AsNoTracking()
            .Where(v => changed.Keys.Contains(v.UnitId))
            .Select(v => new { v.UnitId, v.Path })
            .ToListAsync(cancellationToken);
        var above = paths.SelectMany(p => UnitVersion.PathIds(p.Path).Select(id => (Id: id, p.UnitId))).ToLookup(p => p.Id, p => p.UnitId);
        var ids = above.Select(a => a.Key).ToList();
        var kinds = asked.Select(a => a.Target.EachKind!).Distinct().ToList();
        var units = await db
            .UnitVersions.AsNoTracking()
            .Where(v => ids.Contains(v.UnitId) && v.To == null && kinds.Contains(v.Kind) && !v.Unit!.AboveCommune)
            .Rows()
            .ToListAsync(cancellationToken);
        foreach (var one in asked)
        {
            var concerned = units
                .Where(u =>
                    u.Kind == one.Target.EachKind
                    && u.Path.Contains($"/{one.Campaign.UnitId}/", StringComparison.Ordinal)
                    && above[u.Id].Any(c => changed[c].Overlaps(one.Leaves))
                )
                .ToList();
            if (concerned.Count > 0)
                await facts.Derive(await Figures(one, concerned, cancellationToken), cancellationToken);
        }
    }

    private async Task<IReadOnlyList<DerivedFigure>> Figures(Asked asked, List<UnitRow> units, CancellationToken cancellationToken)
    {
        var codes = await db
            .Indicators.AsNoTracking()
            .Where(i => asked.Leaves.Contains(i.Code))
            .ToDictionaryAsync(i => i.Id, i => i.Code, cancellationToken);
        var span = CellSpan.Of([asked.Rule], codes, asked.Definitions);
        // A yes or no, a score: a unit's own, whatever those below it say.
        var alone = TargetJudge.IsAlone(asked.Rule, asked.Definitions);
        var cells = (
            await totals.Read([.. units.Select(u => alone ? u with { IsParent = false } : u)], [.. codes.Keys], span, cancellationToken)
        ).ToLookup(c => (c.Unit, c.Indicator), c => c.Cell);
        return
        [
            .. units.Select(unit =>
            {
                var all = asked.Leaves.ToDictionary(leaf => leaf, leaf => new Series(packs.Schedules[leaf], cells[(unit.Id, leaf)], 1));
                var approved = all.ToDictionary(s => s.Key, s => s.Value.ApprovedOnly());
                return new DerivedFigure(
                    unit.Id,
                    Code(asked.Target),
                    PeriodOf(asked.Campaign),
                    Number(asked, all),
                    Number(asked, approved)
                );
            }),
        ];
    }

    private static long? Number(Asked asked, IReadOnlyDictionary<string, Series> figures) =>
        EachCounts.Holds(asked.Rule, asked.Definitions, figures) is { } holds
            ? holds
                ? 1
                : 0
            : null;
}
