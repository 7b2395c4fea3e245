using ThiDua.App.Features.Campaigns;
using ThiDua.App.Features.Units;
using ThiDua.App.Packs;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Features.Progress;

/// <summary>Judges targets over the figures that were loaded.</summary>
internal sealed class TargetJudge(
    Definitions definitions,
    Pack pack,
    Campaign campaign,
    UnitRow unit,
    IReadOnlyList<UnitRow> units,
    ProgressAsk ask,
    FigureBook book
)
{
    /// <summary>Whether each unit is judged by its own answer or score, not by those of the units below it.</summary>
    public static bool IsAlone(TargetRule rule, Definitions definitions) =>
        rule.Scope == TargetScope.EachUnit && definitions[rule.Indicator].Kind is IndicatorKind.YesNo or IndicatorKind.Score;

    /// <summary>A target on each unit of a kind concerns a subtree that holds such units.</summary>
    public bool Concerns(CampaignTarget target) => target.EachKind is null || book.Counts(unit.Id, target, TreeDay).Asked > 0;

    public TargetProgress Of(CampaignTarget target, TargetRule rule)
    {
        var definition = definitions[rule.Indicator];
        var total = Judge.Total(rule, definitions, book.Subtree(unit.Id, rule.Indicator), ask.AsOf);
        var indicator = pack.Indicator(target.Indicator!)!;
        var parts = ProgressRules.JudgesParts(rule, definition);
        if (rule.Scope == TargetScope.EachUnit && book.Counts(unit.Id, target, TreeDay).Asked > EachOf(target).Count())
            return Counted(target, rule, indicator, total);
        if (rule.Scope == TargetScope.EachUnit)
        {
            var each = Judge.EachUnit(rule, definitions, EachOf(target).Select(u => ((long)u.Id, Figures(u, rule))), ask.AsOf);
            var rows = EachOf(target).Select(u => Row(indicator, rule, u, each.Units[u.Id], judged: true));
            return new(
                target,
                indicator,
                rule,
                EachOf(target).ToList() is [var only] ? each.Units[only.Id] : total,
                true,
                each,
                Sorted(rows)
            );
        }
        var below = ask.Target is null
            ? []
            : units
                .Where(u => u.ParentId == unit.Id && book.IsAsked(u.Id, rule.Indicator))
                .Select(u => Row(indicator, rule, u, Judge.Total(rule, definitions, book.Subtree(u.Id, rule.Indicator), ask.AsOf), parts));
        return new(target, indicator, rule, total, parts || unit.Id == campaign.UnitId, null, Sorted(below));
    }

    /// <summary>The units asked lie further down: how many hold the target, here and in each part.</summary>
    private TargetProgress Counted(CampaignTarget target, TargetRule rule, PackIndicator indicator, Standing total)
    {
        EachStanding Of(int id) =>
            book.Counts(id, target, TreeDay) is var (holding, judged, asked)
                ? EachCounts.Of(rule, holding, judged, asked, ask.AsOf)
                : throw new InvalidOperationException();
        var below = ask.Target is null
            ? []
            : units
                .Where(u => u.ParentId == unit.Id && book.Counts(u.Id, target, TreeDay).Asked > 0)
                .Select(u =>
                    Row(
                        indicator,
                        rule,
                        u,
                        Judge.Total(rule, definitions, book.Subtree(u.Id, rule.Indicator), ask.AsOf),
                        judged: false
                    ) with
                    {
                        Each = Of(u.Id),
                    }
                );
        return new(
            target,
            indicator,
            rule,
            total,
            true,
            Of(unit.Id),
            [.. below.OrderBy(u => u.Each!.Asked == 0 ? 1 : (double)u.Each.Met / u.Each.Asked)]
        );
    }

    private DateOnly TreeDay => ProgressRules.TreeDay(campaign, ask.AsOf);

    private UnitProgress Row(PackIndicator indicator, TargetRule rule, UnitRow row, Standing standing, bool judged)
    {
        var level = pack.UnitKind(row.Kind)?.Level ?? UnitLevel.Hamlet;
        return new(row, standing, judged, ProgressRules.Hides(indicator, level, standing.Reading, ask.MayRead?.Invoke(row.Path) ?? true));
    }

    private IReadOnlyDictionary<string, Series> Figures(UnitRow row, TargetRule rule) =>
        IsAlone(rule, definitions)
            ? book.Alone(row.Id, row.Kind, units.Where(u => u.ParentId == row.Id).Select(u => u.Id), rule.Indicator)
            : book.Subtree(row.Id, rule.Indicator);

    private IEnumerable<UnitRow> EachOf(CampaignTarget target) => units.Where(u => u.Kind == target.EachKind);

    private static IReadOnlyList<UnitProgress> Sorted(IEnumerable<UnitProgress> rows) => [.. rows.OrderBy(ProgressRules.Attention)];
}
