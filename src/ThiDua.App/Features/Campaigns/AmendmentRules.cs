using ThiDua.App.Data;
using ThiDua.App.Features.Plans;

namespace ThiDua.App.Features.Campaigns;

/// <summary>A target of a later plan beside the one that it changes.</summary>
/// <param name="Old">Null for one that the campaign does not have yet.</param>
public sealed record TargetChange(DraftTarget New, CampaignTarget? Old)
{
    public bool IsSame =>
        Old is { } old
        && (old.Comparator, old.Value, old.Upper, old.Direction, old.Baseline, old.Exact)
            == (New.Comparator, New.Value, New.Upper, New.Direction, New.Baseline, New.Exact);
}

/// <summary>What a later plan changes of a campaign. Pure.</summary>
public static class AmendmentRules
{
    /// <summary>Each of the plan's targets with the campaign's on the same indicator, else of the same words; each old one once.</summary>
    public static IReadOnlyList<TargetChange> Targets(Campaign campaign, DraftContent content)
    {
        var left = campaign.Current.OrderBy(t => t.Order).ToList();
        var changes = new List<TargetChange>();
        foreach (var target in content.Targets.Where(t => !t.Dropped))
        {
            var old =
                left.Find(t => target.Indicator is not null && (t.Indicator, t.EachKind) == (target.Indicator, target.EachKind))
                ?? left.Find(t => SearchText.Fold(t.Measure) == SearchText.Fold(target.Measure));
            if (old is not null)
                left.Remove(old);
            changes.Add(new(target, old));
        }
        return changes;
    }

    /// <summary>Tasks that the campaign does not have yet.</summary>
    public static IReadOnlyList<DraftTask> Tasks(Campaign campaign, DraftContent content)
    {
        var there = campaign.Tasks.Where(t => t.Until is null).Select(t => SearchText.Fold(t.Text)).ToHashSet(StringComparer.Ordinal);
        return [.. content.Tasks.Where(t => !t.Dropped && !there.Contains(SearchText.Fold(t.Text)))];
    }
}
