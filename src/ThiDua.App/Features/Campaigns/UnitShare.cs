using ThiDua.App.Packs;
using ThiDua.App.Tree;
using ThiDua.Measures;

namespace ThiDua.App.Features.Campaigns;

/// <summary>What a campaign asks of one unit: the targets it answers for or feeds, the tasks it leads and supports. Pure.</summary>
public sealed record UnitShare(IReadOnlyList<CampaignTarget> Targets, IReadOnlyList<CampaignTask> Lead, IReadOnlyList<CampaignTask> With)
{
    public bool IsNone => Targets.Count + Lead.Count + With.Count == 0;

    public static UnitShare Of(Campaign campaign, UnitRow unit, Pack pack, Definitions definitions)
    {
        var tasks = campaign.Tasks.Where(t => t.Until is null).OrderBy(t => t.Order).ToList();
        return new(
            [.. campaign.Current.Where(t => Concerns(t, unit, pack, definitions)).OrderBy(t => t.Order)],
            [.. tasks.Where(t => t.Units.Any(u => u.UnitId == unit.Id && u.Lead))],
            [.. tasks.Where(t => t.Units.Any(u => u.UnitId == unit.Id && !u.Lead))]
        );
    }

    private static bool Concerns(CampaignTarget target, UnitRow unit, Pack pack, Definitions definitions) =>
        target.EachKind == unit.Kind
        || target.Units.Any(u => u.UnitId == unit.Id)
        || (
            target.Indicator is { } code
            && pack.Indicator(code) is not null
            && definitions.Leaves(code).Any(leaf => pack.Indicator(leaf)?.ReportedBy.Contains(unit.Kind) == true)
        );
}
