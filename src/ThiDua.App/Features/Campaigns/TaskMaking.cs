using ThiDua.App.Data;
using ThiDua.App.Features.Plans;

namespace ThiDua.App.Features.Campaigns;

/// <summary>What launching makes of the tasks of a checked draft.</summary>
internal static class TaskMaking
{
    /// <param name="tasks">In their order.</param>
    /// <param name="later">The later plan that brings them; null for the one that is launched.</param>
    /// <param name="after">The order of the last task that is there.</param>
    public static List<CampaignTask> Of(IEnumerable<DraftTask> tasks, UnitPlaces places, LaterPlan? later = null, int after = 0)
    {
        var made = new Dictionary<int, (DraftTask Draft, CampaignTask Task)>();
        foreach (var task in tasks)
            made[task.Id] = (task, Made(task, after + made.Count + 1, places, later));
        foreach (var (draft, task) in made.Values)
            // A part whose whole was left out stands by itself.
            task.Parent = draft.Parent is { } parent && made.TryGetValue(parent, out var whole) ? whole.Task : null;
        return [.. made.Values.Select(m => m.Task)];
    }

    private static CampaignTask Made(DraftTask t, int order, UnitPlaces places, LaterPlan? later)
    {
        var lead = places.Of(t.Lead);
        var search = SearchText.Fold(t.Text);
        return new()
        {
            Order = order,
            Section = t.Section,
            Text = t.Text,
            Search = search.Length > CampaignTask.LongestSearch ? search[..CampaignTask.LongestSearch] : search,
            DueDate = t.DueDate,
            Every = t.Every,
            FirstLine = t.FirstLine,
            LastLine = t.LastLine,
            PlanDraftId = later?.DraftId,
            Since = later?.Since,
            Units =
            [
                .. lead.Select(id => new TaskUnit { UnitId = id, Lead = true }),
                .. places.Of(t.With).Except(lead).Select(id => new TaskUnit { UnitId = id }),
            ],
        };
    }
}
